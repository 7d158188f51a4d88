import type { Diagnostic } from '../base/diagnostic.ts';
import type { Figure } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { AltInput } from './alt-text.ts';
import { placeholderOf } from './bar-scale.ts';
import { briefName, longNameFinding } from './brief-name.ts';
import type { DataColumn } from './data-table.ts';
import type { KeyEntry } from './key-rows.ts';
import type { ChartContext } from './kind.ts';
import type { Layer, NativePoint, ShownAxis, ValueAxis } from './native.ts';
import { decimalsFormat, minusFormat } from './number-format.ts';
import { type RoundScale, roundScale } from './scales.ts';
import { placeNames, type SeriesRow, seriesRows } from './series-cells.ts';
import { columnId, EMPTY, originColumns, rateColumns, valueColumns } from './series-table.ts';
import type { ChartSpec } from './spec.ts';
import { LOOKS } from './status-look.ts';

/** Between clusters, per cent of a bar's width. */
const GAP_WIDTH = 60;
/** Between bars of one colour, per cent of their width: with a highlight, the others would be one mass. */
const APART = 5;
/** Steps of the scale that stands in for value labels. */
export const STEPS = 5;

/** Series side by side at each place. */
export interface Clusters {
  readonly rows: readonly SeriesRow[];
  readonly names: readonly string[];
  readonly values: readonly number[];
  readonly labels: readonly string[];
  /** Some values are withheld. */
  readonly withheld: boolean;
  readonly placeholder: number;
  /** A figure of each place, whose status stands for it. */
  readonly figures: readonly (Figure | undefined)[];
}

export const clustersOf = (spec: ChartSpec, context: ChartContext): Clusters => {
  // In the order of the data, so that cases and companies stand where the file has them; "Other" last.
  const rows = [...seriesRows(spec, context)].sort((a, b) => Number(a.role === 'other') - Number(b.role === 'other'));
  const cells = rows.flatMap((r) => r.cells.flatMap((c) => c ?? []));
  const values = cells.flatMap((c) => c.value ?? []);
  return {
    rows,
    names: placeNames(spec, rows, context),
    values,
    labels: cells.map((c) => c.label),
    withheld: values.length < cells.length,
    placeholder: placeholderOf(values),
    figures: spec.drawn.places.map((_, i) => rows.flatMap((r) => r.cells[i] ?? [])[0]?.figure),
  };
};

const apartIn = (rows: readonly SeriesRow[]): number => (rows.some((r, i) => r.color === rows[i - 1]?.color) ? APART : 0);

/** The width of one bar where a place has `band` points. */
export const barWidth = ({ rows }: Clusters, band: number): number =>
  band / (rows.length + ((rows.length - 1) * apartIn(rows)) / 100 + GAP_WIDTH / 100);

/** How far the middle of a row's bar stands from the middle of its cluster, points. */
export const barOffset = (clusters: Clusters, id: string, band: number): number => {
  const { rows } = clusters;
  const at = rows.findIndex((r) => r.id === id);
  return (at - (rows.length - 1) / 2) * barWidth(clusters, band) * (1 + apartIn(rows) / 100);
};

const stubId = (row: SeriesRow): string => `placeholder:${row.id}`;

/** Values by series; then, where some are withheld, the heights of the bars that stand for them; the growth rates, if they are shown. */
export const clusterTable = ({ rows, names, withheld, placeholder }: Clusters, rates: boolean, locale: Locale): readonly DataColumn[] => {
  const { words } = locale;
  const stubs = rows.map(
    (row): DataColumn => ({
      id: stubId(row),
      header: `${row.label}, ${words.placeholder}`,
      format: 'General',
      cells: row.cells.map((c) => (c && c.value === undefined ? { kind: 'number', value: placeholder } : EMPTY)),
    }),
  );
  return [
    ...valueColumns(rows, names, words.dataColumns.period),
    ...(withheld ? stubs : []),
    ...originColumns(rows, names.length, locale),
    ...(rates ? rateColumns(rows, locale) : []),
  ];
};

/**
 * Bars of the series, and over them, on a second axis of the same scale, hatched bars for what is withheld: in clusters of their
 * own they stand where the missing bars would. `size`: of the value labels; none without.
 */
