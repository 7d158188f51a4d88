import type { Figure } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { CellPlace, DataCell, DataColumn, Formula } from './data-table.ts';
import { decimalsFormat } from './number-format.ts';
import { decimalsOf, sourceOf } from './point-columns.ts';
import type { SeriesCell, SeriesRow } from './series-cells.ts';

/** Two numbers that a spreadsheet would show as equal to the last digit it keeps. */
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

export const EMPTY: DataCell = { kind: 'empty' };
export const textCell = (text: string): DataCell => ({ kind: 'text', text });

export const numberCell = (cell: SeriesCell | undefined, formula?: Formula): DataCell =>
  cell?.value === undefined ? EMPTY : { kind: 'number', value: cell.value, figure: cell.figure.id, ...(formula ? { formula } : {}) };

const formatOf = (cells: readonly (SeriesCell | undefined)[]): string =>
  decimalsFormat(Math.max(0, ...cells.map((c) => (c ? decimalsOf(c.figure) : 0))));

/** Id of the column of a series in the sheet. */
export const columnId = (row: SeriesRow): string => `series:${row.id}`;

/** The categories, then one column of unrounded values for each series. */
export const valueColumns = (rows: readonly SeriesRow[], names: readonly string[], header: string): readonly DataColumn[] => [
  { id: 'place', header, format: 'General', cells: names.map(textCell) },
  ...rows.map((row) => ({ id: columnId(row), header: row.label, format: formatOf(row.cells), cells: row.cells.map((c) => numberCell(c)) })),
];

/** A total as a formula over its parts where they add up to it exactly; else, as published, a number. */
const totalCell = (total: SeriesCell | undefined, rows: readonly SeriesRow[], place: number): DataCell => {
  const parts = rows.map((r) => r.cells[place]?.value);
  const of = rows.map((r): CellPlace => ({ column: columnId(r), row: place }));
  const sum = parts.reduce<number | undefined>((s, v) => (s === undefined || v === undefined ? undefined : s + v), 0);
  return numberCell(total, total?.value !== undefined && sum !== undefined && same(sum, total.value) ? { kind: 'sum', of } : undefined);
};

export const totalColumn = (total: SeriesRow, rows: readonly SeriesRow[], header: string): DataColumn => ({
  id: 'total',
  header,
  format: formatOf(total.cells),
  cells: total.cells.map((cell, i) => totalCell(cell, rows, i)),
});

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

/** Status, sources and withheld series of each row: what a reader of the sheet must know of its numbers. */
export const originColumns = (rows: readonly SeriesRow[], places: number, { words }: Locale): readonly DataColumn[] => {
  const figures = (place: number): readonly Figure[] => rows.flatMap((r) => r.cells[place]?.figure ?? []);
  const withheld = (place: number): string =>
    distinct(rows.flatMap((r) => (r.cells[place] && r.cells[place]?.value === undefined ? [r.label] : [])));
  const column = (id: string, header: string, text: (place: number) => string): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: Array.from({ length: places }, (_, i) => textCell(text(i))),
  });
  return [
    column('status', words.dataColumns.status, (i) => distinct(figures(i).map((f) => words.status[f.status]))),
    column('source', words.dataColumns.source, (i) => distinct(figures(i).map(sourceOf))),
    ...(rows.some((r) => r.cells.some((c) => c && c.value === undefined)) ? [column('withheld', words.legend.undisclosed, withheld)] : []),
  ];
};

/**
 * Growth rates of a row's series: a rate computed from two cells of the sheet is their formula, a published one a number. `column`
 * tells where the cell of a place stands.
 */
const rateCell = (rate: Figure | undefined, row: SeriesRow, column: (place: number) => string): DataCell => {
  if (rate?.quantity.kind !== 'value') return EMPTY;
  const at = (year: number): number => row.cells.findIndex((c) => c?.figure.period.to === year);
  const [from, to] = [at(rate.period.from), at(rate.period.to)];
  const [start, end] = [row.cells[from]?.value, row.cells[to]?.value];
  const years = rate.period.to - rate.period.from;
  // Cells may be indices of another base than the rate's, or withheld where the rate is not.
  const computed = start !== undefined && end !== undefined && start > 0 ? ((end / start) ** (1 / years) - 1) * 100 : undefined;
  const formula: Formula | undefined =
    rate.origin.kind === 'derived' && computed !== undefined && same(computed, rate.quantity.value)
      ? { kind: 'cagr', from: { column: column(from), row: from }, to: { column: column(to), row: to }, years }
      : undefined;
  return { kind: 'number', value: rate.quantity.value, figure: rate.id, ...(formula ? { formula } : {}) };
};

/** The first growth rate of each series that has one; `column` tells where a series' cells stand. */
export const rateColumns = (
  rows: readonly SeriesRow[],
  { words }: Locale,
  column: (row: SeriesRow, place: number) => string = columnId,
): readonly DataColumn[] => {
  const rated = rows.filter((r) => r.rates.length > 0);
  if (rated.length === 0) return [];
  return [
    { id: 'rated', header: words.cagr, format: 'General', cells: rated.map((r) => textCell(r.label)) },
    { id: 'rates', header: '%', format: '0.0', cells: rated.map((r) => rateCell(r.rates[0], r, (place) => column(r, place))) },
  ];
};
