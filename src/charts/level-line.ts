import type { Figure } from '../figures/ledger.ts';
import { boxWidth } from './annotations.ts';
import type { Box } from './draw/plane.ts';
import type { ChartContext } from './kind.ts';
import { levelStroke } from './level-stroke.ts';
import type { Annotation } from './native.ts';
import { stretchesAcross } from './stretches.ts';

const styleOf = ({ scale }: ChartContext) => ({ size: scale.legend, bold: true, color: 'ink2' }) as const;

const textOf = (figure: Figure, mean: boolean, { locale }: ChartContext): string => {
  const value = locale.print(figure, 'bare');
  return mean ? `${locale.words.mean} ${value}` : value;
};

export const levelWidth = (figure: Figure, mean: boolean, context: ChartContext): number =>
  boxWidth(textOf(figure, mean, context), styleOf(context));

export const levelHeight = ({ scale }: ChartContext): number => scale.legend * 1.5;

/**
 * A dashed line across the plot at the height of a figure, with its value at the right end; a mean says so. `labelY` is the middle
 * of the value, which others may push away from its line; the line does not run through `texts`.
 */
export const levelLine = (
  figure: Figure,
  y: number,
  span: { readonly from: number; readonly to: number },
  mean: boolean,
  context: ChartContext,
  labelY: number,
  around: { readonly texts: readonly Box[]; readonly edged: boolean },
): readonly Annotation[] => {
  const { frame } = context;
  const height = levelHeight(context);
  return [
    ...stretchesAcross(y, span, around.texts).flatMap(({ from, to }) =>
      levelStroke(mean ? 'mean' : 'level', { x: from, y }, { x: to, y }, around.edged, frame),
    ),
    {
      kind: 'box',
      name: mean ? 'mean value' : 'level value',
      shape: 'rect',
      x: span.to / frame.width,
      y: (labelY - height / 2) / frame.height,
      w: levelWidth(figure, mean, context) / frame.width,
      h: height / frame.height,
      fill: { kind: 'none' },
      text: { text: textOf(figure, mean, context), style: styleOf(context), align: 'left', figure: figure.id },
    },
  ];
};