export const clusterLayers = ({ rows, withheld }: Clusters, size: number | undefined): readonly Layer[] => {
  const points = (row: SeriesRow, gaps: boolean): readonly NativePoint[] =>
    row.cells.flatMap((cell, index): readonly NativePoint[] => {
      if (!cell || (cell.value === undefined) !== gaps) return [];
      const look = gaps ? LOOKS.undisclosed : ({ fill: { kind: 'solid', color: row.color } } as const);
      const { label: text, format, figure } = cell;
      const label =
        size === undefined
          ? null
          : ({ text, format, style: { size, bold: true, color: gaps ? 'ink2' : 'ink' }, position: 'outEnd', figure: figure.id } as const);
      return [{ index, ...look, label }];
    });
  const apart = apartIn(rows);
  const layer = { kind: 'bar', grouping: 'clustered', gapWidth: GAP_WIDTH, overlap: apart === 0 ? 0 : -apart } as const;
  return [
    {
      ...layer,
      series: rows.map((r) => ({ values: columnId(r), fill: { kind: 'solid', color: r.color } as const, points: points(r, false) })),
    },
    ...(withheld
      ? [
          {
            ...layer,
            second: true as const,
            series: rows.map((r) => ({ values: stubId(r), ...LOOKS.undisclosed, points: points(r, true) })),
          },
        ]
      : []),
  ];
};

/** The names of the series; without value labels also what the hatched bars are. */
export const clusterKeys = ({ rows, withheld }: Clusters, labelled: boolean, { words }: Locale): readonly KeyEntry[] => [
  ...rows.map(
    (r): KeyEntry => ({
      id: r.id,
      text: briefName(r.label),
      // A series whose colour is nowhere has the look of its bars.
      ...(r.cells.some((c) => c?.value !== undefined) ? { fill: { kind: 'solid', color: r.color } } : LOOKS.undisclosed),
    }),
  ),
  ...(withheld && !labelled ? [{ id: 'undisclosed', text: words.legend.undisclosed, ...LOOKS.undisclosed }] : []),
];

/** The scale that stands in for value labels where they have no room. */
export const clusterScale = ({ values, withheld, placeholder }: Clusters, steps = STEPS): RoundScale =>
  roundScale(Math.min(0, ...values), Math.max(0, ...values, withheld ? placeholder : 0), steps);

export const shownScale = (
  { min, max, step, decimals, ticks }: RoundScale,
  { locale, scale }: ChartContext,
): ValueAxis & { readonly shown: ShownAxis } => ({
  min,
  max,
  shown: {
    labels: { size: scale.axis, bold: false, color: 'ink2' },
    format: min < 0 ? minusFormat(decimalsFormat(decimals)) : decimalsFormat(decimals),
    ticks: ticks.map((value) => ({ value, text: locale.number(value, decimals) })),
    step,
    gridlines: true,
  },
});

export const clusterFindings = (spec: ChartSpec, { rows }: Clusters, labelled: boolean): readonly Diagnostic[] => [
  ...longNameFinding(
    spec.id,
    rows.map((r) => r.label),
  ),
  ...(spec.drawn.folded === undefined
    ? []
    : [
        {
          code: 'charts/folded',
          severity: 'note',
          message: `the chart "${spec.id}" tells ${rows.length - 1} series apart and sums ${spec.drawn.folded} others as one`,
          hints: ['name up to four series, or use kind="stacked-column"'],
        } as const,
      ]),
  ...(labelled
    ? []
    : [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" has too many bars for value labels: it shows a scale instead`,
          hints: ['choose years, e.g. years="2020 2025 2030"'],
        } as const,
      ]),
];

export const clusterAlt = (spec: ChartSpec, { rows }: Clusters, { locale }: ChartContext): Omit<AltInput, 'kind'> => ({
  of: 'years',
  name: spec.drawn.label,
  unit: locale.unit(spec.drawn.unit),
  points: rows.flatMap((row) =>
    row.cells.flatMap((c) => (c ? [{ at: [c.figure.period.to, briefName(row.label)], figure: c.figure }] : [])),
  ),
  rates: [],
});
