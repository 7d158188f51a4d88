import { lineHeight } from '../fonts/measure.ts';
import type { Ends } from './common-scale.ts';
import { forecastFrom } from './divider.ts';
import type { ChartContext } from './kind.ts';
import type { Level } from './level.ts';
import type { LinePlan } from './line-plan.ts';
import type { ValueAxis } from './native.ts';
import { rightRoom } from './right-column.ts';
import type { SeriesCell, SeriesRow } from './series-cells.ts';
import { sideRoom } from './side-marks.ts';
import { valueScale } from './value-scale.ts';

/** Height of the hatched marks of withheld values, a share of the scale: nothing is known, or some is. */
const STUB = { alone: 0.5, among: 0.07 };
const STUB_WIDTH = 14;
/** Of the plot, points. */
const LEAST_WIDTH = 40;

/** A mark that stands for the withheld values of a place. */
export interface Stub {
  readonly place: number;
  readonly cells: readonly { readonly row: SeriesRow; readonly cell: SeriesCell }[];
}

/** Where things of a line chart lie, in points. */
export interface LinePlot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** Room at the right of the plot for the values of level lines. */
  readonly side: number;
  /** The level lines for whose values there is room. */
  readonly levels: readonly Level[];
  /** Where the room of the plot begins: higher than the plot, where that keeps to the scale of another chart. */
  readonly top: number;
  readonly band: number;
  readonly axis: ValueAxis;
  /** Its scale does not begin at zero. */
  readonly cut: boolean;
  /** Value at which the axis line runs. */
  readonly zero: number;
  readonly centre: (place: number) => number;
  readonly yOf: (value: number) => number;
  readonly stubs: readonly Stub[];
  /** What the marks of withheld values are drawn to. It carries no value, and is the same for every size of frame. */
  readonly stub: number;
  readonly stubWidth: number;
  /** Place of the last point before what is forecast. */
  readonly turn: number | undefined;
  /** Lines run on over years their series does not cover: nothing is withheld, so that a gap would say nothing. */
  readonly bridged: boolean;
}

export const lastCell = ({ cells }: SeriesRow): SeriesCell | undefined => cells.at(-1);

const stubsOf = (rows: readonly SeriesRow[], places: number): readonly Stub[] =>
  Array.from({ length: places }, (_, place) => ({
    place,
    cells: rows.flatMap((row) => {
      const cell = row.cells[place];
      return cell && cell.value === undefined ? [{ row, cell }] : [];
    }),
  })).filter((s) => s.cells.length > 0);

/** Whether a series skips a year between two of its values. */
export const skips = ({ cells }: SeriesRow): boolean =>
  cells.some((c, i) => c === undefined && cells.slice(0, i).some((b) => b) && cells.slice(i).some((a) => a));

/** What a scale has to cover. Where no value is above zero, it still has to hold the marks of withheld ones. */
const scaled = (values: readonly number[], level: number | undefined, withheld: boolean): readonly number[] => [
  ...values,
  ...(level === undefined ? [] : [level]),
  ...(withheld && Math.max(...values) <= 0 ? [-STUB.among * (Math.min(...values) || -1)] : []),
];

const zeroOf = ({ min, max }: Ends): number => Math.min(Math.max(0, min), max);

export const linePlot = ({ lines, names, statuses, level, levels: asked = [] }: LinePlan, context: ChartContext): LinePlot => {
  const { frame, scale } = context;
  const rows = lines.map((l) => l.row);
  const values = rows.flatMap((r) => r.cells.flatMap((c) => c?.value ?? []));
  const stubs = stubsOf(rows, names.length);
  const right = rightRoom(
    rows,
    context,
    rows.flatMap((r) => lastCell(r) ?? []),
  );
  const turn = forecastFrom(statuses);
  const head = Math.max(
    turn === undefined ? 0 : scale.legend * 1.6 + scale.name.size / 2 + 2,
    right.rates === 0 ? 0 : 2 * lineHeight(scale.legend) + 4,
    lineHeight(scale.axis) / 2 + 2,
  );
  const free = Math.max(20, frame.height - head - lineHeight(scale.axis) - 8);
  const {
    axis,
    own,
    length: h,
    room: tickRoom,
    cut,
  } = valueScale(
    values.length === 0 ? [] : scaled(values, level, stubs.length > 0),
    { length: free, perPoint: context.valuePerPoint },
    context,
    level !== undefined,
  );
  const x = Math.max(2, tickRoom);
  const y = head + free - h;
  const room = frame.width - x - right.ends - right.names - right.rates - 2;
  const wanted = sideRoom({ changes: [], levels: asked }, context);
  const levels = room - wanted >= LEAST_WIDTH ? asked : [];
  const side = levels.length === 0 ? 0 : wanted;
  const w = Math.max(LEAST_WIDTH, room - side);
  const band = w / Math.max(1, names.length);
  return {
    x,
    y,
    w,
    side,
    levels,
    h,
    top: head,
    band,
    axis,
    cut,
    zero: zeroOf(axis),
    centre: (place) => x + band * (place + 0.5),
    yOf: (value) => y + h * (1 - (value - axis.min) / (axis.max - axis.min)),
    stubs,
    bridged: stubs.length === 0 && rows.some(skips),
    stub: Number((zeroOf(own) + (values.length === 0 ? STUB.alone : STUB.among) * (own.max - own.min)).toPrecision(9)),
    stubWidth: values.length === 0 ? band / 1.7 : Math.min(STUB_WIDTH, band / 1.5),
    turn: turn === undefined ? undefined : turn - 1,
  };
};
