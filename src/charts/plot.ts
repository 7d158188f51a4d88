import type { ChartContext } from './kind.ts';
import type { Area } from './native.ts';

/** The inner plot area in points, from the top left corner of the frame. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A plot as fractions of its frame. */
export const areaOf = (plot: Plot, frame: ChartContext['frame']): Area => ({
  x: plot.x / frame.width,
  y: plot.y / frame.height,
  w: plot.w / frame.width,
  h: plot.h / frame.height,
});
