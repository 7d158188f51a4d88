import type { FigureId } from '../base/id.ts';
import { figuresDrawn } from '../figures/drawn/drawn.ts';
import type { Block, Inline, Medium, Section } from './document.ts';

export const figuresInInlines = (inlines: readonly Inline[]): readonly FigureId[] =>
  inlines.flatMap((i) => (i.kind === 'figure' ? [i.figure] : 'children' in i ? figuresInInlines(i.children) : []));

/** The lists of inlines a block shows, its tables' cells among them. */
export const inlinesIn = (block: Block): readonly (readonly Inline[])[] => {
  if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'takeaway') return [block.inlines];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table') return block.rows.flatMap((r) => r.cells);
  if (block.kind === 'tiles')
    return block.tiles.flatMap((t) => [[{ kind: 'figure', figure: t.figure, form: t.form } as const], t.label, t.detail]);
  if (block.kind === 'callouts')
    return block.items.map((i) =>
      i.figure === undefined ? i.text : [{ kind: 'figure', figure: i.figure, form: i.form } as const, ...i.text],
    );
  if (block.kind === 'rows') return block.rows.flatMap((r) => [r.label, r.text]);
  return [];
};

/** Blocks with those nested in columns, without speaker notes. */
export const flatBlocks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((b) => (b.kind === 'columns' ? b.columns.flatMap(flatBlocks) : b.kind === 'notes' ? [] : [b]));

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
      shownIn(s.subsections, medium).flatMap((u) => [...figuresInInlines(u.title), ...figuresIn(blocksIn(u.blocks, medium))]),
    ),
  ),
];
