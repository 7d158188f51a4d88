/**
 * How figures are called in the document's language. `{name}` is the series or whole, `{part}` a part of it, `{years}` a window such as
 * 2024–2029, `{year}` one year, `{measure}` and `{dimension}` what a cube counts and is divided by.
 */
export interface FigureNames {
  readonly inYear: string;
  readonly cagr: string;
  readonly growth: string;
  readonly change: string;
  readonly multiple: string;
  readonly times: string;
  readonly impliedRate: string;
  readonly index: string;
  readonly mean: string;
  readonly meanOfParts: string;
  readonly rank: string;
  readonly share: string;
  readonly remainder: string;
  readonly leaders: string;
  readonly partInYear: string;
  readonly by: string;
  readonly byTwo: string;
  /** A name inside a sentence, where the file gives no phrase. */
  readonly phrase: string;
  /** What the smallest parts are folded into. */
  readonly other: string;
}

export const ENGLISH_FIGURE_NAMES: FigureNames = {
  inYear: '{name}, {year}',
  cagr: '{name}, CAGR {years}',
  growth: '{name}, growth {years}',
  change: '{name}, change {years}',
  multiple: '{name}, multiple {years}',
  times: '{name} as a multiple of {year}',
  impliedRate: '{name}, CAGR {years} by its end points',
  index: '{name}, index, {year}',
  mean: '{name}, mean {years}',
  meanOfParts: '{name}, mean of the disclosed parts',
  rank: '{name}, rank',
  share: '{name}, share',
  remainder: '{name}, remainder',
  leaders: '{name}, the largest together, {year}',
  partInYear: '{part}, {name}, {year}',
  by: '{measure} by {dimension}',
  byTwo: '{measure} by {dimension} and {second}',
  phrase: 'the {name}',
  other: 'Other',
};
