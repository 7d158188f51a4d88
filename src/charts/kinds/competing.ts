import type { Diagnostic } from '../../base/diagnostic.ts';
import type { MemberRole } from '../../figures/ledger.ts';
import { textWidth } from '../../fonts/measure.ts';
import { barOf } from '../bridge-table.ts';
import { briefName, longNameFinding } from '../brief-name.ts';
import { type Ends, endsAt } from '../common-scale.ts';
import type { CellPlace, DataCell, DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { lyingAxes, nameRoom, numberOrEmpty, rowNotes } from '../lying.ts';
import type { NativePoint, NativeSeries } from '../native.ts';
import { decimalsFormat, literal } from '../number-format.ts';
import type { Fill } from '../paint.ts';
import { areaOf, type Plot } from '../plot.ts';
import { decimalsOf, drawnValue, type PointRow } from '../point-columns.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';

const MOST_ROWS = 12;
const GAP_WIDTH = 45;
/** What carries no value, and what labels stand on: shares of the longest bar. */
const PLACEHOLDER = 0.15;
const ROOM = 0.2;
const LABEL_GAP = 8;
const NONE: Fill = { kind: 'none' };

/** What one publisher says. A range is a bar from its low to its high end; all else stands on zero. */
interface Statement extends PointRow {
  readonly role: MemberRole;
  readonly range: { readonly low: number; readonly high: number } | undefined;
}

/** The end that is farther from zero to the right. */
const farEnd = (s: Statement): number | undefined => s.range?.high ?? s.value;

const statementsOf = (spec: ChartSpec, { ledger, locale }: ChartContext): readonly Statement[] => {
  const all = spec.drawn.series.flatMap((series): readonly Statement[] => {
    const figure = ledger.figures.get(series.points[0]?.figure ?? '');
    if (!figure) return [];
    const { quantity } = figure;
    const range = quantity.kind === 'range' ? { low: quantity.low, high: quantity.high } : undefined;
    return [{ name: series.label, role: series.role, figure, value: drawnValue(figure), label: locale.print(figure, 'bare'), range }];
  });
  return [...all].sort((a, b) => Number(a.value === undefined) - Number(b.value === undefined) || (farEnd(b) ?? 0) - (farEnd(a) ?? 0));
};

interface Reach {
  readonly low: number;
  readonly high: number;
  readonly longest: number;
}

const reachOf = (rows: readonly Statement[]): Reach => {
  const ends = rows.flatMap((r) => [...(r.value === undefined ? [] : [r.value]), ...(r.range ? [r.range.high] : [])]);
  const longest = Math.max(0, ...ends.map(Math.abs)) || 1;
  const high = Math.max(0, ...ends, rows.some((r) => r.value === undefined) ? PLACEHOLDER * longest : 0);
  return { low: Math.min(0, ...ends), high, longest };
};

/** What lies wholly to the left of zero has its label at its left. */
const pointsLeft = (row: Statement): boolean => (farEnd(row) ?? 0) < 0;

const axisOf = (rows: readonly Statement[], reach: Reach, plot: Plot, { scale, valuePerPoint }: ChartContext): Ends => {
  const room = (list: readonly Statement[]): number =>
    Math.max(0, ...list.map((r) => textWidth(r.label, { size: scale.value, bold: true, italic: false }) + LABEL_GAP));
  const [left, right] = [room(rows.filter(pointsLeft)), room(rows.filter((r) => !pointsLeft(r)))];
  const perPoint = (reach.high - reach.low || 1) / Math.max(plot.w * 0.2, plot.w - left - right);
  const own = { min: reach.low - perPoint * left, max: reach.high + perPoint * right };
  return endsAt(own, { bottom: reach.low, foot: left, length: plot.w }, valuePerPoint);
};

/** The publisher of the briefing's own figure stands out. */
const fillOf = (row: Statement): Fill => ({ kind: 'solid', color: row.role === 'subject' ? 'blue' : 'grey' });

const crosses = (row: Statement): boolean => row.range !== undefined && barOf({ from: row.range.low, to: row.range.high }).below < 0;

const seriesOf = (rows: readonly Statement[], { scale }: ChartContext): readonly NativeSeries[] => {
  const points = (test: (row: Statement) => boolean, point: (row: Statement) => Omit<NativePoint, 'index'>): readonly NativePoint[] =>
    rows.flatMap((r, index) => (test(r) ? [{ index, ...point(r) }] : []));
  const bars = (values: string, test: (row: Statement) => boolean): readonly NativeSeries[] =>
    rows.some(test)
      ? [{ values, fill: { kind: 'solid', color: 'grey' }, points: points(test, (r) => ({ fill: fillOf(r), label: null })) }]
      : [];
  const withheld = (row: Statement): boolean => row.value === undefined;
  const ranged = (row: Statement): boolean => row.range !== undefined;
  return [
    ...bars('value', (r) => !withheld(r) && !ranged(r)),
    ...(rows.some(ranged) ? [{ values: 'base', fill: NONE, points: points(ranged, () => ({ fill: NONE, label: null })) }] : []),
    ...bars('range', (r) => r.range !== undefined && r.range.high > 0),
    ...bars('rangeBelow', crosses),
    ...(rows.some(withheld)
      ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: points(withheld, () => ({ ...LOOKS.undisclosed, label: null })) }]
      : []),
    {
      values: 'room',
      fill: NONE,
      points: points(
        () => true,
        (r) => ({
          fill: NONE,
          label: {
            text: r.label,
            format: literal(r.label),
            style: { size: scale.value, bold: true, color: withheld(r) ? 'ink2' : 'ink' },
            position: 'inBase',
            figure: r.figure.id,
          },
        }),
      ),
    },
  ];
};

