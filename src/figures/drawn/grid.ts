import type { FigureId } from '../../base/id.ts';
import { share } from '../derive/share.ts';
import { type LedgerDraft, pointOf } from '../draft.ts';
import type { MemberRole } from '../ledger.ts';
import { exactValue } from '../quantity.ts';
import type { Drawn, DrawnPoint, DrawnSeries, DrawRequest } from './drawn.ts';

/** Rows and columns of a grid in one year, the last without a wish, with the totals of both directions. */
export const gridDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const grid = draft.grids.get(request.of[0] ?? '');
  const year = request.years?.[0] ?? grid?.years.at(-1);
  if (!grid || year === undefined) return undefined;
  const at = (row: string, column: string): FigureId | undefined => pointOf(draft, grid.seriesAt(row, column), year)?.id;
  const valueAt = (row: string, column: string): number | undefined => exactValue(draft.figures.get(at(row, column) ?? ''));
  const largest = Math.max(0, ...grid.rows.flatMap((r) => grid.columns.map((c) => valueAt(r.id, c.id) ?? 0)));
  const weightAt = (row: string, column: string): number | undefined => {
    const value = valueAt(row, column);
    return value === undefined || value < 0 || largest === 0 || row === 'total' || column === 'total' ? undefined : value / largest;
  };
  const rowOf = (row: { readonly id: string; readonly label: string; readonly role: MemberRole }): DrawnSeries => ({
    ...row,
    points: [...grid.columns, { id: 'total' }].flatMap((column): readonly DrawnPoint[] => {
      const figure = at(row.id, column.id);
      const whole = at('total', column.id);
      if (figure === undefined) return [];
      const beside = request.beside === 'share' && whole !== undefined ? share(draft, figure, whole).id : undefined;
      const weight = weightAt(row.id, column.id);
      return [{ at: column.id, figure, ...(beside === undefined ? {} : { beside }), ...(weight === undefined ? {} : { weight }) }];
    }),
    rates: [],
    differences: [],
  });
  const whole = at('total', 'total');
  return {
    label: grid.label,
    unit: grid.unit,
    places: grid.columns,
    series: grid.rows.map(rowOf),
    total: rowOf({ id: 'total', label: '', role: 'total' }),
    ...(whole === undefined ? {} : { whole }),
  };
};
