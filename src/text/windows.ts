import { compare } from '../figures/derive/change.ts';
import { pointOf } from '../figures/draft.ts';
import type { Figure, FigureGroup } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import { growthId } from '../market/figure-ids.ts';
import type { Filling } from './context.ts';

/** The figures of a series in order of their years. */
export const seriesFigures = (filling: Filling, group: FigureGroup): readonly Figure[] =>
  group.members.flatMap((m) => filling.draft.figures.get(m.figure) ?? []);

export const isDisclosed = (figure: Figure | undefined): figure is Figure => figure !== undefined && figure.quantity.kind !== 'undisclosed';

/** The growth rates sources state of a series, disclosed or not, in file order. */
const statedRates = (filling: Filling, series: string): readonly Figure[] => {
  const ids = filling.market.growth.filter((g) => g.of === series).map(growthId);
  return [...new Set(ids)].flatMap((id) => filling.draft.figures.get(id) ?? []);
};

interface Years {
  readonly from: number;
  readonly to: number;
}

const endsOf = (filling: Filling, series: string, { from, to }: Years): readonly (Figure | undefined)[] =>
  [from, to].map((year) => pointOf(filling.draft, series, year));

const hasExactEnds = (filling: Filling, series: string, years: Years): boolean =>
  endsOf(filling, series, years).every((f) => exactValue(f) !== undefined);

/**
 * The stated rate a series' story is told by: a disclosed one before a withheld one, then one that ends in the last year, then one
 * whose end points are known.
 */
export const publishedRate = (filling: Filling, series: string): Figure | undefined => {
  const group = filling.draft.groups.get(series);
  const last = group && seriesFigures(filling, group).at(-1)?.period.to;
  const worth = (rate: Figure): number =>
    (isDisclosed(rate) ? 4 : 0) + (rate.period.to === last ? 2 : 0) + (hasExactEnds(filling, series, rate.period) ? 1 : 0);
  return [...statedRates(filling, series)].sort((a, b) => worth(b) - worth(a))[0];
};

/** Stated and disclosed rates beside that one, by their years. */
export const otherRates = (filling: Filling, series: string): readonly Figure[] => {
  const told = publishedRate(filling, series);
  return statedRates(filling, series)
    .filter((r) => r !== told && isDisclosed(r))
    .sort((a, b) => a.period.from - b.period.from || a.period.to - b.period.to);
};

/** The stated rates of a series, the one its story is told by last: rows of a table end with it. */
export const ratesOf = (filling: Filling, series: string): readonly Figure[] => {
  const told = publishedRate(filling, series);
  return [...otherRates(filling, series), ...(told ? [told] : [])];
};

/** Years of a series with an exact value. */
const exactYears = (filling: Filling, group: FigureGroup): readonly number[] =>
  seriesFigures(filling, group)
    .filter((f) => exactValue(f) !== undefined)
    .map((f) => f.period.to);

/**
 * The window a series' story is told over: that of its stated rate, else from its first to its last exact value. A rate that is
 * withheld counts only where its end points are known.
 */
export const windowOf = (filling: Filling, group: FigureGroup): Years | undefined => {
  const rate = publishedRate(filling, group.id);
  if (rate && (hasExactEnds(filling, group.id, rate.period) || isDisclosed(rate))) return rate.period;
  const years = exactYears(filling, group);
  const [from, to] = [years[0], years.at(-1)];
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
};

/** Whether both ends of the window are exact, so that one can be compared with the other. */
export const isComparable = (filling: Filling, group: FigureGroup): boolean => {
  const window = windowOf(filling, group);
  return window !== undefined && hasExactEnds(filling, group.id, window);
};

export const rateOf = (filling: Filling, group: FigureGroup): Figure | undefined => {
  const window = windowOf(filling, group);
  return window && compare(filling.draft, 'cagr', group.id, window.from, window.to);
};

/**
 * The value that stands for a series whose window has no two exact ends: an end of the window of a stated rate, the later first,
 * else the last exact value, else the last bound or range.
 */
export const toldValue = (filling: Filling, group: FigureGroup): Figure | undefined => {
  const figures = seriesFigures(filling, group).filter(isDisclosed);
  const rate = publishedRate(filling, group.id);
  const ends = rate && isDisclosed(rate) ? endsOf(filling, group.id, rate.period).filter(isDisclosed) : [];
  return ends.at(-1) ?? figures.filter((f) => exactValue(f) !== undefined).at(-1) ?? figures.at(-1);
};
