import type { FigureId } from '../base/id.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { Block, Inline, Section } from './document.ts';

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

const chartFigures = (block: Block, ledger: Ledger): readonly FigureId[] => {
  if (block.kind !== 'chart') return [];
  const extra = block.spec.kind === 'column' ? [...block.spec.rates, ...block.spec.path] : [];
  return [...(ledger.groups.get(block.spec.of)?.members.map((m) => m.figure) ?? []), ...extra];
};

/** Every figure blocks print, in order of first appearance. */
export const figuresIn = (blocks: readonly Block[], ledger: Ledger): readonly FigureId[] => [
  ...new Set(
    flatBlocks(blocks).flatMap((b) => [
      ...inlinesIn(b).flatMap(figuresInInlines),
      ...chartFigures(b, ledger),
      ...(b.kind === 'trace' ? b.rows.flatMap((r) => r.figures) : []),
    ]),
  ),
];

export const figuresInSections = (sections: readonly Section[], ledger: Ledger): readonly FigureId[] => [
  ...new Set(sections.flatMap((s) => s.subsections.flatMap((u) => [...figuresInInlines(u.title), ...figuresIn(u.blocks, ledger)]))),
];
