import { textWidth } from '../fonts/measure.ts';
import type { Run } from './text.ts';

/** One number with at most a fraction: what can be aligned. Ranges and years of a rate cannot. */
const NUMBER = /^\D*\d[\d,]*(?:\.(\d+))?(\D*)$/;

/**
 * The space right of each cell of a right-aligned column, in points, with which its numbers stand decimal point under decimal
 * point. Nothing where they have equally many decimals or end in different units.
 */
export const decimalTrails = (cells: readonly (readonly Run[])[]): readonly number[] => {
  const found = cells.map((runs) => NUMBER.exec(runs.map((r) => r.text).join('')));
  const numbers = found.filter((m) => m !== null);
  const most = Math.max(0, ...numbers.map((m) => m[1]?.length ?? 0));
  if (new Set(numbers.map((m) => m[2])).size > 1) return cells.map(() => 0);
  return cells.map((runs, i) => {
    const match = found[i];
    const run = runs[0];
    if (!match || !run) return 0;
    const decimals = match[1]?.length ?? 0;
    const missing = `${decimals === 0 && most > 0 ? '.' : ''}${'0'.repeat(most - decimals)}`;
    return textWidth(missing, run);
  });
};
