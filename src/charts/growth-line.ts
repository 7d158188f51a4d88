import { lineHeight, textWidth } from '../fonts/measure.ts';
import { placeholderOf } from './bar-scale.ts';
import { type GrowthPlan, type GrowthRow, growthHeading, growthSeries, growthStyle } from './growth.ts';
import type { ChartContext } from './kind.ts';
import { fittingSize, LABEL_DISTANCE, widestText } from './label-fit.ts';
import type { Annotation, LabelPosition, TextStyle, ValueAxis } from './native.ts';
import { decimalsFormat, minusFormat } from './number-format.ts';
import type { Fill } from './paint.ts';
import { type RoundScale, roundScale } from './scales.ts';
import type { Column } from './status-columns.ts';
import { textBox } from './text-box.ts';

const FILL: Fill = { kind: 'solid', color: 'teal' };
const MARKER = 7;
/** Steps of each scale: columns below, growth above, on the same gridlines. */
const STEPS = { value: 4, growth: 3 } as const;
/** Room that labels need above or below a marker, beyond their height. */
const LABEL_ROOM = MARKER / 2 + 6;
const TICK_GAP = 10;

/** Under its marker where the line comes down to it from both sides, so that the line does not run through the label. */
const positionAt = (row: GrowthRow, index: number): LabelPosition => {
  const own = row[index]?.value ?? 0;
  const beside = [row[index - 1]?.value, row[index + 1]?.value].filter((v) => v !== undefined);
  return beside.length > 0 && beside.every((v) => v > own) ? 'b' : 't';
};

/** The growth's scale, with a step more at an end where labels would leave it. `share`: of the plot that `steps` steps take. */
const withLabelRoom = (row: GrowthRow, scale: RoundScale, below: number, height: number, room: number): RoundScale => {
  const { step } = scale;
  const perStep = height / (below + scale.ticks.length - 1);
  const ends = (position: LabelPosition): readonly number[] =>
    row.flatMap((g, i) => (g?.value !== undefined && positionAt(row, i) === position ? g.value : []));
  const short = (distance: number): boolean => (distance / step) * perStep < room;
  const max = ends('t').some((v) => short(scale.max - v)) ? scale.max + step : scale.max;
  const min = ends('b').some((v) => short(v - scale.min)) ? scale.min - step : scale.min;
  return max === scale.max && min === scale.min ? scale : roundScale(min, max, scale.ticks.length + 1);
};

/**
 * The columns' scale, going on above them, and the growth's, going on below it, so that both count the same gridlines. What goes on
 * has no numbers where formats can tell it by its sign or size alone: programs disagree on the sign of others.
 */
const sharedScales = (
  lower: RoundScale,
  upper: RoundScale,
  lowerText: (value: number) => string,
  upperText: (value: number) => string,
  labels: TextStyle,
): { readonly value: ValueAxis; readonly second: ValueAxis } => {
  const [k, m] = [lower.ticks.length - 1, upper.ticks.length - 1];
  const above = upper.ticks.slice(1).map((_, i) => lower.max + (i + 1) * lower.step);
  const below = lower.ticks.slice(1).map((_, i) => upper.min - (i + 1) * upper.step);
  const number = decimalsFormat(lower.decimals);
  const percent = decimalsFormat(upper.decimals, '%');
  const [quietAbove, quietBelow] = [lower.min >= 0, upper.min >= 0];
  return {
    value: {
      min: lower.min,
      max: lower.max + m * lower.step,
      shown: {
        labels,
        format: quietAbove ? `[>${lower.max + lower.step / 2}]"";${number}` : minusFormat(number),
        ticks: [
          ...lower.ticks.map((v) => ({ value: v, text: lowerText(v) })),
          ...above.map((v) => ({ value: v, text: quietAbove ? '' : lowerText(v) })),
        ],
        step: lower.step,
        gridlines: true,
      },
    },
    second: {
      min: upper.min - k * upper.step,
      max: upper.max,
      shown: {
        labels,
        format: quietBelow ? `${percent};;${percent}` : minusFormat(percent),
        ticks: [...upper.ticks, ...(quietBelow ? [] : below)].map((v) => ({ value: v, text: upperText(v) })),
        step: upper.step,
        gridlines: false,
      },
    },
  };
};

/**
 * Columns in the lower part of the plot and their growth as a line above them, on two fixed scales that share their gridlines. Each
 * scale is labelled where its marks are, if it holds no negative numbers. `top`: where they begin.
 */
