import { halfUnit } from '../decimal.ts';
import type { Decimal, Stated } from '../market.ts';

/** What a printed number may truly be: half a unit of its last digit either way. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const intervalOf = (d: Decimal): Interval => ({ low: d.value - halfUnit(d), high: d.value + halfUnit(d) });

/**
 * What a statement leaves possible: a bound is open to one side, "about" is a unit of the last printed digit either way,
 * "almost" a unit below, a range lies between its ends, and what is missing may be anything. `floor` is the least the quantity
 * can be: a share is never below zero.
 */
export const statedInterval = (stated: Stated, floor = Number.NEGATIVE_INFINITY): Interval => {
  if (stated.kind === 'missing') return { low: floor, high: Number.POSITIVE_INFINITY };
  const { low, high } =
    stated.kind === 'range'
      ? { low: intervalOf(stated.low).low, high: intervalOf(stated.high).high }
      : { low: intervalOf(stated.value).low, high: intervalOf(stated.value).high };
  const unit = stated.kind === 'range' ? 0 : halfUnit(stated.value);
  switch (stated.qualifier) {
    case 'over':
    case 'at-least':
      return { low, high: Number.POSITIVE_INFINITY };
    case 'under':
    case 'up-to':
      return { low: floor, high };
    case 'about':
      return { low: low - unit, high: high + unit };
    case 'almost':
      return { low: low - unit, high };
    default:
      return { low, high };
  }
};

export const overlap = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

export const sumOfIntervals = (parts: readonly Interval[]): Interval => ({
  low: parts.reduce((sum, p) => sum + p.low, 0),
  high: parts.reduce((sum, p) => sum + p.high, 0),
});

const rate = (start: number, end: number, years: number): number => ((end / start) ** (1 / years) - 1) * 100;

/** The compound rates, in per cent, that two printed end points allow. Undefined where growth has no meaning. */
export const impliedRate = (start: Decimal, end: Decimal, years: number): (Interval & { readonly value: number }) | undefined => {
  const [s, e] = [intervalOf(start), intervalOf(end)];
  if (s.low <= 0 || e.low <= 0 || years <= 0) return undefined;
  return { value: rate(start.value, end.value, years), low: rate(s.high, e.low, years), high: rate(s.low, e.high, years) };
};
