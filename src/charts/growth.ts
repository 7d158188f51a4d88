import type { Diagnostic } from '../base/diagnostic.ts';
import type { Figure } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import type { DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, LabelPosition, NativePoint, NativeSeries, TextStyle, ValueAxis } from './native.ts';
import { labelFormat } from './number-format.ts';
import type { ColorToken, Fill } from './paint.ts';
import type { Plot } from './plot.ts';
import type { ChartSpec } from './spec.ts';
import type { Column } from './status-columns.ts';

/** Where columns with their growth stand, and what is drawn beside the columns. */
export interface GrowthPlan {
  readonly plot: Plot;
  readonly value: ValueAxis;
  readonly second: ValueAxis;
  readonly line: NativeSeries;
  /** The columns that have a label, and the size of the labels. */
  readonly labelled: readonly boolean[];
  readonly size: number;
  /** Which labels are left out, for a finding. */
  readonly leftOut?: string;
  readonly annotations: readonly Annotation[];
}

const GAP_WIDTH = { few: 70, many: 45 } as const;

/** Between columns, per cent of their width. */
export const columnGap = (count: number): number => (count <= 3 ? GAP_WIDTH.few : GAP_WIDTH.many);

/** Growth on the column before. */
export interface Growth {
  readonly figure: Figure;
  /** Per cent; undefined where a value is withheld, or growth has no meaning. */
  readonly value: number | undefined;
  readonly label: string;
}

/** The growth of each column; undefined for the first. */
export type GrowthRow = readonly (Growth | undefined)[];

export const growthOf = (spec: ChartSpec, columns: readonly Column[], { ledger, locale }: ChartContext): GrowthRow =>
  columns.map((column) => {
    const point = spec.drawn.series[0]?.points.find((p) => p.figure === column.figure.id);
    const figure = point?.beside === undefined ? undefined : ledger.figures.get(point.beside);
    return figure && { figure, value: exactValue(figure), label: locale.print(figure, 'bare') };
  });

/** What the growth is on: the year before, or, where years are left out, the column before. */
export const growthHeading = (row: GrowthRow, { locale }: ChartContext): string => {
  const yearly = row.every((g) => !g || g.figure.period.to - g.figure.period.from === 1);
  return locale.words.growthOn[yearly ? 'year' : 'column'];
};

/** Growth as a formula over the column of values. */
export const growthColumn = (row: GrowthRow, header: string): DataColumn => ({
  id: 'growth',
  header: `${header}, %`,
  format: '0.0',
  cells: row.map((g, i) => {
    if (g?.value === undefined) return { kind: 'empty' };
    const cell = { kind: 'number', value: g.value, figure: g.figure.id } as const;
    if (g.figure.origin.kind !== 'derived') return cell;
    return { ...cell, formula: { kind: 'growth', from: { column: 'value', row: i - 1 }, to: { column: 'value', row: i } } };
  }),
});

/** Green and red only together with a sign. */
const colorOf = (label: string): ColorToken => (label.startsWith('+') ? 'positive' : label.startsWith('\u2212') ? 'negative' : 'ink2');

export const growthStyle = (growth: Growth, size: number): TextStyle => ({
  size,
  bold: growth.value !== undefined,
  color: colorOf(growth.label),
});

/** A line through the growth, or labels alone. `place` gives the position of a label; none for those left out. */
export const growthSeries = (
  row: GrowthRow,
  size: number,
  fill: Fill,
  place: (index: number) => LabelPosition | undefined,
): NativeSeries => ({
  values: 'growth',
  fill,
  points: row.flatMap((g, index): readonly NativePoint[] => {
    if (g?.value === undefined) return [];
    const position = place(index);
    const label = { text: g.label, format: labelFormat(g.figure, g.label), style: growthStyle(g, size), figure: g.figure.id };
    return [{ index, fill, label: position === undefined ? null : { ...label, position } }];
  }),
});

/** Growth from zero or from below it has no meaning: it is told, not drawn. */
export const growthFindings = (spec: ChartSpec, columns: readonly Column[], row: GrowthRow): readonly Diagnostic[] => {
  const without = columns.filter((_, i) => {
    const quantity = row[i]?.figure.quantity;
    return quantity?.kind === 'undisclosed' && quantity.reason === 'not-applicable';
  });
  return without.length === 0
    ? []
    : [
        {
          code: 'charts/growth-without-base',
          severity: 'warning',
          message: `the chart "${spec.id}" shows no growth in ${without.map((c) => c.name).join(', ')}: the value before is zero or negative`,
          hints: ['show the change instead, e.g. kind="column" with difference="2023-2024"'],
        },
      ];
};
