import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks, shownTicks, ticksAround } from '../../src/charts/axis-ticks.ts';
import { en } from '../../src/locale/en.ts';

const LABELS = { size: 12, bold: false, color: 'ink2' } as const;

describe('the ticks of an axis', () => {
  it.each([
    [0, 100, 6, { min: 0, max: 100, step: 20 }],
    [6.4, 9.8, 8, { min: 6, max: 10, step: 0.5 }],
    [-8, 12, 6, { min: -10, max: 15, step: 5 }],
    [0.03, 0.11, 6, { min: 0.02, max: 0.12, step: 0.02 }],
    [50, 50, 6, { min: 44, max: 56, step: 2 }],
  ])('from %d to %d in at most %d steps have round ends', (low, high, most, ticks) => {
    expect(niceTicks(low, high, most)).toEqual(ticks);
  });

  it('hold every mark with its radius, in a few steps', () => {
    const mark = fc.record({ value: fc.double({ min: -1e6, max: 1e6, noNaN: true }), radius: fc.double({ min: 0, max: 30, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1, maxLength: 12 }), (marks) => {
        const { min, max, step } = ticksAround(marks, 200, 6);
        const perPoint = (max - min) / 200;
        const out = marks.filter(
          (m) => m.value - m.radius * perPoint < min - step * 1e-6 || m.value + m.radius * perPoint > max + step * 1e-6,
        );
        expect(out).toEqual([]);
        expect((max - min) / step).toBeLessThanOrEqual(7);
      }),
    );
  });

  it('are printed as figures of the unit, with a true minus', () => {
    const shown = shownTicks({ min: -5, max: 5, step: 5 }, { kind: 'percent' }, false, LABELS, en);
    expect(shown.ticks.map((t) => t.text)).toEqual(['−5%', '0%', '5%']);
    expect(shown.format).toBe('#,##0"%";"−"#,##0"%";#,##0"%"');
  });

  it('below zero are not labelled where nothing is', () => {
    const shown = shownTicks({ min: -5, max: 5, step: 5 }, { kind: 'percent' }, true, LABELS, en);
    expect(shown.ticks.map((t) => t.text)).toEqual(['', '0%', '5%']);
  });
});
