import type { FigureId } from '../base/id.ts';
import { breakLines, lineHeight, textWidth } from '../fonts/measure.ts';
import { boxWidth } from './annotations.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';

type Frame = ChartContext['frame'];

/** A text without a frame around it, its middle at height `y`, at least as wide as it needs. `x` is its left, middle or right end. */
export const textBox = (
  name: string,
  text: string,
  at: { readonly x: number; readonly y: number; readonly align: 'left' | 'center' | 'right' },
  style: TextStyle,
  frame: Frame,
  figure?: FigureId,
): Extract<Annotation, { kind: 'box' }> => {
  const width = boxWidth(text, style);
  const height = lineHeight(style.size) + 2;
  const left = at.x - { left: 0, center: width / 2, right: width }[at.align];
  return {
    kind: 'box',
    name,
    shape: 'rect',
    x: left / frame.width,
    y: (at.y - height / 2) / frame.height,
    w: width / frame.width,
    h: height / frame.height,
    fill: { kind: 'none' },
    text: { text, style, align: at.align, ...(figure === undefined ? {} : { figure }) },
  };
};

export const line = (
  name: string,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  stroke: Extract<Annotation, { kind: 'line' }>['stroke'],
  frame: Frame,
): Annotation => ({
  kind: 'line',
  name,
  x1: from.x / frame.width,
  y1: from.y / frame.height,
  x2: to.x / frame.width,
  y2: to.y / frame.height,
  stroke,
});

/** Float noise of a width that was added up: the ellipsis of a name that is cut for less would be wider than what it saves. */
const NOISE = 1e-6;

/** The text cut to the words that fit `width`, with an ellipsis; whole where it fits. Names stand whole in the sheet and the table. */
export const fitted = (text: string, style: TextStyle, width: number): string => {
  const fits = (t: string): boolean => textWidth(t, { ...style, italic: false }) <= width + NOISE;
  if (fits(text)) return text;
  const characters = [...text];
  let end = characters.length;
  while (end > 1 && !fits(`${characters.slice(0, end).join('').trimEnd()}…`)) end--;
  return `${characters.slice(0, end).join('').trimEnd()}…`;
};

export const widthOf = (text: string, style: TextStyle): number => textWidth(text, { ...style, italic: false });

/** A span of years stays on one line. */
const JOINER = '\u2060';

/** The text in lines of `width`, at most `most`; the last is cut where there would be more. */
export const textLines = (text: string, style: TextStyle, width: number, most = Number.POSITIVE_INFINITY): readonly string[] => {
  const lines = breakLines([{ text: text.replaceAll('–', `–${JOINER}`), style: { ...style, italic: false }, data: 0 }], width).map((l) =>
    l.pieces
      .map((p) => p.text)
      .join('')
      .replaceAll(JOINER, '')
      .trim(),
  );
  const kept = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(' ')];
  return kept.map((l) => fitted(l, style, width));
};
