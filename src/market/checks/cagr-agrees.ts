import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Decimal, Growth, Market, Series, Stated } from '../market.ts';
import type { Check } from './check.ts';
import { type Interval, impliedRate, overlap, statedInterval } from './interval.ts';

const exact = (series: Series, year: number): Decimal | undefined => {
  const stated = series.points.find((p) => p.year === year)?.stated;
  return stated?.kind === 'value' && stated.qualifier === undefined ? stated.value : undefined;
};

interface Pair {
  readonly start: Decimal;
  readonly end: Decimal;
  readonly series: Series;
}

const pairOf = (market: Market, growth: Growth): Pair | undefined => {
  const series = market.series.find((s) => s.id === growth.of);
  if (!series || growth.stated.kind === 'missing') return undefined;
  const [start, end] = [exact(series, growth.from), exact(series, growth.to)];
  return start && end ? { start, end, series } : undefined;
};

/**
 * Whether a stated rate and its end points can all be right as printed. Each number may lie half a unit of its last digit from
 * the truth, and a qualifier opens or widens the rate; they agree when the interval the end points imply meets the rate's.
 * Undefined when an end point is not an exact number.
 */
export const cagrAgreement = (
  market: Market,
  growth: Growth,
): (Interval & { readonly implied: number; readonly agrees: boolean }) | undefined => {
  const pair = pairOf(market, growth);
  const implied = pair && impliedRate(pair.start, pair.end, growth.to - growth.from);
  return (
    implied && { implied: implied.value, low: implied.low, high: implied.high, agrees: overlap(implied, statedInterval(growth.stated)) }
  );
};

const percent = (n: number): string => `${n.toFixed(2)} %`;

const digits = (d: Decimal): string => d.value.toFixed(Math.max(0, d.decimals));

/** "14.00 %", "over 8 %", "9–11 %": the rate with the digits it was printed with. */
const printed = (stated: Exclude<Stated, { kind: 'missing' }>): string => {
  const number = stated.kind === 'range' ? `${digits(stated.low)}–${digits(stated.high)}` : digits(stated.value);
  return `${stated.qualifier === undefined ? '' : `${stated.qualifier.replace('-', ' ')} `}${number} %`;
};

const times = (d: Decimal, k: number): Decimal => ({ value: d.value * k, decimals: d.decimals - Math.round(Math.log10(k)) });

const timesStated = (stated: Stated, k: number): Stated => {
  if (stated.kind === 'value') return { ...stated, value: times(stated.value, k) };
  return stated.kind === 'range' ? { ...stated, low: times(stated.low, k), high: times(stated.high, k) } : stated;
};

/** Windows one year off: both ends shifted first, then one of them. */
const SHIFTS = [
  [1, 1],
  [-1, -1],
  [-1, 0],
  [1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Readings under which the rate would be right, most likely first. */
const explanations = ({ start, end, series }: Pair, growth: Growth): readonly string[] => {
  const { from, to, stated } = growth;
  const years = to - from;
  const fits = (a: Decimal | undefined, b: Decimal | undefined, n: number, rate: Stated = stated): boolean => {
    const implied = a && b && impliedRate(a, b, n);
    return implied !== undefined && overlap(implied, statedInterval(rate));
  };
  const hundred = timesStated(stated, 100);
  const tries: readonly (readonly [boolean, string])[] = [
    [
      fits(start, end, years, hundred),
      `the rate fits as ${hundred.kind === 'value' ? Number(hundred.value.value.toFixed(9)).toFixed(1) : 'per cent'}: it is written as a fraction where per cent is meant`,
    ],
    [fits(start, end, years - 1), `it fits over ${years - 1} years: the window may begin in ${from + 1} or end in ${to - 1}`],
    [fits(start, end, years + 1), `it fits over ${years + 1} years: the window may begin in ${from - 1} or end in ${to + 1}`],
    ...SHIFTS.map(
      ([a, b]) => [fits(exact(series, from + a), exact(series, to + b), years - a + b), `it fits from ${from + a} to ${to + b}`] as const,
    ),
    [fits(start, times(end, 1000), years), `it fits if the value of ${to} is 1,000 times as large: magnitudes may be mixed`],
    [fits(times(start, 1000), end, years), `it fits if the value of ${from} is 1,000 times as large: magnitudes may be mixed`],
  ];
  return tries.filter(([ok]) => ok).map(([, text]) => text);
};

const disagreement = (market: Market, growth: Growth): readonly Diagnostic[] => {
  const { stated } = growth;
  const pair = pairOf(market, growth);
  const agreement = cagrAgreement(market, growth);
  if (!pair || !agreement || agreement.agrees || stated.kind === 'missing') return [];
  // A rate that leaves nothing is told as such (rate-magnitude).
  if (stated.kind === 'value' && stated.value.value <= -100) return [];
  const hints = explanations(pair, growth);
  return [
    {
      code: 'market/cagr-disagrees',
      severity: 'warning',
      message: `the stated rate of ${printed(stated)} for "${growth.of}" does not follow from its end points: ${growth.from} to ${growth.to} implies ${percent(agreement.implied)} (${percent(agreement.low)} to ${percent(agreement.high)} within rounding)`,
      span: growth.span,
      hints: hints.length > 0 ? hints : ['check the three numbers against the source; the stated rate is printed as it is'],
    },
  ];
};

/** Where the window's first value is withheld or not printed at all: what it would have to be, and the first step that follows from it. */
const missingStart = (market: Market, growth: Growth): readonly Diagnostic[] => {
  const series = market.series.find((s) => s.id === growth.of);
  const known = series?.points.find((p) => p.year === growth.from)?.stated;
  if (!series || growth.stated.kind !== 'value' || (known && known.kind !== 'missing')) return [];
  const end = exact(series, growth.to);
  const before = series.points.filter((p) => p.year < growth.from && p.stated.kind === 'value').at(-1);
  const first = before && exact(series, before.year);
  const rate = growth.stated.value.value;
  // A market that loses all of itself has no value to begin with.
  if (!end || !before || !first || first.value <= 0 || end.value <= 0 || rate <= -100) return [];
  const start = end.value / (1 + rate / 100) ** (growth.to - growth.from);
  const step = ((start / first.value) ** (1 / (growth.from - before.year)) - 1) * 100;
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
