import type { Figure } from '../figures/ledger.ts';
import { textWidth } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import { line, textBox } from './text-box.ts';

/** The index of the first place whose figures are forecasts, with what stands before; undefined where all are of one side. */
export const forecastFrom = (figures: readonly (Figure | undefined)[]): number | undefined => {
  const at = figures.findIndex((f) => f?.status === 'forecast' || f?.status === 'derived');
  return at > 0 ? at : undefined;
};

/**
 * A dashed line between the last published state and the first forecast, with both named on top: status where the colour is
 * taken by the series. `edge` gives the horizontal place between two columns.
 */
export const statusDivider = (
  figures: readonly (Figure | undefined)[],
  edge: (index: number) => number,
  span: { readonly top: number; readonly bottom: number },
  { frame, scale, locale }: ChartContext,
): readonly Annotation[] => {
  const at = forecastFrom(figures);
  const before = figures[(at ?? 0) - 1];
  if (at === undefined || !before) return [];
  const style: TextStyle = { size: scale.legend, bold: false, color: 'ink2' };
  const x = edge(at);
  const y = span.top + scale.legend * 0.8;
  const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  const left = capital(locale.words.status[before.status]);
  const right = capital(locale.words.status.forecast);
  const fits = (text: string, room: number): boolean => textWidth(text, { ...style, italic: false }) + 12 <= room;
  return [
    line('divider', { x, y: span.top }, { x, y: span.bottom }, { color: 'ink3', width: 0.75, dashed: true }, frame),
    ...(fits(left, x) ? [textBox('divider before', left, { x: x - 2, y, align: 'right' }, style, frame)] : []),
    ...(fits(right, frame.width - x) ? [textBox('divider after', right, { x: x + 2, y, align: 'left' }, style, frame)] : []),
  ];
};
