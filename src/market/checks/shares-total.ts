import type { Diagnostic } from '../../base/diagnostic.ts';
import { halfUnit } from '../decimal.ts';
import type { Breakdown, Decimal, Market } from '../market.ts';
import type { Check } from './check.ts';
import { type Interval, statedInterval, sumOfIntervals } from './interval.ts';

/** Binary fractions leave noise in sums. */
const NOISE = 1e-9;

/** What the parts are of: 100 %, or the stated value of the same year. */
interface Whole {
  readonly interval: Interval;
  readonly value: number;
  readonly name: string;
}

const HUNDRED: Whole = { interval: { low: 100, high: 100 }, value: 100, name: '100 %' };

const wholeOf = (market: Market, b: Breakdown): Whole | undefined => {
  if (b.parts === 'shares') return HUNDRED;
  const stated = market.series.find((s) => s.id === b.of)?.points.find((p) => p.year === b.year)?.stated;
  if (stated?.kind !== 'value') return undefined;
  const { value } = stated;
  return {
    interval: statedInterval(stated, 0),
    value: value.value,
    name: `${value.value.toFixed(value.decimals)} of "${b.of}" in ${b.year}`,
  };
};

/**
 * Parts said to be complete add to their whole; incomplete ones stay below it, and what is left is reported, not failed. A
 * qualified part counts as what it leaves possible: "over 60" is at least that.
 */
export const sharesTotal: Check = (market) =>
  market.breakdowns.flatMap((b): readonly Diagnostic[] => {
    const whole = wholeOf(market, b);
    if (!whole) return [];
    const what = b.parts === 'shares' ? 'shares' : 'parts';
    const exact = b.items.flatMap((i): readonly Decimal[] =>
      i.stated.kind === 'value' && i.stated.qualifier === undefined ? [i.stated.value] : [],
    );
    const all = exact.length === b.items.length;
    const possible = sumOfIntervals(b.items.map((i) => statedInterval(i.stated, 0)));
    const least = b.items.reduce((sum, { stated }) => {
      if (stated.kind === 'missing' || stated.qualifier === 'under' || stated.qualifier === 'up-to') return sum;
      return sum + (stated.kind === 'range' ? stated.low.value : stated.value.value);
    }, 0);
    const decimals = Math.max(0, ...exact.map((v) => v.decimals));
    const sum = `${all ? '' : 'at least '}${least.toFixed(decimals)}${b.unit.kind === 'percent' ? ' %' : ''}`;
    const finding = (code: string, severity: Diagnostic['severity'], message: string, ...hints: readonly string[]): Diagnostic => ({
      code,
      severity,
      message,
      span: b.span,
      ...(hints.length === 0 ? {} : { hints }),
    });
    if (possible.low > whole.interval.high + NOISE)
      return [
        finding(
          'market/shares-over',
          'warning',
          `the ${what} of "${b.id}" add to ${sum}${whole === HUNDRED ? '' : `, more than the ${whole.name}`}`,
          `check for a ${what.slice(0, -1)} of another year or of a part`,
        ),
      ];
    if (b.exhaustive && possible.high < whole.interval.low - NOISE)
      return [
        finding(
          'market/shares-under',
          'warning',
          `the ${what} of "${b.id}" are said to be complete but add to ${all ? sum : `less than ${whole.name}`}${whole === HUNDRED || !all ? '' : `, less than the ${whole.name}`}`,
          'add what is missing, or write "exhaustive: false"',
        ),
      ];
    const tolerance = exact.reduce((total, v) => total + halfUnit(v), 0) + NOISE;
    if (!b.exhaustive && least < whole.value - tolerance)
      return [
        finding(
          'market/shares-open',
          'note',
          `the ${what} of "${b.id}" leave ${all ? '' : 'up to '}${(whole.value - least).toFixed(decimals)}${b.unit.kind === 'percent' ? ' %' : ` of the ${whole.name}`} open`,
        ),
      ];
    return [];
  });
