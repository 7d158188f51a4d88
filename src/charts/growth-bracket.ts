import type { Figure } from '../figures/ledger.ts';
import { boxWidth } from './annotations.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import { POINTER, pointer } from './pointer.ts';
import { line } from './text-box.ts';

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
  return [
    line('growth from', { x: from.x, y: from.top - 3 }, { x: from.x, y }, stroke, frame),
    line('growth across', { x: from.x, y }, { x: to.x, y }, stroke, frame),
    line('growth to', { x: to.x, y }, { x: to.x, y: tip - POINTER }, stroke, frame),
    pointer('growth pointer', { x: to.x, y: tip }, 'down', stroke.color, frame),
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
