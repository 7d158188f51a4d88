import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed } from '../../src/locale/rounding.ts';

const en = (value: number, decimals: number): string => fixed(value, decimals, ',', '.');

describe('rounding for print', () => {
  it.each([
    [1.005, 2, '1.01'],
    [2.5, 0, '3'],
    [999.995, 2, '1,000.00'],
    [0.04, 1, '0.0'],
    [1234567.891, 0, '1,234,568'],
    [1e12, 0, '1,000,000,000,000'],
  ])('prints %d with %d decimals as %s, half away from zero', (value, decimals, expected) => {
    expect(en(value, decimals)).toBe(expected);
  });

  it('never moves a value by more than half a unit of the last digit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const printed = Number(en(value, decimals).replaceAll(',', ''));
        expect(Math.abs(printed - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-6) + 1e-9);
      }),
    );
  });
});
