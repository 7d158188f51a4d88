import type { Diagnostic } from '../../base/diagnostic.ts';
import { textWidth } from '../../fonts/measure.ts';
import { briefName, longNameFinding } from '../brief-name.ts';
import type { DataCell, DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize } from '../label-fit.ts';
import { nameRoom } from '../lying.ts';
import { mostRowsFinding } from '../most-rows.ts';
import type { Annotation, LabelPosition, NativePoint, NativeSeries } from '../native.ts';
import { literal } from '../number-format.ts';
import type { Fill, Stroke } from '../paint.ts';
import {
  labelAt,
  type PairRow,
  type Pairs,
  pairColumns,
  pairNotes,
  pairPoints,
  pairsOf,
  rowNames,
  SIDES,
  type Side,
  sideColumn,
  valueAt,
} from '../pairs.ts';
import { areaOf, type Plot } from '../plot.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { line, textBox } from '../text-box.ts';

const MOST_ROWS = 12;
const LABEL_GAP = 10;

const LOOK: readonly [{ readonly fill: Fill; readonly stroke: Stroke }, { readonly fill: Fill; readonly stroke: Stroke }] = [
  { fill: { kind: 'solid', color: 'grey' }, stroke: { color: 'ink3', width: 0.75, dashed: false } },
  { fill: { kind: 'solid', color: 'blue' }, stroke: { color: 'blue', width: 0.75, dashed: false } },
];
/** A mark without a value is hollow. */
const HOLLOW = { fill: { kind: 'solid', color: 'page' }, stroke: { color: 'nodataLine', width: 1.25, dashed: false } } as const;

/** From zero: the places of marks compare. */
const scaleOf = (rows: readonly PairRow[]): { readonly low: number; readonly high: number } => {
  const values = rows.flatMap((r) => SIDES.flatMap((side) => valueAt(r, side) ?? []));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return { low, high: high > low ? high : low + 1 };
};

/** Labels stand on the outer sides of the two marks. */
const positionOf = (row: PairRow, side: Side): LabelPosition => {
  const [own, other] = [valueAt(row, side), valueAt(row, side === 0 ? 1 : 0)];
  if (own === undefined || other === undefined || own === other) return side === 0 ? 'l' : 'r';
  return own < other ? 'l' : 'r';
};

interface Geometry {
  readonly plot: Plot;
  readonly min: number;
  readonly max: number;
  readonly band: number;
  /** What a label and its mark need at either end, points. */
  readonly room: number;
  /** Of the labels, points. */
  readonly size: number;
  /** Values have labels. What is withheld always has. */
  readonly labelled: boolean;
}

/** Marks keep this share of the plot, however wide their labels are. */
const LEAST_SPAN = 0.2;

const geometryWith = (
  size: number,
  labelled: boolean,
  rows: readonly PairRow[],
  context: ChartContext,
): Geometry & { readonly clear: boolean } => {
  const { frame, scale: sizes } = context;
  const key = sizes.legend * 1.8;
  const x = nameRoom(
    rows.map((r) => r.name),
    context,
  );
  const plot = { x, y: key, w: frame.width - x - 2, h: Math.max(20, frame.height - key - 2) };
  const roomOf = (row: PairRow, side: Side): number =>
    labelled || valueAt(row, side) === undefined
      ? textWidth(labelAt(row, side, context), { size, bold: true, italic: false }) + sizes.axis / 2 + LABEL_GAP
      : sizes.axis / 2;
  const room = Math.max(0, ...rows.flatMap((r) => SIDES.map((side) => roomOf(r, side))));
  const missing = (side: Side): boolean => rows.some((r) => valueAt(r, side) === undefined);
  const { low, high } = scaleOf(rows);
  // Marks of what is withheld stand beyond the scale, where no value could be.
  const right = missing(1) ? room + 2 * sizes.axis : room;
  /** What a label at the left of its mark needs beyond the low end of the scale. */
  const overhang = (row: PairRow, side: Side): number => {
    const value = valueAt(row, side);
    if (value === undefined || positionOf(row, side) !== 'l' || value >= high) return 0;
    const along = (value - low) / (high - low);
    return (roomOf(row, side) - along * (plot.w - right)) / (1 - along);
  };
  const left = missing(0) ? room + 2 * sizes.axis : Math.max(0, ...rows.flatMap((r) => SIDES.map((side) => overhang(r, side))));
  const span = plot.w - left - right;
  const perPoint = (high - low) / Math.max(plot.w * LEAST_SPAN, span);
  const [min, max] = [low - perPoint * left, high + perPoint * right];
  return { plot, min, max, band: plot.h / Math.max(1, rows.length), room, size, labelled, clear: span >= plot.w * LEAST_SPAN };
};

