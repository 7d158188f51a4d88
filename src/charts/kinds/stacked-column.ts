import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { longNameFinding } from '../brief-name.ts';
import { columnNames } from '../column-names.ts';
import { endsAt } from '../common-scale.ts';
import type { DataColumn } from '../data-table.ts';
import { statusDivider } from '../divider.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import type { NativePoint, NativeSeries } from '../native.ts';
import { literal } from '../number-format.ts';
import { rightColumn, rightRoom } from '../right-column.ts';
import { placeNames, rowOf, type SeriesRow, seriesRows, stackOrder, textOn } from '../series-cells.ts';
import { columnId, EMPTY, originColumns, rateCell, textCell, totalColumn, valueColumns } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';

const GAP_WIDTH = 45;
/** The height of the stub on a stack with a withheld part: a share of what all stacks reach. It carries no value. */
const STUB = 0.07;
const LABEL_GAP = 3;

interface Stacks {
  readonly rows: readonly SeriesRow[];
  readonly total: SeriesRow | undefined;
  readonly names: readonly string[];
  /** By place: what is piled above and below zero, whether a part is withheld, the height of its stub. */
  readonly heights: readonly { readonly up: number; readonly down: number; readonly withheld: boolean }[];
  readonly stub: number;
}

const stacksOf = (spec: ChartSpec, context: ChartContext): Stacks => {
  const rows = stackOrder(seriesRows(spec, context));
  const total = spec.drawn.total ? rowOf(spec.drawn.total, 'ink', spec, context) : undefined;
  const heights = spec.drawn.places.map((_, i) => {
    const values = rows.flatMap((r) => r.cells[i]?.value ?? []);
    return {
      up: values.filter((v) => v > 0).reduce((a, b) => a + b, 0),
      down: values.filter((v) => v < 0).reduce((a, b) => a + b, 0),
      withheld: rows.some((r) => r.cells[i] !== undefined && r.cells[i]?.value === undefined),
    };
  });
  const span = Math.max(0, ...heights.map((h) => h.up)) - Math.min(0, ...heights.map((h) => h.down)) || 1;
  return { rows, total, names: placeNames(spec, rows, context), heights, stub: STUB * span };
};

interface Geometry {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly min: number;
  readonly max: number;
  readonly band: number;
  readonly yOf: (value: number) => number;
}

const geometryOf = (stacks: Stacks, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const right = rightRoom(stacks.rows, context);
  const head = scale.legend * 1.8;
  const plot = {
    x: 2,
    y: head,
    w: Math.max(40, frame.width - 4 - right.names - right.rates),
    h: Math.max(20, frame.height - head - lineHeight(scale.axis) - 8),
  };
  const tops = stacks.heights.map((h) => h.up + (h.withheld ? stacks.stub : 0));
  const [top, bottom] = [Math.max(0, ...tops) || 1, Math.min(0, ...stacks.heights.map((h) => h.down))];
  const labels = lineHeight(scale.value) + LABEL_GAP + 2;
  const perPoint = (top - bottom) / Math.max(plot.h * 0.3, plot.h - labels);
  const { min, max } = endsAt({ min: bottom, max: top + perPoint * labels }, { bottom, foot: 0, length: plot.h }, context.valuePerPoint);
  return { plot, min, max, band: plot.w / Math.max(1, stacks.names.length), yOf: (v) => plot.y + plot.h * (1 - (v - min) / (max - min)) };
};

/** A label needs a part high enough for it and a column wide enough. */
const hasRoom = (label: string, value: number, g: Geometry, { scale }: ChartContext): boolean =>
  (Math.abs(value) / (g.max - g.min)) * g.plot.h >= scale.segment.least &&
  textWidth(label, { size: scale.segment.size, bold: false, italic: false }) <= g.band / (1 + GAP_WIDTH / 100) - 2;

