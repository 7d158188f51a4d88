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

const MANTISSAS = [1, 2, 2.5, 5, 10] as const;

/** Float noise of a quotient: 0.3 ÷ 0.1 is a little less than 3. */
const NOISE = 1e-9;

/** The smallest round step with which `intervals` steps cover `span`. */
const stepFor = (span: number, intervals: number): { readonly step: number; readonly decimals: number } => {
  const least = span / intervals;
  const exponent = Math.floor(Math.log10(least));
  const mantissa = MANTISSAS.find((m) => m * 10 ** exponent >= least * (1 - NOISE)) ?? 10;
  const decimals = Math.max(0, (mantissa === 2.5 ? 1 : 0) - exponent - (mantissa === 10 ? 1 : 0));
  return { step: Number((mantissa * 10 ** exponent).toPrecision(12)), decimals };
};

/**
 * Ticks that cover `low` to `high` in about `intervals` round steps (at most one more, since the ends are rounded outwards).
 * A range of no length is widened by its own size, or by one.
 */
export const niceTicks = (low: number, high: number, intervals: number): NiceTicks => {
  const span = high - low;
  if (!(span > 0)) return niceTicks(Math.min(low, 0), Math.max(high, low === 0 ? 1 : 0), intervals);
  const { step, decimals } = stepFor(span, intervals);
  const [first, last] = [Math.floor(low / step + NOISE), Math.ceil(high / step - NOISE)];
  const values = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(Math.min(100, decimals))));
  return { min: values[0] ?? low, max: values.at(-1) ?? high, step, decimals, values };
};
