import type { Figure } from '../figures/ledger.ts';
import { boxWidth } from './annotations.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';

const POINTER = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

const styleOf = ({ scale }: ChartContext) => ({ size: scale.legend, bold: true, color: 'ink' }) as const;

/** How wide the value of a change is drawn. */
export const arrowWidth = (change: Figure, context: ChartContext): number =>
  boxWidth(context.locale.print(change, 'bare'), styleOf(context)) + 6;

/** The change from one bar to another: level lines from both tops to an arrow at `x`, with the signed change in its middle. */
export const differenceArrow = (change: Figure, from: Point, to: Point, x: number, context: ChartContext): readonly Annotation[] => {
  const { frame, scale, locale } = context;
  const text = locale.print(change, 'bare');
  const style = styleOf(context);
  const stroke = { color: 'ink3', width: 0.75, dashed: false } as const;
  const [width, height] = [arrowWidth(change, context), scale.legend * 1.8];
  const up = to.y <= from.y;
  const line = (name: string, x1: number, y1: number, x2: number, y2: number, dashed: boolean): Annotation => ({
    kind: 'line',
    name,
    x1: x1 / frame.width,
    y1: y1 / frame.height,
    x2: x2 / frame.width,
    y2: y2 / frame.height,
    stroke: { ...stroke, dashed },
  });
  return [
    line('difference from', from.x, from.y, x, from.y, true),
    line('difference to', to.x, to.y, x, to.y, true),
    line('difference', x, from.y, x, up ? to.y + POINTER : to.y - POINTER, false),
    {
      kind: 'box',
      name: 'difference pointer',
      shape: up ? 'pointerUp' : 'pointer',
      x: (x - POINTER / 2) / frame.width,
      y: (up ? to.y : to.y - POINTER) / frame.height,
      w: POINTER / frame.width,
      h: POINTER / frame.height,
      fill: { kind: 'solid', color: stroke.color },
    },
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
