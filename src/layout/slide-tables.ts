import type { Block, BlockOf } from '../document/document.ts';
import { runsOf, textOf } from './print.ts';
import type { DeckContext } from './slide-blocks/block-layout.ts';

/** A column of names and six of values. */
const MOST_COLUMNS = 7;

/** Rows become columns: the header of the first column stays in its corner. */
const transposed = (table: BlockOf<'table'>): BlockOf<'table'> => {
  const [corner, ...others] = table.columns;
  const numbers = others.every((c) => c.align === 'right');
  return {
    ...table,
    columns: [
      corner ?? { header: [], align: 'left', weight: 2 },
      ...table.rows.map((r) => ({ header: r.cells[0] ?? [], align: numbers ? ('right' as const) : ('left' as const), weight: 1 })),
    ],
    rows: others.map((c, i) => ({
      cells: [c.header, ...table.rows.map((r) => r.cells[i + 1] ?? [])],
      emphasis: false,
      ...(table.rows.some((r) => r.weights) ? { weights: [undefined, ...table.rows.map((r) => r.weights?.[i + 1])] } : {}),
    })),
  };
};

const narrow = (table: BlockOf<'table'>, context: DeckContext): BlockOf<'table'> => {
  if (table.columns.length <= MOST_COLUMNS) return table;
  if (table.rows.length < MOST_COLUMNS) return transposed(table);
  const caption = textOf(runsOf(table.caption, { size: 12 }, context));
  context.report({
    code: 'layout/table-too-wide',
    severity: 'error',
    message: `the table "${caption || table.anchor}" has ${table.columns.length} columns, and a slide has room for ${MOST_COLUMNS}`,
    ...(table.span ? { span: table.span } : {}),
    hints: ['leave columns out, or put the table into :::report, where pages are read and not looked at'],
  });
  return table;
};

/** Blocks with tables no wider than a slide can show: wide ones are turned, and what is long both ways is reported. */
export const withNarrowTables = (blocks: readonly Block[], context: DeckContext): readonly Block[] =>
  blocks.map((b): Block => {
    if (b.kind === 'columns') return { ...b, columns: b.columns.map((c) => withNarrowTables(c, context)) };
    return b.kind === 'table' ? narrow(b, context) : b;
  });
