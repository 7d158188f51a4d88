import type { Figure } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import { arrowWidth, differenceArrow } from './difference-arrow.ts';
import type { Box } from './draw/plane.ts';
import { textBoxes } from './draw/text-boxes.ts';
import type { ChartContext } from './kind.ts';
import type { Level } from './level.ts';
import { levelHeight, levelLine, levelWidth } from './level-line.ts';
import type { Annotation, NativeChart } from './native.ts';
import type { Plot } from './plot.ts';
import { pushApart } from './push-apart.ts';

/** Between the plot and an arrow, and between two arrows. */
const GAP = 8;

/** The marks take at most this share of the frame. */
const MOST_WIDTH = 0.34;

/** What stands at the right of columns: arrows of changes side by side, then the values of the lines across the plot. */
export interface SideMarks {
  readonly changes: readonly Figure[];
  readonly levels: readonly Level[];
}

const arrowsRoom = ({ changes }: SideMarks, context: ChartContext): number =>
  changes.reduce((sum, change) => sum + GAP + arrowWidth(change, context), 0);

/** The room they need at the right of the plot, points. */
export const sideRoom = (marks: SideMarks, context: ChartContext): number => {
  const widths = marks.levels.map(({ figure, mean }) => levelWidth(figure, mean, context));
  return arrowsRoom(marks, context) + Math.max(0, ...widths);
};

/** The marks that have room, and the last changes, which have none. */
export const sideMarksWithin = (
  { changes, levels }: SideMarks,
  context: ChartContext,
): { readonly drawn: SideMarks; readonly leftOut: readonly Figure[] } => {
  const fits = (count: number): boolean =>
    sideRoom({ changes: changes.slice(0, count), levels }, context) <= MOST_WIDTH * context.frame.width;
  let count = changes.length;
  while (count > 0 && !fits(count)) count--;
  return {
    drawn: { changes: changes.slice(0, count), levels },
    leftOut: changes.slice(count),
  };
};

/** Where the columns are that the marks belong to, points. */
export interface MarkedColumns {
  readonly plot: Plot;
  /** The end of a year's column; undefined where it has no value. */
  readonly end: (year: number) => { readonly x: number; readonly y: number } | undefined;
  readonly yOf: (value: number) => number;
  /** The marks stand on lines, which a light edge of theirs would cut. */
  readonly lines?: true;
}

const sideAnnotations = (
  marks: SideMarks,
  { plot, end, yOf, lines: onLines }: MarkedColumns,
  texts: readonly Box[],
  context: ChartContext,
): readonly Annotation[] => {
  let right = plot.x + plot.w;
  const arrows = marks.changes.flatMap((change) => {
    const width = arrowWidth(change, context);
    const x = right + GAP + width / 2;
    const [from, to] = [end(change.period.from), end(change.period.to)];
    right += GAP + width;
    return from && to ? differenceArrow(change, from, to, x, texts, context) : [];
  });
  const heights = marks.levels.map(({ figure }) => yOf(exactValue(figure) ?? 0));
  const height = levelHeight(context);
  const places = pushApart(heights, height, plot.y + height / 2, plot.y + plot.h);
  const lines = marks.levels.flatMap(({ figure, mean }, i) =>
    levelLine(figure, heights[i] ?? 0, { from: plot.x, to: right }, mean, context, places[i] ?? 0, { texts, edged: !onLines }),
  );
  return [...lines, ...arrows];
};

/** A chart with the marks at the right of its columns. Their lines end where they meet a text the chart has already. */
export const withSideMarks = (chart: NativeChart, marks: SideMarks, columns: MarkedColumns, context: ChartContext): NativeChart =>
  marks.changes.length === 0 && marks.levels.length === 0
    ? chart
    : { ...chart, annotations: [...chart.annotations, ...sideAnnotations(marks, columns, textBoxes(chart), context)] };
