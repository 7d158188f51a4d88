import type { FigureId } from '../base/id.ts';
import type { Block, Inline, Section, Subsection, TraceRow } from '../document/document.ts';
import { figuresIn, figuresInInlines, flatBlocks } from '../document/figures-in.ts';
import type { SlideLayoutName } from '../document/slide-layout.ts';
import type { LayoutContext } from './context.ts';
import type { Furniture, Placeholder, Shape, Slide, SlideLayout } from './deck.ts';
import { runsOf, sourcesBehind, textOf } from './print.ts';
import { type SharedScales, scaleFindings, sharedScales } from './shared-scales.ts';
import { layoutFor } from './slide-arrangement.ts';
import type { DeckContext, SlideContext } from './slide-blocks/block-layout.ts';
import { stack } from './slide-blocks/index.ts';
import { textShape } from './slide-blocks/text-blocks.ts';
import { namer } from './slide-fit.ts';
import { stickerShape } from './slide-layouts.ts';
import { noteBox } from './slide-note.ts';
import { notesOf } from './slide-notes.ts';
import { inSlots, isHomeless } from './slide-slots.ts';
import { checkTitle } from './slide-title.ts';
import type { Paragraph } from './text.ts';
import { paragraph, withoutOrphan } from './typeset.ts';

/** What one slide is to hold: a subsection, or a part of one that continues. */
export interface SlideDraft {
  readonly section: Section;
  /** Number of the section among those of the deck, counted from 1. */
  readonly sectionNumber: number;
  readonly subsection: Subsection;
  readonly blocks: readonly Block[];
  /** Counted from 0. */
  readonly part: number;
  readonly parts: number;
}

/** The figures a slide prints; the table of origins repeats those of other slides. */
export const figuresShown = ({ subsection, blocks }: SlideDraft): readonly FigureId[] =>
  blocks.some((b) => b.kind === 'trace') ? [] : [...figuresInInlines(subsection.title), ...figuresIn(blocks)];

/** Stable within the document: that of the subsection, with the number of the part where there are several. */
export const slideId = ({ subsection, part, parts }: SlideDraft): string => (parts === 1 ? subsection.id : `${subsection.id}-${part + 1}`);

/** What a slide knows of its deck. */
interface SlidePlace {
  /** Counted from 1, the cover among them. */
  readonly number: number;
  readonly layouts: readonly SlideLayout[];
  /** Empty where there is none. */
  readonly sticker: string;
  readonly footer: string;
  readonly confidentiality: string;
  readonly slidesOf: SlideContext['slidesOf'];
  /** The rows of the deck's table of origins; none where it has no such table. */
  readonly origins: readonly TraceRow[];
}

const suffixOf = ({ part, parts }: SlideDraft): readonly Inline[] =>
  parts === 1 ? [] : [{ kind: 'text', text: ` (${part + 1}/${parts})` }];

const footer = (text: string, align: 'left' | 'right'): Paragraph =>
  paragraph([{ text, bold: false, italic: false, size: 8, color: 'ink3' }], { align });

/** An exhibit that the layout the template asked for has no place for. */
const reportHomeless = (shapes: readonly Shape[], wanted: SlideLayoutName, { subsection }: SlideDraft, context: DeckContext): void => {
  const homeless = shapes.find(isHomeless);
  if (!homeless) return;
  context.report({
    code: 'layout/no-place',
    severity: 'error',
    message: `the slide layout "${wanted}" has no place for this slide's ${homeless.kind}`,
    ...(subsection.span ? { span: subsection.span } : {}),
    hints: [`leave ::layout out, or ask for ${homeless.kind === 'table' ? '"table"' : '"exhibit"'}, "exhibit-reading" or "two-columns"`],
  });
};

/** Plans a slide: title, body, note and what stands on every slide, in reading order, in the placeholders of its layout. */
export const contentSlide = (draft: SlideDraft, place: SlidePlace, context: DeckContext): Slide => {
  const { section, subsection, blocks, part } = draft;
  const wanted = part === 0 ? subsection.layout : undefined;
  const layout = place.layouts.find((l) => l.name === (wanted ?? layoutFor(blocks)));
  if (!layout) throw new Error(`the deck has no layout for the slide "${subsection.id}"`);
  const { zones, title: titles } = context.grid;
  const slot = (role: Furniture): Placeholder | undefined => layout.placeholders.find((p) => p.role === role);
  const titleWidth = slot('title')?.box.w ?? zones.title.w;
  const titleRuns = runsOf(
    [...subsection.title, ...suffixOf(draft)],
    { size: slot('title')?.size ?? titles.size, bold: true, color: 'navy' },
    context,
  );
  const title = paragraph(withoutOrphan(titleRuns, titleWidth), { lineSpacing: 0.95 });
  checkTitle(title, titleWidth, titles.lines, 'shorten it to about 140 characters; titles are never shrunk', subsection.span, context);
  const sources = sourcesBehind(subsection.title, blocks, subsection.sources, context);
  const bodyAt = (scales: SharedScales, report: LayoutContext['report']): readonly Shape[] => {
    const own = { name: namer(), slidesOf: place.slidesOf, section: draft.sectionNumber, scales, narrow: false, report };
    return stack(blocks, zones.body.w, { ...context, ...own }).draw(zones.body);
  };
  const scales = sharedScales(
    flatBlocks(blocks).flatMap((b) => (b.kind === 'chart' ? [b.spec] : [])),
    (at) => bodyAt(at, () => {}).flatMap((s) => (s.kind === 'chart' ? [s.chart.native] : [])),
    context,
  );
  for (const d of scaleFindings(scales)) context.report(d);
  const body = bodyAt(scales, context.report);
  const hasNote = layout.placeholders.some((p) => p.role === 'note');
  const foot = hasNote ? noteBox(subsection, blocks, sources, { zone: zones.note, scales }, context) : [];
  const furniture = (role: Furniture, paragraphs: readonly Paragraph[]): readonly Shape[] => {
    const box = slot(role)?.box;
    return box ? [{ kind: 'placeholder', placeholder: role, box, paragraphs }] : [];
  };
  const shapes: readonly Shape[] = [
    ...furniture('tracker', [paragraph(runsOf(section.title, { size: 10, color: 'ink3' }, context))]),
    ...furniture('title', [title]),
    ...(place.sticker === '' ? [] : [stickerShape(place.sticker, context.theme.logo !== undefined, context.grid)]),
    ...inSlots([...body, ...(foot.length === 0 ? [] : [textShape('Note and source', zones.note, foot, 'bottom', 'note')])], layout),
    ...furniture('footer', [footer(place.footer, 'left')]),
    ...furniture('confidentiality', [footer(place.confidentiality, 'right')]),
    ...furniture('number', [
      paragraph([{ text: String(place.number), bold: true, italic: false, size: 8, color: 'ink' }], { align: 'right' }),
    ]),
  ];
  if (wanted) reportHomeless(shapes, wanted, draft, context);
  return {
    id: slideId(draft),
    layout: layout.name,
    section: section.id,
    title: textOf(title.runs),
    shapes,
    notes: notesOf({ subsection, blocks, shapes, sources, figures: figuresShown(draft), origins: place.origins }, context),
  };
};
