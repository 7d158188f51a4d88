import type { FigureId } from '../../base/id.ts';
import { share } from '../derive/share.ts';
import { type LedgerDraft, pointOf } from '../draft.ts';
import type { MemberRole } from '../ledger.ts';
import type { Drawn, DrawnPoint, DrawnSeries, DrawRequest } from './drawn.ts';

/** Rows and columns of a grid in one year, the last without a wish, with the totals of both directions. */
export const gridDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const grid = draft.grids.get(request.of[0] ?? '');
  const year = request.years?.[0] ?? grid?.years.at(-1);
  if (!grid || year === undefined) return undefined;
  const at = (row: string, column: string): FigureId | undefined => pointOf(draft, grid.seriesAt(row, column), year)?.id;
  const rowOf = (row: { readonly id: string; readonly label: string; readonly role: MemberRole }): DrawnSeries => ({
    ...row,
    points: [...grid.columns, { id: 'total' }].flatMap((column): readonly DrawnPoint[] => {
      const figure = at(row.id, column.id);
      const whole = at('total', column.id);
      if (figure === undefined) return [];
      const beside = request.beside === 'share' && whole !== undefined ? share(draft, figure, whole).id : undefined;
      return [{ at: column.id, figure, ...(beside === undefined ? {} : { beside }) }];
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
