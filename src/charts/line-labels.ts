import { exactValue } from '../figures/quantity.ts';
import { textWidth } from '../fonts/measure.ts';
import { type Box, freePlaces, meet, type Piece, type Wish } from './free-place.ts';
import type { ChartContext } from './kind.ts';
import type { DrawnLine, LinePlan } from './line-plan.ts';
import type { LinePlot } from './line-plot.ts';
import type { Line } from './line-table.ts';
import type { NativeLabel, TextStyle } from './native.ts';
import type { SeriesRow } from './series-cells.ts';

/** Radius of the marks of points. */
export const REACH = 3;

const MOST_MARKED = 12;

/** Between the label of a point and that of a withheld value below it, points. */
const APART = 4;

/** A point without neighbours would not be seen on a line without marks. */
const hasLonePoint = ({ row: { cells } }: Line, bridged: boolean): boolean =>
  bridged
    ? cells.filter((c) => c).length === 1
    : cells.some((c, i) => c?.value !== undefined && cells[i - 1]?.value === undefined && cells[i + 1]?.value === undefined);

/** Whether the points of a line have marks: not where they would be too many. */
export const isMarked = (line: DrawnLine, bridged: boolean): boolean =>
  (line.marked && line.row.cells.length <= MOST_MARKED) || hasLonePoint(line, bridged);

export interface LineLabels {
  /** The label of a point, if it has one. */
  readonly of: (row: SeriesRow, place: number) => NativeLabel | null;
  /** Whether the mark of withheld values at a place has room for its label. */
  readonly stub: (place: number) => boolean;
  readonly leftOut: number;
}

export const valueStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.name.size, bold: true, color: 'ink' });

const piecesOf = (row: SeriesRow, plot: LinePlot): readonly Piece[] => {
  const known = row.cells.flatMap((c, i) => (c?.value === undefined ? [] : [{ i, x: plot.centre(i), y: plot.yOf(c.value) }]));
  return known.flatMap((from, n): readonly Piece[] => {
    const to = known[n + 1];
    return to && (plot.bridged || to.i === from.i + 1) ? [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }] : [];
  });
};

const tickBoxes = ({ axis, x, yOf }: LinePlot): readonly Box[] =>
  (axis.shown?.ticks ?? []).map(({ value, text }) => {
    const { labels } = axis.shown ?? { labels: { size: 0, bold: false } };
    const w = textWidth(text, { ...labels, italic: false }) + 5;
    return { x: x - w, y: yOf(value) - labels.size / 2, w, h: labels.size };
  });

/** The mark of withheld values with its label above. */
export const stubBox = (place: number, text: string, style: TextStyle, plot: LinePlot): Box => {
  const w = Math.max(plot.stubWidth, textWidth(text, { ...style, italic: false }) + 2);
  const top = plot.yOf(plot.stub) - style.size - 4;
  return { x: plot.centre(place) - w / 2, y: top, w, h: plot.yOf(plot.zero) - top };
};

interface Asked extends Wish {
  readonly row: SeriesRow;
  readonly place: number;
}

/** The first point of each line, and its last where no name with a value stands beside it. Points that agree are labelled once. */
const asked = (lines: readonly DrawnLine[], plot: LinePlot): readonly Asked[] => {
  const marked = (line: DrawnLine): boolean => isMarked(line, plot.bridged);
  // Where points of several lines agree, the label belongs to one that is seen.
  const all = [...lines.filter(marked), ...lines.filter((l) => !marked(l))].flatMap((line) => {
    const { row } = line;
    const reach = marked(line) ? REACH : 0;
    const known = row.cells.flatMap((c, place) => (c?.value === undefined ? [] : [place]));
    const ends = new Set([known[0], known.at(-1)]);
    return [...ends].flatMap((place): readonly Asked[] => {
      const cell = row.cells[place ?? -1];
      if (place === undefined || cell?.value === undefined || place === row.cells.length - 1) return [];
      return [{ row, place, text: cell.label, x: plot.centre(place), y: plot.yOf(cell.value), reach }];
    });
  });
  return all.filter((a, i) => !all.slice(0, i).some((b) => b.place === a.place && b.y === a.y && b.text === a.text));
};

const across = (x1: number, x2: number, y: number): Piece => ({ x1, y1: y, x2, y2: y });

/** Labels of the first points, each on a side of its point that is free of lines and other texts, or left out. */
export const lineLabels = ({ lines, level }: LinePlan, plot: LinePlot, context: ChartContext): LineLabels => {
  const rows = lines.map((l) => l.row);
  const style = valueStyle(context);
  const right = plot.x + plot.w;
  const turn = plot.turn === undefined ? [] : [plot.centre(plot.turn)];
  const drawn: readonly Piece[] = [
    ...rows.flatMap((r) => piecesOf(r, plot)),
    ...turn.map((x) => ({ x1: x, y1: 0, x2: x, y2: plot.y + plot.h })),
    ...(level === undefined ? [] : [across(plot.x, right, plot.yOf(level))]),
    ...plot.levels.map((l) => across(plot.x, right, plot.yOf(exactValue(l.figure) ?? 0))),
  ];
  const marks = rows.flatMap((r) =>
    r.cells.flatMap((c, i): readonly Box[] =>
      c?.value === undefined ? [] : [{ x: plot.centre(i) - REACH, y: plot.yOf(c.value) - REACH, w: 2 * REACH, h: 2 * REACH }],
    ),
  );
  const stubs = plot.stubs.map(({ place }) => ({ place, box: stubBox(place, context.locale.undisclosed, style, plot) }));
  const crossed = new Set(
    stubs.filter(({ box }, i) => marks.some((m) => meet(box, m)) || stubs.slice(0, i).some((s) => meet(box, s.box))).map((s) => s.place),
  );
  const wishes = asked(lines, plot);
  const top = plot.turn === undefined ? 0 : context.scale.legend * 1.6;
  const places = freePlaces(wishes, style, {
    pieces: [...drawn, across(plot.x, right, plot.yOf(plot.zero))],
    boxes: [...marks, ...tickBoxes(plot), ...stubs.map(({ box }) => ({ ...box, y: box.y - APART, h: box.h + APART }))],
    inside: { x: 0, y: top, w: context.frame.width, h: plot.y + plot.h - top },
  });
  return {
    of: (row, place) => {
      const at = wishes.findIndex((w) => w.row === row && w.place === place);
      const [cell, position] = [row.cells[place], places[at]];
      return cell && position ? { text: cell.label, format: cell.format, style, position, figure: cell.figure.id } : null;
    },
    stub: (place) => !crossed.has(place),
    leftOut: places.filter((p) => p === undefined).length + crossed.size,
  };
};