const columnsOf = (rows: readonly Statement[], reach: Reach, spec: ChartSpec, context: ChartContext): readonly DataColumn[] => {
  const { words, unit } = context.locale;
  const helper = words.helperColumns;
  const format = decimalsFormat(Math.max(0, ...rows.map((r) => decimalsOf(r.figure))));
  const column = (id: string, header: string, cell: (row: Statement, index: number) => DataCell, numbers = 'General'): DataColumn => ({
    id,
    header,
    format: numbers,
    cells: rows.map(cell),
  });
  const end = (id: 'low' | 'high', row: number): CellPlace => ({ column: id, row });
  const part =
    (kind: 'under' | 'above' | 'below') =>
    (row: Statement, index: number): DataCell => {
      if (!row.range) return EMPTY;
      const bar = barOf({ from: row.range.low, to: row.range.high });
      return {
        kind: 'number',
        value: kind === 'under' ? bar.base : bar[kind],
        formula: { kind, from: end('low', index), to: end('high', index) },
      };
    };
  const stated = (row: Statement, value: number | undefined): DataCell =>
    value === undefined ? EMPTY : { kind: 'number', value, figure: row.figure.id };
  return [
    column('item', words.dataColumns.source, (r) => textCell(briefName(r.name))),
    column(
      'value',
      `${spec.drawn.label}${context.locale.comma}${unit(spec.drawn.unit)}`,
      (r) => (r.range ? EMPTY : stated(r, r.value)),
      format,
    ),
    ...(rows.some((r) => r.range)
      ? [
          column('low', helper.low, (r) => stated(r, r.range?.low), format),
          column('high', helper.high, (r) => stated(r, r.range?.high), format),
          column('base', helper.base, part('under')),
          column('range', helper.width, part('above')),
        ]
      : []),
    ...(rows.some(crosses) ? [column('rangeBelow', helper.widthBelow, part('below'))] : []),
    ...(rows.some((r) => r.value === undefined)
      ? [column('placeholder', words.placeholder, (r) => numberOrEmpty(r.value === undefined ? PLACEHOLDER * reach.longest : undefined))]
      : []),
    column('room', helper.room, (r) => numberOrEmpty((pointsLeft(r) ? -ROOM : ROOM) * reach.longest)),
    ...rowNotes(rows, context),
  ];
};

const findings = (spec: ChartSpec, count: number, rows: readonly Statement[]): readonly Diagnostic[] => [
  ...longNameFinding(
    spec.id,
    rows.map((r) => r.name),
  ),
  ...(count > rows.length
    ? [
        {
          code: 'charts/too-many-bars',
          severity: 'warning',
          message: `the chart "${spec.id}" shows ${rows.length} of ${count} competing figures`,
          hints: ['list them all in a table'],
        } as const,
      ]
    : []),
  ...(count < 2
    ? [
        {
          code: 'charts/nothing-competes',
          severity: 'note',
          message: `the chart "${spec.id}" has the figure of one publisher only`,
          hints: ['give the point alternatives, or choose a year that has some'],
        } as const,
      ]
    : []),
];

/** What several publishers say of one thing in one year, side by side: never averaged. */
export const competing: ChartKind = {
  comparable: true,
  height: (spec) => Math.min(320, Math.max(90, Math.min(spec.drawn.series.length, MOST_ROWS) * 27)),
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const all = statementsOf(spec, context);
    // The briefing's own figure is never left out.
    const kept = new Set([...all.filter((r) => r.role === 'subject'), ...all.filter((r) => r.role !== 'subject')].slice(0, MOST_ROWS));
    const rows = all.filter((r) => kept.has(r));
    const reach = reachOf(rows);
    const x = nameRoom(
      rows.map((r) => r.name),
      context,
    );
    const plot = { x, y: 2, w: frame.width - x - 2, h: frame.height - 4 };
    const unit = locale.unit(spec.drawn.unit);
    const [year] = spec.drawn.places;
    return {
      diagnostics: findings(spec, all.length, rows),
      alt: {
        kind: 'competing',
        of: 'names',
        name: `${spec.drawn.label}${locale.comma}${year?.label ?? ''}`,
        unit,
        points: rows.map((r) => ({ at: r.name, figure: r.figure })),
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: columnsOf(rows, reach, spec, context) },
        categories: 'item',
        frame,
        area: areaOf(plot, frame),
        axes: lyingAxes(axisOf(rows, reach, plot, context), {}, context),
        layers: [{ kind: 'bar', grouping: 'stacked', gapWidth: GAP_WIDTH, overlap: 100, series: seriesOf(rows, context) }],
        annotations: [],
      },
    };
  },
};
