import { exactValue } from '../figures/quantity.ts';
import { lineHeight } from '../fonts/measure.ts';
import { boxWidth } from './annotations.ts';
import { textBoxes } from './draw/text-boxes.ts';
import type { ChartContext } from './kind.ts';
import type { Level } from './level.ts';
import { levelStroke } from './level-stroke.ts';
import type { NativeChart, TextStyle } from './native.ts';
import type { Plot } from './plot.ts';
import { pushApart } from './push-apart.ts';
import { stretchesDown } from './stretches.ts';
import { fitted, textBox, widthOf } from './text-box.ts';

/** So many lines run down through bars at most: their values stand side by side, each in its share of the frame. */
const MOST = 4;
/** Between two values, and between the bars and the values, points. */
const GAP = { beside: 8, above: 2 } as const;

/** Height a page gives the values, points. */
export const LEVELS_HEIGHT = 14;

const styleOf = ({ scale }: ChartContext): TextStyle => ({ size: scale.legend, bold: true, color: 'ink2' });

/** Height under the bars for the values of the lines, points; none without lines. */
export const levelsFoot = (levels: readonly Level[], { scale }: ChartContext): number =>
  levels.length === 0 ? 0 : lineHeight(scale.legend) + 2 + GAP.above;

/** "Mean 12.5", or the name of the year or part and its value; a name that is too long is cut, the value never. */
const textOf = ({ figure, mean, of }: Level, width: number, context: ChartContext): string => {
  const { words, print } = context.locale;
  const value = print(figure, 'bare');
  if (mean) return `${words.mean} ${value}`;
  return `${fitted(of, styleOf(context), width - widthOf(`: ${value}`, styleOf(context)))}: ${value}`;
};

/**
 * A chart of lying bars with dashed lines down through them, and under the bars the values of the lines, moved apart. Lines end
 * where they meet a text. `foot`: the top of the values, points; `xOf`: the place of a value.
 */
export const withLevelsDown = (
  chart: NativeChart,
  levels: readonly Level[],
  at: { readonly plot: Plot; readonly foot: number; readonly xOf: (value: number) => number },
  context: ChartContext,
): NativeChart => {
  if (levels.length === 0) return chart;
  const { frame } = context;
  const style = styleOf(context);
  const texts = textBoxes(chart);
  const share = frame.width / MOST - GAP.beside;
  const lines = levels.map((level) => ({ level, x: at.xOf(exactValue(level.figure) ?? 0), text: textOf(level, share - 10, context) }));
  const widest = Math.max(...lines.map((l) => boxWidth(l.text, style)));
  const places = pushApart(
    lines.map((l) => l.x),
    widest + GAP.beside,
    widest / 2,
    frame.width - widest / 2,
  );
  const y = at.foot + GAP.above + lineHeight(style.size) / 2;
  const span = { from: at.plot.y, to: at.foot + GAP.above };
  return {
    ...chart,
    annotations: [
      ...chart.annotations,
      ...lines.flatMap(({ level, x }) =>
        stretchesDown(x, span, texts).flatMap(({ from, to }) =>
          levelStroke(level.mean ? 'mean' : 'level', { x, y: from }, { x, y: to }, true, frame),
        ),
      ),
      ...lines.map(({ level, text }, i) =>
        textBox(level.mean ? 'mean value' : 'level value', text, { x: places[i] ?? 0, y, align: 'center' }, style, frame, level.figure.id),
      ),
    ],
  };
};