export const growthLinePlan = (
  columns: readonly Column[],
  row: GrowthRow,
  unit: string,
  top: number,
  context: ChartContext,
): GrowthPlan => {
  const { frame, scale, locale } = context;
  const values = columns.flatMap((c) => c.value ?? []);
  const withheld = values.length < columns.length;
  const growths = row.flatMap((g) => g?.value ?? []);
  const lower = roundScale(Math.min(0, ...values), Math.max(0, ...values, withheld ? placeholderOf(values) : 0), STEPS.value);
  const without = row.flatMap((g, i) => (g && g.value === undefined ? [{ growth: g, index: i }] : []));

  const headStyle: TextStyle = { size: scale.legend, bold: true, color: 'ink2' };
  const headHeight = lineHeight(scale.legend) + 7;
  const rowHeight = without.length === 0 ? 0 : lineHeight(scale.legend) + 2;
  const y = top + headHeight + rowHeight + lineHeight(scale.axis) / 2;
  const height = Math.max(20, frame.height - y - lineHeight(scale.axis) - 8);
  const k = lower.ticks.length - 1;
  const room = lineHeight(scale.axis) + LABEL_ROOM;
  const upper = withLabelRoom(row, roundScale(Math.min(0, ...growths), Math.max(0, ...growths), STEPS.growth), k, height, room);

  const tickStyle: TextStyle = { size: scale.axis, bold: false, color: 'ink2' };
  const lowerText = (v: number): string => locale.number(v, lower.decimals);
  const upperText = (v: number): string => `${locale.number(v, upper.decimals)}%`;
  const { value, second } = sharedScales(lower, upper, lowerText, upperText, tickStyle);
  const tickRoom = ({ shown }: ValueAxis): number => widestText(shown?.ticks.map((t) => t.text) ?? [], scale.axis, false) + TICK_GAP;
  const [left, right] = [tickRoom(value), tickRoom(second)];
  const plot = { x: left, y, w: Math.max(40, frame.width - left - right), h: height };
  const band = plot.w / Math.max(1, columns.length);
  const widest = (size: number): number =>
    widestText(
      row.map((g) => g?.label ?? ''),
      size,
      true,
    );
  const size = Math.min(fittingSize(scale, (s) => widest(s) + LABEL_DISTANCE <= band) ?? scale.legend, scale.axis);
  // Where not all labels have room the scale tells the growth, and only its ends are labelled.
  const dense = widest(size) + LABEL_DISTANCE > band;
  const extremes = [Math.max(...growths), Math.min(...growths)].map((v) => row.findIndex((g) => g?.value === v));
  const place = (i: number): LabelPosition | undefined => {
    if (!dense) return positionAt(row, i);
    if (!extremes.includes(i)) return undefined;
    // Beside the last marker stand the numbers of the scale.
    return i === row.length - 1 ? 'l' : positionAt(row, i);
  };

  const heading = `${growthHeading(row, context)}, %`;
  const headY = top + headHeight / 2;
  const keyRight = frame.width - textWidth(heading, { ...headStyle, italic: false }) - 12;
  const key: Annotation = {
    kind: 'box',
    name: 'key growth',
    shape: 'rect',
    x: (keyRight - scale.key.w) / frame.width,
    y: (headY - 1.5) / frame.height,
    w: scale.key.w / frame.width,
    h: 3 / frame.height,
    fill: FILL,
  };
  return {
    plot,
    value,
    second,
    line: {
      ...growthSeries(row, size, FILL, place),
      stroke: { color: 'teal', width: 2, dashed: false },
      marker: MARKER,
    },
    // The scale tells the values; only what is withheld is named.
    labelled: columns.map((c) => c.value === undefined),
    size,
    ...(dense ? { leftOut: 'only the highest and the lowest growth have labels' } : {}),
    annotations: [
      textBox('value heading', unit, { x: 0, y: headY, align: 'left' }, headStyle, frame),
      key,
      textBox('growth heading', heading, { x: frame.width, y: headY, align: 'right' }, headStyle, frame),
      // Over the plot, where no height has a meaning.
      ...without.map(({ growth, index }) =>
        textBox(
          `growth ${growth.figure.period.to}`,
          growth.label,
          { x: plot.x + band * (index + 0.5), y: top + headHeight + rowHeight / 2, align: 'center' },
          growthStyle(growth, scale.legend),
          frame,
          growth.figure.id,
        ),
      ),
    ],
  };
};
