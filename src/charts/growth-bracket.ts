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

/** What a bracket's pill may not reach over, points. */
export interface BracketSpan {
  readonly from: number;
  readonly to: number;
}

const isUndisclosed = (rate: Figure): boolean => rate.quantity.kind === 'undisclosed';

const textOf = (rate: Figure, { locale }: ChartContext): string => `${locale.words.cagr} ${locale.print(rate, 'value')}`;

const styleOf = (rate: Figure, { scale }: ChartContext): TextStyle => ({
  size: scale.pill,
  bold: true,
  color: isUndisclosed(rate) ? 'ink2' : 'navy',
});

/** Where the pill of a bracket between two places stands, points: over its middle, inside of the span. */
export const pillSpan = (rate: Figure, fromX: number, toX: number, span: BracketSpan, context: ChartContext): BracketSpan => {
  const { scale } = context;
  const wanted = Math.max(boxWidth(textOf(rate, context), styleOf(rate, context)) + scale.pill * 1.4, scale.pill * 7);
  const width = Math.min(wanted, span.to - span.from);
  const middle = Math.min(Math.max((fromX + toX) / 2, span.from + width / 2), span.to - width / 2);
  return { from: middle - width / 2, to: middle + width / 2 };
};

/** The marks of a growth rate over two columns: lines, a pointer on the last column and a pill with the rate, at height `y`. */
export const growthBracket = (
  rate: Figure,
  from: BracketEnd,
  to: BracketEnd,
  y: number,
  pill: BracketSpan,
  context: ChartContext,
): readonly Annotation[] => {
  const { frame, scale } = context;
  const undisclosed = isUndisclosed(rate);
  const stroke = { color: 'ink3', width: 0.75, dashed: undisclosed } as const;
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
      x: pill.from / frame.width,
      y: (y - scale.pillHeight / 2) / frame.height,
      w: (pill.to - pill.from) / frame.width,
      h: scale.pillHeight / frame.height,
      fill: { kind: 'solid', color: 'page' },
      stroke: { color: undisclosed ? 'ink3' : 'navy', width: 1.25, dashed: false },
      text: { text: textOf(rate, context), style: styleOf(rate, context), align: 'center', figure: rate.id },
    },
  ];
};
