import type { Figure } from '../figures/ledger.ts';
import { boxWidth } from './annotations.ts';
import type { Box } from './draw/plane.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';
import { POINTER, pointer } from './pointer.ts';
import { stretchesAcross } from './stretches.ts';
import { line } from './text-box.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const styleOf = ({ scale }: ChartContext) => ({ size: scale.legend, bold: true, color: 'ink' }) as const;

/** How wide the value of a change is drawn. */
export const arrowWidth = (change: Figure, context: ChartContext): number =>
  boxWidth(context.locale.print(change, 'bare'), styleOf(context)) + 6;

/** The change from one bar to another: level lines from both tops to an arrow at `x`, with the signed change in its middle; no line runs through `texts`. */
export const differenceArrow = (
  change: Figure,
  from: Point,
  to: Point,
  x: number,
  texts: readonly Box[],
  context: ChartContext,
): readonly Annotation[] => {
  const { frame, scale, locale } = context;
  const text = locale.print(change, 'bare');
  const style = styleOf(context);
  const stroke = { color: 'ink3', width: 0.75, dashed: false } as const;
  const [width, height] = [arrowWidth(change, context), scale.legend * 1.8];
  const up = to.y <= from.y;
  const across = (name: string, end: Point): readonly Annotation[] =>
    stretchesAcross(end.y, { from: end.x, to: x }, texts).map((s) =>
      line(name, { x: s.from, y: end.y }, { x: s.to, y: end.y }, { ...stroke, dashed: true }, frame),
    );
  return [
    ...across('difference from', from),
    ...across('difference to', to),
    line('difference', { x, y: from.y }, { x, y: up ? to.y + POINTER : to.y - POINTER }, stroke, frame),
    pointer('difference pointer', { x, y: to.y }, up ? 'up' : 'down', stroke.color, frame),
    {
      kind: 'box',
      name: 'difference value',
      shape: 'pill',
      x: (x - width / 2) / frame.width,
      y: ((from.y + to.y) / 2 - height / 2) / frame.height,
      w: width / frame.width,
      h: height / frame.height,
      fill: { kind: 'solid', color: 'page' },
      stroke: { color: 'ink3', width: 0.75, dashed: false },
      text: { text, style, align: 'center', figure: change.id },
    },
  ];
};
