import type { Block, BlockOf } from '../../document/document.ts';

/** How many rows a table, and how many statements a list, may have on one slide. */
export interface RowLimits {
  readonly rows: number;
  readonly statements: number;
  /** Items of a list in bullets or numbers. */
  readonly items: number;
  /** Statements of each of two lists side by side. */
  readonly paired: number;
}

/** Parts of equal length, give or take one. */
const cut = <R>(rows: readonly R[], parts: number): readonly (readonly R[])[] => {
  const at = (i: number): number => Math.ceil((i * rows.length) / Math.max(1, parts));
  return Array.from({ length: parts }, (_, i) => rows.slice(at(i), at(i + 1)));
};

const partsOf = (count: number, limit: number): number => Math.max(1, Math.ceil(count / limit));

const cutTo = <R>(rows: readonly R[], limit: number): readonly (readonly R[])[] =>
  cut(rows, partsOf(rows.length, limit)).filter((p) => p.length > 0);

/** The list of statements a column consists of, if it is nothing else. */
export const soleRows = (blocks: readonly Block[]): BlockOf<'rows'> | undefined => {
  const [first, ...others] = blocks.filter((b) => b.kind !== 'notes');
  return others.length === 0 && first?.kind === 'rows' ? first : undefined;
};

/** The lists of statements of a block that is nothing but lists side by side. */
export const pairedLists = (block: Block): readonly BlockOf<'rows'>[] => {
  const lists = block.kind === 'columns' && block.columns.length > 1 ? block.columns.map(soleRows) : [];
  return lists.every((l) => l !== undefined) ? lists : [];
};

/** A block in as many parts as its rows need, the last parts no longer than the first. */
export const splitRows = (block: Block, limits: RowLimits): readonly Block[] => {
  if (block.kind === 'table') return cutTo(block.rows, limits.rows).map((rows) => ({ ...block, rows }));
  if (block.kind === 'trace') return cutTo(block.rows, limits.rows).map((rows) => ({ ...block, rows }));
  if (block.kind === 'rows') return cutTo(block.rows, limits.statements).map((rows) => ({ ...block, rows }));
  if (block.kind === 'list') return cutTo(block.items, limits.items).map((items) => ({ ...block, items }));
  if (block.kind === 'sources') return cutTo(block.entries, limits.rows).map((entries) => ({ ...block, entries }));
  if (block.kind !== 'columns') return [block];
  const lists = pairedLists(block);
  const parts = Math.max(1, ...lists.map((l) => partsOf(l.rows.length, limits.paired)));
  if (parts === 1) return [block];
  // Both lists go on together: what belongs side by side stays so.
  const shares = lists.map((l) => cut(l.rows, parts).map((rows) => ({ ...l, rows })));
  return Array.from({ length: parts }, (_, i) => ({
    ...block,
    columns: shares.map((lists) => lists.flatMap((part, n) => (n === i ? [part] : []))),
  }));
};