/** The stub on a stack always has its label, and may be low: a part's label gives way to it. */
const clearOfStub = ({ rows, heights, stub }: Stacks, row: SeriesRow, place: number, g: Geometry, { scale }: ChartContext): boolean => {
  const value = row.cells[place]?.value ?? 0;
  if (!heights[place]?.withheld || value < 0) return true;
  const between = rows.slice(rows.indexOf(row) + 1).reduce((sum, r) => sum + Math.max(0, r.cells[place]?.value ?? 0), 0);
  return ((value / 2 + between + stub / 2) / (g.max - g.min)) * g.plot.h >= scale.segment.least;
};

const partSeries = (row: SeriesRow, stacks: Stacks, g: Geometry, context: ChartContext): NativeSeries => {
  const fill = { kind: 'solid', color: row.color } as const;
  // The series at the base has no outline, which would cut the axis line.
  const stroke = row === stacks.rows[0] ? {} : { stroke: { color: 'page', width: 0.75, dashed: false } as const };
  const { size } = context.scale.segment;
  return {
    values: columnId(row),
    fill,
    ...stroke,
    points: row.cells.flatMap((cell, i): readonly NativePoint[] => {
      if (cell?.value === undefined) return [];
      const label = {
        text: cell.label,
        format: cell.format,
        style: { size, bold: false, color: textOn(row.color) },
        position: 'ctr',
        figure: cell.figure.id,
      } as const;
      return [
        {
          index: i,
          fill,
          ...stroke,
          label: hasRoom(cell.label, cell.value, g, context) && clearOfStub(stacks, row, i, g, context) ? label : null,
        },
      ];
    }),
  };
};

const stubSeries = (stacks: Stacks, { scale, locale }: ChartContext): NativeSeries => ({
  values: 'placeholder',
  ...LOOKS.undisclosed,
  points: stacks.heights.flatMap((h, index) =>
    h.withheld
      ? [
          {
            index,
            ...LOOKS.undisclosed,
            label: {
              text: locale.undisclosed,
              format: literal(locale.undisclosed),
              style: { size: scale.segment.size, bold: false, color: 'ink' },
              position: 'ctr',
            } as const,
          },
        ]
      : [],
  ),
});

/** Totals follow edits: an invisible line at the height of the stack, with labels above. */
const totalSeries = (total: SeriesRow, shown: boolean, { scale }: ChartContext): NativeSeries => ({
  values: 'height',
  fill: { kind: 'none' },
  points: total.cells.flatMap((cell, index): readonly NativePoint[] =>
    cell
      ? [
          {
            index,
            fill: { kind: 'none' },
            label: shown
              ? {
                  text: cell.label,
                  format: literal(cell.label),
                  style: { size: scale.value, bold: true, color: cell.value === undefined ? 'ink2' : 'ink' },
                  position: 't',
                  figure: cell.figure.id,
                }
              : null,
          },
        ]
      : [],
  ),
});

/** Where the label of a total stands: the top of its stack, parts and stub, as a formula over them. */
const heightColumn = (stacks: Stacks, header: string): DataColumn => ({
  id: 'height',
  header,
  format: 'General',
  cells: stacks.heights.map((h, row) => {
    const parts = stacks.rows.filter((r) => (r.cells[row]?.value ?? 0) > 0).map((r) => ({ column: columnId(r), row }));
    const of = h.withheld ? [...parts, { column: 'placeholder', row }] : parts;
    // The total of parts that are all below zero stands on the axis.
    if (of.length === 0) return stacks.total?.cells[row] ? { kind: 'number', value: 0 } : EMPTY;
    return { kind: 'number', value: h.up + (h.withheld ? stacks.stub : 0), formula: { kind: 'sum', of } };
  }),
});

const tableOf = (stacks: Stacks, { locale }: ChartContext): readonly DataColumn[] => {
  const { rows, total, names, heights } = stacks;
  const { words } = locale;
  const rated = rows.filter((r) => r.rates.length > 0);
  return [
    ...valueColumns(rows, names, words.dataColumns.period),
    ...(heights.some((h) => h.withheld)
      ? [
          {
            id: 'placeholder',
            header: words.placeholder,
            format: 'General',
            cells: heights.map((h) => (h.withheld ? ({ kind: 'number', value: stacks.stub } as const) : EMPTY)),
          },
        ]
      : []),
    ...(total ? [totalColumn(total, rows, words.total), heightColumn(stacks, words.labelHeight)] : []),
    ...originColumns([...rows, ...(total ? [total] : [])], names.length, locale),
    ...(rated.length > 0
      ? [
          { id: 'rated', header: words.cagr, format: 'General', cells: rated.map((r) => textCell(r.label)) },
          { id: 'rates', header: '%', format: '0.0', cells: rated.map((r) => rateCell(r.rates[0], r)) },
        ]
      : []),
  ];
};

