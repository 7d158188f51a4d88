import { lineHeight, textWidth } from '../fonts/measure.ts';
import { placeholderOf } from './bar-scale.ts';
import { type Box, freePlaces } from './free-place.ts';
import { columnGap, type GrowthPlan, type GrowthRow, growthHeading, growthSeries, growthStyle } from './growth.ts';
import { growthScales, type Reach } from './growth-scales.ts';
import type { ChartContext } from './kind.ts';
import { fittingSize, LABEL_DISTANCE, widestText } from './label-fit.ts';
import type { Annotation, LabelPosition, TextStyle, ValueAxis } from './native.ts';
import type { Fill } from './paint.ts';
import type { Column } from './status-columns.ts';
import { textBox } from './text-box.ts';

const FILL: Fill = { kind: 'solid', color: 'teal' };
const MARKER = 7;
/** Room that labels need above or below a marker, beyond their height. */
const LABEL_ROOM = MARKER / 2 + 6;
const TICK_GAP = 10;

/** Under its marker where the line comes down to it from both sides, so that the line does not run through the label. */
const positionAt = (row: GrowthRow, index: number): LabelPosition => {
  const own = row[index]?.value ?? 0;
  const beside = [row[index - 1]?.value, row[index + 1]?.value].filter((v) => v !== undefined);
  return beside.length > 0 && beside.every((v) => v > own) ? 'b' : 't';
};

/** Numbers with zero, from the lowest to the highest. */
const reachOf = (numbers: readonly number[]): Reach => ({ low: Math.min(0, ...numbers), high: Math.max(0, ...numbers) });

/**
 * Where a label stands clear of the columns, of the line and of the labels before it, by column; undefined where it has no room,
 * or is not wanted.
 */
const clearPlaces = (
  columns: readonly Column[],
  row: GrowthRow,
  wanted: (index: number) => boolean,
  at: {
    readonly plot: Box;
    /** The plot and what a coarser scale leaves above it. */
    readonly inside: Box;
    readonly value: ValueAxis;
    readonly second: ValueAxis;
    readonly placeholder: number;
    readonly size: number;
  },
): readonly (LabelPosition | undefined)[] => {
  const { plot, value, second } = at;
  const band = plot.w / Math.max(1, columns.length);
  const centre = (i: number): number => plot.x + band * (i + 0.5);
  const yOn = ({ min, max }: ValueAxis, v: number): number => plot.y + plot.h * (1 - (v - min) / (max - min));
  const zero = yOn(value, 0);
  const width = band / (1 + columnGap(columns.length) / 100);
  const marks = row.flatMap((g, i) => (g?.value === undefined ? [] : [{ i, text: g.label, x: centre(i), y: yOn(second, g.value) }]));
  const asked = marks.filter((m) => wanted(m.i));
  const places = freePlaces(
    asked.map((m) => ({ ...m, reach: MARKER / 2 })),
    { size: at.size, bold: true, color: 'ink' },
    {
      pieces: [
        ...marks.slice(1).flatMap((m, i) => {
          const before = marks[i];
          return before && m.i - before.i === 1 ? [{ x1: before.x, y1: before.y, x2: m.x, y2: m.y }] : [];
        }),
        { x1: plot.x, y1: zero, x2: plot.x + plot.w, y2: zero },
      ],
      boxes: columns.map((c, i) => {
        const end = yOn(value, c.value ?? at.placeholder);
        return { x: centre(i) - width / 2, y: Math.min(zero, end), w: width, h: Math.abs(end - zero) };
      }),
      inside: at.inside,
    },
    ['t', 'b', 'r', 'l'],
  );
  return columns.map((_, i) => places[asked.findIndex((m) => m.i === i)]);
};

/**
 * Columns and their growth as a line on a second scale: above them, or, where something is negative, from the same zero line.
 * `top`: where they begin.
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
  const placeholder = placeholderOf(values);
  const growths = row.flatMap((g) => g?.value ?? []);
  const without = row.flatMap((g, i) => (g && g.value === undefined ? [{ growth: g, index: i }] : []));

  const headStyle: TextStyle = { size: scale.legend, bold: true, color: 'ink2' };
  const headHeight = lineHeight(scale.legend) + 7;
  const rowHeight = without.length === 0 ? 0 : lineHeight(scale.legend) + 2;
  const head = top + headHeight + rowHeight + lineHeight(scale.axis) / 2;
  const free = Math.max(20, frame.height - head - lineHeight(scale.axis) - 8);
  const { value, second, length } = growthScales(
    reachOf(values.length < columns.length ? [...values, placeholder] : values),
    reachOf(growths),
    { length: free, label: lineHeight(scale.axis) + LABEL_ROOM, apart: lineHeight(scale.axis), valuePerPoint: context.valuePerPoint },
    { style: { size: scale.axis, bold: false, color: 'ink2' }, number: locale.number },
  );
  const tickRoom = ({ shown }: ValueAxis): number => widestText(shown?.ticks.map((t) => t.text) ?? [], scale.axis, false) + TICK_GAP;
  const [left, right] = [tickRoom(value), tickRoom(second)];
  const plot = { x: left, y: head + free - length, w: Math.max(40, frame.width - left - right), h: length };
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
  const shared = value.min < 0;
  const inside = { ...plot, y: head, h: free };
  const clear = shared
    ? clearPlaces(columns, row, (i) => !dense || extremes.includes(i), { plot, inside, value, second, placeholder, size })
    : undefined;
  const place = (i: number): LabelPosition | undefined => {
    if (clear) return clear[i];
    if (!dense) return positionAt(row, i);
    if (!extremes.includes(i)) return undefined;
    // Beside the last marker stand the numbers of the scale.
    return i === row.length - 1 ? 'l' : positionAt(row, i);
  };
  const wanted = row.filter((g, i) => g?.value !== undefined && (!dense || extremes.includes(i))).length;
  const taken = clear !== undefined && clear.filter((p) => p !== undefined).length < wanted;

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
    ...(taken
      ? { leftOut: 'labels of growth that would lie on them are left out' }
      : dense
        ? { leftOut: 'only the highest and the lowest growth have labels' }
        : {}),
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
