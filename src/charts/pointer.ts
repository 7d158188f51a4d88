import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';
import type { ColorToken } from './paint.ts';

/** Length and width of a pointer, points. */
export const POINTER = 6;

/** A triangle with its tip at a point: the end of an arrow, as LibreOffice draws no line ends in charts. */
export const pointer = (
  name: string,
  tip: { readonly x: number; readonly y: number },
  way: 'up' | 'down',
  color: ColorToken,
  { width, height }: ChartContext['frame'],
): Annotation => ({
  kind: 'box',
  name,
  shape: way === 'up' ? 'pointerUp' : 'pointer',
  x: (tip.x - POINTER / 2) / width,
  y: (way === 'up' ? tip.y : tip.y - POINTER) / height,
  w: POINTER / width,
  h: POINTER / height,
  fill: { kind: 'solid', color },
});
