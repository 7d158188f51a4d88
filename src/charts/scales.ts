/** Steps a reader can count by: one, two, two and a half or five of a power of ten. */
const niceStep = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5, 10].find((m) => m * power >= least * (1 - 1e-9)) ?? 10) * power;
};

/** A scale of round numbers that holds a range of values. */
export interface RoundScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Decimals that its numbers need. */
  readonly decimals: number;
  readonly ticks: readonly number[];
}

const decimalsFor = (step: number): number => (/\.(\d+)$/.exec(String(Number(step.toPrecision(6))))?.[1] ?? '').length;

/** From `from` in steps to `to`, without the noise of adding fractions. */
const roundTicks = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));

/** The round scale with at most `most` steps from `low` to `high`. */
export const roundScale = (low: number, high: number, most: number): RoundScale => {
  const span = high - low || Math.abs(high) || 1;
  // One number alone gets a scale above it.
  const top = high > low ? high : low + span;
  const scaleBy = (step: number): RoundScale => {
    const ticks = roundTicks(Math.floor(low / step + 1e-9) * step, Math.ceil(top / step - 1e-9) * step, step);
    return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, step, decimals: decimalsFor(step), ticks };
  };
  const first = scaleBy(niceStep(span / most));
  // Rounding both ends outwards may add a step.
  return first.ticks.length - 1 <= most ? first : scaleBy(niceStep(first.step * 1.5));
};
