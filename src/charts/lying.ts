import { lineHeight, textWidth } from '../fonts/measure.ts';
import { briefName, isLong } from './brief-name.ts';
import type { DataCell, DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import type { Axes, ValueAxis } from './native.ts';
import { type PointRow, sourceOf } from './point-columns.ts';
import { EMPTY, textCell } from './series-table.ts';

/** At most this share of the frame is for names beside lying bars. */
const MOST_NAMES = 0.4;

/** The width that names at the left of lying bars need, points. */
export const nameRoom = (names: readonly string[], { frame, scale }: Pick<ChartContext, 'frame' | 'scale'>): number => {
  const widest = Math.max(40, ...names.map((n) => textWidth(briefName(n), { size: scale.axis, bold: false, italic: false })));
  return Math.min(widest + 10, frame.width * MOST_NAMES);
};

/** How the names and the base line of lying bars are drawn: names and a line, unless it says otherwise. */
export interface LyingLook {
  readonly line?: boolean;
  readonly hidden?: boolean;
  /** Points of plot for one row: where lines of text need more, some rows have no name. */
  readonly band?: number;
}

/** Axes of lying bars, the first row on top. */
export const lyingAxes = (
  value: ValueAxis,
  { line = true, hidden = false, band }: LyingLook,
  { scale }: ChartContext,
): Extract<Axes, { kind: 'category' }> => ({
  kind: 'category',
  direction: 'bar',
  category: {
    labels: { size: scale.axis, bold: false, color: 'ink' },
    line: { color: 'ink3', width: line ? 1 : 0, dashed: false },
    labelEvery: band === undefined ? 1 : Math.max(1, Math.ceil(lineHeight(scale.axis) / band)),
    ...(hidden ? { hidden: true } : {}),
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
