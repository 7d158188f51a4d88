import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { altText } from '../alt-text.ts';
import { annotationItems } from '../annotations.ts';
import { type BracketEnd, growthBracket } from '../growth-bracket.ts';
import type { ChartContext, ChartKind, Compilation } from '../kind.ts';
import { statusLegend } from '../legend.ts';
import type { Annotation, NativePoint, TextStyle } from '../native.ts';
import { labelFormat } from '../number-format.ts';
import { drawnValue, type PointRow, pointColumns } from '../point-columns.ts';
import type { SceneItem } from '../scene.ts';
import type { ColumnSpec } from '../spec.ts';
import { LOOKS, type LookName, lookOf } from '../status-look.ts';

const MAX_COLUMNS = 12;
/** Heights of bars that carry no value: a share of the plot when alone, of the highest bar among disclosed ones. */
const PLACEHOLDER = { alone: 0.5, among: 0.15 };
const LABEL_GAP = 3;
/** Between two labels side by side. */
const LABEL_DISTANCE = 4;
/** Clear space between the highest label and a growth bracket, points (0.30 in on a slide). */
const BRACKET_CLEARANCE = 12;

interface Column extends PointRow {
  readonly look: LookName;
  readonly format: string;
}

const columnsOf = (spec: ColumnSpec, context: ChartContext): readonly Column[] => {
  const { ledger, locale } = context;
  const group = ledger.groups.get(spec.of);
  const figures = [...(group?.members.map((m) => m.figure) ?? []), ...spec.path].flatMap((id) => ledger.figures.get(id) ?? []);
  return [...figures]
    .sort((a, b) => a.period.to - b.period.to)
    .map((figure): Column => {
      const label = locale.print(figure, 'bare');
      return {
        figure,
        look: lookOf(figure),
        value: drawnValue(figure),
        label,
        format: labelFormat(figure, label),
        name: locale.period(figure.period.to, figure.status),
      };
    });
};

interface Geometry {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly min: number;
  readonly max: number;
  readonly barWidth: number;
  readonly gapWidth: number;
  readonly placeholder: number;
  readonly centre: (index: number) => number;
  readonly yOf: (value: number) => number;
}

const geometryOf = (columns: readonly Column[], legendHeight: number, brackets: number, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const labelHeight = lineHeight(scale.value) + LABEL_GAP;
  const axisHeight = lineHeight(scale.axis) + 8;
  const plot = { x: 2, y: legendHeight, w: frame.width - 4, h: Math.max(20, frame.height - legendHeight - axisHeight) };
  const values = columns.flatMap((c) => (c.value === undefined ? [] : [c.value]));
  const alone = values.length === 0;
  const highest = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  // From the values alone, so that the sheet is the same whatever the size of the frame.
  const placeholder = alone ? PLACEHOLDER.alone : PLACEHOLDER.among * (highest || -bottom || 1);
  // Where no value is above zero, the axis still has to hold the bars that stand for withheld ones.
  const top = values.length < columns.length ? Math.max(highest, placeholder) : highest;
  const headroom = labelHeight + 2 + (brackets === 0 ? 0 : BRACKET_CLEARANCE + brackets * (scale.pillHeight + 4));
  const footroom = bottom < 0 ? labelHeight + 2 : 0;
  const usable = Math.max(plot.h * 0.3, plot.h - headroom - footroom);
  const span = top - bottom || 1;
  const perPoint = span / usable;
  const max = alone ? 1 : top + perPoint * (plot.h - usable - footroom);
  const min = bottom < 0 ? bottom - perPoint * footroom : 0;
  const gapWidth = columns.length <= 3 ? 70 : 45;
  const band = plot.w / Math.max(1, columns.length);
  return {
    plot,
    min,
    max,
    gapWidth,
    barWidth: band / (1 + gapWidth / 100),
    placeholder,
    centre: (i) => plot.x + band * (i + 0.5),
    yOf: (v) => plot.y + plot.h * (1 - (v - min) / (max - min)),
  };
};

const labelStyle = (column: Column, size: number): TextStyle => {
  if (column.look === 'derived') return { size, bold: false, color: 'ink3' };
  return { size, bold: true, color: column.look === 'undisclosed' ? 'ink2' : 'ink' };
};

/** Top of what stands on column `i`: its label. */
const labelTop = (columns: readonly Column[], i: number, g: Geometry, context: ChartContext): number => {
  const value = columns[i]?.value ?? g.placeholder;
  return g.yOf(Math.max(0, value)) - LABEL_GAP - lineHeight(context.scale.value);
};

