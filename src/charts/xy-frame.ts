import type { FigureUnit } from '../figures/ledger.ts';
import { lineHeight } from '../fonts/measure.ts';
import { boxWidth } from './annotations.ts';
import { shownTicks, type Ticks, ticksAround } from './axis-ticks.ts';
import type { Box } from './draw/plane.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, Axes, ShownAxis, TextStyle } from './native.ts';
import { fitted, textBox, textLines, widthOf } from './text-box.ts';

/** A mark at two values. Its radius in points may follow the size of the plot. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: (plot: Box) => number;
}

/** What one direction measures. */
export interface Direction {
  readonly name: string;
  readonly unit: FigureUnit;
  /** Nothing of it is below zero. */
  readonly positive: boolean;
}

export interface XYFrame {
  readonly plot: Box;
  readonly axes: Extract<Axes, { kind: 'xy' }>;
  /** Names of the axes, and the lists below the plot. */
  readonly annotations: readonly Annotation[];
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number };
}

/** Steps an axis has at most. */
const STEPS = { across: 8, up: 6 } as const;
const LIST_LINES = 3;
/** Between the labels of two ticks side by side. */
const TICK_GAP = 12;

interface Margins {
  readonly left: number;
  readonly right: number;
  /** Steps of the axis across, at most. */
  readonly steps: number;
}

interface Fit {
  readonly plot: Box;
  readonly x: Ticks;
  readonly y: Ticks;
  readonly shownX: ShownAxis;
  readonly shownY: ShownAxis;
}

const axisStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.axis, bold: false, color: 'ink2' });
const nameStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.axis, bold: true, color: 'ink2' });
const listStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.legend, bold: false, color: 'ink2' });

/** What has no place on a plot, under it, in lines of a list's style. */
export const listBoxes = (lines: readonly string[], { frame, scale }: ChartContext): readonly Annotation[] => {
  const style: TextStyle = { size: scale.legend, bold: false, color: 'ink2' };
  const height = lineHeight(style.size);
  return lines.map((text, i) =>
    textBox('not drawn', text, { x: 0, y: frame.height - (lines.length - i - 0.5) * height - 1, align: 'left' }, style, frame),
  );
};

/** Each list begins a line; one that is too long ends in an ellipsis: the sheet and the table name all. */
export const listLines = (lists: readonly string[], context: ChartContext): readonly string[] => {
  const style = listStyle(context);
  const width = context.frame.width - 12;
  return lists.flatMap((list) => {
    const lines = textLines(list, style, width);
    return lines.length <= LIST_LINES
      ? lines
      : [...lines.slice(0, LIST_LINES - 1), fitted(lines.slice(LIST_LINES - 1).join(' '), style, width)];
  });
};

const lineAt = (value: number | undefined): readonly { readonly value: number; readonly radius: number }[] =>
  value === undefined ? [] : [{ value, radius: 2 }];

/**
 * A plane of two value axes with room for all marks: light gridlines, labelled ticks, the name of the upward axis over it, of the
 * other under it, a note at the top right, and lists of what has no place on it below. The axes cross at `cross`, else low.
 */
export const xyFrame = (
  marks: readonly Mark[],
  directions: { readonly x: Direction; readonly y: Direction },
  texts: { readonly note?: string; readonly lists: readonly string[] },
  cross: { readonly x: number | undefined; readonly y: number | undefined },
  context: ChartContext,
): XYFrame => {
  const { frame, locale } = context;
  const [axis, name, list] = [axisStyle(context), nameStyle(context), listStyle(context)];
  const lines = listLines(texts.lists, context);
  const [rowHeight, listHeight] = [lineHeight(axis.size), lineHeight(list.size)];
  // The uppermost tick's label stands half above the plot.
  const head = 1.5 * rowHeight + 4;
  const foot = 8 + rowHeight + 2 + rowHeight + (lines.length > 0 ? 4 + lines.length * listHeight : 0);
  const fitIn = ({ left, right, steps }: Margins): Fit => {
    const plot: Box = {
      x: left,
      y: head,
      w: Math.max(40, frame.width - left - right),
      h: Math.max(40, frame.height - head - foot),
    };
    const ticks = (value: (m: Mark) => number, line: number | undefined, length: number, most: number): Ticks =>
      ticksAround([...marks.map((m) => ({ value: value(m), radius: m.radius(plot) + 2 })), ...lineAt(line)], length, most);
    const x = ticks((m) => m.x, cross.x, plot.w, steps);
    const y = ticks((m) => m.y, cross.y, plot.h, Math.max(1, Math.min(STEPS.up, Math.floor(plot.h / rowHeight) - 1)));
    const shown = (of: Ticks, { unit, positive }: Direction): ShownAxis => shownTicks(of, unit, positive, axis, locale);
    return { plot, x, y, shownX: shown(x, directions.x), shownY: shown(y, directions.y) };
  };
  const widest = ({ ticks }: ShownAxis): number => Math.max(0, ...ticks.map((t) => widthOf(t.text, axis)));
  const marginsFor = ({ plot, shownX, shownY }: Fit): Margins => {
    const across = widest(shownX);
    return {
      left: Math.max(20, widest(shownY) + 10, across / 2 + 2),
      right: across / 2 + 6,
      steps: Math.max(1, Math.min(STEPS.across, Math.floor(plot.w / (across + TICK_GAP)))),
    };
  };
  // The room that labels need depends on the ticks, and the ticks on the room that labels leave.
  const first = fitIn({ left: 40, right: 20, steps: STEPS.across });
  const { plot, x, y, shownX, shownY } = fitIn(marginsFor(fitIn(marginsFor(first))));
  const under = plot.y + plot.h + 8 + rowHeight;
  const noteWidth = texts.note === undefined ? 0 : widthOf(texts.note, list) + 20;
  const upName = fitted(directions.y.name, name, frame.width - noteWidth - 10);
  const acrossName = fitted(directions.x.name, name, frame.width - 10);
  const half = boxWidth(acrossName, name) / 2;
  const acrossAt = Math.min(Math.max(plot.x + plot.w / 2, half), Math.max(half, frame.width - half));
  return {
    plot,
    axes: {
      kind: 'xy',
      x: { min: x.min, max: x.max, shown: shownX },
      y: { min: y.min, max: y.max, shown: shownY },
      crossX: cross.x ?? x.min,
      crossY: cross.y ?? y.min,
      line: { color: 'ink3', width: 1, dashed: false },
    },
    annotations: [
      textBox('axis up', upName, { x: 0, y: rowHeight / 2 + 1, align: 'left' }, name, frame),
      ...(texts.note === undefined
        ? []
        : [textBox('note', texts.note, { x: frame.width, y: rowHeight / 2 + 1, align: 'right' }, list, frame)]),
      textBox('axis across', acrossName, { x: acrossAt, y: under + rowHeight / 2 + 1, align: 'center' }, name, frame),
      ...listBoxes(lines, context),
    ],
    place: (valueX, valueY) => ({
      x: plot.x + ((valueX - x.min) / (x.max - x.min)) * plot.w,
      y: plot.y + plot.h * (1 - (valueY - y.min) / (y.max - y.min)),
    }),
  };
};
