import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barOf } from '../../src/charts/bridge-table.ts';

const level = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100);

describe('a bar of a bridge, stacked from zero over what lies under it,', () => {
  it('reaches from the lower of its two levels to the higher, on whichever side of zero they are', () => {
    fc.assert(
      fc.property(level, level, (from, to) => {
        const { base, above, below } = barOf({ from, to });
        const top = Math.max(0, base) + above;
        const bottom = Math.min(0, base) + below;
        expect(above - below).toBeCloseTo(Math.abs(to - from), 9);
        if (below < 0) expect(bottom).toBeCloseTo(Math.min(from, to), 9);
        if (above > 0) expect(top).toBeCloseTo(Math.max(from, to), 9);
      }),
    );
  });

  it('stands on nothing where it crosses zero', () => {
    expect(barOf({ from: -2, to: 3 })).toEqual({ base: 0, above: 3, below: -2 });
    expect(barOf({ from: 5, to: 3 })).toEqual({ base: 3, above: 2, below: 0 });
    expect(barOf({ from: -1, to: -4 })).toEqual({ base: -1, above: 0, below: -3 });
  });
});
