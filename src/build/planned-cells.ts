import type { FigureId } from '../base/id.ts';
import type { CompiledChart } from '../charts/native.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { PlannedCell } from '../verify/chart-data.ts';

/** "A", "B" … "AA". */
const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

/** The numbers of a figure that a sheet can hold: its value, or an end of its range. */
const numbersOf = (ledger: Ledger, id: FigureId): readonly number[] => {
  const quantity = ledger.figures.get(id)?.quantity;
  if (quantity?.kind === 'value') return [quantity.value];
  return quantity?.kind === 'range' ? [quantity.low, quantity.high] : [];
};

/** What the sheet of a chart must hold by the list of figures; mirrored bars aside, whose cells are not the figures themselves. */
export const plannedCells = (chart: CompiledChart, ledger: Ledger): readonly PlannedCell[] =>
  chart.native.table.columns.flatMap((column, c) =>
    column.cells.flatMap((cell, row): readonly PlannedCell[] => {
      if (cell.kind !== 'number' || cell.figure === undefined || cell.formula?.kind === 'negative') return [];
      const values = numbersOf(ledger, cell.figure);
      return values.length === 0 ? [] : [{ cell: `${letters(c)}${row + 2}`, figure: cell.figure, values }];
    }),
  );
