import { lineHeight } from '../fonts/measure.ts';
import { LABEL_GAP } from './draw/labels.ts';
import type { Box } from './draw/plane.ts';
import type { LabelPosition, TextStyle } from './native.ts';
import { widthOf } from './text-box.ts';

/** A point with a name, in points of the frame. */
export interface NamedPoint {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly name: string;
}

/** Tried in order: names are read best at the right of their point. */
const SIDES = ['r', 'l', 't', 'b'] as const satisfies readonly LabelPosition[];

/** The box of a name at a side of its point: where Office and the scene put labels. */
const nameBox = ({ x, y, r, name }: NamedPoint, side: (typeof SIDES)[number], style: TextStyle): Box => {
  const [w, h] = [widthOf(name, style), lineHeight(style.size)];
  return {
    r: { x: x + r + LABEL_GAP.beside, y: y - h / 2, w, h },
    l: { x: x - r - LABEL_GAP.beside - w, y: y - h / 2, w, h },
    t: { x: x - w / 2, y: y - r - LABEL_GAP.above - h, w, h },
    b: { x: x - w / 2, y: y + r + LABEL_GAP.above, w, h },
  }[side];
};

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const around = ({ x, y, r }: NamedPoint): Box => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r });

/** Programs break and place labels a little apart from where we measure. */
const CLEAR = 2;

const widened = ({ x, y, w, h }: Box): Box => ({ x: x - CLEAR, y: y - CLEAR / 2, w: w + 2 * CLEAR, h: h + CLEAR });

/**
 * A side for the name of each point, the first points first: inside of `room`, over no other name, no point and no `taken` box, and
 * over none of the `lines` where that is possible. Undefined where no side is free.
 */
export const nameSides = (
  points: readonly NamedPoint[],
  room: Box,
  taken: readonly Box[],
  lines: readonly Box[],
  style: TextStyle,
): readonly ((typeof SIDES)[number] | undefined)[] => {
  const names: Box[] = [...taken];
  return points.map((point) => {
    const others = points.filter((p) => p !== point).map(around);
    const free = SIDES.filter((s) => {
      const box = nameBox(point, s, style);
      const inside = box.x >= room.x && box.y >= room.y && box.x + box.w <= room.x + room.w && box.y + box.h <= room.y + room.h;
      return inside && ![...names, ...others].some((o) => overlap(widened(box), o));
    });
    const side = free.find((s) => !lines.some((l) => overlap(nameBox(point, s, style), l))) ?? free[0];
    if (side !== undefined) names.push(nameBox(point, side, style));
    return side;
  });
};
