import type { Figure } from '../figures/ledger.ts';
import { boxWidth } from './annotations.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';

/** A dashed line across the plot at the height of a figure, with its value at the right end; a mean says so. */
export const levelLine = (
  figure: Figure,
  y: number,
  span: { readonly from: number; readonly to: number },
  mean: boolean,
  { frame, scale, locale }: ChartContext,
): readonly Annotation[] => {
  const value = locale.print(figure, 'bare');
  const text = mean ? `${locale.words.mean} ${value}` : value;
  const style = { size: scale.legend, bold: true, color: 'ink2' } as const;
  const height = scale.legend * 1.5;
  return [
    {
      kind: 'line',
      name: mean ? 'mean' : 'level',
      x1: span.from / frame.width,
      y1: y / frame.height,
      x2: span.to / frame.width,
      y2: y / frame.height,
      stroke: { color: 'ink3', width: 0.75, dashed: true },
    },
    {
      kind: 'box',
      name: mean ? 'mean value' : 'level value',
      shape: 'rect',
      x: span.to / frame.width,
      y: (y - height / 2) / frame.height,
      w: boxWidth(text, style) / frame.width,
      h: height / frame.height,
      fill: { kind: 'none' },
      text: { text, style, align: 'left', figure: figure.id },
    },
  ];
};
