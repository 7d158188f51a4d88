import { textWidth } from '../../fonts/measure.ts';
import type { NativeLabel } from '../native.ts';
import type { SceneItem } from '../scene.ts';
import { type Box, type Plane, round } from './plane.ts';

/** Between a label and its mark, points. */
export const LABEL_GAP = { above: 3, beside: 4 } as const;

type TextItem = Extract<SceneItem, { kind: 'text' }>;

const textAt = (label: NativeLabel, x: number, y: number, align: TextItem['align']): TextItem => ({
  kind: 'text',
  x: round(x),
  y: round(y),
  align,
  text: label.text,
  ...label.style,
  ...(label.figure === undefined ? {} : { figure: label.figure }),
});

/** The middle of a text moved inwards where the text would leave the frame. */
export const insideFrame = (middle: number, text: string, size: number, plane: Plane): number => {
  const half = textWidth(text, { size, bold: true, italic: false }) / 2;
  return Math.min(Math.max(middle, half), Math.max(half, plane.frame.width - half));
};

/** A label over, under, beside or inside of a mark's box. `down` and `left`: the mark ends below or left of its start. */
export const labelItem = (label: NativeLabel, mark: Box, reversed: boolean, lying: boolean, plane: Plane): SceneItem => {
  const { size } = label.style;
  const [middleX, middleY] = [mark.x + mark.w / 2, mark.y + mark.h / 2];
  const centred = (y: number): SceneItem => textAt(label, insideFrame(middleX, label.text, size, plane), y, 'center');
  const above = (): SceneItem => centred(mark.y - LABEL_GAP.above - size * 0.22);
  const below = (): SceneItem => centred(mark.y + mark.h + LABEL_GAP.above + size);
  const right = (): SceneItem => textAt(label, mark.x + mark.w + LABEL_GAP.beside, middleY + size * 0.36, 'left');
  const left = (): SceneItem => textAt(label, mark.x - LABEL_GAP.beside, middleY + size * 0.36, 'right');
  const places: Readonly<Record<NativeLabel['position'], () => SceneItem>> = {
    outEnd: lying ? (reversed ? left : right) : reversed ? below : above,
    ctr: () => textAt(label, middleX, middleY + size * 0.36, 'center'),
    inEnd: lying
      ? () =>
          reversed
            ? textAt(label, mark.x + LABEL_GAP.beside, middleY + size * 0.36, 'left')
            : textAt(label, mark.x + mark.w - LABEL_GAP.beside, middleY + size * 0.36, 'right')
      : () => centred(reversed ? mark.y + mark.h - LABEL_GAP.above - size * 0.22 : mark.y + LABEL_GAP.above + size),
    inBase: lying
      ? () =>
          reversed
            ? textAt(label, mark.x + mark.w - LABEL_GAP.beside, middleY + size * 0.36, 'right')
            : textAt(label, mark.x + LABEL_GAP.beside, middleY + size * 0.36, 'left')
      : () => centred(reversed ? mark.y + LABEL_GAP.above + size : mark.y + mark.h - LABEL_GAP.above - size * 0.22),
    t: above,
    b: below,
    l: left,
    r: right,
  };
  return places[label.position]();
};
