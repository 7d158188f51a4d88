import { niceStep } from './nice-step.ts';

/** A scale of round numbers that covers a range. */
export interface NiceTicks {
  readonly min: number;
  readonly max: number;
  /** 1, 2, 2.5 or 5 times a power of ten. */
  readonly step: number;
  /** Decimals that every tick is exact with. */
  readonly decimals: number;
  /** From `min` to `max`, ascending, each a multiple of `step`. */
  readonly values: readonly number[];
}

/** Float noise of a quotient: 0.3 ÷ 0.1 is a little less than 3. */
const NOISE = 1e-9;

/**
 * Ticks that cover `low` to `high` in about `intervals` round steps (at most one more, since the ends are rounded outwards).
 * A range of no length is widened by its own size, or by one.
 */
export const niceTicks = (low: number, high: number, intervals: number): NiceTicks => {
  const span = high - low;
  if (!(span > 0)) return niceTicks(Math.min(low, 0), Math.max(high, low === 0 ? 1 : 0), intervals);
  const { step, decimals } = niceStep(span / intervals);
  const [first, last] = [Math.floor(low / step + NOISE), Math.ceil(high / step - NOISE)];
  const values = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(Math.min(100, decimals))));
  return { min: values[0] ?? low, max: values.at(-1) ?? high, step, decimals, values };
};
