import { digestOf, type FigureId } from '../../base/id.ts';
import { filled } from '../../base/pattern.ts';
import { share } from '../derive/share.ts';
import { sumOf } from '../derive/sum.ts';
import { type LedgerDraft, pointOf } from '../draft.ts';
import type { FigureGrid, SetMember } from '../ledger.ts';
import { exactValue } from '../quantity.ts';
import type { Drawn, DrawnPoint, DrawnSeries, DrawRequest } from './drawn.ts';

/** What the rows folded into one are called in the ids of their sums. */
const OTHERS = 'others';
const TOTAL = 'total';

/** The figure at a row and a column; `total` names the sum of a direction. */
type At = (row: string, column: string) => FigureId | undefined;

/** Totals of columns are summed where none is published and the chart needs them. */
const withTotals = (draft: LedgerDraft, grid: FigureGrid, year: number, published: At): At => {
  const summed = (id: string, label: string, cells: readonly (FigureId | undefined)[]): FigureId | undefined => {
    const parts = cells.filter((c) => c !== undefined);
    return parts.length === 0
      ? undefined
      : sumOf(draft, `${grid.id}.sum.${id}.${year}`, filled(draft.names.inYear, { name: label, year }), grid.unit, year, parts).id;
  };
  return (row, column) => {
    const known = published(row, column);
    if (known !== undefined || row !== TOTAL || column === TOTAL) return known;
    const label = grid.columns.find((c) => c.id === column)?.label ?? column;
    return summed(
      column,
      label,
      grid.rows.map((r) => published(r.id, column)),
    );
  };
};

interface Rows {
  readonly rows: readonly SetMember[];
  readonly at: At;
}

/** The largest rows stay; the others and a residual become one, column by column. */
const folded = (draft: LedgerDraft, grid: FigureGrid, year: number, at: At, most: number | undefined): Rows => {
  if (most === undefined || grid.rows.length <= most) return { rows: grid.rows, at };
  const size = (row: SetMember): number => exactValue(draft.figures.get(at(row.id, TOTAL) ?? '')) ?? Number.NEGATIVE_INFINITY;
  const ranked = grid.rows.filter((r) => r.role !== 'other').sort((a, b) => size(b) - size(a));
  const kept = new Set(ranked.slice(0, most - 1));
  const rest = grid.rows.filter((r) => !kept.has(r));
  // Another chart may fold other rows.
  const digest = digestOf(rest.map((r) => r.id));
  return {
    rows: [...grid.rows.filter((r) => kept.has(r)), { id: OTHERS, label: draft.names.other, role: 'other' }],
    at: (row, column) => {
      if (row !== OTHERS) return at(row, column);
      const parts = rest.flatMap((r) => at(r.id, column) ?? []);
      const id = `${grid.id}.${OTHERS}-${digest}.${column}.${year}`;
      return parts.length === 0
        ? undefined
        : sumOf(draft, id, filled(draft.names.inYear, { name: draft.names.other, year }), grid.unit, year, parts).id;
    },
  };
};

/** Rows and columns of a grid in one year, the last without a wish, with the totals of both directions. */
export const gridDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const grid = draft.grids.get(request.of[0] ?? '');
  const year = request.years?.[0] ?? grid?.years.at(-1);
  if (!grid || year === undefined) return undefined;
  const published: At = (row, column) => pointOf(draft, grid.seriesAt(row, column), year)?.id;
  const { rows, at } = folded(
    draft,
    grid,
    year,
    request.beside === 'share' || request.total ? withTotals(draft, grid, year, published) : published,
    request.fold,
  );
  const valueAt = (row: string, column: string): number | undefined => exactValue(draft.figures.get(at(row, column) ?? ''));
  const largest = Math.max(0, ...rows.flatMap((r) => grid.columns.map((c) => valueAt(r.id, c.id) ?? 0)));
  const weightAt = (row: string, column: string): number | undefined => {
    const value = valueAt(row, column);
    return value === undefined || value < 0 || largest === 0 || row === TOTAL || column === TOTAL ? undefined : value / largest;
  };
  const rowOf = (row: SetMember): DrawnSeries => ({
    ...row,
    points: [...grid.columns, { id: TOTAL }].flatMap((column): readonly DrawnPoint[] => {
      const figure = at(row.id, column.id);
      const whole = at(TOTAL, column.id);
      if (figure === undefined) return [];
      const beside = request.beside === 'share' && whole !== undefined ? share(draft, figure, whole).id : undefined;
      const weight = weightAt(row.id, column.id);
      return [{ at: column.id, figure, ...(beside === undefined ? {} : { beside }), ...(weight === undefined ? {} : { weight }) }];
    }),
    rates: [],
    differences: [],
  });
  const whole = request.total ? at(TOTAL, TOTAL) : undefined;
  return {
    label: grid.label,
    unit: grid.unit,
    places: grid.columns,
    series: rows.map(rowOf),
    total: rowOf({ id: TOTAL, label: '', role: 'total' }),
    ...(whole === undefined ? {} : { whole }),
  };
};
