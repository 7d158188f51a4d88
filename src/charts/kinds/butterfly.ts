import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { longNameFinding } from '../brief-name.ts';
import type { DataCell, DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, widestText } from '../label-fit.ts';
import { lyingAxes } from '../lying.ts';
import { mostRowsFinding } from '../most-rows.ts';
import type { Annotation, NativePoint, NativeSeries, TextStyle } from '../native.ts';
import { literal } from '../number-format.ts';
import type { ColorToken, Fill } from '../paint.ts';
import {
  helperColumn,
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
import { EMPTY } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';
import { line, textBox, textLines } from '../text-box.ts';

const MOST_ROWS = 10;
const GAP_WIDTH = 45;
/** Half of the gutter for the names, what carries no value, and what labels stand on: shares of the longest bar. */
const GUTTER = 0.34;
const PLACEHOLDER = 0.15;
const ROOM = 0.25;
const LABEL_GAP = 8;
const NONE: Fill = { kind: 'none' };

const SIGN: readonly [number, number] = [-1, 1];

interface Geometry {
  readonly plot: Plot;
  readonly reach: number;
  readonly band: number;
  /** Of the values, points. */
  readonly size: number;
  /** Half of the gutter in points. */
  readonly gutter: number;
}

const headStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.name.size, bold: true, color: 'ink' });

/** Of their side, bars take this share before labels get smaller, and that one however wide the smallest labels are. */
const LEAST_BARS = { wanted: 0.4, kept: 0.15 } as const;

const longestOf = (rows: readonly PairRow[]): number =>
  Math.max(0, ...rows.flatMap((r) => SIDES.map((side) => valueAt(r, side) ?? 0))) || 1;

const geometryOf = ({ rows }: Pairs, heads: number, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const longest = longestOf(rows);
  const head = heads * lineHeight(scale.name.size) + 8;
  const plot = { x: 2, y: head, w: frame.width - 4, h: Math.max(20, frame.height - head - 2) };
  const texts = rows.flatMap((r) => SIDES.map((s) => labelAt(r, s, context)));
  const half = plot.w / 2;
  const left = (at: number): number => half - widestText(texts, at, true) - LABEL_GAP;
  const size = fittingSize(scale, (at) => left(at) >= half * LEAST_BARS.wanted) ?? scale.legend;
  const usable = Math.max(half * LEAST_BARS.kept, left(size));
  const reach = (longest * (1 + GUTTER) * half) / usable;
  return { plot, reach, size, band: plot.h / Math.max(1, rows.length), gutter: ((longest * GUTTER) / reach) * half };
};

const colorOf = (row: PairRow, side: Side, highlight: string | undefined): ColorToken => {
  if (highlight === undefined ? row.role === 'other' : row.name !== highlight) return 'grey';
  return side === 0 ? 'navy' : 'blue';
};

/** From the middle outwards: the gutter, the bar or what stands for a withheld one, and the room its label stands on. */
const sideSeries = (pairs: Pairs, side: Side, size: number, spec: ChartSpec, context: ChartContext): readonly NativeSeries[] => {
  const { rows } = pairs;
  const points = (test: (row: PairRow) => boolean, point: (row: PairRow) => Omit<NativePoint, 'index'>): readonly NativePoint[] =>
    rows.flatMap((r, index) => (test(r) ? [{ index, ...point(r) }] : []));
  const withheld = (row: PairRow): boolean => valueAt(row, side) === undefined;
  const invisible = { fill: NONE, label: null } as const;
  return [
    {
      values: `gutter${side}`,
      fill: NONE,
      points: points(
        () => true,
        () => invisible,
      ),
    },
    {
      values: `bar${side}`,
      fill: { kind: 'solid', color: side === 0 ? 'navy' : 'blue' },
      points: points(
        (r) => (valueAt(r, side) ?? -1) >= 0,
        (r) => ({ fill: { kind: 'solid', color: colorOf(r, side, spec.highlight) }, label: null }),
      ),
    },
    ...(rows.some(withheld)
      ? [{ values: `placeholder${side}`, ...LOOKS.undisclosed, points: points(withheld, () => ({ ...LOOKS.undisclosed, label: null })) }]
      : []),
    {
      values: `room${side}`,
      fill: NONE,
      points: points(
        () => true,
        (r) => {
          const text = labelAt(r, side, context);
          const figure = r.cells[side]?.figure.id;
          return {
            fill: NONE,
            label: {
              text,
              format: literal(text),
              style: { size, bold: true, color: withheld(r) ? 'ink2' : 'ink' },
              position: 'inBase',
              ...(figure === undefined ? {} : { figure }),
            },
          };
        },
      ),
    },
  ];
};

/** A bar cannot stand on the other side of the gutter: a negative value has none. */
const barCell = (row: PairRow, side: Side, index: number): DataCell => {
  const value = valueAt(row, side);
  if (value === undefined || value < 0) return EMPTY;
  const of = { column: sideColumn(side), row: index };
  return side === 0
    ? { kind: 'number', value: -value, formula: { kind: 'negative', of } }
    : { kind: 'number', value, formula: { kind: 'sum', of: [of] } };
};

