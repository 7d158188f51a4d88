import type { MemberRole } from '../figures/ledger.ts';
import { lineHeight } from '../fonts/measure.ts';
import { briefName, isLong } from './brief-name.ts';
import type { DataCell, DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import { decimalsFormat } from './number-format.ts';
import { decimalsOf, sourceOf } from './point-columns.ts';
import { cellOf, type SeriesCell } from './series-cells.ts';
import { numberCell, textCell } from './series-table.ts';
import type { ChartSpec } from './spec.ts';
import { textBox, textLines } from './text-box.ts';

export type Side = 0 | 1;
export const SIDES: readonly [Side, Side] = [0, 1];

/** An item with its two values. A side that is missing is as unknown as one that is withheld. */
export interface PairRow {
  readonly name: string;
  readonly role: MemberRole;
  readonly cells: readonly [SeriesCell | undefined, SeriesCell | undefined];
}

export interface Pairs {
  readonly rows: readonly PairRow[];
  /** What the two values are of: "2021A", or the name of a breakdown. */
  readonly sides: readonly [string, string];
}

/** By the later of two years, or the first of two breakdowns, descending; "Other" behind; what is unknown last. */
export const pairsOf = (spec: ChartSpec, context: ChartContext): Pairs => {
  const { places, series } = spec.drawn;
  const years = places.every((p) => /^\d{4}$/.test(p.id));
  const rows = series.map((s): PairRow => {
    const at = (side: Side): SeriesCell | undefined =>
      cellOf(
        s.points.find((p) => p.at === places[side]?.id),
        context,
      );
    return { name: s.label, role: s.role, cells: [at(0), at(1)] };
  });
  const value = (row: PairRow): number | undefined => row.cells[years ? 1 : 0]?.value;
  const tier = (row: PairRow): number => (value(row) === undefined ? 2 : row.role === 'other' ? 1 : 0);
  const side = (at: Side): string => {
    const figure = rows.flatMap((r) => r.cells[at] ?? [])[0]?.figure;
    return years && figure ? context.locale.period(figure.period.to, figure.status) : (places[at]?.label ?? '');
  };
  return { rows: [...rows].sort((a, b) => tier(a) - tier(b) || (value(b) ?? 0) - (value(a) ?? 0)), sides: [side(0), side(1)] };
};

export const labelAt = (row: PairRow, side: Side, { locale }: ChartContext): string => row.cells[side]?.label ?? locale.undisclosed;

export const valueAt = (row: PairRow, side: Side): number | undefined => row.cells[side]?.value;

/** Id of the column with the values of a side. */
export const sideColumn = (side: Side): string => `side${side}`;

/** Names, then both values. */
export const pairColumns = ({ rows, sides }: Pairs, unit: string, { locale }: ChartContext): readonly DataColumn[] => [
  { id: 'item', header: locale.words.dataColumns.item, format: 'General', cells: rows.map((r) => textCell(briefName(r.name))) },
  ...SIDES.map((side) => ({
    id: sideColumn(side),
    header: `${sides[side]}, ${unit}`,
    format: decimalsFormat(Math.max(0, ...rows.flatMap((r) => (r.cells[side] ? [decimalsOf(r.cells[side].figure)] : [])))),
    cells: rows.map((r) => numberCell(r.cells[side])),
  })),
];

/** A helper column with a cell for each row. */
export const helperColumn = (
  id: string,
  header: string,
  rows: readonly PairRow[],
  cell: (row: PairRow, index: number) => DataCell,
): DataColumn => ({
  id,
  header,
  format: 'General',
  cells: rows.map(cell),
});

/** Words as printed, status and sources of both values, and full names. */
export const pairNotes = ({ rows }: Pairs, context: ChartContext): readonly DataColumn[] => {
  const { words } = context.locale;
  const both = (text: (cell: SeriesCell) => string) => (row: PairRow) =>
    textCell([...new Set(row.cells.flatMap((c) => (c ? [text(c)] : [])))].join(', '));
  return [
    helperColumn('printed', words.dataColumns.printed, rows, (r) => textCell(SIDES.map((s) => labelAt(r, s, context)).join(' | '))),
    helperColumn(
      'status',
      words.dataColumns.status,
      rows,
      both((c) => (c.value === undefined ? words.legend.undisclosed.toLowerCase() : words.status[c.figure.status])),
    ),
    helperColumn(
      'source',
      words.dataColumns.source,
      rows,
      both((c) => sourceOf(c.figure)),
    ),
    ...(rows.some((r) => isLong(r.name)) ? [helperColumn('name', words.dataColumns.name, rows, (r) => textCell(r.name))] : []),
  ];
};

/** Names of rows as text boxes, in as many lines as a band holds. `x` is their right end or middle. */
export const rowNames = (
  rows: readonly PairRow[],
  at: {
    readonly x: number;
    readonly align: 'center' | 'right';
    readonly width: number;
    readonly band: number;
    readonly middle: (row: number) => number;
  },
  { frame, scale }: ChartContext,
) => {
  const style = { size: scale.axis, bold: false, color: 'ink' } as const;
  const height = lineHeight(style.size);
  const most = Math.max(1, Math.floor(at.band / height));
  return rows.flatMap((row, i) =>
    textLines(briefName(row.name), style, at.width, most).map((text, n, all) =>
      textBox(`name ${i + 1}`, text, { x: at.x, y: at.middle(i) + (n - (all.length - 1) / 2) * height, align: at.align }, style, frame),
    ),
  );
};

/** Every value of both sides, for the alternative text. */
export const pairPoints = ({ rows, sides }: Pairs) =>
  rows.flatMap((r) => SIDES.flatMap((side) => (r.cells[side] ? [{ at: [r.name, sides[side]], figure: r.cells[side].figure }] : [])));
