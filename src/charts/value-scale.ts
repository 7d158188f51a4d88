import { textWidth } from '../fonts/measure.ts';
import { type Ends, roundAt } from './common-scale.ts';
import type { ChartContext } from './kind.ts';
import type { TextStyle, ValueAxis } from './native.ts';
import { niceTicks } from './nice-ticks.ts';
import { decimalsFormat } from './number-format.ts';

const INTERVALS = 5;
/** Values within the last fifth below their highest would be flat on a scale from zero. */
const FAR = 0.8;
/** Room under the lowest of them, a share of their span: a point on the axis line would look like zero. */
const CLEAR = 0.15;
/** Between the labels of the scale and the plot. */
const GAP = 8;

export interface ValueScale {
  readonly axis: ValueAxis;
  /** The ends of the scale where no other chart is kept to. */
  readonly own: Ends;
  /** What it takes of the plot, points. */
  readonly length: number;
  /** Room its labels need beside the plot, points. */
  readonly room: number;
  /** It does not begin at zero. */
  readonly cut: boolean;
}

/** The room for a scale: points of plot, and the scale of another chart it has to keep to. */
interface Along {
  readonly length: number;
  readonly perPoint: number | undefined;
}

/**
 * A labelled scale with light gridlines. From zero, unless all values are far from it or, as of indices, zero has no meaning for them.
 * It ends at round numbers, at the scale of another chart too. `own` is the same for every size of frame.
 */
export const valueScale = (
  values: readonly number[],
  { length, perPoint }: Along,
  { locale, scale }: ChartContext,
  relative = false,
): ValueScale => {
  const labels: TextStyle = { size: scale.axis, bold: false, color: 'ink2' };
  if (values.length === 0) return { axis: { min: 0, max: 1 }, own: { min: 0, max: 1 }, length, room: 0, cut: false };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const cut = relative || low > high * FAR || high < low * FAR;
  const clear = cut ? CLEAR * (high - low) : 0;
  const own = niceTicks(Math.min(cut ? low - clear : 0, low), Math.max(cut ? high + clear : 0, high), INTERVALS);
  const at = roundAt({ ...own, ticks: own.values }, length, INTERVALS, perPoint);
  const { min, max, step, decimals, ticks } = at.scale;
  const format = decimalsFormat(decimals);
  const texts = ticks.map((value) => ({ value, text: locale.number(value, decimals) }));
  return {
    axis: { min, max, shown: { labels, format: `${format};\u2212${format}`, ticks: texts, step, gridlines: true } },
    room: Math.max(...texts.map((t) => textWidth(t.text, { ...labels, italic: false }))) + GAP,
    own,
    length: at.length,
    cut: cut && high !== low && (min > 0 || max < 0),
  };
};
