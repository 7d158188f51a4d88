import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { briefName, longNameFinding } from '../brief-name.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { type MapColumnNames, mapColumnNames } from '../map-column-names.ts';
import { FULL_WIDTH, type MapColumn, type MarketMap, MOST_COLUMNS, marketMap } from '../market-map.ts';
import { marketMapTable } from '../market-map-table.ts';
import type { Annotation, NativeSeries, TextStyle } from '../native.ts';
import type { Fill, Stroke } from '../paint.ts';
import { areaOf } from '../plot.ts';
import { rightColumn, rightRoom } from '../right-column.ts';
import { type SeriesRow, textOn } from '../series-cells.ts';
import { columnId } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';
import { fitted, textBox, widthOf } from '../text-box.ts';

const HEIGHT = 280;
const PAGE: Fill = { kind: 'solid', color: 'page' };
const SEPARATOR: Stroke = { color: 'page', width: 0.75, dashed: false };

interface Geometry {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly names: MapColumnNames;
  readonly lists: readonly string[];
  readonly xOf: (width: number) => number;
  readonly yOf: (height: number) => number;
}

/** What is not on the map, said below it. */
const listsOf = (map: MarketMap, names: MapColumnNames, { locale }: ChartContext): readonly string[] => [
  ...(map.unknown.length > 0 ? [`${locale.undisclosed}${locale.colon}${map.unknown.map(briefName).join(locale.comma)}`] : []),
  ...(names.leftOut.length > 0 ? [`${locale.words.unnamed}${locale.colon}${names.leftOut.join(locale.comma)}`] : []),
  ...(map.beyond.length > 0 ? [`${locale.words.notDrawn}${locale.colon}${map.beyond.map(briefName).join(locale.comma)}`] : []),
  ...(map.belowZero.length > 0 ? [`${locale.words.belowZero}${locale.colon}${map.belowZero.map(briefName).join(locale.comma)}`] : []),
];

const totalStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.value, bold: true, color: 'ink' });

/** The total of all, where all of it is on the map. */
const wholeOf = (spec: ChartSpec, map: MarketMap, { ledger }: ChartContext): Figure | undefined => {
  const whole = ledger.figures.get(spec.drawn.whole ?? '');
  return whole?.quantity.kind === 'undisclosed' || map.beyond.length > 0 ? undefined : whole;
};

const wholeText = (spec: ChartSpec, map: MarketMap, context: ChartContext): string => {
  const whole = wholeOf(spec, map, context);
  return whole ? `${context.locale.words.total} ${context.locale.print(whole, 'bare')}` : '';
};

const geometryOf = (spec: ChartSpec, map: MarketMap, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const right = Math.max(rightRoom(map.rows, context).names, widthOf(wholeText(spec, map, context), totalStyle(context)) + 16);
  const w = Math.max(40, frame.width - 4 - right);
  const xOf = (width: number): number => 2 + (width / FULL_WIDTH) * w;
  const names = mapColumnNames(
    map.columns.map((c) => ({
      id: c.id,
      name: briefName(c.label),
      centre: (xOf(c.from) + xOf(c.to)) / 2,
      width: xOf(c.to) - xOf(c.from),
    })),
    context,
  );
  const lists = listsOf(map, names, context);
  const head = lineHeight(scale.value) + 4;
  const foot = names.height + (lists.length > 0 ? 4 + lists.length * lineHeight(scale.legend) : 0);
  const plot = { x: 2, y: head, w, h: Math.max(40, frame.height - head - foot) };
  return { plot, names, lists, xOf, yOf: (height) => plot.y + plot.h * (1 - height / map.highest) };
};

/** The cells of a column from the base upwards, each with its edges, the hatched remainder last. */
const piled = (column: MapColumn) => {
  let base = 0;
  const parts = column.cells.map((cell) => {
    const bottom = base;
    base += cell.height ?? 0;
    return { cell, bottom, top: base };
  });
  return { parts, remainder: { bottom: base, top: base + column.remainder } };
};