/** With the largest size of the scale at which labels leave the marks room; without labels of values where none does. */
const geometryOf = (rows: readonly PairRow[], context: ChartContext): Geometry => {
  const size = fittingSize(context.scale, (s) => geometryWith(s, true, rows, context).clear);
  return geometryWith(size ?? context.scale.legend, size !== undefined, rows, context);
};

/** From mark to mark, and an empty row that ends the line. */
const SPAN_ROWS = 3;

/** Both marks of all items with the lines between them are one series, so that no line crosses a mark. */
const marks = (rows: readonly PairRow[], { size, labelled }: Geometry, context: ChartContext): NativeSeries => ({
  values: 'row',
  x: 'end',
  fill: { kind: 'none' },
  marker: context.scale.axis,
  // Office draws the line into a point in the point's colour: that of the later value.
  joined: { color: 'blue', width: 1.5, dashed: false },
  points: rows.flatMap((row, i) =>
    SIDES.flatMap((side): readonly NativePoint[] => {
      const cell = row.cells[side];
      if (cell?.value === undefined) return [];
      const style = { size, bold: side === 1, color: 'ink' } as const;
      const label = { text: cell.label, format: literal(cell.label), style, position: positionOf(row, side), figure: cell.figure.id };
      return [{ index: i * SPAN_ROWS + side, ...LOOK[side], label: labelled ? label : null }];
    }),
  ),
});

/** Hollow marks at the edges for what is withheld: they carry no value, so they are no points of the chart. */
const gaps = (rows: readonly PairRow[], g: Geometry, context: ChartContext): readonly Annotation[] => {
  const { frame, scale } = context;
  const size = scale.axis;
  return rows.flatMap((row, i) =>
    SIDES.flatMap((side): readonly Annotation[] => {
      if (valueAt(row, side) !== undefined) return [];
      const y = g.plot.y + g.band * (i + 0.5);
      const x = side === 0 ? g.plot.x + g.room - size / 2 : g.plot.x + g.plot.w - g.room + size / 2;
      const style = { size: g.size, bold: side === 1, color: 'ink2' } as const;
      const at = { x: side === 0 ? x - size / 2 : x + size / 2, y, align: side === 0 ? 'right' : 'left' } as const;
      return [
        {
          kind: 'box',
          name: `gap ${i + 1}`,
          shape: 'pill',
          x: (x - size / 2) / frame.width,
          y: (y - size / 2) / frame.height,
          w: size / frame.width,
          h: size / frame.height,
          ...HOLLOW,
        },
        textBox(`withheld ${i + 1}`, labelAt(row, side, context), at, style, frame, row.cells[side]?.figure.id),
      ];
    }),
  );
};

