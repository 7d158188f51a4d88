import { pointOf } from '../../figures/draft.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import { type Filling, plain, putInlines } from '../context.ts';
import { cutOf } from '../cut.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE } from '../symbols.ts';

/** Columns of a heat matrix beside its names and totals. */
const MOST_COLUMNS = 5;

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly figure: Figure;
}

interface Cells {
  /** Disclosed and exact, largest first; without residual rows and columns. */
  readonly cells: readonly Cell[];
  /** Every cell is exact. */
  readonly complete: boolean;
}

/** The fields of a cube of two dimensions at an end of its window. */
const cellsOf = (filling: Filling, cubeId: unknown, end: unknown): Cells => {
  const grid = filling.draft.grids.get(String(cubeId));
  const cut = cutOf(filling, cubeId, filling.market.cubes.find((c) => c.id === cubeId)?.dimensions[0]);
  if (!grid || !cut) return { cells: [], complete: false };
  const year = end === 'to' ? cut.to : cut.from;
  const all = grid.rows.flatMap((r) =>
    grid.columns.map((c) => ({ row: r, column: c, figure: pointOf(filling.draft, grid.seriesAt(r.id, c.id), year) })),
  );
  const cells = all.flatMap(({ row, column, figure }): readonly Cell[] =>
    figure && exactValue(figure) !== undefined && row.role !== 'other' && column.role !== 'other'
      ? [{ row: row.label, column: column.label, figure }]
      : [],
  );
  return {
    cells: [...cells].sort((a, b) => (exactValue(b.figure) ?? 0) - (exactValue(a.figure) ?? 0)),
    complete: all.every((c) => exactValue(c.figure) !== undefined && (exactValue(c.figure) ?? 0) >= 0),
  };
};

/** The largest field, where no other is as large. */
const largestOf = ({ cells: [first, second] }: Cells): Cell | undefined =>
  first && exactValue(first.figure) !== exactValue(second?.figure) ? first : undefined;

export const cellHelpers = {
  /** `mapped CUBE`: of two dimensions, with all fields known in the latest year that is no forecast, so that they are a market map. */
  mapped: (filling, _at, [cube]) => {
    const cells = cellsOf(filling, cube, 'from');
    return cells.complete && largestOf(cells) !== undefined;
  },
  /** `tabled CUBE`: of two dimensions that fit a table, with a largest field in the last year. */
  tabled: (filling, _at, [cube]) => {
    const grid = filling.draft.grids.get(String(cube));
    const least = grid ? Math.min(grid.rows.length, grid.columns.length) : 0;
    return grid !== undefined && least <= MOST_COLUMNS && largestOf(cellsOf(filling, cube, 'to')) !== undefined;
  },
  /** `field CUBE "from"|"to" ["name"]`: the largest field at an end of the window, or its name. */
  field: (filling, _at, [cube, end, what]) => {
    const cell = largestOf(cellsOf(filling, cube, end));
    if (what !== 'name') return cell?.figure.id ?? '';
    return cell
      ? putInlines(
          filling,
          ...say(filling, { span: NOWHERE }, 'cells.name', {
            row: putInlines(filling, plain(cell.row)),
            column: putInlines(filling, plain(cell.column)),
          }),
        )
      : '';
  },
  /** `by-fields CUBE "to" KEY`: KEY-all where every field is known, else KEY-disclosed. */
  'by-fields': (filling, _at, [cube, end, key]) => `${String(key)}-${cellsOf(filling, cube, end).complete ? 'all' : 'disclosed'}`,
} as const satisfies Record<string, Helper>;
