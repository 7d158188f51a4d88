import { breaksIn, textWidth } from '../fonts/measure.ts';
import type { Run } from './text.ts';

/** What a table says of a column before its width is known. Lengths in points. */
export interface ColumnWish {
  readonly align: 'left' | 'right';
  /** Its share of what the contents leave over. */
  readonly weight: number;
  /** Space inside of the column that holds no text. */
  readonly padding: number;
  /** The runs of each of its cells, the header's first. */
  readonly cells: readonly (readonly Run[])[];
}

/** Office breaks a little earlier than arithmetic. */
const SAFETY = 1.02;

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, r) => sum + textWidth(r.text, r), 0);

/** The width of the widest stretch of a text that no line break may cut. A range of years is one. */
const widestWord = (runs: readonly Run[]): number => {
  const text = runs.map((r) => r.text).join('');
  let start = 0;
  let widest = 0;
  for (const end of breaksIn(text)) {
    if (/\d\u2013$/.test(text.slice(start, end)) && /^\d/.test(text.slice(end))) continue;
    let at = 0;
    const parts = runs.map((r) => {
      const part = r.text.slice(Math.max(0, start - at), Math.max(0, end - at));
      at += r.text.length;
      return { ...r, text: part };
    });
    widest = Math.max(widest, widthOf(parts.map((p, i) => (i === parts.length - 1 ? { ...p, text: p.text.trimEnd() } : p))));
    start = end;
  }
  return widest;
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The level at which the total meets the width: columns are monotonic in it. */
const level = (width: number, most: number, at: (level: number) => readonly number[]): readonly number[] => {
  let [low, high] = [0, most];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (sum(at(middle)) > width) high = middle;
    else low = middle;
  }
  return at(low);
};

/** Roughly how many lines the rows of a table take. */
const linesTaken = (own: readonly (readonly number[])[], paddings: readonly number[], widths: readonly number[]): number => {
  const rows = Math.max(0, ...own.map((c) => c.length));
  return sum(
    Array.from({ length: rows }, (_, r) =>
      Math.max(1, ...own.map((c, i) => Math.ceil((c[r] ?? 0) / Math.max(1, (widths[i] ?? 0) - (paddings[i] ?? 0))))),
    ),
  );
};

/**
 * Widths between those of the longest words and those of whole cells. At first the widest columns give way alike; then each
 * may keep what one of its cells needs at the cost of the others, if the table takes fewer lines so.
 */
const fewestLines = (
  columns: readonly ColumnWish[],
  words: readonly number[],
  natural: readonly number[],
  width: number,
): readonly number[] => {
  const own = columns.map((c) => c.cells.map((cell) => widthOf(cell) * SAFETY));
  const paddings = columns.map((c) => c.padding);
  const capped = (fixed: number, at: number): readonly number[] =>
    level(width, width, (l) => natural.map((w, i) => (i === fixed ? at : Math.min(w, Math.max(words[i] ?? 0, l)))));
  const even = capped(-1, 0);
  let best = { widths: even, lines: linesTaken(own, paddings, even) };
  columns.forEach((c, i) => {
    for (const cell of new Set(own[i])) {
      const wanted = cell + c.padding;
      const others = sum(words) - (words[i] ?? 0);
      if (wanted <= (even[i] ?? 0) || wanted + others > width) continue;
      const widths = capped(i, wanted);
      const lines = linesTaken(own, paddings, widths);
      if (lines < best.lines) best = { widths, lines };
    }
  });
  const spare = width - sum(best.widths);
  const last = best.widths.indexOf(Math.max(...best.widths));
  return best.widths.map((w, i) => (i === last ? w + spare : w));
};

/**
 * Widths of a table's columns from what stands in them. Where every cell can stand on one line, all do, and the slack goes to
 * the columns in proportion to their weights, a column that already has more taking none. Where they cannot, the widest
 * columns give way first, but no word, number or range of years is cut while there is another way.
 */
export const columnWidths = (columns: readonly ColumnWish[], width: number): readonly number[] => {
  const words = columns.map((c) => Math.max(0, ...c.cells.map(widestWord)) * SAFETY + c.padding);
  const own = columns.map((c) => Math.max(0, ...c.cells.map(widthOf)) * SAFETY + c.padding);
  // Columns of numbers that a table asks to be alike are alike.
  const lines = own.map((w, i) =>
    columns[i]?.align === 'right'
      ? Math.max(w, ...own.filter((_, j) => columns[j]?.align === 'right' && columns[j]?.weight === columns[i]?.weight))
      : w,
  );
  const natural = sum(lines) <= width ? lines : own;
  if (sum(natural) <= width) {
    const weights = columns.map((c) => Math.max(c.weight, 1e-6));
    return level(width, width / Math.min(...weights), (l) => natural.map((w, i) => Math.max(w, l * (weights[i] ?? 0))));
  }
  if (sum(words) <= width) return fewestLines(columns, words, natural, width);
  // Words that fit nowhere are cut: the widest columns again give way first.
  return level(width, width, (l) => words.map((w) => Math.min(w, Math.max(l, width / columns.length / 4))));
};
