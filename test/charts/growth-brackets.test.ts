import { describe, expect, it } from 'vitest';
import { growthBrackets } from '../../src/charts/growth-brackets.ts';
import { DECK_SCALE } from '../../src/charts/kind.ts';
import type { Annotation } from '../../src/charts/native.ts';
import { compare } from '../../src/figures/derive/change.ts';
import { en } from '../../src/locale/en.ts';
import { ledgerOf, marketFile, sizeSeries } from '../support/market.ts';

const FRAME = { width: 1000, height: 400 };
const YEARS = [2020, 2022, 2024, 2026, 2028];

/** The column of a year stands 200 points right of the one before. */
const centre = (year: number): number => 100 + YEARS.indexOf(year) * 200;

const bracketsOf = (...windows: readonly (readonly [from: number, to: number])[]) => {
  const ledger = ledgerOf(marketFile({ series: [sizeSeries(YEARS.map((year) => [year, `${year - 2010}.0`, {}]))] }));
  const rates = windows.map(([from, to]) => compare(ledger, 'cagr', 'size', from, to));
  const brackets = growthBrackets(rates, centre, { from: 0, to: FRAME.width }, { ledger, locale: en, frame: FRAME, scale: DECK_SCALE });
  return { ...brackets, marks: brackets.marks(() => 200, 200, 0) };
};

const heightsOf = (marks: readonly Annotation[]): readonly number[] =>
  marks.flatMap((m) => (m.kind === 'line' && m.name === 'growth across' ? [Math.round(m.y1 * FRAME.height)] : []));

describe('growth brackets', () => {
  it('of windows one after the other stand side by side, their ends apart', () => {
    const { marks } = bracketsOf([2020, 2024], [2024, 2028]);
    expect(new Set(heightsOf(marks)).size).toBe(1);
    const across = marks.flatMap((m) =>
      m.kind === 'line' && m.name === 'growth across' ? [[m.x1, m.x2].map((x) => x * FRAME.width)] : [],
    );
    expect(across).toEqual([
      [100, 496],
      [504, 900],
    ]);
  });

  it('of a longer window span those of shorter ones', () => {
    const [short, other, long] = heightsOf(bracketsOf([2020, 2028], [2020, 2024], [2024, 2028]).marks);
    expect(short).toBe(other);
    expect(long).toBeLessThan(short ?? 0);
  });

  it('need no room where there are none', () => {
    expect(bracketsOf().room).toBe(0);
  });

  it('beyond three rows are left out', () => {
    const { leftOut, marks } = bracketsOf([2020, 2024], [2022, 2026], [2020, 2026], [2020, 2028]);
    expect(leftOut.map((r) => r.period)).toEqual([{ from: 2020, to: 2028 }]);
    expect(heightsOf(marks)).toHaveLength(3);
  });
});
