import type { Figure } from '../figures/ledger.ts';
import { lineHeight, textWidth } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import { line, textBox } from './text-box.ts';

type Figures = readonly (Figure | undefined)[];

/** The first place whose figures are forecasts, with the names of both sides; undefined where all are of one side. */
interface Sides {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The index of the first place whose figures are forecasts; undefined where all are of one side. */
export const forecastFrom = (figures: Figures): number | undefined => {
  const at = figures.findIndex((f) => f?.status === 'forecast' || f?.status === 'derived');
  return at > 0 ? at : undefined;
};

const sidesOf = (figures: Figures, { locale }: ChartContext): Sides | undefined => {
  const at = forecastFrom(figures);
  const before = figures[(at ?? 0) - 1];
  if (at === undefined || !before) return undefined;
  const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return { at, before: capital(locale.words.status[before.status]), after: capital(locale.words.status.forecast) };
};

const styleOf = ({ scale }: ChartContext): TextStyle => ({ size: scale.legend, bold: false, color: 'ink2' });
const STROKE = { color: 'ink3', width: 0.75, dashed: true } as const;

/** Height of the names above a divider of columns; none where there is no divider. */
export const dividerHead = (figures: Figures, context: ChartContext): number =>
  sidesOf(figures, context) ? context.scale.legend * 1.8 : 0;

/**
 * A dashed line between the last published state and the first forecast, with both named on top: status where the colour is
 * taken by the series. `edge` gives the horizontal place between two columns.
 */
export const statusDivider = (
  figures: Figures,
  edge: (index: number) => number,
  span: { readonly top: number; readonly bottom: number },
  context: ChartContext,
): readonly Annotation[] => {
  const { frame, scale } = context;
  const sides = sidesOf(figures, context);
  if (!sides) return [];
  const style = styleOf(context);
  const x = edge(sides.at);
  const y = span.top + scale.legend * 0.8;
  const fits = (text: string, room: number): boolean => textWidth(text, { ...style, italic: false }) + 12 <= room;
  return [
    line('divider', { x, y: span.top }, { x, y: span.bottom }, STROKE, frame),
    ...(fits(sides.before, x) ? [textBox('divider before', sides.before, { x: x - 2, y, align: 'right' }, style, frame)] : []),
    ...(fits(sides.after, frame.width - x) ? [textBox('divider after', sides.after, { x: x + 2, y, align: 'left' }, style, frame)] : []),
  ];
};

/** Room at the right of lying bars for the names of both sides of their divider. */
export const lyingDividerRoom = (figures: Figures, context: ChartContext): number => {
  const sides = sidesOf(figures, context);
  const width = (text: string): number => textWidth(text, { ...styleOf(context), italic: false });
  return sides ? Math.max(width(sides.before), width(sides.after)) + 18 : 0;
};

/** The same between lying bars: a level line from `left` to the end of the frame, named above and below at its right end. */
export const lyingDivider = (
  figures: Figures,
  edge: (index: number) => number,
  left: number,
  context: ChartContext,
): readonly Annotation[] => {
  const { frame, scale } = context;
  const sides = sidesOf(figures, context);
  if (!sides) return [];
  const style = styleOf(context);
  const y = edge(sides.at);
  const half = lineHeight(scale.legend) / 2 + 2;
  const name = (id: string, text: string, at: number): Annotation =>
    textBox(id, text, { x: frame.width, y: at, align: 'right' }, style, frame);
  return [
    line('divider', { x: left, y }, { x: frame.width, y }, STROKE, frame),
    name('divider before', sides.before, y - half),
    name('divider after', sides.after, y + half),
  ];
};