const findings = (spec: ChartSpec, stacks: Stacks, shown: boolean): readonly Diagnostic[] => [
  ...longNameFinding(
    spec.id,
    stacks.rows.map((r) => r.label),
  ),
  ...(stacks.heights.some((h) => h.down < 0)
    ? [
        {
          code: 'charts/negative-in-stack',
          severity: 'warning',
          message: `the stack "${spec.id}" holds negative values: its parts do not add up to the height of its columns`,
          hints: ['use kind="clustered-column" for parts that may be negative'],
        } as const,
      ]
    : []),
  ...(shown || !stacks.total
    ? []
    : [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" has too many columns for the labels of their totals`,
          hints: ['choose years, e.g. years="2020 2025 2030"'],
        } as const,
      ]),
];

/** Stacked columns over years: parts in one order, totals above, names and growth rates of the parts at the right. */
export const stackedColumn: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const stacks = stacksOf(spec, context);
    const g = geometryOf(stacks, context);
    const { rows, total, heights } = stacks;
    const widest = Math.max(
      0,
      ...(total?.cells ?? []).map((c) => textWidth(c?.label ?? '', { size: scale.value, bold: true, italic: false })),
    );
    const shown = widest + 4 <= g.band;
    const periods = columnNames(stacks.names, g.plot, context);
    const last = heights.length - 1;
    const middle = (row: SeriesRow): number => {
      const own = row.cells[last]?.value ?? 0;
      // Parts below zero pile up downwards.
      const under = rows.slice(0, rows.indexOf(row)).flatMap((r) => r.cells[last]?.value ?? []);
      return g.yOf(under.filter((v) => v < 0 === own < 0).reduce((a, b) => a + b, 0) + own / 2);
    };
    const withheld = heights.some((h) => h.withheld);
    const right = g.plot.x + g.plot.w;
    return {
      diagnostics: findings(spec, stacks, shown),
      alt: {
        kind: 'stacked-column',
        of: 'years',
        name: spec.drawn.label,
        unit: locale.unit(spec.drawn.unit),
        points: (total ? [total] : rows).flatMap((r) =>
          r.cells.flatMap((c) =>
            c ? [{ at: total ? String(c.figure.period.to) : `${c.figure.period.to}, ${r.label}`, figure: c.figure }] : [],
          ),
        ),
        rates: rows.flatMap((r) => r.rates).slice(0, 0),
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: tableOf(stacks, context) },
        categories: 'place',
        frame,
        area: { x: g.plot.x / frame.width, y: g.plot.y / frame.height, w: g.plot.w / frame.width, h: g.plot.h / frame.height },
        axes: {
          kind: 'category',
          direction: 'column',
          category: periods.category,
          value: { min: g.min, max: g.max },
        },
        layers: [
          {
            kind: 'bar',
            grouping: 'stacked',
            gapWidth: GAP_WIDTH,
            overlap: 100,
            series: [...rows.map((r) => partSeries(r, stacks, g, context)), ...(withheld ? [stubSeries(stacks, context)] : [])],
          },
          ...(total ? [{ kind: 'line' as const, series: [totalSeries(total, shown, context)] }] : []),
        ],
        annotations: [
          ...periods.annotations,
          ...statusDivider(
            (total ?? rows[0])?.cells.map((c) => c?.figure) ?? [],
            (i) => g.plot.x + g.band * i,
            { top: 0, bottom: g.plot.y + g.plot.h },
            context,
          ),
          ...rightColumn(
            rows.map((row) => ({ row, y: middle(row) })),
            right,
            { low: g.plot.y, high: g.plot.y + g.plot.h },
            context,
          ),
        ],
      },
    };
  },
};
