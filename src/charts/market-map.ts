import type { Figure, MemberRole } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import type { ChartContext } from './kind.ts';
import { cellOf, type SeriesCell, type SeriesRow, seriesRows } from './series-cells.ts';
import type { ChartSpec } from './spec.ts';

/** Columns a market map tells apart. */
export const MOST_COLUMNS = 8;
/** Widths are whole numbers up to this. */
export const FULL_WIDTH = 1000;
/** Heights are per cent of the column. */
const FULL_HEIGHT = 100;

/** A cell of the map: a member of the rows within a column. */
export interface MapCell {
  readonly row: SeriesRow;
  readonly cell: SeriesCell | undefined;
  readonly share: Figure | undefined;
  /** Per cent of its column; undefined where it is withheld or below zero. */
  readonly height: number | undefined;
}

export interface MapColumn {
  readonly id: string;
  readonly label: string;
  readonly total: SeriesCell;
  /** On the scale of widths. */
  readonly from: number;
  readonly to: number;
  readonly cells: readonly MapCell[];
  /** What the known cells leave of the column, where one is withheld: no value is known for it. */
  readonly remainder: number;
}

export interface MarketMap {
  /** From the base upwards. */
  readonly rows: readonly SeriesRow[];
  readonly columns: readonly MapColumn[];
  /** Names of columns without a total: they have no width. */
  readonly unknown: readonly string[];
  /** Names of rows with a cell below zero, which has no height. */
  readonly belowZero: readonly string[];
  /** Names of the columns beyond the limit. */
  readonly beyond: readonly string[];
  readonly highest: number;
}

const rowTotal = (spec: ChartSpec, row: SeriesRow, { ledger }: ChartContext): number => {
  const point = spec.drawn.series.find((s) => s.id === row.id)?.points.find((p) => p.at === 'total');
  return exactValue(ledger.figures.get(point?.figure ?? '')) ?? Number.NEGATIVE_INFINITY;
};

const mapCell = (row: SeriesRow, place: number): MapCell => {
  const cell = row.cells[place];
  const share = cell?.beside;
  const height = exactValue(share);
  return { row, cell, share, height: height === undefined || height < 0 ? undefined : height };
};

const isBelow = ({ cell }: MapCell): boolean => (exactValue(cell?.figure) ?? 0) < 0;
const isWithheld = (c: MapCell): boolean => c.cell !== undefined && c.height === undefined && !isBelow(c);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Rows by their totals with "Other" on top, columns by theirs with "Other" last, each as wide as its share of all that are drawn. */
export const marketMap = (spec: ChartSpec, context: ChartContext): MarketMap => {
  const rows = [...seriesRows(spec, context)].sort(
    (a, b) => Number(a.role === 'other') - Number(b.role === 'other') || rowTotal(spec, b, context) - rowTotal(spec, a, context),
  );
  const places = spec.drawn.places.map((place, index) => {
    const total = cellOf(
      spec.drawn.total?.points.find((p) => p.at === place.id),
      context,
    );
    return { ...place, index, total, size: exactValue(total?.figure) };
  });
  interface Sized {
    readonly id: string;
    readonly label: string;
    readonly role: MemberRole;
    readonly index: number;
    readonly total: SeriesCell;
    readonly size: number;
  }
  const sized = places.flatMap((p): readonly Sized[] =>
    p.total === undefined || p.size === undefined || p.size <= 0 ? [] : [{ ...p, total: p.total, size: p.size }],
  );
  const order = [...sized].sort((a, b) => b.size - a.size).slice(0, MOST_COLUMNS);
  const shown = [...order].sort((a, b) => Number(a.role === 'other') - Number(b.role === 'other') || b.size - a.size);
  const all = sum(shown.map((p) => p.size)) || 1;
  const edge = (count: number): number => Math.round((FULL_WIDTH * sum(shown.slice(0, count).map((p) => p.size))) / all);
  const columns = shown.map((place, i): MapColumn => {
    const cells = rows.map((row) => mapCell(row, place.index));
    const known = sum(cells.map((c) => c.height ?? 0));
    return {
      id: place.id,
      label: place.label,
      total: place.total,
      from: edge(i),
      to: edge(i + 1),
      cells,
      remainder: cells.some(isWithheld) ? Math.max(0, FULL_HEIGHT - known) : 0,
    };
  });
  return {
    rows,
    columns,
    unknown: places.filter((p) => !sized.some((s) => s.id === p.id)).map((p) => p.label),
    belowZero: rows.filter((row) => columns.some((c) => c.cells.some((x) => x.row === row && isBelow(x)))).map((r) => r.label),
    beyond: sized.filter((p) => !shown.includes(p)).map((p) => p.label),
    highest: Math.max(FULL_HEIGHT, ...columns.map((c) => sum(c.cells.map((x) => x.height ?? 0)) + c.remainder)),
  };
};