const bracketOf = (
  rate: Figure,
  columns: readonly Column[],
  g: Geometry,
  level: number,
  context: ChartContext,
): readonly Annotation[] | undefined => {
  const { scale } = context;
  const from = columns.findIndex((c) => c.figure.period.to === rate.period.from);
  const to = columns.findIndex((c) => c.figure.period.to === rate.period.to);
  if (from < 0 || to < 0) return undefined;
  // Where values are withheld the bars stop halfway up: the bracket comes down to them instead of hanging far above.
  const highest = Math.min(...columns.map((_, i) => labelTop(columns, i, g, context)));
  const y =
    Math.max(g.plot.y + scale.pillHeight / 2 + 2, highest - BRACKET_CLEARANCE - scale.pillHeight * 0.7) + level * (scale.pillHeight + 4);
  const end = (i: number): BracketEnd => ({ x: g.centre(i), top: labelTop(columns, i, g, context) });
  return growthBracket(rate, end(from), end(to), y, context);
};

const round = (n: number): number => Math.round(n * 100) / 100;

/** The middle of a text over column `i`, moved inwards where the text would leave the frame at its first or last column. */
const textMiddle = (i: number, width: number, g: Geometry, { frame }: ChartContext): number =>
  Math.min(Math.max(g.centre(i), width / 2), frame.width - width / 2);

/** One label in how many is shown: texts at the ends of the frame may have moved inwards by what they are wider than a column. */
const labelEvery = (widest: number, band: number): number =>
  Math.max(1, Math.ceil((widest + LABEL_DISTANCE + Math.max(0, widest - band)) / band));

const sceneItems = (
  columns: readonly Column[],
  shown: readonly boolean[],
  every: number,
  g: Geometry,
  context: ChartContext,
): readonly SceneItem[] => {
  const { scale } = context;
  const zero = g.yOf(Math.max(0, g.min));
  const bars = columns.map((c, i): SceneItem => {
    const y = g.yOf(c.value ?? g.placeholder);
    const { fill, stroke } = LOOKS[c.look];
    return {
      kind: 'rect',
      x: round(g.centre(i) - g.barWidth / 2),
      y: round(Math.min(y, zero)),
      w: round(g.barWidth),
      h: round(Math.abs(zero - y)),
      radius: 0,
      fill,
      ...(stroke ? { stroke } : {}),
    };
  });
  const axis: SceneItem = {
    kind: 'path',
    d: `M ${round(g.plot.x)} ${round(zero)} L ${round(g.plot.x + g.plot.w)} ${round(zero)}`,
    fill: { kind: 'none' },
    stroke: { color: 'ink3', width: 1, dashed: false },
  };
  const labels = columns.flatMap((c, i): readonly SceneItem[] => {
    if (!shown[i]) return [];
    const negative = (c.value ?? 0) < 0;
    const y = negative ? g.yOf(c.value ?? 0) + LABEL_GAP + scale.value : g.yOf(c.value ?? g.placeholder) - LABEL_GAP - scale.value * 0.22;
    return [
      {
        kind: 'text',
        x: round(textMiddle(i, textWidth(c.label, { size: scale.value, bold: true, italic: false }), g, context)),
        y: round(y),
        align: 'center',
        text: c.label,
        ...labelStyle(c, scale.value),
        figure: c.figure.id,
      },
    ];
  });
  const categories = columns.flatMap((c, i): readonly SceneItem[] =>
    i % every === 0
      ? [
          {
            kind: 'text',
            x: round(textMiddle(i, textWidth(c.name, { size: scale.axis, bold: false, italic: false }), g, context)),
            y: round(g.plot.y + g.plot.h + scale.axis + 5),
            align: 'center',
            text: c.name,
            size: scale.axis,
            bold: false,
            color: 'ink',
          },
        ]
      : [],
  );
  return [
    { kind: 'group', name: 'bars', items: bars },
    axis,
    { kind: 'group', name: 'labels', items: labels },
    { kind: 'group', name: 'periods', items: categories },
  ];
};

const nativePoints = (columns: readonly Column[], shown: readonly boolean[], withheld: boolean, size: number): readonly NativePoint[] =>
  columns.flatMap((c, index): readonly NativePoint[] => {
    if ((c.value === undefined) !== withheld) return [];
    const { fill, stroke } = LOOKS[c.look];
    return [{ index, fill, ...(stroke ? { stroke } : {}), label: shown[index] ? { format: c.format, style: labelStyle(c, size) } : null }];
  });

