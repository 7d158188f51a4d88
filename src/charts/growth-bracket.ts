import type { Figure } from '../figures/ledger.ts';
import { boxWidth } from './annotations.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';

const POINTER = 6;

/** The end of a bracket: the middle of a column, and the top of what stands on it, in points. */
export interface BracketEnd {
  readonly x: number;
  readonly top: number;
}

/** The marks of a growth rate over two columns: lines, a pointer on the last column and a pill with the rate, at height `y`. */
export const growthBracket = (
  rate: Figure,
  from: BracketEnd,
  to: BracketEnd,
  y: number,
  { frame, scale, locale }: ChartContext,
): readonly Annotation[] => {
  const undisclosed = rate.quantity.kind === 'undisclosed';
  const stroke = { color: 'ink3', width: 0.75, dashed: undisclosed } as const;
  const label = `${locale.words.cagr} ${locale.print(rate, 'value')}`;
  const style: TextStyle = { size: scale.pill, bold: true, color: undisclosed ? 'ink2' : 'navy' };
  const width = Math.min(Math.max(boxWidth(label, style) + scale.pill * 1.4, scale.pill * 7), frame.width);
  const middle = Math.min(Math.max((from.x + to.x) / 2, width / 2), frame.width - width / 2);
  const tip = to.top - 2;
  const line = (name: string, x1: number, y1: number, x2: number, y2: number): Annotation => ({
    kind: 'line',
    name,
    x1: x1 / frame.width,
    y1: y1 / frame.height,
    x2: x2 / frame.width,
    y2: y2 / frame.height,
    stroke,
  });
  return [
    line('growth from', from.x, from.top - 3, from.x, y),
    line('growth across', from.x, y, to.x, y),
    line('growth to', to.x, y, to.x, tip - POINTER),
    {
      kind: 'box',
      name: 'growth pointer',
      shape: 'pointer',
      x: (to.x - POINTER / 2) / frame.width,
      y: (tip - POINTER) / frame.height,
      w: POINTER / frame.width,
      h: POINTER / frame.height,
      fill: { kind: 'solid', color: stroke.color },
    },
    {
      kind: 'box',
      name: 'growth rate',
      shape: 'pill',
      x: (middle - width / 2) / frame.width,
      y: (y - scale.pillHeight / 2) / frame.height,
      w: width / frame.width,
      h: scale.pillHeight / frame.height,
      fill: { kind: 'solid', color: 'page' },
      stroke: { color: undisclosed ? 'ink3' : 'navy', width: 1.25, dashed: false },
      text: { text: label, style, align: 'center', figure: rate.id },
    },
  ];
};
