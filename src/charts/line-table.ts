import type { FigureStatus } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { DataCell, DataColumn, Formula } from './data-table.ts';
import { decimalsFormat } from './number-format.ts';
import { decimalsOf } from './point-columns.ts';
import type { SeriesCell, SeriesRow } from './series-cells.ts';
import { columnId, EMPTY, numberCell, rateColumns } from './series-table.ts';

/** A series as lines draw it: what is published of the past solid, from the last such point on what is forecast dashed. */
export interface Line {
  readonly row: SeriesRow;
  /** Columns of the sheet with its two parts; undefined where it has no such part. */
  readonly solid: string | undefined;
  readonly dashed: string | undefined;
  /** Place of its first forecast; the count of places where it has none. */
  readonly turn: number;
}

const AHEAD: readonly FigureStatus[] = ['forecast', 'derived'];

/** Where a series turns from what is known to what is forecast. */
export const turnOf = (row: SeriesRow): number => {
  const at = row.cells.findIndex((c) => c !== undefined && AHEAD.includes(c.figure.status));
  return at < 0 ? row.cells.length : at;
};

/** `turn` is told apart from the row, since an index has no status of its own. */
export const lineOf = (row: SeriesRow, turn: number): Line => {
  const known = (from: number, to: number): boolean => row.cells.slice(from, to).some((c) => c?.value !== undefined);
  return {
    row,
    turn,
    solid: known(0, turn) || !known(turn, row.cells.length) ? columnId(row) : undefined,
    dashed: known(turn, row.cells.length) ? `ahead:${row.id}` : undefined,
  };
};

/** The point where both parts of a line meet: the last its series has before its turn, if that is known. */
export const jointOf = ({ row, turn }: Line): number | undefined => {
  const at = row.cells.findLastIndex((c, i) => i < turn && c !== undefined);
  return row.cells[at]?.value === undefined ? undefined : at;
};

const formatOf = (cells: readonly (SeriesCell | undefined)[]): string =>
  decimalsFormat(Math.max(0, ...cells.map((c) => (c ? decimalsOf(c.figure) : 0))));

/** The columns of a line's parts. The joint stands in both, the second time as a formula, so that an edit moves both parts. */
export const partColumns = (
  line: Line,
  { words }: Locale,
  formula: (place: number) => Formula | undefined = () => undefined,
): readonly DataColumn[] => {
  const { row, turn, solid, dashed } = line;
  const joint = jointOf(line);
  const cellAt = (place: number): DataCell => numberCell(row.cells[place], formula(place));
  const jointCell = (place: number): DataCell =>
    solid === undefined ? EMPTY : numberCell(row.cells[place], { kind: 'sum', of: [{ column: solid, row: place }] });
  const part = (id: string, header: string, cell: (place: number) => DataCell): DataColumn => ({
    id,
    header,
    format: formatOf(row.cells),
    cells: row.cells.map((_, place) => cell(place)),
  });
  return [
    ...(solid === undefined ? [] : [part(solid, row.label, (i) => (i < turn ? cellAt(i) : EMPTY))]),
    ...(dashed === undefined
      ? []
      : [part(dashed, `${row.label}, ${words.status.forecast}`, (i) => (i >= turn ? cellAt(i) : i === joint ? jointCell(i) : EMPTY))]),
  ];
};

/** Growth rates asked for, as formulas over the parts of their lines. */
export const lineRates = (lines: readonly Line[], locale: Locale): readonly DataColumn[] =>
  rateColumns(
    lines.map((l) => l.row),
    locale,
    (row, place) => {
      const line = lines.find((l) => l.row === row);
      return (line && (place < line.turn ? line.solid : line.dashed)) ?? columnId(row);
    },
  );
