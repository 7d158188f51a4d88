import { lineHeight, textWidth } from '../../fonts/measure.ts';
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
export const insideFrame = (middle: number, text: string, size: number, plane: Pick<Plane, 'frame'>): number => {
  const half = textWidth(text, { size, bold: true, italic: false }) / 2;
  return Math.min(Math.max(middle, half), Math.max(half, plane.frame.width - half));
};

/** A label over, under, beside or inside of a mark's box. `down` and `left`: the mark ends below or left of its start. */
export const labelItem = (label: NativeLabel, mark: Box, reversed: boolean, lying: boolean, plane: Plane): TextItem => {
  const { size } = label.style;
  const [middleX, middleY] = [mark.x + mark.w / 2, mark.y + mark.h / 2];
  const centred = (y: number): TextItem => textAt(label, insideFrame(middleX, label.text, size, plane), y, 'center');
  const above = (): TextItem => centred(mark.y - LABEL_GAP.above - size * 0.22);
  const below = (): TextItem => centred(mark.y + mark.h + LABEL_GAP.above + size);
  const right = (): TextItem => textAt(label, mark.x + mark.w + LABEL_GAP.beside, middleY + size * 0.36, 'left');
  const left = (): TextItem => textAt(label, mark.x - LABEL_GAP.beside, middleY + size * 0.36, 'right');
  const places: Readonly<Record<NativeLabel['position'], () => TextItem>> = {
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

/** The lines of a label over, under or beside a point: the nearest one stands where the label would. */
export const labelItems = (label: NativeLabel, mark: Box, plane: Plane): readonly TextItem[] => {
  const lines = label.text.split('\n');
  const before = { t: lines.length - 1, b: 0 }[label.position as 't' | 'b'] ?? (lines.length - 1) / 2;
  return lines.map((text, i) => {
    const item = labelItem({ ...label, text }, mark, false, false, plane);
    return { ...item, y: round(item.y + (i - before) * lineHeight(label.style.size)) };
  });
};
