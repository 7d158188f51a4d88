import { type Box, inchBox, inches } from '../base/geometry.ts';

/** The slide, 13.333 × 7.5 in, and its zones. */
export const SLIDE = { w: 12_192_000, h: 6_858_000 } as const;

export const ZONES = {
  tracker: inchBox(0.5, 0.32, 9, 0.2),
  sticker: inchBox(11.233, 0.26, 1.6, 0.26),
  title: inchBox(0.5, 0.56, 12.333, 0.84),
  titleRule: inchBox(0.5, 1.5, 12.333, 0),
  body: inchBox(0.5, 1.66, 12.333, 4.74),
  note: inchBox(0.5, 6.44, 12.333, 0.5),
  footerRule: inchBox(0.5, 7.03, 12.333, 0),
  footerLeft: inchBox(0.5, 7.1, 7.5, 0.18),
  footerRight: inchBox(8.3, 7.1, 3.5, 0.18),
  number: inchBox(12.033, 7.1, 0.8, 0.18),
  logo: inchBox(11.433, 0.25, 1.4, 0.35),
} as const;

export const COLUMN = inches(0.8444);
export const GUTTER = inches(0.2);

const columnX = (n: number): number => inches(0.5) + n * (COLUMN + GUTTER);

/** Boxes of a split of the twelve columns, e.g. 8 and 3 (one column stays empty for the hairline) or 6 and 6. */
export const splitBoxes = (split: readonly number[], body: Box): readonly Box[] => {
  const [first = 12] = split;
  if (split.every((n) => n === first) && first * split.length === 12) {
    // Equal parts are equal to the unit, whatever the grid's columns round to.
    const w = Math.floor((body.w - (split.length - 1) * GUTTER) / split.length);
    return split.map((_, i) => ({ x: body.x + i * (w + GUTTER), y: body.y, w, h: body.h }));
  }
  let at = 0;
  return split.map((n, i) => {
    // What the split leaves over stands before the last part.
    if (i === split.length - 1) at = 12 - n;
    const x = columnX(at);
    at += n;
    const w = n * COLUMN + (n - 1) * GUTTER;
    return { x, y: body.y, w: i === split.length - 1 ? body.x + body.w - x : w, h: body.h };
  });
};

/** Where the hairline between the parts of a split stands: in the gutter, or a little ahead of a part that leaves a column free. */
export const hairlines = (boxes: readonly Box[]): readonly Box[] =>
  boxes.slice(1).map((box, i) => {
    const before = boxes[i];
    const gap = before ? box.x - before.x - before.w : GUTTER;
    return { x: box.x - Math.min(Math.round(gap / 2), inches(0.21)), y: box.y + inches(0.08), w: 0, h: box.h - inches(0.1) };
  });