const columnsOf = (pairs: Pairs, unit: string, context: ChartContext): readonly DataColumn[] => {
  const { rows, sides } = pairs;
  const longest = longestOf(rows);
  const { words } = context.locale;
  const fixed = (value: number): DataCell => ({ kind: 'number', value });
  return [
    ...pairColumns(pairs, unit, context),
    ...SIDES.flatMap((side) => [
      helperColumn(`gutter${side}`, `${words.helperColumns.gutter}, ${sides[side]}`, rows, () => fixed(SIGN[side] * GUTTER * longest)),
      helperColumn(`bar${side}`, sides[side], rows, (r, i) => barCell(r, side, i)),
      ...(rows.some((r) => valueAt(r, side) === undefined)
        ? [
            helperColumn(`placeholder${side}`, `${words.placeholder}, ${sides[side]}`, rows, (r) =>
              valueAt(r, side) === undefined ? fixed(SIGN[side] * PLACEHOLDER * longest) : EMPTY,
            ),
          ]
        : []),
      helperColumn(`room${side}`, `${words.helperColumns.room}, ${sides[side]}`, rows, () => fixed(SIGN[side] * ROOM * longest)),
    ]),
    ...pairNotes(pairs, context),
  ];
};

/** The line that the bars of a side stand on, and the side's name over it. */
const sideMarks = (heads: readonly (readonly string[])[], g: Geometry, context: ChartContext): readonly Annotation[] => {
  const style = headStyle(context);
  const height = lineHeight(style.size);
  const most = Math.max(...heads.map((h) => h.length));
  return SIDES.flatMap((side) => {
    const x = g.plot.x + g.plot.w / 2 + SIGN[side] * g.gutter;
    const texts = heads[side] ?? [];
    return [
      line(
        `base ${side + 1}`,
        { x, y: g.plot.y },
        { x, y: g.plot.y + g.plot.h },
        { color: 'ink3', width: 1, dashed: false },
        context.frame,
      ),
      ...texts.map((text, n) =>
        textBox(
          `head ${side + 1}`,
          text,
          { x: x - SIGN[side] * 4, y: 2 + height * (n + most - texts.length + 0.5), align: side === 0 ? 'right' : 'left' },
          style,
          context.frame,
        ),
      ),
    ];
  });
};

const findings = (spec: ChartSpec, count: number, rows: readonly PairRow[]): readonly Diagnostic[] => [
  ...longNameFinding(
    spec.id,
    rows.map((r) => r.name),
  ),
  ...mostRowsFinding('charts/too-many-bars', spec.id, rows.length, count, 'items'),
  ...(rows.some((r) => SIDES.some((side) => (valueAt(r, side) ?? 0) < 0))
    ? [
        {
          code: 'charts/negative-in-butterfly',
          severity: 'warning',
          message: `the chart "${spec.id}" holds negative values, which have no bar beside its gutter`,
          hints: ['use kind="dumbbell" for values that may be negative'],
        } as const,
      ]
    : []),
];

/** Two values of each item as bars to the left and to the right of their names. */
export const butterfly: ChartKind = {
  height: (spec) => Math.min(320, 40 + Math.min(spec.drawn.series.length, MOST_ROWS) * 27),
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const all = pairsOf(spec, context);
    const pairs: Pairs = { ...all, rows: all.rows.slice(0, MOST_ROWS) };
    const unit = locale.unit(spec.drawn.unit);
    const width = frame.width / 2 / (1 + GUTTER) - 10;
    const heads = pairs.sides.map((side) => textLines(side, headStyle(context), width, 2));
    const g = geometryOf(pairs, Math.max(...heads.map((h) => h.length)), context);
    return {
      diagnostics: findings(spec, all.rows.length, pairs.rows),
      alt: { kind: 'butterfly', of: 'names', name: spec.drawn.label, unit, points: pairPoints(pairs), rates: [] },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: columnsOf(pairs, unit, context) },
        categories: 'item',
        frame,
        area: areaOf(g.plot, frame),
        axes: lyingAxes({ min: -g.reach, max: g.reach }, { line: false, hidden: true }, context),
        layers: [
          {
            kind: 'bar',
            grouping: 'stacked',
            gapWidth: GAP_WIDTH,
            overlap: 100,
            series: SIDES.flatMap((side) => sideSeries(pairs, side, g.size, spec, context)),
          },
        ],
        annotations: [
          ...sideMarks(heads, g, context),
          ...rowNames(
            pairs.rows,
            {
              x: g.plot.x + g.plot.w / 2,
              align: 'center',
              width: 2 * g.gutter - 14,
              band: g.band,
              middle: (row) => g.plot.y + g.band * (row + 0.5),
            },
            context,
          ),
        ],
      },
    };
  },
};