/** Columns over years of one series: status by fill, value labels, growth brackets, hatched bars for what is undisclosed. */
export const column: ChartKind<ColumnSpec> = {
  compile: (spec, context): Compilation => {
    const { ledger, locale, frame, scale } = context;
    const group = ledger.groups.get(spec.of);
    const columns = columnsOf(spec, context);
    const rates = spec.rates.flatMap((id) => ledger.figures.get(id) ?? []);
    const diagnostics: Diagnostic[] = [];
    const legend = statusLegend(new Set(columns.map((c) => c.look)), context);
    const g = geometryOf(columns, legend.height, rates.length, context);

    const band = g.plot.w / Math.max(1, columns.length);
    const widest = Math.max(0, ...columns.map((c) => textWidth(c.label, { size: scale.value, bold: true, italic: false })));
    const widestPeriod = Math.max(0, ...columns.map((c) => textWidth(c.name, { size: scale.axis, bold: false, italic: false })));
    const every = Math.max(labelEvery(widest, band), columns.length > MAX_COLUMNS ? 2 : 1);
    const everyPeriod = labelEvery(widestPeriod, band);
    // Counted from the last column, so that the end of the series always shows its value.
    const shown = columns.map((_, i) => (columns.length - 1 - i) % every === 0);
    if (every > 1) {
      diagnostics.push({
        code: 'charts/labels-left-out',
        severity: 'note',
        message: `the chart "${spec.id}" has ${columns.length} columns: one value label in ${every} is shown`,
        hints: ['show fewer periods, or widen the chart'],
      });
    }
    const brackets = rates.flatMap((rate, level) => {
      const bracket = bracketOf(rate, columns, g, level, context);
      if (!bracket)
        diagnostics.push({
          code: 'charts/rate-outside',
          severity: 'warning',
          message: `the rate ${rate.id} begins or ends in a year the chart "${spec.id}" does not show`,
          hints: ['add the year to the series, or leave the rate out of the chart'],
        });
      return bracket ?? [];
    });
    const annotations: readonly Annotation[] = [...legend.annotations, ...brackets];
    const hasWithheld = columns.some((c) => c.value === undefined);
    const hasValues = columns.some((c) => c.value !== undefined);
    const unit = group ? locale.unit(group.unit) : '';
    const alt = altText(
      {
        kind: 'column',
        name: group?.label ?? spec.of,
        unit,
        points: columns.map((c) => ({ at: String(c.figure.period.to), figure: c.figure })),
        rates,
      },
      locale,
    );
    return {
      diagnostics,
      chart: {
        native: {
          id: spec.id,
          language: locale.language,
          table: {
            sheet: 'Data',
            columns: pointColumns(
              columns,
              { id: 'period', header: locale.words.dataColumns.period },
              group ? `${group.label}, ${unit}` : spec.of,
              g.placeholder,
              locale,
            ),
          },
          plot: {
            kind: 'bar',
            direction: 'column',
            area: { x: g.plot.x / frame.width, y: g.plot.y / frame.height, w: g.plot.w / frame.width, h: g.plot.h / frame.height },
            gapWidth: g.gapWidth,
            overlap: 100,
            valueAxis: { min: g.min, max: g.max },
            categoryAxis: {
              labels: { size: scale.axis, bold: false, color: 'ink' },
              line: { color: 'ink3', width: 1, dashed: false },
              labelEvery: everyPeriod,
            },
            categories: 'period',
            series: [
              ...(hasValues || !hasWithheld
                ? [{ values: 'value', fill: LOOKS.actual.fill, points: nativePoints(columns, shown, false, scale.value) }]
                : []),
              ...(hasWithheld
                ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: nativePoints(columns, shown, true, scale.value) }]
                : []),
            ],
          },
          annotations,
        },
        scene: {
          width: frame.width,
          height: frame.height,
          items: [
            ...sceneItems(columns, shown, everyPeriod, g, context),
            { kind: 'group', name: 'annotations', items: annotationItems(annotations, frame) },
          ],
        },
        alt: alt.text,
        told: alt.told,
        printed: [
          ...columns.flatMap((c, i) => (shown[i] ? [{ figure: c.figure.id, text: c.label, workbook: true }] : [])),
          ...brackets.flatMap((b) =>
            b.kind === 'box' && b.text?.figure ? [{ figure: b.text.figure, text: b.text.text, workbook: false }] : [],
          ),
        ],
      },
    };
  },
};
