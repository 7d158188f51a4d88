import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Decimal, Growth, Market, Series } from '../market.ts';
import type { Check } from './check.ts';
import { type Interval, impliedRate, intervalOf, overlap } from './interval.ts';

const exact = (series: Series, year: number): Decimal | undefined => {
  const stated = series.points.find((p) => p.year === year)?.stated;
  return stated?.kind === 'value' && stated.qualifier === undefined ? stated.value : undefined;
};

interface Pair {
  readonly start: Decimal;
  readonly end: Decimal;
  readonly stated: Decimal;
  readonly series: Series;
}

const pairOf = (market: Market, growth: Growth): Pair | undefined => {
  const series = market.series.find((s) => s.id === growth.of);
  if (!series || growth.stated.kind !== 'value') return undefined;
  const [start, end] = [exact(series, growth.from), exact(series, growth.to)];
  return start && end ? { start, end, stated: growth.stated.value, series } : undefined;
};

/**
 * Whether a stated rate and its end points can all be right as printed. Each number may lie half a unit of its last digit from
 * the truth; they agree when the interval the end points imply meets the interval of the stated rate. Undefined when an end
 * point is not an exact number.
 */
export const cagrAgreement = (
  market: Market,
  growth: Growth,
): (Interval & { readonly implied: number; readonly agrees: boolean }) | undefined => {
  const pair = pairOf(market, growth);
  const implied = pair && impliedRate(pair.start, pair.end, growth.to - growth.from);
  return implied && { implied: implied.value, low: implied.low, high: implied.high, agrees: overlap(implied, intervalOf(pair.stated)) };
};

const percent = (n: number): string => `${n.toFixed(2)} %`;

/** Readings under which the rate would be right, most likely first. */
const explanations = (pair: Pair, growth: Growth): readonly string[] => {
  const { start, end, stated, series } = pair;
  const years = growth.to - growth.from;
  const fits = (a: Decimal | undefined, b: Decimal | undefined, n: number, rate: Decimal = stated): boolean => {
    const implied = a && b && impliedRate(a, b, n);
    return implied !== undefined && overlap(implied, intervalOf(rate));
  };
  const times = (d: Decimal, k: number): Decimal => ({ value: d.value * k, decimals: Math.max(0, d.decimals - Math.round(Math.log10(k))) });
  const tries: readonly (readonly [boolean, string])[] = [
    [
      fits(start, end, years, { value: stated.value * 100, decimals: Math.max(0, stated.decimals - 2) }),
      `the rate fits as ${(stated.value * 100).toFixed(1)}: it is written as a fraction where per cent is meant`,
    ],
    [fits(start, end, years - 1), `it fits over ${years - 1} years: the window may begin in ${growth.from + 1} or end in ${growth.to - 1}`],
    [fits(start, end, years + 1), `it fits over ${years + 1} years: the window may begin in ${growth.from - 1} or end in ${growth.to + 1}`],
    [fits(exact(series, growth.from - 1), end, years + 1), `it fits from ${growth.from - 1} to ${growth.to}`],
    [fits(exact(series, growth.from + 1), end, years - 1), `it fits from ${growth.from + 1} to ${growth.to}`],
    [fits(start, times(end, 1000), years), `it fits if the value of ${growth.to} is 1,000 times as large: magnitudes may be mixed`],
    [fits(times(start, 1000), end, years), `it fits if the value of ${growth.from} is 1,000 times as large: magnitudes may be mixed`],
  ];
  return tries.filter(([ok]) => ok).map(([, text]) => text);
};

const disagreement = (market: Market, growth: Growth): readonly Diagnostic[] => {
  const pair = pairOf(market, growth);
  const agreement = cagrAgreement(market, growth);
  if (!pair || !agreement || agreement.agrees) return [];
  const hints = explanations(pair, growth);
  return [
    {
      code: 'market/cagr-disagrees',
      severity: 'warning',
      message: `the stated rate of ${pair.stated.value} % for "${growth.of}" does not follow from its end points: ${growth.from} to ${growth.to} implies ${percent(agreement.implied)} (${percent(agreement.low)} to ${percent(agreement.high)} within rounding)`,
      span: growth.span,
      hints: hints.length > 0 ? hints : ['check the three numbers against the source; the stated rate is printed as it is'],
    },
  ];
};

/** Where the window's first value is not printed: what it would have to be, and the first step that follows from it. */
const missingStart = (market: Market, growth: Growth): readonly Diagnostic[] => {
  const series = market.series.find((s) => s.id === growth.of);
  if (!series || growth.stated.kind !== 'value' || series.points.some((p) => p.year === growth.from)) return [];
  const end = exact(series, growth.to);
  const before = series.points.filter((p) => p.year < growth.from && p.stated.kind === 'value').at(-1);
  const known = before && exact(series, before.year);
  if (!end || !before || !known || known.value <= 0) return [];
  const rate = growth.stated.value.value;
  const start = end.value / (1 + rate / 100) ** (growth.to - growth.from);
  const step = ((start / known.value) ** (1 / (growth.from - before.year)) - 1) * 100;
  const odd = Math.sign(step) !== Math.sign(rate) || Math.abs(step) > 3 * Math.abs(rate);
  return [
    {
      code: 'market/cagr-start-unprinted',
      severity: odd ? 'warning' : 'note',
      message: `the rate of "${growth.of}" begins in ${growth.from}, which the source does not print: the value would have to be ${start.toFixed(end.decimals)}, a step of ${step.toFixed(1)} % a year from ${before.year}`,
      span: growth.span,
      hints: odd ? ['that step does not fit the rate: check the window against the source'] : [],
    },
  ];
};

/** Stated growth rates agree with the values they are about, within the rounding of all three. */
export const cagrAgrees: Check = (market) => market.growth.flatMap((g) => [...disagreement(market, g), ...missingStart(market, g)]);
