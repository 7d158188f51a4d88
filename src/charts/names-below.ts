import { lineHeight } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
import { fittingSize, widestText } from './label-fit.ts';
import type { Annotation, TextStyle } from './native.ts';
import { textBox, textLines } from './text-box.ts';

/** Lines a name under a column takes at most. */
const MOST_LINES = 3;
const GAP = { above: 4, between: 6 };

/** How names of columns are set: by the axis, or as text boxes, and the height they need below the plot. */
export interface NamesBelow {
  readonly hidden: boolean;
  readonly height: number;
  readonly boxes: (centre: (index: number) => number, top: number) => readonly Annotation[];
}

/** Names under columns: the axis' own where each fits one line; else text boxes of several lines, since Office would turn them. */
export const namesBelow = (names: readonly string[], band: number, { frame, scale }: ChartContext): NamesBelow => {
  const width = band - GAP.between;
  if (widestText(names, scale.axis, false) <= width)
    return { hidden: false, height: lineHeight(scale.axis) + 2 * GAP.above, boxes: () => [] };
  // No word is broken while a smaller size of the scale holds it: a year in two pieces would be two numbers.
  const words = names.flatMap((n) => n.split(/\s+/));
  const size = fittingSize({ ...scale, value: scale.axis }, (s) => widestText(words, s, false) <= width) ?? scale.axis;
  const style: TextStyle = { size, bold: false, color: 'ink' };
  const height = lineHeight(size);
  const lines = names.map((n) => textLines(n, style, width, MOST_LINES));
  return {
    hidden: true,
    height: Math.max(...lines.map((l) => l.length)) * height + 2 * GAP.above,
    boxes: (centre, top) =>
      lines.flatMap((l, i) =>
        l.map((text, n) =>
          textBox(`name ${i + 1}`, text, { x: centre(i), y: top + GAP.above + height * (n + 0.5), align: 'center' }, style, frame),
        ),
      ),
  };
};
