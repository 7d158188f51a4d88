import type { Block, Subsection } from '../document/document.ts';
import { runsOf, textOf } from './print.ts';
import { OWN_SCALES } from './shared-scales.ts';
import type { DeckContext, SlideContext } from './slide-blocks/block-layout.ts';
import { stack } from './slide-blocks/index.ts';
import { mostItems, mostRows } from './slide-blocks/rows.ts';
import { pairedLists, type RowLimits, splitRows } from './slide-blocks/split.ts';
import { splitBoxes } from './slide-grid.ts';
import { isWordy, reportWordy } from './slide-words.ts';

const LIMITS = { rows: 10 } as const;

/** The deck as far as it is planned: the table of origins names the slides of its figures, and is as high as they are many. */
export type PlannedDeck = DeckContext & Pick<SlideContext, 'slidesOf' | 'section'>;

const draftContext = (context: PlannedDeck): SlideContext => ({ ...context, name: namer(), scales: OWN_SCALES, narrow: false });

const limitsFor = (block: Block, context: PlannedDeck): RowLimits => {
  const { body } = context.grid.zones;
  const widths = block.kind === 'columns' ? splitBoxes(block.split, body, context.grid).map((b) => b.w) : [];
  return {
    ...LIMITS,
    statements: block.kind === 'rows' ? mostRows([block], [body.w], context) : 0,
    items: block.kind === 'list' ? mostItems(block, body.w, context) : 0,
    paired: mostRows(pairedLists(block), widths, context),
  };
};

/** A counter of shape names, so that each name on a slide is its own. */
export const namer = (): ((base: string) => string) => {
  const used = new Map<string, number>();
  return (base) => {
    const n = (used.get(base) ?? 0) + 1;
    used.set(base, n);
    return n === 1 ? base : `${base} ${n}`;
  };
};

/** A subsection cut into the slides its longest table or list of statements needs. */
const continuations = (blocks: readonly Block[], context: PlannedDeck): readonly (readonly Block[])[] => {
  const split = (b: Block): readonly Block[] => splitRows(b, limitsFor(b, context));
  const longest = blocks.findIndex((b) => split(b).length > 1);
  const block = blocks[longest];
  if (!block) return [blocks];
  const parts = split(block);
  return parts.map((part, i) => [
    ...blocks.slice(0, longest).filter((b) => i === 0 || b.kind === 'notes'),
    part,
    ...blocks.slice(longest + 1).filter((b) => i === parts.length - 1 || b.kind === 'notes'),
  ]);
};

/**
 * A table beside an exhibit that is too high for its column: one that fits a slide goes there whole; of a longer one the rows that
 * fit stay (or none), the others continue over the full width of the next slide.
 */
const withSpill = (
  blocks: readonly Block[],
  fits: (candidate: readonly Block[]) => boolean,
): { readonly first: readonly Block[]; readonly rest: Block } | undefined => {
  for (const [i, outer] of blocks.entries()) {
    if (outer.kind !== 'columns') continue;
    for (const [c, column] of outer.columns.entries()) {
      const at = column.findIndex((b) => b.kind === 'table');
      const table = column[at];
      if (table?.kind !== 'table') continue;
      const kept = (rows: number): readonly Block[] => {
        const inner = column.flatMap((b, j) => (j !== at ? [b] : rows === 0 ? [] : [{ ...table, rows: table.rows.slice(0, rows) }]));
        const columns = outer.columns.map((other, j) => (j === c ? inner : other)).filter((other) => other.length > 0);
        const block: Block = columns.length > 1 ? { ...outer, columns } : { ...outer, split: [12], columns };
        return blocks.map((b, j) => (j === i ? block : b));
      };
      for (let rows = table.rows.length <= LIMITS.rows ? 0 : LIMITS.rows; rows >= 0; rows--)
        if (fits(kept(rows))) return { first: kept(rows), rest: rows === 0 ? table : { ...table, rows: table.rows.slice(rows) } };
    }
  }
  return undefined;
};

const all = (rows: number): RowLimits => ({ rows, statements: rows, items: rows, paired: rows });

/** Cuts further until each part fits the height of the body; a single block that does not fit is reported. */
const fittedParts = (parts: readonly (readonly Block[])[], subsection: Subsection, context: PlannedDeck): readonly (readonly Block[])[] =>
  parts.flatMap((blocks) => {
    const { body } = context.grid.zones;
    const isLow = (candidate: readonly Block[]): boolean => stack(candidate, body.w, draftContext(context)).height <= body.h;
    const fits = (candidate: readonly Block[]): boolean => isLow(candidate) && !isWordy(candidate, subsection, context);
    if (fits(blocks)) return [blocks];
    for (let rows = LIMITS.rows - 1; rows > 0; rows--) {
      const index = blocks.findIndex((b) => splitRows(b, all(rows)).length > 1);
      const block = blocks[index];
      if (!block) continue;
      const cut = splitRows(block, all(rows)).map((part, i, all) => [
        ...blocks.slice(0, index).filter((b) => i === 0 || b.kind === 'notes'),
        part,
        ...blocks.slice(index + 1).filter((b) => i === all.length - 1 || b.kind === 'notes'),
      ]);
      if (cut.every(fits)) return cut;
    }
    const spilled = isLow(blocks) ? undefined : withSpill(blocks, isLow);
    if (spilled) return [spilled.first, ...fittedParts(continuations([spilled.rest], context), subsection, context)];
    const visible = blocks.filter((b) => b.kind !== 'notes');
    if (visible.length > 1) {
      const half = Math.ceil(visible.length / 2);
      const notes = blocks.filter((b) => b.kind === 'notes');
      return fittedParts([[...visible.slice(0, half), ...notes], visible.slice(half)], subsection, context);
    }
    if (isLow(blocks)) {
      reportWordy(blocks, subsection, context);
      return [blocks];
    }
    context.report({
      code: 'layout/slide-overflow',
      severity: 'error',
      message: `the slide "${textOf(runsOf(subsection.title, { size: 24 }, context))}" has more than fits on it`,
      ...(subsection.span ? { span: subsection.span } : {}),
      hints: ['shorten the texts, or split the slide with another line "## title"'],
    });
    return [blocks];
  });

/** The blocks of each slide a subsection needs, in order. What fits on no slide is reported. */
export const slideParts = (blocks: readonly Block[], subsection: Subsection, context: PlannedDeck): readonly (readonly Block[])[] =>
  fittedParts(continuations(blocks, context), subsection, context);
