import { toPoints } from '../../base/geometry.ts';
import { textWidth } from '../../fonts/measure.ts';
import type { Direction } from '../../fonts/script.ts';
import type { Deck, Slide } from '../deck.ts';
import type { PageGeometry } from '../flow.ts';
import { artifact, baselineIn, lineRuns, linesOf, type Marks, type NodeDraft, node, type PageDraft, tagged } from '../pages/draft.ts';
import type { Run } from '../text.ts';
import { drawSlide } from './slide-page.ts';

/** Points. The slide spans the width between the margins; its notes stand below it. */
const MARGIN = 48;
const TEXT = { size: 10, leading: 14, after: 6 } as const;
const BELOW_SLIDE = 24;
const FOOT = 28;

const opened = (slide: Slide, number: number, direction: Direction, paper: PageGeometry): PageDraft => {
  const page: PageDraft = { items: [], section: slide.section };
  const run: Run = { text: String(number), bold: true, italic: false, size: 8, color: 'ink' };
  const x = direction === 'rtl' ? MARGIN : paper.width - MARGIN - textWidth(run.text, run);
  artifact(page, { kind: 'line', x, baseline: paper.height - FOOT, runs: [run] });
  return page;
};

/** A slide above its notes, and further pages where the notes are long. The foot shows the number of the slide. */
export const handoutPages = (
  slide: Slide,
  number: number,
  deck: Deck,
  marks: Marks,
  paper: PageGeometry,
): { readonly pages: readonly PageDraft[]; readonly element: NodeDraft } => {
  const element = node('Sect');
  const width = paper.width - 2 * MARGIN;
  const scale = width / toPoints(deck.size.w);
  const height = toPoints(deck.size.h) * scale;
  let page = opened(slide, number, deck.direction, paper);
  const pages = [page];
  drawSlide(slide, deck, { page, frame: { x: MARGIN, y: MARGIN, scale }, direction: deck.direction, marks, parent: element });
  const stroke = { color: 'grid', width: 0.75, dashed: false } as const;
  artifact(page, { kind: 'rect', x: MARGIN, y: MARGIN, w: width, h: height, fill: { kind: 'none' }, stroke });
  let y = MARGIN + height + BELOW_SLIDE;
  for (const note of slide.notes) {
    const text = node('P');
    element.children.push(text);
    const direction = note.direction ?? 'ltr';
    // Notes are plain text, as in PowerPoint.
    const runs = note.runs.map(({ link: _, ...r }): Run => ({ ...r, size: TEXT.size }));
    for (const line of linesOf(runs, width)) {
      if (y + TEXT.leading > paper.height - 2 * FOOT) {
        page = opened(slide, number, deck.direction, paper);
        pages.push(page);
        y = MARGIN;
      }
      const x = direction === 'rtl' ? MARGIN + width - line.width : MARGIN;
      const baseline = baselineIn(y, TEXT.leading, TEXT.size);
      tagged(page, marks, text, { kind: 'line', x, baseline, runs: lineRuns(line), direction });
      y += TEXT.leading;
    }
    y += TEXT.after;
  }
  return { pages, element };
};
