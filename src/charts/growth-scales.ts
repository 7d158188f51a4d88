import type { TextStyle, ValueAxis } from './native.ts';
import { niceStep } from './nice-step.ts';
import { decimalsFormat, minusFormat } from './number-format.ts';

/** Lowest and highest of numbers, zero among them. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/** Two labelled scales on the same gridlines. */
export interface GrowthScales {
  /** Of the columns. */
  readonly value: ValueAxis;
  /** Of the line, in per cent. */
  readonly second: ValueAxis;
  /** What they take of the plot, points. */
  readonly length: number;
}

export interface Room {
  /** Points of plot. */
  readonly length: number;
  /** What a label needs beyond a marker, points. */
  readonly label: number;
  /** From one gridline to the next at least, so that their numbers stand clear of each other, points. */
  readonly apart: number;
  /** The scale of another chart that the columns keep to. */
  readonly valuePerPoint: number | undefined;
}

/** How numbers of the scales are written. */
export interface ScaleTexts {
  readonly style: TextStyle;
  readonly number: (value: number, decimals: number) => string;
}

/** Noise of a scale that comes from another chart, whose place in a file is rounded: less than a line's width in any plot. */
const NOISE = 1e-5;
/** Most steps of a plot: more are a ladder. */
const MOST_STEPS = 8;
/** Steps the growth takes above the columns at least. */
const LEAST_ABOVE = 2;

/** Steps below and above zero, and how much value and growth each holds. */
interface Grid {
  readonly down: number;
  readonly up: number;
  readonly value: number;
  readonly growth: number;
  /** The value at which growth is zero, in steps. */
  readonly raised: number;
}

/** The value that all steps of a grid hold. */
const totalOf = ({ down, up, value }: Grid): number => (down + up) * value;

/** The least round step with which so many hold a reach. */
const stepFor = ({ low, high }: Reach, down: number, up: number): number | undefined => {
  if ((high > 0 && up <= 0) || (low < 0 && down <= 0)) return undefined;
  const least = Math.max(high > 0 ? high / up : 0, low < 0 ? -low / down : 0);
  return least > 0 ? niceStep(least).step : 1;
};

/** The largest round step that is not above `most`, and not below `least`. */
const stepWithin = (least: number, most: number): number | undefined =>
  [1, 1.25, 2, 2.5].map((part) => niceStep(most / part).step).find((step) => step <= most * (1 + NOISE) && step >= least * (1 - NOISE));

const countTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, i) => i);

/**
 * How well columns and line fill the plot. The columns are what the chart is of, and count twice; at the scale of another chart
 * their length is given, and what of the plot both scales take counts in its place.
 */
const filled = (grid: Grid, values: Reach, growths: Reach, { length, valuePerPoint }: Room): number => {
  const steps = grid.down + grid.up;
  const line = (growths.high - growths.low) / (steps * grid.growth);
  const total = steps * grid.value;
  const part = valuePerPoint === undefined ? (values.high - values.low) / total : total / (valuePerPoint * length);
  return (part || 1) ** 2 * (line || 1);
};

/** Grids with `raised` steps between the zero of the values and that of growth, if any holds both reaches and the labels of growth. */
const gridOf = (steps: number, down: number, raised: number, values: Reach, growths: Reach, room: Room): Grid | undefined => {
  const up = steps - down;
  const least = stepFor(values, down, raised > 0 ? raised : up);
  const growth = stepFor(growths, down + raised, up - raised);
  if (least === undefined || growth === undefined) return undefined;
  const span = (room.valuePerPoint ?? 0) * room.length;
  const value = span > least * steps ? stepWithin(least, span / steps) : least;
  if (value === undefined || (room.valuePerPoint !== undefined && value * steps > span * (1 + NOISE))) return undefined;
  const perStep = room.valuePerPoint === undefined ? room.length / steps : value / room.valuePerPoint;
  // What a coarser scale leaves of the plot lies above it, and is free for labels.
  const left = room.length - steps * perStep;
  const above = (up - raised - growths.high / growth) * perStep + left;
  const below = (down + raised + growths.low / growth) * perStep;
  if (perStep < room.apart) return undefined;
  return above >= room.label && (growths.low >= 0 || below >= room.label) ? { down, up, value, growth, raised } : undefined;
};