/** A share in each cell that is high and wide enough for it, "n/d" in what is left of a column with withheld cells. */
const cellTexts = (map: MarketMap, g: Geometry, { frame, scale, locale }: ChartContext): readonly Annotation[] => {
  const { size, least } = scale.segment;
  return map.columns.flatMap((column): readonly Annotation[] => {
    const [left, right] = [g.xOf(column.from), g.xOf(column.to)];
    const fits = (text: string, bottom: number, top: number): boolean =>
      g.yOf(bottom) - g.yOf(top) >= least && widthOf(text, { size, bold: false, color: 'ink' }) + 6 <= right - left;
    const at = (bottom: number, top: number) => ({ x: (left + right) / 2, y: (g.yOf(bottom) + g.yOf(top)) / 2, align: 'center' }) as const;
    const { parts, remainder } = piled(column);
    const withheld = locale.undisclosed;
    return [
      ...parts.flatMap(({ cell, bottom, top }): readonly Annotation[] => {
        if (!cell.share || cell.height === undefined) return [];
        const text = locale.print(cell.share, 'bare');
        const style: TextStyle = { size, bold: false, color: textOn(cell.row.color) };
        return fits(text, bottom, top)
          ? [textBox(`share ${cell.row.id} ${column.id}`, text, at(bottom, top), style, frame, cell.share.id)]
          : [];
      }),
      ...(fits(withheld, remainder.bottom, remainder.top)
        ? [
            {
              ...textBox(`withheld ${column.id}`, withheld, at(remainder.bottom, remainder.top), { size, bold: true, color: 'ink' }, frame),
              // A hatch behind letters would make them hard to read.
              fill: PAGE,
            },
          ]
        : []),
    ];
  });
};

const totalFits = (column: MapColumn, g: Geometry, context: ChartContext): boolean =>
  widthOf(column.total.label, totalStyle(context)) + 4 <= g.xOf(column.to) - g.xOf(column.from);

/** Totals of the columns over them, and that of all over the names of the rows. */
const totals = (spec: ChartSpec, map: MarketMap, g: Geometry, context: ChartContext): readonly Annotation[] => {
  const { frame } = context;
  const style = totalStyle(context);
  const y = lineHeight(style.size) / 2 + 1;
  const whole = wholeOf(spec, map, context);
  return [
    ...map.columns.flatMap((c) =>
      totalFits(c, g, context)
        ? [
            textBox(
              `total ${c.id}`,
              c.total.label,
              { x: (g.xOf(c.from) + g.xOf(c.to)) / 2, y, align: 'center' },
              style,
              frame,
              c.total.figure.id,
            ),
          ]
        : [],
    ),
    ...(whole
      ? [textBox('total of all', wholeText(spec, map, context), { x: g.plot.x + g.plot.w + 4, y, align: 'left' }, style, frame, whole.id)]
      : []),
  ];
};

/** Names beside the last column, each at the height of its cell there. */
const rowNames = (map: MarketMap, g: Geometry, context: ChartContext): readonly Annotation[] => {
  const last = map.columns.at(-1);
  const { parts, remainder } = last ? piled(last) : { parts: [], remainder: { bottom: 0, top: 0 } };
  // A row that is below zero everywhere has no area to name.
  const drawn = (row: SeriesRow): boolean =>
    map.columns.some((c) => c.cells.some((x) => x.row === row && (x.height !== undefined || !map.belowZero.includes(row.label))));
  return rightColumn(
    parts
      .filter(({ cell }) => drawn(cell.row))
      .map(({ cell, ...own }) => {
        const { bottom, top } = cell.height === undefined ? remainder : own;
        return { row: cell.row, y: (g.yOf(bottom) + g.yOf(top)) / 2 };
      }),
    g.plot.x + g.plot.w,
    { low: g.plot.y, high: g.plot.y + g.plot.h },
    context,
  );
};

