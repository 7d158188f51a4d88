import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks } from '../../src/charts/nice-ticks.ts';

/** Ranges of any sign over twelve orders of magnitude. */
const ranges = fc
  .tuple(
    fc.integer({ min: -6, max: 6 }),
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 2, max: 8 }),
  )
  .map(([exponent, low, length, intervals]) => {
    const unit = 10 ** exponent / 1000;
    return { low: low * unit, high: (low + length) * unit, intervals };
  });

const check = (property: (range: { low: number; high: number; intervals: number }) => void): void =>
  fc.assert(fc.property(ranges, property), { numRuns: 1000 });

describe('the ticks of a scale', () => {
  it('cover the range, and reach less than a step beyond it', () => {
    check(({ low, high, intervals }) => {
      const ticks = niceTicks(low, high, intervals);
      const noise = ticks.step * 1e-6;
      expect(ticks.min).toBeLessThanOrEqual(low + noise);
      expect(ticks.max).toBeGreaterThanOrEqual(high - noise);
      if (high > low) {
        expect(low - ticks.min).toBeLessThan(ticks.step + noise);
        expect(ticks.max - high).toBeLessThan(ticks.step + noise);
      }
    });
  });

  it('stand 1, 2, 2.5 or 5 times a power of ten apart', () => {
    check(({ low, high, intervals }) => {
      const { step } = niceTicks(low, high, intervals);
      const mantissa = Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toPrecision(9));
      expect([1, 2, 2.5, 5]).toContain(mantissa);
    });
  });

  it('are ascending multiples of the step, as exact as their decimals say, from the least to the most', () => {
    check(({ low, high, intervals }) => {
      const { values, step, min, max, decimals } = niceTicks(low, high, intervals);
      expect([values[0], values.at(-1)]).toEqual([min, max]);
      for (const [i, value] of values.entries()) {
        expect(Math.abs(value - min - i * step)).toBeLessThan(step * 1e-6);
        expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-6);
        expect(Number(value.toFixed(decimals))).toBe(value);
      }
    });
  });

  it('are two at least, and not many more than asked for', () => {
    check(({ low, high, intervals }) => {
      const { values } = niceTicks(low, high, intervals);
      expect(values.length).toBeGreaterThanOrEqual(2);
      expect(values.length).toBeLessThanOrEqual(intervals + 2);
    });
  });

  it('have no negative zero', () => {
    expect(niceTicks(-1, 1, 2).values.map((v) => Object.is(v, -0))).not.toContain(true);
  });
});
