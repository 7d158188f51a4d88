import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../src/fonts/measure.ts';
import { type ColumnWish, columnWidths } from '../../src/layout/column-widths.ts';
import type { Run } from '../../src/layout/text.ts';

const runs = (text: string): readonly Run[] => [{ text, bold: false, italic: false, size: 10, color: 'ink' }];

const column = (cells: readonly string[], align: 'left' | 'right' = 'left', weight = 1): ColumnWish => ({
  align,
  weight,
  padding: 8,
  cells: cells.map(runs),
});

/** How many lines each cell takes in the widths found. */
const linesIn = (columns: readonly ColumnWish[], width: number): readonly (readonly number[])[] => {
  const widths = columnWidths(columns, width);
  return columns.map((c, i) =>
    c.cells.map(
      (cell) =>
        breakLines(
          cell.map((r) => ({ text: r.text, style: r, data: r })),
          (widths[i] ?? 0) - c.padding,
        ).length,
    ),
  );
};

const total = (widths: readonly number[]): number => widths.reduce((a, b) => a + b, 0);

describe('the columns of a table', () => {
  it('hold each cell on one line where there is room', () => {
    const columns = [
      column(['Figure', 'Global market, 2024, 2025, 2030'], 'left', 5),
      column(['Value', 'n/d (2025–2030)'], 'right', 1),
      column(['Where', '[1] paragraph 1 prints “US$ XX billion”'], 'left', 1),
    ];
    expect(linesIn(columns, 480)).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('share what is left by their weights', () => {
    const widths = columnWidths([column(['A', 'b'], 'left', 1), column(['C', 'd'], 'right', 2), column(['E', 'f'], 'right', 2)], 500);
    expect(widths.map(Math.round)).toEqual([100, 200, 200]);
  });

  it('of equal numbers are equally wide', () => {
    const [, first, second] = columnWidths([column(['Name'.repeat(40)]), column(['1'], 'right'), column(['1,234,567.8'], 'right')], 400);
    expect(first).toBeLessThan(second ?? 0);
    const [, even, same] = columnWidths([column(['Name']), column(['1'], 'right'), column(['1,234,567.8'], 'right')], 200);
    expect(even).toBe(same);
  });

  it('let the longest texts give way, never a range of years', () => {
    const columns = [
      column(['Segment', 'a name of many words that goes on and on '.repeat(3).trim()]),
      column(['CAGR 2025–2030', '+7.4%'], 'right'),
    ];
    expect(linesIn(columns, 220)[1]).toEqual([1, 1]);
  });

  it('give one column what its cells need where that saves lines', () => {
    const columns = [
      column(['Figure', 'Global market, change 2024–2029 divided by 2024', 'Global market, 2024', 'Global market, 2029']),
      column(['Where', '[1] paragraph 1 prints “US$ XX billion”', '[1] paragraph 1 prints “US$ XX million”', '[1] paragraph 2 prints it']),
    ];
    expect(linesIn(columns, 340)).toEqual([
      [1, 2, 1, 1],
      [1, 1, 1, 1],
    ]);
  });

  it('fill the width, whatever stands in them', () => {
    const cells = fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 6 });
    const wish = fc.record({ cells, right: fc.boolean(), weight: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(wish, { minLength: 1, maxLength: 8 }), fc.integer({ min: 150, max: 900 }), (list, width) => {
        const widths = columnWidths(
          list.map((w) => column(w.cells, w.right ? 'right' : 'left', w.weight)),
          width,
        );
        expect(total(widths)).toBeCloseTo(width, 3);
        expect(widths.every((w) => w > 0)).toBe(true);
      }),
    );
  });
});
