import { halfUnit } from '../decimal.ts';
import type { Decimal } from '../market.ts';

/** What a printed number may truly be: half a unit of its last digit either way. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

export const intervalOf = (d: Decimal): Interval => ({ low: d.value - halfUnit(d), high: d.value + halfUnit(d) });

export const overlap = (a: Interval, b: Interval): boolean => a.low <= b.high && b.low <= a.high;

const rate = (start: number, end: number, years: number): number => ((end / start) ** (1 / years) - 1) * 100;

/** The compound rates, in per cent, that two printed end points allow. Undefined where growth has no meaning. */
export const impliedRate = (start: Decimal, end: Decimal, years: number): (Interval & { readonly value: number }) | undefined => {
  const [s, e] = [intervalOf(start), intervalOf(end)];
  if (s.low <= 0 || e.low <= 0 || years <= 0) return undefined;
  return { value: rate(start.value, end.value, years), low: rate(s.high, e.low, years), high: rate(s.low, e.high, years) };
};
