/** A distance a reader can count by: 1, 2, 2.5 or 5 times a power of ten. */
export interface NiceStep {
  readonly step: number;
  /** Decimals that every multiple of it is exact with. */
  readonly decimals: number;
}

const MANTISSAS = [1, 2, 2.5, 5, 10] as const;

/** Float noise of a quotient: 0.3 ÷ 0.1 is a little less than 3. */
const NOISE = 1e-9;

/** The smallest round step that is not below `least`. */
export const niceStep = (least: number): NiceStep => {
  const exponent = Math.floor(Math.log10(least));
  const mantissa = MANTISSAS.find((m) => m * 10 ** exponent >= least * (1 - NOISE)) ?? 10;
  const decimals = Math.max(0, (mantissa === 2.5 ? 1 : 0) - exponent - (mantissa === 10 ? 1 : 0));
  return { step: Number((mantissa * 10 ** exponent).toPrecision(12)), decimals };
};