/** The values, then the ends of the lines with their rows on the scale, counted from the bottom, where it begins. */
const columnsOf = (pairs: Pairs, spec: ChartSpec, unit: string, context: ChartContext): readonly DataColumn[] => {
  const { rows, sides } = pairs;
  const { helperColumns } = context.locale.words;
  const ends = (id: string, header: string, cell: (row: PairRow, index: number, side: Side) => DataCell): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: rows.flatMap((row, i) => [...SIDES.map((side) => (valueAt(row, side) === undefined ? EMPTY : cell(row, i, side))), EMPTY]),
  });
  return [
    ...pairColumns(pairs, unit, context),
    ...pairNotes(pairs, context),
    ends('endOf', helperColumns.endOf, (row, _, side) => textCell(`${briefName(row.name)}, ${sides[side]}`)),
    ends('end', helperColumns.end, (row, i, side) => ({
      kind: 'number',
      value: valueAt(row, side) ?? 0,
      formula: { kind: 'sum', of: [{ column: sideColumn(side), row: i }] },
    })),
    ends('row', spec.drawn.label, (_, i) => ({ kind: 'number', value: rows.length - i })),
  ];
};

/** A mark and a name for each of the two values. */
const keys = (pairs: Pairs, left: number, { frame, scale }: ChartContext): readonly Annotation[] => {
  const style = { size: scale.legend, bold: false, color: 'ink2' } as const;
  const size = scale.legend * 0.8;
  const first = textWidth(pairs.sides[0], { ...style, italic: false }) + size + 24;
  return SIDES.flatMap((side): readonly Annotation[] => {
    const x = left + (side === 0 ? 0 : first);
    const y = scale.legend * 0.8;
    return [
      {
        kind: 'box',
        name: `key ${side + 1}`,
        shape: 'pill',
        x: x / frame.width,
        y: (y - size / 2) / frame.height,
        w: size / frame.width,
        h: size / frame.height,
        ...LOOK[side],
      },
      textBox(`legend ${side + 1}`, pairs.sides[side], { x: x + size, y, align: 'left' }, style, frame),
    ];
  });
};

const findings = (spec: ChartSpec, count: number, rows: readonly PairRow[], labelled: boolean): readonly Diagnostic[] => [
  ...(labelled
    ? []
    : [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" has no room for the labels of its values`,
          hints: ['widen the chart, or give the items shorter labels'],
        } as const,
      ]),
  ...longNameFinding(
    spec.id,
    rows.map((r) => r.name),
  ),
  ...mostRowsFinding('charts/too-many-rows', spec.id, rows.length, count, 'items'),
];

/** Two values of each item as marks on one scale, joined by a line. */
export const dumbbell: ChartKind = {
  height: (spec) => Math.min(340, 30 + Math.min(spec.drawn.series.length, MOST_ROWS) * 26),
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const all = pairsOf(spec, context);
    const pairs: Pairs = { ...all, rows: all.rows.slice(0, MOST_ROWS) };
    const { rows } = pairs;
    const unit = locale.unit(spec.drawn.unit);
    const g = geometryOf(rows, context);
    const zero = g.plot.x + (-g.min / (g.max - g.min)) * g.plot.w;
    return {
      diagnostics: findings(spec, all.rows.length, rows, g.labelled),
      alt: { kind: 'dumbbell', of: 'names', name: spec.drawn.label, unit, points: pairPoints(pairs), rates: [] },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: columnsOf(pairs, spec, unit, context) },
        categories: 'item',
        frame,
        area: areaOf(g.plot, frame),
        axes: {
          kind: 'xy',
          x: { min: g.min, max: g.max },
          // Rows are numbered from below.
          y: { min: 0.5, max: Math.max(1, rows.length) + 0.5 },
          crossX: 0,
          crossY: 0.5,
          line: { color: 'rule', width: 0, dashed: false },
        },
        layers: [{ kind: 'scatter', series: [marks(rows, g, context)] }],
        annotations: [
          line('zero', { x: zero, y: g.plot.y }, { x: zero, y: g.plot.y + g.plot.h }, { color: 'rule', width: 0.75, dashed: false }, frame),
          ...keys(pairs, g.plot.x, context),
          ...gaps(rows, g, context),
          ...rowNames(
            rows,
            { x: g.plot.x, align: 'right', width: g.plot.x - 9, band: g.band, middle: (row) => g.plot.y + g.band * (row + 0.5) },
            context,
          ),
        ],
      },
    };
  },
};
