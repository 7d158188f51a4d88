import type { DrawnSeries } from '../figures/drawn/drawn.ts';
import type { Figure, MemberRole } from '../figures/ledger.ts';
import type { ChartContext } from './kind.ts';
import { labelFormat } from './number-format.ts';
import type { ColorToken } from './paint.ts';
import { drawnValue } from './point-columns.ts';
import type { ChartSpec } from './spec.ts';

/** One value of a series at a place of the axis. */
export interface SeriesCell {
  readonly figure: Figure;
  /** The number it is drawn to; undefined where it is withheld. */
  readonly value: number | undefined;
  readonly label: string;
  readonly format: string;
  readonly beside?: Figure;
}

export interface SeriesRow {
  readonly id: string;
  readonly label: string;
  readonly role: MemberRole;
  readonly color: ColorToken;
  /** By place; undefined where the series has none. */
  readonly cells: readonly (SeriesCell | undefined)[];
  readonly rates: readonly Figure[];
}

/** Colours go to series by data order once and keep: the same series has the same colour on every page. */
const CATEGORICAL: readonly ColorToken[] = ['navy', 'blue', 'teal', 'gold', 'rust', 'grey'];
export const MOST_SERIES = CATEGORICAL.length;

export const cellOf = (point: DrawnSeries['points'][number] | undefined, { ledger, locale }: ChartContext): SeriesCell | undefined => {
  const figure = point && ledger.figures.get(point.figure);
  if (!figure) return undefined;
  const label = locale.print(figure, 'bare');
  const beside = point.beside === undefined ? undefined : ledger.figures.get(point.beside);
  return { figure, value: drawnValue(figure), label, format: labelFormat(figure, label), ...(beside ? { beside } : {}) };
};

const colorOf = (series: DrawnSeries, index: number, highlight: string | undefined): ColorToken => {
  if (highlight !== undefined) return series.id === highlight || series.label === highlight ? 'blue' : 'grey';
  return series.role === 'other' ? 'grey' : (CATEGORICAL[index % CATEGORICAL.length] ?? 'grey');
};

export const rowOf = (series: DrawnSeries, color: ColorToken, spec: ChartSpec, context: ChartContext): SeriesRow => ({
  id: series.id,
  label: series.label,
  role: series.role,
  color,
  cells: spec.drawn.places.map((place) =>
    cellOf(
      series.points.find((p) => p.at === place.id),
      context,
    ),
  ),
  rates: series.rates.flatMap((id) => context.ledger.figures.get(id) ?? []),
});

/** The series of a chart in the order of the data, each with its colour. */
export const seriesRows = (spec: ChartSpec, context: ChartContext): readonly SeriesRow[] =>
  spec.drawn.series.map((s, i) => rowOf(s, colorOf(s, i, spec.highlight), spec, context));

const latestOf = (row: SeriesRow): number => row.cells.findLast((c) => c?.value !== undefined)?.value ?? Number.NEGATIVE_INFINITY;

/** The order of a stack: the largest latest value at the base, "Other" on top. */
export const stackOrder = (rows: readonly SeriesRow[]): readonly SeriesRow[] =>
  [...rows].sort((a, b) => Number(a.role === 'other') - Number(b.role === 'other') || latestOf(b) - latestOf(a));

/** "2024E" for years, by the status most of the series have there; the name of a column for grids. */
export const placeNames = (spec: ChartSpec, rows: readonly SeriesRow[], { locale }: ChartContext): readonly string[] =>
  spec.drawn.places.map((place, i) => {
    const figure = rows.flatMap((r) => r.cells[i] ?? [])[0]?.figure;
    return figure && /^\d{4}$/.test(place.id) ? locale.period(figure.period.to, figure.status) : place.label;
  });

/** Text on a fill: white or ink, whichever has the higher contrast with this palette (VISUAL, colour tokens). */
export const textOn = (color: ColorToken): ColorToken => (['navy', 'blue', 'rust', 'ink2', 'ink3'].includes(color) ? 'page' : 'ink');
