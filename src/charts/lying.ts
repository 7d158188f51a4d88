import { textWidth } from '../fonts/measure.ts';
import { briefName, isLong } from './brief-name.ts';
import type { DataCell, DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import type { Area, Axes } from './native.ts';
import { type PointRow, sourceOf } from './point-columns.ts';
import { EMPTY, textCell } from './series-table.ts';

/** At most this share of the frame is for names beside lying bars. */
const MOST_NAMES = 0.4;

export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The width that names at the left of lying bars need, points. */
export const nameRoom = (names: readonly string[], { frame, scale }: Pick<ChartContext, 'frame' | 'scale'>): number => {
  const widest = Math.max(40, ...names.map((n) => textWidth(briefName(n), { size: scale.axis, bold: false, italic: false })));
  return Math.min(widest + 10, frame.width * MOST_NAMES);
};

export const areaOf = (plot: Plot, frame: ChartContext['frame']): Area => ({
  x: plot.x / frame.width,
  y: plot.y / frame.height,
  w: plot.w / frame.width,
  h: plot.h / frame.height,
});

/** Axes of lying bars without a scale: values stand in labels. */
export const lyingAxes = (
  value: { readonly min: number; readonly max: number },
  more: { readonly line: boolean; readonly hidden: boolean },
  { scale }: ChartContext,
): Axes => ({
  kind: 'category',
  direction: 'bar',
  category: {
    labels: { size: scale.axis, bold: false, color: 'ink' },
    line: { color: 'ink3', width: more.line ? 1 : 0, dashed: false },
    labelEvery: 1,
    ...(more.hidden ? { hidden: true } : {}),
  },
  value,
});

export const numberOrEmpty = (value: number | undefined): DataCell => (value === undefined ? EMPTY : { kind: 'number', value });

/** Words as printed, status, source and full names of rows: what a reader of the sheet must know of its numbers. */
export const rowNotes = (rows: readonly PointRow[], { locale }: ChartContext): readonly DataColumn[] => {
  const { words } = locale;
  const column = (id: string, header: string, text: (row: PointRow) => string): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: rows.map((r) => textCell(text(r))),
  });
  return [
    column('printed', words.dataColumns.printed, (r) => r.label),
    column('status', words.dataColumns.status, (r) =>
      r.value === undefined ? words.legend.undisclosed.toLowerCase() : words.status[r.figure.status],
    ),
    column('source', words.dataColumns.source, (r) => sourceOf(r.figure)),
    ...(rows.some((r) => isLong(r.name)) ? [column('name', words.dataColumns.name, (r) => r.name)] : []),
  ];
};
