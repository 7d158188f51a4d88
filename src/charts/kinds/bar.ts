import type { Diagnostic } from '../../base/diagnostic.ts';
import { MOST_RANKED } from '../../figures/derive/share.ts';
import type { FigureGroup, MemberRole } from '../../figures/ledger.ts';
import { breakLines, lineHeight, textWidth } from '../../fonts/measure.ts';
import { altText } from '../alt-text.ts';
import type { ChartContext, ChartKind, Compilation } from '../kind.ts';
import type { NativePoint, TextStyle } from '../native.ts';
import { labelFormat } from '../number-format.ts';
import type { Fill } from '../paint.ts';
import { drawnValue, type PointRow, pointColumns } from '../point-columns.ts';
import type { SceneItem } from '../scene.ts';
import type { BarSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';

const PLACEHOLDER_SHARE = 0.15;
const GAP_WIDTH = 45;
const LABEL_GAP = 4;
/** Bars keep this share of the plot, however wide their labels are. */
const LEAST_BARS = 0.1;

interface Bar extends PointRow {
  readonly role: MemberRole;
  readonly format: string;
}

/** By value, largest first; then "Other"; then what is undisclosed. */
const rankedBars = (group: FigureGroup, context: ChartContext): readonly Bar[] => {
  const bars = group.members.flatMap((member): readonly Bar[] => {
    const figure = context.ledger.figures.get(member.figure);
    if (!figure) return [];
    const label = context.locale.print(figure, 'bare');
    return [{ figure, name: member.label, role: member.role, value: drawnValue(figure), label, format: labelFormat(figure, label) }];
  });
  const tier = (b: Bar): number => (b.value === undefined ? 2 : b.role === 'other' ? 1 : 0);
  return [...bars].sort((a, b) => tier(a) - tier(b) || (b.value ?? 0) - (a.value ?? 0));
};

const fillOf = (bar: Bar, hasSubject: boolean): Fill => {
  if (bar.value === undefined) return LOOKS.undisclosed.fill;
  if (bar.role === 'other') return { kind: 'solid', color: 'grey' };
  return { kind: 'solid', color: !hasSubject || bar.role === 'subject' ? 'blue' : 'grey' };
};

const labelStyle = (bar: Bar, size: number): TextStyle => ({ size, bold: true, color: bar.value === undefined ? 'ink2' : 'ink' });

const round = (n: number): number => Math.round(n * 100) / 100;

interface Geometry {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly min: number;
  readonly max: number;
  readonly nameWidth: number;
  readonly barHeight: number;
  readonly placeholder: number;
  readonly middle: (index: number) => number;
  readonly xOf: (value: number) => number;
}

const geometryOf = (bars: readonly Bar[], context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const names = bars.map((b) => textWidth(b.name, { size: scale.axis, bold: false, italic: false }));
  const nameWidth = Math.min(Math.max(40, ...names) + 8, frame.width * 0.45);
  const labelRoom = (list: readonly Bar[]): number =>
    Math.max(0, ...list.map((b) => textWidth(b.label, { size: scale.value, bold: true, italic: false }) + LABEL_GAP + 4));
  const values = bars.flatMap((b) => (b.value === undefined ? [] : [b.value]));
  const [highest, bottom] = [Math.max(0, ...values), Math.min(0, ...values)];
  const placeholder = PLACEHOLDER_SHARE * (highest || -bottom || 1);
  // Where no value is above zero, the axis still has to hold the bars that stand for withheld ones.
  const top = values.length < bars.length ? Math.max(highest, placeholder) : highest;
  const plot = { x: nameWidth, y: 2, w: Math.max(20, frame.width - nameWidth - 2), h: frame.height - 4 };
  // Labels stand beyond the ends of their bars: those of negative values on the left.
  const [leftLabels, rightLabels] = [
    labelRoom(bars.filter((b) => (b.value ?? 0) < 0)),
    labelRoom(bars.filter((b) => !((b.value ?? 0) < 0))),
  ];
  const usable = Math.max(plot.w * LEAST_BARS, plot.w - leftLabels - rightLabels);
  const span = top - bottom || 1;
  const perPoint = span / usable;
  const max = values.length === 0 ? 1 : top + perPoint * rightLabels;
  const min = bottom - perPoint * leftLabels;
  const band = plot.h / Math.max(1, bars.length);
  return {
    plot,
    min,
    max,
    nameWidth,
    barHeight: band / (1 + GAP_WIDTH / 100),
    placeholder,
    middle: (i) => plot.y + band * (i + 0.5),
    xOf: (v) => plot.x + plot.w * ((v - min) / (max - min)),
  };
};

/** Lines of a name that have room beside one bar. */
const linesBeside = (g: Geometry, context: ChartContext): number =>
  Math.max(1, Math.floor((g.barHeight * (1 + GAP_WIDTH / 100)) / lineHeight(context.scale.axis)));

const nameLines = (bar: Bar, g: Geometry, context: ChartContext) =>
  breakLines([{ text: bar.name, style: { size: context.scale.axis, bold: false, italic: false }, data: 0 }], g.nameWidth - 8);

const nameItems = (bar: Bar, i: number, g: Geometry, context: ChartContext): readonly SceneItem[] => {
  const size = context.scale.axis;
  const height = lineHeight(size);
  const lines = nameLines(bar, g, context).slice(0, linesBeside(g, context));
  const top = g.middle(i) - (lines.length * height) / 2;
  return lines.map(
    (line, n): SceneItem => ({
      kind: 'text',
      x: round(g.nameWidth - 6),
      y: round(top + n * height + size * 0.92),
      align: 'right',
      text: line.pieces.map((p) => p.text).join(''),
      size,
      bold: false,
      color: 'ink',
    }),
  );
};

const sceneItems = (bars: readonly Bar[], hasSubject: boolean, g: Geometry, context: ChartContext): readonly SceneItem[] => {
  const size = context.scale.value;
  const zero = g.xOf(0);
  const rects = bars.map((b, i): SceneItem => {
    const x = g.xOf(b.value ?? g.placeholder);
    const stroke = b.value === undefined ? LOOKS.undisclosed.stroke : undefined;
    return {
      kind: 'rect',
      x: round(Math.min(zero, x)),
      y: round(g.middle(i) - g.barHeight / 2),
      w: round(Math.abs(x - zero)),
      h: round(g.barHeight),
      radius: 0,
      fill: fillOf(b, hasSubject),
      ...(stroke ? { stroke } : {}),
    };
  });
  const labels = bars.map((b, i): SceneItem => {
    const negative = (b.value ?? 0) < 0;
    const x = g.xOf(b.value ?? g.placeholder) + (negative ? -LABEL_GAP : LABEL_GAP);
    return {
      kind: 'text',
      x: round(x),
      y: round(g.middle(i) + size * 0.36),
      align: negative ? 'right' : 'left',
      text: b.label,
      ...labelStyle(b, size),
      figure: b.figure.id,
    };
  });
  const axis: SceneItem = {
    kind: 'path',
    d: `M ${round(zero)} ${round(g.plot.y)} L ${round(zero)} ${round(g.plot.y + g.plot.h)}`,
    fill: { kind: 'none' },
    stroke: { color: 'ink3', width: 1, dashed: false },
  };
  return [
    { kind: 'group', name: 'names', items: bars.flatMap((b, i) => nameItems(b, i, g, context)) },
    { kind: 'group', name: 'bars', items: rects },
    axis,
    { kind: 'group', name: 'labels', items: labels },
  ];
};

/** Ranked horizontal bars of the parts of a whole. */
export const bar: ChartKind<BarSpec> = {
  compile: (spec, context): Compilation => {
    const { ledger, locale, frame, scale } = context;
    const group = ledger.groups.get(spec.of);
    const all = group ? rankedBars(group, context) : [];
    const bars = all.slice(0, MOST_RANKED);
    const hasSubject = bars.some((b) => b.role === 'subject');
    const g = geometryOf(bars, context);
    const tooLong = bars.filter((b) => nameLines(b, g, context).length > linesBeside(g, context));
    const diagnostics: readonly Diagnostic[] = [
      ...(all.length > MOST_RANKED
        ? [
            {
              code: 'charts/too-many-bars',
              severity: 'note',
              message: `the chart "${spec.id}" shows the ${MOST_RANKED} largest of ${all.length} parts`,
              hints: ['the table beside it lists them all'],
            } as const,
          ]
        : []),
      ...tooLong.slice(0, 1).map(
        (b): Diagnostic => ({
          code: 'charts/long-name',
          severity: 'warning',
          message: `in the chart "${spec.id}" the name "${b.name.slice(0, 40).trimEnd()}" and what follows has more lines than fit beside its bar`,
          hints: ['give the part a shorter label; the table holds the full name'],
        }),
      ),
    ];
    const unit = group ? locale.unit(group.unit) : '';
    const name = group ? `${group.label}, ${unit}` : spec.of;
    const withheld = bars.some((b) => b.value === undefined);
    const points = (gaps: boolean): readonly NativePoint[] =>
      bars.flatMap((b, index) =>
        (b.value === undefined) === gaps
          ? [
              {
                index,
                fill: fillOf(b, hasSubject),
                ...(gaps && LOOKS.undisclosed.stroke ? { stroke: LOOKS.undisclosed.stroke } : {}),
                label: { format: b.format, style: labelStyle(b, scale.value) },
              },
            ]
          : [],
      );
    const alt = altText(
      { kind: 'bar', name: group?.label ?? spec.of, unit, points: bars.map((b) => ({ at: b.name, figure: b.figure })), rates: [] },
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
            columns: pointColumns(bars, { id: 'item', header: locale.words.dataColumns.item }, name, g.placeholder, locale),
          },
          plot: {
            kind: 'bar',
            direction: 'bar',
            area: { x: g.plot.x / frame.width, y: g.plot.y / frame.height, w: g.plot.w / frame.width, h: g.plot.h / frame.height },
            gapWidth: GAP_WIDTH,
            overlap: 100,
            valueAxis: { min: g.min, max: g.max },
            categoryAxis: {
              labels: { size: scale.axis, bold: false, color: 'ink' },
              line: { color: 'ink3', width: 1, dashed: false },
              labelEvery: 1,
            },
            categories: 'item',
            series: [
              { values: 'value', fill: { kind: 'solid', color: 'blue' }, points: points(false) },
              ...(withheld ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: points(true) }] : []),
            ],
          },
          annotations: [],
        },
        scene: { width: frame.width, height: frame.height, items: sceneItems(bars, hasSubject, g, context) },
        alt: alt.text,
        printed: bars.map((b) => ({ figure: b.figure.id, text: b.label, workbook: true })),
        told: alt.told,
      },
    };
  },
};
