import type { FigureUnit } from '../figures/ledger.ts';
import { lineHeight } from '../fonts/measure.ts';
import { shownTicks, type Ticks, ticksAround } from './axis-ticks.ts';
import type { Box } from './draw/plane.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, Axes, TextStyle } from './native.ts';
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
const RIGHT = 18;

const axisStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.axis, bold: false, color: 'ink2' });
const nameStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.axis, bold: true, color: 'ink2' });
const listStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.legend, bold: false, color: 'ink2' });

/** Each list begins a line; one that is too long ends in an ellipsis: the sheet and the table name all. */
const listLines = (lists: readonly string[], context: ChartContext): readonly string[] => {
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
  const plotFrom = (left: number): Box => ({
    x: left,
    y: head,
    w: Math.max(40, frame.width - left - RIGHT),
    h: Math.max(40, frame.height - head - foot),
  });
  const ticksIn = (plot: Box): { readonly x: Ticks; readonly y: Ticks } => ({
    x: ticksAround([...marks.map((m) => ({ value: m.x, radius: m.radius(plot) + 2 })), ...lineAt(cross.x)], plot.w, STEPS.across),
    y: ticksAround([...marks.map((m) => ({ value: m.y, radius: m.radius(plot) + 2 })), ...lineAt(cross.y)], plot.h, STEPS.up),
  });
  const shownY = (y: Ticks) => shownTicks(y, directions.y.unit, directions.y.positive, axis, locale);
  // The width of the labels depends on the ticks, and the ticks on the room that labels leave.
  const widest = Math.max(0, ...shownY(ticksIn(plotFrom(40)).y).ticks.map((t) => widthOf(t.text, axis)));
  const plot = plotFrom(Math.max(20, widest + 10));
  const { x, y } = ticksIn(plot);
  const shownX = shownTicks(x, directions.x.unit, directions.x.positive, axis, locale);
  const under = plot.y + plot.h + 8 + rowHeight;
  return {
    plot,
    axes: {
      kind: 'xy',
      x: { min: x.min, max: x.max, shown: shownX },
      y: { min: y.min, max: y.max, shown: shownY(y) },
      crossX: cross.x ?? x.min,
      crossY: cross.y ?? y.min,
      line: { color: 'ink3', width: 1, dashed: false },
    },
    annotations: [
      textBox('axis up', directions.y.name, { x: 0, y: rowHeight / 2 + 1, align: 'left' }, name, frame),
      ...(texts.note === undefined
        ? []
        : [textBox('note', texts.note, { x: frame.width, y: rowHeight / 2 + 1, align: 'right' }, list, frame)]),
      textBox('axis across', directions.x.name, { x: plot.x + plot.w / 2, y: under + rowHeight / 2 + 1, align: 'center' }, name, frame),
      ...lines.map((text, i) =>
        textBox('not drawn', text, { x: 0, y: frame.height - (lines.length - i - 0.5) * listHeight - 1, align: 'left' }, list, frame),
      ),
    ],
    place: (valueX, valueY) => ({
      x: plot.x + ((valueX - x.min) / (x.max - x.min)) * plot.w,
      y: plot.y + plot.h * (1 - (valueY - y.min) / (y.max - y.min)),
    }),
  };
};
