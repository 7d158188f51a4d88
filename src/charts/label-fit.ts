import { textWidth } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';

/** Between two labels side by side, points. */
export const LABEL_DISTANCE = 7;

export const widestText = (texts: readonly string[], size: number, bold: boolean): number =>
  Math.max(0, ...texts.map((t) => textWidth(t, { size, bold, italic: false })));

/** The largest size of the scale for which `fits` holds; undefined where none does. Never below that of legends. */
export const fittingSize = ({ value, axis, legend }: ChartContext['scale'], fits: (size: number) => boolean): number | undefined =>
  [value, axis, legend].find(fits);

/** One label in how many is shown: texts at the ends of the frame may have moved inwards by what they are wider than a column. */
export const labelEvery = (widest: number, band: number): number =>
  Math.max(1, Math.ceil((widest + LABEL_DISTANCE + Math.max(0, widest - band)) / band));
