import type { FigureId } from '../base/id.ts';
import { figuresDrawn } from '../figures/drawn/drawn.ts';
import type { Block, Inline, Medium, Section } from './document.ts';

export const figuresInInlines = (inlines: readonly Inline[]): readonly FigureId[] =>
  inlines.flatMap((i) => (i.kind === 'figure' ? [i.figure] : 'children' in i ? figuresInInlines(i.children) : []));

/** What the report alone says of a block: the caption of a chart, whose place in the deck the slide's title takes. */
export const captionsIn = (block: Block): readonly (readonly Inline[])[] => (block.kind === 'chart' ? [block.caption] : []);

/** Sources as they are cited in a text. */
export const citesOf = (sources: readonly string[]): readonly Inline[] => sources.map((source) => ({ kind: 'cite', source }));

/** The lists of inlines a block itself shows in both media: its note, its tables' cells. Blocks nested in it are not looked into. */
export const inlinesIn = (block: Block): readonly (readonly Inline[])[] => {
  if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'takeaway') return [block.inlines];
  if (block.kind === 'list' || block.kind === 'closing') return block.items;
  if (block.kind === 'quote') return [block.inlines, block.name, block.role, citesOf(block.sources)];
  if (block.kind === 'divider') return [block.story];
  if (block.kind === 'table')
    return [block.caption, block.subtitle, block.note, ...block.columns.map((c) => c.header), ...block.rows.flatMap((r) => r.cells)];
  if (block.kind === 'chart') return [block.heading, block.note];
  if (block.kind === 'trace') return [block.caption, block.note];
  if (block.kind === 'tiles')
    return block.tiles.flatMap((t) => [[{ kind: 'figure', figure: t.figure, form: t.form } as const], t.label, t.detail]);
  if (block.kind === 'callouts')
    return [
      block.heading,
      ...block.items.map((i) =>
        i.figure === undefined ? i.text : [{ kind: 'figure', figure: i.figure, form: i.form } as const, ...i.text],
      ),
    ];
  if (block.kind === 'rows') return [block.heading, ...block.rows.flatMap((r) => [r.label, r.text])];
  return [];
};

/** Blocks with those nested in columns, without speaker notes. */
export const flatBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((b) => (b.kind === 'columns' ? b.columns.flatMap(flatBlocks) : b.kind === 'notes' ? [] : [b]));

/** Blocks with all nested in them, speaker notes too. */
export const everyBlock = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((b) => (b.kind === 'columns' ? b.columns.flatMap(everyBlock) : b.kind === 'notes' ? everyBlock(b.blocks) : [b]));

const chartFigures = (block: Block): readonly FigureId[] => (block.kind === 'chart' ? figuresDrawn(block.spec.drawn) : []);

/** Every figure blocks print, in order of first appearance. */
export const figuresIn = (blocks: readonly Block[]): readonly FigureId[] => [
  ...new Set(
    flatBlocks(blocks).flatMap((b) => [
      ...inlinesIn(b).flatMap(figuresInInlines),
      ...chartFigures(b),
      ...(b.kind === 'trace' ? b.rows.flatMap((r) => r.figures) : []),
    ]),
  ),
];

const shownIn = <T extends { readonly only?: Medium }>(things: readonly T[], medium: Medium): readonly T[] =>
  things.filter((t) => t.only === undefined || t.only === medium);

const blocksIn = (blocks: readonly Block[], medium: Medium): readonly Block[] =>
  shownIn(blocks, medium).map((b): Block => (b.kind === 'columns' ? { ...b, columns: b.columns.map((c) => blocksIn(c, medium)) } : b));

/** Every figure that sections print in one medium, in order of first appearance. */
export const figuresInSections = (sections: readonly Section[], medium: Medium): readonly FigureId[] => [
  ...new Set(
    shownIn(sections, medium).flatMap((s) =>
      shownIn(s.subsections, medium).flatMap((u) => {
        const blocks = blocksIn(u.blocks, medium);
        const captions = medium === 'report' ? flatBlocks(blocks).flatMap(captionsIn) : [];
        return [...figuresInInlines(u.title), ...figuresInInlines(u.note), ...figuresIn(blocks), ...captions.flatMap(figuresInInlines)];
      }),
    ),
  ),
];
