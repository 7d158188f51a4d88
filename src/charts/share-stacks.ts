import type { Diagnostic } from '../base/diagnostic.ts';
import { exactValue } from '../figures/quantity.ts';
import type { AltInput } from './alt-text.ts';
import { briefName, longNameFinding } from './brief-name.ts';
import type { DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import type { NativePoint, NativeSeries } from './native.ts';
import { labelFormat, literal } from './number-format.ts';
import { decimalsOf } from './point-columns.ts';
import { placeNames, rowOf, type SeriesCell, type SeriesRow, seriesRows, stackOrder, textOn } from './series-cells.ts';
import { columnId, EMPTY, originColumns, totalColumn, valueColumns } from './series-table.ts';
import type { ChartSpec } from './spec.ts';
import { LOOKS, type Look } from './status-look.ts';

/** How the shares of one place add up. */
interface ShareSum {
  /** What known shares pile up above zero and below it, per cent. */
  readonly up: number;
  readonly down: number;
  /** What is left up to a hundred and drawn hatched; undefined where nothing is. */
  readonly rest: number | undefined;
  /** Whether shares that are all known fall short of a hundred, or exceed it, by more than rounding explains. */
  readonly astray: boolean;
}

/** Parts of a whole as shares of it, place by place. */
export interface ShareStacks {
  /** In the order of the stack. */
  readonly rows: readonly SeriesRow[];
  readonly total: SeriesRow | undefined;
  readonly names: readonly string[];
  readonly sums: readonly ShareSum[];
  readonly min: number;
  readonly max: number;
}

const shareOf = (cell: SeriesCell | undefined): number | undefined => exactValue(cell?.beside);

const sumAt = (rows: readonly SeriesRow[], total: SeriesRow | undefined, place: number): ShareSum => {
  const cells = rows.flatMap((r) => r.cells[place] ?? []);
  const shares = cells.flatMap((c) => shareOf(c) ?? []);
  const sum = shares.reduce((a, b) => a + b, 0);
  const whole = total?.cells[place];
  const complete = shares.length === cells.length;
  // Each published number may be off by half of its last digit.
  const rounding = [...cells, ...(whole ? [whole] : [])].reduce((t, c) => t + 0.5 * 10 ** -decimalsOf(c.figure), 0);
  const astray = complete && shares.length > 0 && Math.abs(100 - sum) > (100 * rounding) / (whole?.value || 1);
  const rest = complete && !astray && shares.length > 0 ? 0 : 100 - sum;
  return {
    up: shares.filter((v) => v > 0).reduce((a, b) => a + b, 0),
    down: shares.filter((v) => v < 0).reduce((a, b) => a + b, 0),
    rest: rest > 0 ? rest : undefined,
    astray,
  };
};

export const shareStacks = (spec: ChartSpec, context: ChartContext): ShareStacks => {
  const rows = stackOrder(seriesRows(spec, context));
  const total = spec.drawn.total ? rowOf(spec.drawn.total, 'ink', spec, context) : undefined;
  const sums = spec.drawn.places.map((_, i) => sumAt(rows, total, i));
  return {
    rows,
    total,
    names: placeNames(spec, [...(total ? [total] : []), ...rows], context),
    sums,
    min: Math.min(0, ...sums.map((s) => s.down)),
    max: Math.max(100, ...sums.map((s) => s.up + (s.rest ?? 0))),
  };
};

/** Where the middle of a row's segment is at a place, per cent; shares that are not known are spread over the hatched rest. */
export const middleOf = ({ rows, sums }: ShareStacks, row: SeriesRow, place: number): number => {
  const own = shareOf(row.cells[place]);
  const sum = sums[place];
  if (own === undefined) {
    const unknown = rows.filter((r) => shareOf(r.cells[place]) === undefined);
    return (sum?.up ?? 0) + ((sum?.rest ?? 0) * (unknown.indexOf(row) + 0.5)) / unknown.length;
  }
  const below = rows
    .slice(0, rows.indexOf(row))
    .flatMap((r) => shareOf(r.cells[place]) ?? [])
    .filter((v) => v < 0 === own < 0);
  return below.reduce((a, b) => a + b, 0) + own / 2;
};

/** How the key of a row looks: hatched where none of its shares is known, so that its colour is nowhere. */
export const keyLook = (row: SeriesRow): Look =>
  row.cells.some((c) => shareOf(c) !== undefined) ? { fill: { kind: 'solid', color: row.color } } : LOOKS.undisclosed;

const shareId = (row: SeriesRow): string => `share:${row.id}`;

/** Values and their total, then each part's share of the total as a formula, and what is left to a hundred. */
export const shareTable = ({ rows, total, names, sums }: ShareStacks, { locale }: ChartContext): readonly DataColumn[] => {
  const { words } = locale;
  const shares = rows.map(
    (row): DataColumn => ({
      id: shareId(row),
      header: `${row.label}, %`,
      format: '0.0',
      cells: row.cells.map((cell, i) => {
        const value = shareOf(cell);
        const formula = { kind: 'share', part: { column: columnId(row), row: i }, whole: { column: 'total', row: i } } as const;
        return value === undefined || !cell?.beside ? EMPTY : { kind: 'number', value, figure: cell.beside.id, formula };
      }),
    }),
  );
  const rest: DataColumn = {
    id: 'placeholder',
    header: words.placeholder,
    format: 'General',
    cells: sums.map((sum, i) => {
      const of = shares.filter((c) => c.cells[i]?.kind === 'number').map((c) => ({ column: c.id, row: i }));
      if (sum.rest === undefined) return EMPTY;
      return { kind: 'number', value: sum.rest, ...(of.length === 0 ? {} : { formula: { kind: 'remainder', of } as const }) };
    }),
  };
  return [
    ...valueColumns(rows, names, words.dataColumns.period),
    ...(total ? [totalColumn(total, rows, words.total)] : []),
    ...shares,
    ...(sums.some((s) => s.rest !== undefined) ? [rest] : []),
    ...originColumns([...rows, ...(total ? [total] : [])], names.length, locale),
  ];
};

/** Segments with their shares, and the hatched rests. `fits` tells whether a label has room in a segment of so many per cent. */
export const shareSeries = (
  { rows, sums }: ShareStacks,
  fits: (label: string, share: number) => boolean,
  { scale, locale }: ChartContext,
): readonly NativeSeries[] => {
  const { size } = scale.segment;
  const segments = rows.map((row, index): NativeSeries => {
    const fill = { kind: 'solid', color: row.color } as const;
    // The series at the base has no outline, which would cut the axis line.
    const stroke = index === 0 ? {} : { stroke: { color: 'page', width: 0.75, dashed: false } as const };
    const points = row.cells.flatMap((cell, i): readonly NativePoint[] => {
      const share = shareOf(cell);
      if (share === undefined || !cell?.beside) return [];
      const text = locale.print(cell.beside, 'bare');
      const style = { size, bold: false, color: textOn(row.color) } as const;
      const label = { text, format: labelFormat(cell.beside, text), style, position: 'ctr', figure: cell.beside.id } as const;
      return [{ index: i, fill, ...stroke, label: fits(text, share) ? label : null }];
    });
    return { values: shareId(row), fill, ...stroke, points };
  });
  const text = locale.undisclosed;
  const label = { text, format: literal(text), style: { size, bold: false, color: 'ink' }, position: 'ctr' } as const;
  const rests = sums.flatMap((sum, index): readonly NativePoint[] =>
    sum.rest === undefined ? [] : [{ index, ...LOOKS.undisclosed, label: fits(text, sum.rest) ? label : null }],
  );
  return [...segments, ...(rests.length === 0 ? [] : [{ values: 'placeholder', ...LOOKS.undisclosed, points: rests }])];
};

const labelsHidden = (series: readonly NativeSeries[]): boolean => series.some((s) => s.points.some((p) => p.label === null));

export const shareFindings = (spec: ChartSpec, stacks: ShareStacks, series: readonly NativeSeries[]): readonly Diagnostic[] => {
  const { rows, total, names, sums } = stacks;
  const at = (test: (sum: ShareSum) => boolean): string => names.filter((_, i) => sums[i] && test(sums[i])).join(', ');
  const [negative, astray] = [at((s) => s.down < 0), at((s) => s.astray)];
  return [
    ...longNameFinding(
      spec.id,
      rows.map((r) => r.label),
    ),
    ...(total
      ? []
      : [
          {
            code: 'charts/no-whole',
            severity: 'warning',
            message: `the chart "${spec.id}" has no total to take shares of: it shows no share`,
            hints: ['give it the dimension of a cube (CUBE.DIMENSION), whose parts have a total'],
          } as const,
        ]),
    ...(negative === ''
      ? []
      : [
          {
            code: 'charts/negative-in-stack',
            severity: 'warning',
            message: `the chart "${spec.id}" holds negative parts (${negative}): they are drawn below zero, the others beyond a hundred per cent`,
            hints: ['use kind="clustered-column" for parts that may be negative'],
          } as const,
        ]),
    ...(astray === ''
      ? []
      : [
          {
            code: 'charts/shares-astray',
            severity: 'warning',
            message: `the parts in the chart "${spec.id}" do not add up to their total in ${astray}`,
            hints: ['what is missing is hatched; add the part "Other", or correct the total'],
          } as const,
        ]),
    ...(labelsHidden(series)
      ? [
          {
            code: 'charts/labels-left-out',
            severity: 'note',
            message: `the chart "${spec.id}" leaves out the labels of segments that are too small for them`,
            hints: ['its workbook holds every share; choose years, or fewer parts'],
          } as const,
        ]
      : []),
  ];
};

export const shareAlt = (
  spec: ChartSpec,
  { rows }: ShareStacks,
  series: readonly NativeSeries[],
  { locale }: ChartContext,
): Omit<AltInput, 'kind'> => ({
  of: 'years',
  name: spec.drawn.label,
  unit: locale.unit({ kind: 'percent' }),
  points: rows.flatMap((row) =>
    row.cells.flatMap((c) => (c?.beside ? [{ at: [c.figure.period.to, briefName(row.label)], figure: c.beside }] : [])),
  ),
  rates: [],
  ...(labelsHidden(series) ? { notes: [locale.words.altSmallShares] } : {}),
});
