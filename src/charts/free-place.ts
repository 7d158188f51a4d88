import { textWidth } from '../fonts/measure.ts';
import { LABEL_GAP } from './draw/labels.ts';
import type { LabelPosition, TextStyle } from './native.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A straight piece of a line, in points. */
export interface Piece {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A label and the point it belongs to; `reach` is the radius of the point's mark. */
export interface Wish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

export interface Surroundings {
  readonly pieces: readonly Piece[];
  readonly boxes: readonly Box[];
  /** What labels stay inside of. */
  readonly inside: Box;
}

type Place = Extract<LabelPosition, 'l' | 't' | 'b' | 'r'>;

/** In the order they are tried: beside the start of a line nothing is in the way. */
const PLACES: readonly Place[] = ['l', 't', 'b', 'r'];

/** Office and LibreOffice set labels up to this much elsewhere than we do, points. */
const SLACK = 1;

const boxAt = ({ text, x, y, reach }: Wish, place: Place, style: TextStyle): Box => {
  const [w, h] = [textWidth(text, { ...style, italic: false }), style.size];
  const corner: Readonly<Record<Place, readonly [number, number]>> = {
    l: [x - reach - LABEL_GAP.beside - w, y - h / 2],
    r: [x + reach + LABEL_GAP.beside, y - h / 2],
    t: [x - w / 2, y - reach - LABEL_GAP.above - h],
    b: [x - w / 2, y + reach + LABEL_GAP.above],
  };
  const [left, top] = corner[place];
  return { x: left - SLACK, y: top - SLACK, w: w + 2 * SLACK, h: h + 2 * SLACK };
};

export const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Whether a piece of a line enters a box: what is left of it between the box's sides (Liang and Barsky). */
const enters = ({ x1, y1, x2, y2 }: Piece, box: Box): boolean => {
  const sides: readonly (readonly [number, number])[] = [
    [x1 - x2, x1 - box.x],
    [x2 - x1, box.x + box.w - x1],
    [y1 - y2, y1 - box.y],
    [y2 - y1, box.y + box.h - y1],
  ];
  let [from, to] = [0, 1];
  for (const [run, room] of sides) {
    if (run === 0 && room <= 0) return false;
    if (run < 0) from = Math.max(from, room / run);
    if (run > 0) to = Math.min(to, room / run);
  }
  return from < to;
};

const within = (box: Box, outer: Box): boolean =>
  box.x >= outer.x && box.y >= outer.y && box.x + box.w <= outer.x + outer.w && box.y + box.h <= outer.y + outer.h;

/**
 * A side of its point for each label, clear of lines, of other texts and of the labels before it; undefined where every side is
 * taken, and the label has to be left out.
 */
export const freePlaces = (
  wishes: readonly Wish[],
  style: TextStyle,
  around: Surroundings,
  order: readonly Place[] = PLACES,
): readonly (Place | undefined)[] => {
  const taken: Box[] = [...around.boxes];
  return wishes.map((wish) => {
    const place = order.find((p) => {
      const box = boxAt(wish, p, style);
      return within(box, around.inside) && !taken.some((t) => meet(t, box)) && !around.pieces.some((piece) => enters(piece, box));
    });
    if (place !== undefined) taken.push(boxAt(wish, place, style));
    return place;
  });
};
