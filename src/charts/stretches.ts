import type { Box } from './draw/plane.ts';

/** Between a line and a text that interrupts it, and the least length of a piece, points. */
const CLEAR = 2;
const LEAST = 3;

export interface Stretch {
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

/** Stretches that a line across columns at height `y` takes where no text is in its way, points. */
export const stretchesAcross = (y: number, span: Stretch, texts: readonly Box[]): readonly Stretch[] =>
  between(
    span,
    texts.filter((t) => t.y - 1 < y && y < t.y + t.h + 1).map((t) => ({ from: t.x - CLEAR, to: t.x + t.w + CLEAR })),
  );

/** The same for a line down through lying bars at `x`. */
export const stretchesDown = (x: number, span: Stretch, texts: readonly Box[]): readonly Stretch[] =>
  between(
    span,
    texts.filter((t) => t.x - CLEAR < x && x < t.x + t.w + CLEAR).map((t) => ({ from: t.y, to: t.y + t.h })),
  );
