import type { Box } from './draw/plane.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';
import type { Stroke } from './paint.ts';
import { line } from './text-box.ts';

/** Between a line and a text that interrupts it, and the least length of a piece, points. */
const CLEAR = 2;
const LEAST = 3;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is left of a stretch between others. */
const between = ({ from, to }: Stretch, taken: readonly Stretch[]): readonly Stretch[] => {
  const pieces: Stretch[] = [];
  let at = from;
  for (const t of [...taken].sort((a, b) => a.from - b.from)) {
    if (t.from > at) pieces.push({ from: at, to: Math.min(t.from, to) });
    at = Math.max(at, t.to);
  }
  return [...pieces, { from: at, to }].filter((p) => p.to - p.from >= LEAST);
};

/** A line across columns at height `y`, in pieces where it would run through a text. Points. */
export const lineAcross = (
  name: string,
  y: number,
  span: Stretch,
  texts: readonly Box[],
  stroke: Stroke,
  frame: ChartContext['frame'],
): readonly Annotation[] =>
  between(
    span,
    texts.filter((t) => t.y - 1 < y && y < t.y + t.h + 1).map((t) => ({ from: t.x - CLEAR, to: t.x + t.w + CLEAR })),
  ).map((p) => line(name, { x: p.from, y }, { x: p.to, y }, stroke, frame));

/** A line down through lying bars at `x`, in pieces where it would run through a text. Points. */
export const lineDown = (
  name: string,
  x: number,
  span: Stretch,
  texts: readonly Box[],
  stroke: Stroke,
  frame: ChartContext['frame'],
): readonly Annotation[] =>
  between(
    span,
    texts.filter((t) => t.x - CLEAR < x && x < t.x + t.w + CLEAR).map((t) => ({ from: t.y, to: t.y + t.h })),
  ).map((p) => line(name, { x, y: p.from }, { x, y: p.to }, stroke, frame));
