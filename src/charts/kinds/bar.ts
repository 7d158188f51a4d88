import type { Diagnostic } from '../../base/diagnostic.ts';
import { MOST_RANKED } from '../../figures/derive/share.ts';
import type { MemberRole } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import { textWidth } from '../../fonts/measure.ts';
import { askedPartLevels, asksLevels } from '../asked-marks.ts';
import { placeholderOf } from '../bar-scale.ts';
import { briefName, isLong, longNameFinding } from '../brief-name.ts';
import { endsAt } from '../common-scale.ts';
import type { DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import type { Level } from '../level.ts';
import { LEVELS_HEIGHT, levelsFoot, withLevelsDown } from '../levels-down.ts';
import { lyingAxes } from '../lying.ts';
import { mostRowsFinding } from '../most-rows.ts';
import type { NativePoint, TextStyle } from '../native.ts';
import { labelFormat } from '../number-format.ts';
import type { Fill } from '../paint.ts';
import { areaOf, type Plot } from '../plot.ts';
import { drawnValue, type PointRow, pointColumns } from '../point-columns.ts';
import type { ChartSpec } from '../spec.ts';
import { LOOKS } from '../status-look.ts';

const GAP_WIDTH = 45;
const LABEL_GAP = 4;
/** Bars keep this share of the plot, however wide their labels are. */
const LEAST_BARS = 0.1;
/** Points. */
const HEIGHT = { row: 22, least: 90, most: 360 } as const;

interface Bar extends PointRow {
  readonly role: MemberRole;
  readonly format: string;
}

/** By value, largest first; then "Other"; then what is undisclosed. As given where the rows are those of a chart beside it. */
const rankedBars = (spec: ChartSpec, context: ChartContext): readonly Bar[] => {
  const bars = spec.drawn.series.flatMap((part): readonly Bar[] => {
    const figure = context.ledger.figures.get(part.points[0]?.figure ?? '');
    if (!figure) return [];
    const label = context.locale.print(figure, 'bare');
    const role = part.label === spec.highlight ? 'subject' : part.role;
    return [{ figure, name: part.label, role, value: drawnValue(figure), label, format: labelFormat(figure, label) }];
  });
  if (spec.asGiven) return bars;
  const tier = (b: Bar): number => (b.value === undefined ? 2 : b.role === 'other' ? 1 : 0);
  return [...bars].sort((a, b) => tier(a) - tier(b) || (b.value ?? 0) - (a.value ?? 0));
};

const fillOf = (bar: Bar, hasSubject: boolean): Fill => {
  if (bar.value === undefined) return LOOKS.undisclosed.fill;
  if (bar.role === 'other') return { kind: 'solid', color: 'grey' };
  return { kind: 'solid', color: !hasSubject || bar.role === 'subject' ? 'blue' : 'grey' };
};

const labelStyle = (bar: Bar, size: number): TextStyle => ({ size, bold: true, color: bar.value === undefined ? 'ink2' : 'ink' });

interface Geometry {
  readonly plot: Plot;
  readonly min: number;
  readonly max: number;
  readonly band: number;
  readonly placeholder: number;
  /** Of the values, points. */
  readonly size: number;
}

/** Room that values beyond the ends of their bars need at the left (negative ones) and at the right. */
const labelRooms = (bars: readonly Bar[], size: number): { readonly left: number; readonly right: number } => {
  const widest = (list: readonly Bar[]): number =>
    Math.max(0, ...list.map((b) => textWidth(b.label, { size, bold: true, italic: false }) + LABEL_GAP + 4));
  const negative = (b: Bar): boolean => (b.value ?? 0) < 0;
  return { left: widest(bars.filter(negative)), right: widest(bars.filter((b) => !negative(b))) };
};

const geometryOf = (bars: readonly Bar[], levels: readonly Level[], context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const names = bars.map((b) => textWidth(briefName(b.name), { size: scale.axis, bold: false, italic: false }));
  const nameWidth = Math.min(Math.max(40, ...names) + 8, frame.width * 0.45);
  const values = bars.flatMap((b) => (b.value === undefined ? [] : [b.value]));
  // Lines may lie at values of parts that are too small to be shown.
  const lines = levels.flatMap((l) => exactValue(l.figure) ?? []);
  const [highest, bottom] = [Math.max(0, ...values, ...lines), Math.min(0, ...values, ...lines)];
  const placeholder = placeholderOf(values);
  // Where no value is above zero, the axis still has to hold the bars that stand for withheld ones.
  const top = values.length < bars.length ? Math.max(highest, placeholder) : highest;
  const plot = {
    x: nameWidth,
    y: 2,
    w: Math.max(20, frame.width - nameWidth - 2),
    h: Math.max(20, frame.height - 4 - levelsFoot(levels, context)),
  };
  // The largest size of the scale at which values leave room for bars; the smallest where none does.
  const room = (size: number): number => plot.w - labelRooms(bars, size).left - labelRooms(bars, size).right;
  const size = [scale.value, scale.axis, scale.legend].find((s) => room(s) >= plot.w * LEAST_BARS) ?? scale.legend;
  const labels = labelRooms(bars, size);
  const usable = Math.max(plot.w * LEAST_BARS, room(size));
  const span = top - bottom || 1;
  const perPoint = span / usable;
  const own = { min: bottom - perPoint * labels.left, max: top + perPoint * labels.right };
  return {
    plot,
    ...(values.length === 0 ? { min: own.min, max: 1 } : endsAt(own, { bottom, foot: labels.left, length: plot.w }, context.valuePerPoint)),
    band: plot.h / Math.max(1, bars.length),
    placeholder,
    size,
  };
};

const findings = (spec: ChartSpec, count: number, bars: readonly Bar[]): readonly Diagnostic[] => [
  ...mostRowsFinding('charts/too-many-bars', spec.id, MOST_RANKED, count, 'parts'),
  ...longNameFinding(
    spec.id,
    bars.map((b) => b.name),
  ),
];

/** Where names are shortened, the sheet holds them whole. */
const fullNames = (bars: readonly Bar[], header: string): readonly DataColumn[] =>
  bars.some((b) => isLong(b.name))
    ? [{ id: 'name', header, format: 'General', cells: bars.map((b) => ({ kind: 'text', text: b.name })) }]
    : [];

/** Ranked horizontal bars of the parts of a whole. */
export const bar: ChartKind = {
  comparable: true,
  height: (spec) =>
    Math.min(HEIGHT.most, Math.max(HEIGHT.least, Math.min(MOST_RANKED + 1, spec.drawn.series.length) * HEIGHT.row)) +
    (asksLevels(spec) ? LEVELS_HEIGHT : 0),
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const all = rankedBars(spec, context);
    const ranked = all.filter((b) => b.role !== 'other');
    // What the others add up to is no rank of its own: it stays.
    const bars = all.filter((b) => b.role === 'other' || ranked.indexOf(b) < MOST_RANKED);
    const hasSubject = bars.some((b) => b.role === 'subject');
    const { levels, findings: untold } = askedPartLevels(spec, context);
    const g = geometryOf(bars, levels, context);
    const unit = locale.unit(spec.drawn.unit);
    const withheld = bars.some((b) => b.value === undefined);
    const points = (gaps: boolean): readonly NativePoint[] =>
      bars.flatMap((b, index) =>
        (b.value === undefined) === gaps
          ? [
              {
                index,
                fill: fillOf(b, hasSubject),
                ...(gaps && LOOKS.undisclosed.stroke ? { stroke: LOOKS.undisclosed.stroke } : {}),
                label: { text: b.label, format: b.format, style: labelStyle(b, g.size), position: 'outEnd', figure: b.figure.id },
              },
            ]
          : [],
      );
    return {
      diagnostics: [...findings(spec, ranked.length, bars), ...untold],
      alt: {
        kind: 'bar',
        of: 'names',
        name: spec.drawn.label,
        unit,
        points: bars.map((b) => ({ at: b.name, figure: b.figure })),
        rates: [],
        levels,
      },
      native: withLevelsDown(
        {
          id: spec.id,
          language: locale.language,
          table: {
            sheet: 'Data',
            columns: [
              ...pointColumns(
                bars.map((b) => ({ ...b, name: briefName(b.name) })),
                { id: 'item', header: locale.words.dataColumns.item },
                `${spec.drawn.label}${locale.comma}${unit}`,
                g.placeholder,
                locale,
              ),
              ...fullNames(bars, locale.words.dataColumns.name),
            ],
          },
          categories: 'item',
          frame,
          area: areaOf(g.plot, frame),
          axes: lyingAxes({ min: g.min, max: g.max }, {}, context),
          layers: [
            {
              kind: 'bar',
              grouping: 'clustered',
              gapWidth: GAP_WIDTH,
              overlap: 100,
              series: [
                { values: 'value', fill: { kind: 'solid', color: 'blue' }, points: points(false) },
                ...(withheld ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: points(true) }] : []),
              ],
            },
          ],
          annotations: [],
        },
        levels,
        { plot: g.plot, foot: g.plot.y + g.plot.h, xOf: (v) => g.plot.x + (g.plot.w * (v - g.min)) / (g.max - g.min) },
        context,
      ),
    };
  },
};
