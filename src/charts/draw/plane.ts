import type { DataTable } from '../data-table.ts';
import type { Axes, NativeChart } from '../native.ts';

/** Points, from the top left corner of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where things lie: the frame, the plot inside of it, and the cells that are drawn. */
export interface Plane {
  readonly chart: NativeChart;
  readonly frame: { readonly width: number; readonly height: number };
  readonly plot: Box;
  /** The cell of a column as a number; undefined where it is empty or a text. */
  readonly number: (column: string, row: number) => number | undefined;
  readonly text: (column: string, row: number) => string;
  readonly rows: number;
}

export const round = (n: number): number => Math.round(n * 100) / 100;

const cellAt = (table: DataTable, column: string, row: number) => table.columns.find((c) => c.id === column)?.cells[row];

export const planeOf = (chart: NativeChart): Plane => ({
  chart,
  frame: chart.frame,
  plot: {
    x: chart.area.x * chart.frame.width,
    y: chart.area.y * chart.frame.height,
    w: chart.area.w * chart.frame.width,
    h: chart.area.h * chart.frame.height,
  },
  number: (column, row) => {
    const cell = cellAt(chart.table, column, row);
    return cell?.kind === 'number' ? cell.value : undefined;
  },
  text: (column, row) => {
    const cell = cellAt(chart.table, column, row);
    return cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? String(cell.value) : '';
  },
  rows: chart.table.columns.find((c) => c.id === chart.categories)?.cells.length ?? 0,
});

/** The place of a value on a scale of `length` points. */
export const along = (value: number, axis: { readonly min: number; readonly max: number }, length: number): number =>
  ((value - axis.min) / (axis.max - axis.min || 1)) * length;

/** The length of one category's band. */
export const bandOf = (plane: Plane, axes: Extract<Axes, { kind: 'category' }>): number =>
  (axes.direction === 'column' ? plane.plot.w : plane.plot.h) / Math.max(1, plane.rows);

export const centreOf = (plane: Plane, axes: Extract<Axes, { kind: 'category' }>, row: number): number =>
  (axes.direction === 'column' ? plane.plot.x : plane.plot.y) + bandOf(plane, axes) * (row + 0.5);

/** The absolute place of a value: its height in columns, its distance in lying bars. */
export const placeOf = (
  plane: Plane,
  direction: 'column' | 'bar',
  axis: { readonly min: number; readonly max: number },
  value: number,
): number =>
  direction === 'column' ? plane.plot.y + plane.plot.h - along(value, axis, plane.plot.h) : plane.plot.x + along(value, axis, plane.plot.w);
