import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { altText } from '../alt-text.ts';
import { annotationItems, boxWidth } from '../annotations.ts';
import type { DataCell, DataTable } from '../data-table.ts';
import type { ChartContext, ChartKind, Compilation } from '../kind.ts';
import { statusLegend } from '../legend.ts';
import type { Annotation, NativePoint, TextStyle } from '../native.ts';
import { decimalsFormat, literal } from '../number-format.ts';
import type { SceneItem } from '../scene.ts';
import type { ColumnSpec } from '../spec.ts';
import { LOOKS, type LookName, lookOf } from '../status-look.ts';

const MAX_COLUMNS = 12;
/** Heights of bars that carry no value: a share of the plot when alone, of the highest bar among disclosed ones. */
const PLACEHOLDER = { alone: 0.5, among: 0.15 };
const LABEL_GAP = 3;
/** Clear space between the highest label and a growth bracket, points (0.30 in on a slide). */
const BRACKET_CLEARANCE = 12;

interface Column {
  readonly figure: Figure;
  readonly look: LookName;
  /** What the bar is drawn to: the value, or the low end of a range. Undefined when undisclosed. */
  readonly value: number | undefined;
  readonly label: string;
  readonly format: string;
  readonly category: string;
}

const columnsOf = (spec: ColumnSpec, context: ChartContext): readonly Column[] => {
  const { ledger, locale } = context;
  const group = ledger.groups.get(spec.of);
  const figures = [...(group?.members.map((m) => m.figure) ?? []), ...spec.path].flatMap((id) => ledger.figures.get(id) ?? []);
  return [...figures]
    .sort((a, b) => a.period.to - b.period.to)
    .map((figure): Column => {
      const { quantity } = figure;
      const label = locale.print(figure, 'bare');
      const plain = quantity.kind === 'value' && quantity.qualifier === undefined;
      return {
        figure,
        look: lookOf(figure),
        value: quantity.kind === 'value' ? quantity.value : quantity.kind === 'range' ? quantity.low : undefined,
        label,
        format: plain ? decimalsFormat(quantity.decimals, figure.unit.kind === 'percent' ? '%' : '') : literal(label),
        category: locale.period(figure.period.to, figure.status),
      };
    });
};

const sourceCell = (figure: Figure): string =>
  figure.origin.kind === 'stated' ? figure.origin.citation.source : `computed: ${figure.origin.rule}`;

const text = (value: string): DataCell => ({ kind: 'text', text: value });

