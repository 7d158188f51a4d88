import { lineHeight, textWidth } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
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
  const style: TextStyle = { size: scale.axis, bold: false, color: 'ink' };
  const height = lineHeight(style.size);
  const width = band - GAP.between;
  if (names.every((n) => textWidth(n, { ...style, italic: false }) <= width))
    return { hidden: false, height: height + 2 * GAP.above, boxes: () => [] };
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