const listTexts = (g: Geometry, { frame, scale }: ChartContext): readonly Annotation[] => {
  const style: TextStyle = { size: scale.legend, bold: false, color: 'ink2' };
  const height = lineHeight(style.size);
  return g.lists.map((list, i) =>
    textBox(
      'not drawn',
      fitted(list, style, frame.width - 12),
      { x: 0, y: frame.height - (g.lists.length - i - 0.5) * height - 1, align: 'left' },
      style,
      frame,
    ),
  );
};

const rowArea = (row: SeriesRow): NativeSeries => ({
  values: columnId(row),
  fill: { kind: 'solid', color: row.color },
  stroke: SEPARATOR,
  points: [],
});

const findings = (spec: ChartSpec, map: MarketMap, g: Geometry, context: ChartContext): readonly Diagnostic[] => {
  const unnamed = g.names.leftOut.length + map.columns.filter((c) => !totalFits(c, g, context)).length;
  const finding = (code: string, severity: 'note' | 'warning', message: string, hint: string): Diagnostic => ({
    code: `charts/${code}`,
    severity,
    message: `the market map "${spec.id}" ${message}`,
    hints: [hint],
  });
  return [
    ...(map.rows.some((r) => r.id === 'others')
      ? [finding('folded', 'note', 'sums its smallest rows as "Other"', 'the table beside it lists them all')]
      : []),
    ...(map.beyond.length > 0
      ? [
          finding(
            'too-many-columns',
            'warning',
            `shows the ${MOST_COLUMNS} largest of ${map.columns.length + map.beyond.length} columns`,
            'sum small columns in the data, or use a table',
          ),
        ]
      : []),
    ...(map.belowZero.length > 0
      ? [
          finding(
            'negative-in-map',
            'warning',
            'holds cells below zero, which have no height: the shares of the others add up to more than their column',
            'use kind="clustered-column" for parts that may be negative',
          ),
        ]
      : []),
    ...(unnamed > 0
      ? [finding('labels-left-out', 'note', 'has columns too narrow for their name or total', 'the table beside it lists them all')]
      : []),
    ...longNameFinding(
      spec.id,
      [...map.rows, ...map.columns].map((r) => r.label),
    ),
  ];
};

/** A market map: columns as wide as their totals, parted by shares; names and totals around it. */
export const mekko: ChartKind = {
  height: () => HEIGHT,
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const map = marketMap(spec, context);
    const g = geometryOf(spec, map, context);
    const unit = locale.unit(spec.drawn.unit);
    const withheld = map.columns.some((c) => c.remainder > 0);
    return {
      diagnostics: findings(spec, map, g, context),
      alt: {
        kind: 'mekko',
        of: 'names',
        name: spec.drawn.label,
        unit,
        points: map.columns.flatMap((c) => c.cells.flatMap((x) => (x.cell ? [{ at: [x.row.label, c.label], figure: x.cell.figure }] : []))),
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: marketMapTable(map, unit, locale) },
        categories: 'width',
        frame,
        area: areaOf(g.plot, frame),
        axes: {
          kind: 'width',
          most: FULL_WIDTH,
          value: { min: 0, max: map.highest },
          line: { color: 'ink3', width: 1, dashed: false },
        },
        layers: [
          {
            kind: 'area',
            series: [
              ...map.rows.map(rowArea),
              ...(withheld ? [{ values: 'placeholder', fill: LOOKS.undisclosed.fill, stroke: SEPARATOR, points: [] }] : []),
            ],
          },
        ],
        annotations: [
          ...totals(spec, map, g, context),
          ...cellTexts(map, g, context),
          ...g.names.at(g.plot.y + g.plot.h),
          ...rowNames(map, g, context),
          ...listTexts(g, context),
        ],
      },
    };
  },
};