const tableOf = (columns: readonly Column[], placeholder: number, name: string, context: ChartContext): DataTable => {
  const { locale } = context;
  const decimals = Math.max(0, ...columns.map((c) => (c.figure.quantity.kind === 'undisclosed' ? 0 : c.figure.quantity.decimals)));
  const hasGaps = columns.some((c) => c.value === undefined);
  return {
    sheet: 'Data',
    columns: [
      { id: 'period', header: locale.words.dataColumns.period, format: 'General', cells: columns.map((c) => text(c.category)) },
      {
        id: 'value',
        header: name,
        format: decimalsFormat(decimals),
        cells: columns.map((c): DataCell => (c.value === undefined ? { kind: 'empty' } : { kind: 'number', value: c.value })),
      },
      ...(hasGaps
        ? [
            {
              id: 'placeholder',
              header: locale.words.placeholder,
              format: 'General',
              cells: columns.map((c): DataCell => (c.value === undefined ? { kind: 'number', value: placeholder } : { kind: 'empty' })),
            },
          ]
        : []),
      { id: 'printed', header: locale.words.dataColumns.printed, format: 'General', cells: columns.map((c) => text(c.label)) },
      {
        id: 'status',
        header: locale.words.dataColumns.status,
        format: 'General',
        cells: columns.map((c) =>
          text(c.value === undefined ? locale.words.legend.undisclosed.toLowerCase() : locale.words.status[c.figure.status]),
        ),
      },
      { id: 'source', header: locale.words.dataColumns.source, format: 'General', cells: columns.map((c) => text(sourceCell(c.figure))) },
    ],
  };
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
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const headroom = labelHeight + 2 + (brackets === 0 ? 0 : BRACKET_CLEARANCE + brackets * (scale.pillHeight + 4));
  const footroom = bottom < 0 ? labelHeight + 2 : 0;
  const usable = Math.max(plot.h * 0.3, plot.h - headroom - footroom);
  const span = top - bottom || 1;
  const perPoint = span / usable;
  const max = values.length === 0 || span === 0 ? 1 : top + perPoint * (plot.h - usable - footroom);
  const min = bottom < 0 ? bottom - perPoint * footroom : 0;
  const alone = values.length === 0;
  const gapWidth = columns.length <= 3 ? 70 : 45;
  const band = plot.w / Math.max(1, columns.length);
  return {
    plot,
    min,
    max,
    gapWidth,
    barWidth: band / (1 + gapWidth / 100),
    // From the values alone, so that the sheet is the same whatever the size of the frame.
    placeholder: alone ? PLACEHOLDER.alone : PLACEHOLDER.among * (top || 1),
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
  const { frame, scale, locale } = context;
  const from = columns.findIndex((c) => c.figure.period.to === rate.period.from);
  const to = columns.findIndex((c) => c.figure.period.to === rate.period.to);
  if (from < 0 || to < 0) return undefined;
  const undisclosed = rate.quantity.kind === 'undisclosed';
  const stroke = { color: 'ink3', width: 0.75, dashed: undisclosed } as const;
  // Where values are withheld the bars stop halfway up: the bracket comes down to them instead of hanging far above.
  const highest = Math.min(...columns.map((_, i) => labelTop(columns, i, g, context)));
  const y =
    Math.max(g.plot.y + scale.pillHeight / 2 + 2, highest - BRACKET_CLEARANCE - scale.pillHeight * 0.7) + level * (scale.pillHeight + 4);
  const [x1, x2] = [g.centre(from), g.centre(to)];
  const label = `${locale.words.cagr} ${locale.print(rate, 'value')}`;
  const style: TextStyle = { size: scale.pill, bold: true, color: undisclosed ? 'ink2' : 'navy' };
  const width = Math.min(Math.max(boxWidth(label, style) + scale.pill * 1.4, scale.pill * 7), frame.width);
  const middle = Math.min(Math.max((x1 + x2) / 2, width / 2), frame.width - width / 2);
  const line = (name: string, ax: number, ay: number, bx: number, by: number, arrow = false): Annotation => ({
    kind: 'line',
    name,
    x1: ax / frame.width,
    y1: ay / frame.height,
    x2: bx / frame.width,
    y2: by / frame.height,
    stroke,
    arrow,
  });
  return [
    line('growth from', x1, labelTop(columns, from, g, context) - 3, x1, y),
    line('growth across', x1, y, x2, y),
    line('growth to', x2, y, x2, labelTop(columns, to, g, context) - 2, true),
    {
      kind: 'box',
      name: 'growth rate',
      shape: 'pill',
      x: (middle - width / 2) / frame.width,
      y: (y - scale.pillHeight / 2) / frame.height,
      w: width / frame.width,
      h: scale.pillHeight / frame.height,
      fill: { kind: 'solid', color: 'page' },
      stroke: { color: undisclosed ? 'ink3' : 'navy', width: 1.25, dashed: false },
      text: { text: label, style, align: 'center', figure: rate.id },
    },
  ];
};

const round = (n: number): number => Math.round(n * 100) / 100;

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
        x: round(g.centre(i)),
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
            x: round(g.centre(i)),
            y: round(g.plot.y + g.plot.h + scale.axis + 5),
            align: 'center',
            text: c.category,
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
    const widestPeriod = Math.max(0, ...columns.map((c) => textWidth(c.category, { size: scale.axis, bold: false, italic: false })));
    const every = Math.max(1, Math.ceil((widest + 4) / band), columns.length > MAX_COLUMNS ? 2 : 1);
    const everyPeriod = Math.max(1, Math.ceil((widestPeriod + 4) / band));
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
    return {
      diagnostics,
      chart: {
        native: {
          id: spec.id,
          language: locale.language,
          table: tableOf(columns, g.placeholder, group ? `${group.label}, ${unit}` : spec.of, context),
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
        alt: altText(
          {
            kind: 'column',
            name: group?.label ?? spec.of,
            unit,
            points: columns.map((c) => ({ at: String(c.figure.period.to), figure: c.figure })),
            rates,
          },
          locale,
        ),
        printed: [
          ...columns.flatMap((c, i) => (shown[i] ? [{ figure: c.figure.id, text: c.label }] : [])),
          ...brackets.flatMap((b) => (b.kind === 'box' && b.text?.figure ? [{ figure: b.text.figure, text: b.text.text }] : [])),
        ],
      },
    };
  },
};
