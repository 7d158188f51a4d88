import type { Flow } from '../flow.ts';
import { STYLES } from '../flow.ts';
import type { Run } from '../text.ts';
import { artifact, baselineIn, lineRuns, linesOf, type Marks, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

const X = 62.4;
const BAR = { width: 38, pitch: 48, least: 24, most: 210 } as const;

/** The dark cover: label, title, subtitle, for whom and when; the bars at the foot are decoration. */
export const coverPage = (flow: Flow, marks: Marks): { readonly page: PageDraft; readonly structure: NodeDraft } => {
  const { cover } = flow;
  const { width, height } = flow.page;
  const page: PageDraft = { items: [], section: '' };
  const sect = node('Sect');
  artifact(page, { kind: 'rect', x: 0, y: 0, w: width, h: height, fill: { kind: 'solid', color: 'navy' } });
  cover.bars.forEach((share, i) => {
    const h = BAR.least + share * BAR.most;
    const last = cover.bars.length - 1;
    artifact(page, {
      kind: 'rect',
      x: width - X - (cover.bars.length - i) * BAR.pitch + (BAR.pitch - BAR.width),
      y: height - h,
      w: BAR.width,
      h,
      fill: { kind: 'solid', color: i === last ? 'forecast' : i >= last - 2 ? 'hatch' : 'blue' },
    });
  });
  const write = (
    text: string,
    size: number,
    leading: number,
    top: number,
    color: Run['color'],
    bold: boolean,
    w = width - 2 * X,
  ): number => {
    const p = node('P');
    sect.children.push(p);
    const lines = linesOf([{ text, bold, italic: false, size, color }], w);
    lines.forEach((line, i) => {
      tagged(page, marks, p, { kind: 'line', x: X, baseline: baselineIn(top + i * leading, leading, size), runs: lineRuns(line) });
    });
    return top + lines.length * leading;
  };
  write(cover.label, 12, 16, 110, 'coverMuted', true);
  const { size, leading } = STYLES.coverTitle;
  const below = write(cover.title, size, leading, 146, 'coverText', true, 400);
  write(cover.subtitle, 15, 20, below + 14, 'coverText', false, 400);
  const facts = [
    cover.preparedFor === undefined ? undefined : `${flow.words.preparedFor} ${cover.preparedFor}`,
    cover.date,
    cover.edition,
  ].filter((f) => f !== undefined);
  let y = 470;
  for (const fact of facts) y = write(fact, 11, 17, y, 'coverText', false, 240);
  write(cover.confidentiality, 8, 11, height - 60, 'coverMuted', false, 150);
  if (flow.sticker !== undefined) write(flow.sticker, 11, 15, 60, 'coverMuted', true);
  return { page, structure: sect };
};