const best = (grids: readonly (Grid | undefined)[], score: (grid: Grid) => number): Grid | undefined =>
  grids
    .flatMap((g) => g ?? [])
    .reduce<Grid | undefined>((found, grid) => (found && score(found) >= score(grid) - NOISE ? found : grid), undefined);

const decimalsOf = (step: number): number => niceStep(step).decimals;

const axisOf = (
  grid: Grid,
  step: number,
  zero: number,
  labelled: (value: number) => boolean,
  format: string,
  suffix: string,
  gridlines: boolean,
  { style, number }: ScaleTexts,
): ValueAxis => {
  const at = (i: number): number => Number(((i - grid.down - zero) * step).toPrecision(12));
  const ticks = countTo(grid.down + grid.up).map((i) => {
    const value = at(i) + 0;
    return { value, text: labelled(value) ? `${number(value, decimalsOf(step))}${suffix}` : '' };
  });
  return { min: at(0) + 0, max: at(grid.down + grid.up) + 0, shown: { labels: style, format, ticks, step, gridlines } };
};

/** A scale is numbered where its marks are: on both sides of zero only if they are. */
const formatOf = (format: string, { low, high }: Reach): string =>
  low >= 0 ? `${format};;${format}` : high <= 0 ? `"";"−"${format};${format}` : minusFormat(format);

/** Columns in the lower part of the plot and growth above them: nothing is below zero, so that each has its own zero line. */
const panelGrids = (values: Reach, growths: Reach, room: Room): readonly (Grid | undefined)[] =>
  [3, 4, 5].flatMap((columns) =>
    countTo(columns)
      .filter((above) => above >= LEAST_ABOVE && above < columns)
      .map((above) => gridOf(columns + above, 0, columns, values, growths, room)),
  );

/** Where something is below zero both have one zero line: two would make a rise look like a fall. */
const zeroGrids = (values: Reach, growths: Reach, room: Room): readonly (Grid | undefined)[] =>
  countTo(MOST_STEPS)
    .filter((steps) => steps > LEAST_ABOVE)
    .flatMap((steps) => countTo(steps).map((down) => gridOf(steps, down, 0, values, growths, room)));

/**
 * The scales of columns and of their growth, on the same gridlines, that fill the plot best. Where a value or a growth is negative,
 * they share the zero line; else growth stands above the columns. Each is numbered where its marks are.
 */
export const growthScales = (values: Reach, growths: Reach, room: Room, texts: ScaleTexts): GrowthScales => {
  const panels = values.low >= 0 && growths.low >= 0;
  const found = (r: Room): Grid | undefined =>
    best((panels ? panelGrids : zeroGrids)(values, growths, r), (g) => filled(g, values, growths, r));
  // Labels give way before the scale does.
  const fitting = (r: Room): Grid | undefined => found(r) ?? found({ ...r, label: 0 }) ?? found({ ...r, label: 0, apart: 0 });
  const alone = fitting({ ...room, valuePerPoint: undefined }) ?? { down: 1, up: 1, value: 1, growth: 1, raised: 0 };
  const span = (room.valuePerPoint ?? 0) * room.length;
  // The scale of another chart counts where it is coarser than its own.
  const grid = span <= totalOf(alone) * (1 + NOISE) ? alone : (fitting(room) ?? alone);
  const total = totalOf(grid);
  const number = decimalsFormat(decimalsOf(grid.value));
  const percent = decimalsFormat(decimalsOf(grid.growth), '%');
  const top = grid.raised * grid.value;
  return {
    value: axisOf(
      grid,
      grid.value,
      0,
      (v) => (panels ? v <= top * (1 + NOISE) : v >= 0 || values.low < 0),
      panels ? `[>${top + grid.value / 2}]"";${number}` : formatOf(number, values),
      '',
      true,
      texts,
    ),
    second: axisOf(
      grid,
      grid.growth,
      grid.raised,
      (v) => (v >= 0 || growths.low < 0) && (v <= 0 || growths.high > 0),
      formatOf(percent, growths),
      '%',
      false,
      texts,
    ),
    length: room.valuePerPoint === undefined ? room.length : Math.min(room.length, total / room.valuePerPoint),
  };
};
