import { EMU_PER_POINT, type Emu, points, toPoints } from '../base/geometry.ts';
import { breakLines } from '../fonts/measure.ts';
import type { Paragraph, Run } from './text.ts';

/** Office breaks a little earlier than arithmetic: text is fitted into 98 % of its box. */
const SAFETY = 0.98;

/** Single spacing on a slide in multiples of the size. LibreOffice sets Arial so (measured: 16.8 pt for 14 pt), above the font's own 1.15. */
const SINGLE = 1.2;

const styleOf = (run: Run) => ({ size: run.size, bold: run.bold, italic: run.italic });

export const linesOf = (runs: readonly Run[], width: Emu): number =>
  breakLines(
    runs.map((r) => ({ text: r.text, style: styleOf(r), data: r })),
    toPoints(width) * SAFETY,
  ).length;

/** Height of paragraphs set in a width, as Office sets them: the tallest size of a paragraph decides its line height. */
export const heightOf = (paragraphs: readonly Paragraph[], width: Emu): Emu =>
  points(
    paragraphs.reduce((sum, p, i) => {
      const size = Math.max(...p.runs.map((r) => r.size), 8);
      const indent = p.bullet === undefined ? 0 : 13.5;
      const after = i === paragraphs.length - 1 ? 0 : p.spaceAfter;
      return sum + linesOf(p.runs, width - indent * EMU_PER_POINT) * SINGLE * size * p.lineSpacing + after;
    }, 0),
  );

export const paragraph = (runs: readonly Run[], options: Partial<Omit<Paragraph, 'runs'>> = {}): Paragraph => ({
  runs,
  align: 'left',
  lineSpacing: 1,
  spaceAfter: 0,
  ...options,
});

const brokenAt = (runs: readonly Run[], width: number) =>
  breakLines(
    runs.map((r) => ({ text: r.text, style: styleOf(r), data: r })),
    width,
  );

const textOfLine = (line: ReturnType<typeof brokenAt>[number]): string => line.pieces.map((p) => p.text).join('');

/**
 * Ties the last words together where a text would end in a line of one word or of less than 15 % of the width, in points. The
 * tie is a non-breaking space, so nothing is added and every reader breaks alike.
 */
export const tiedAt = (runs: readonly Run[], width: number): readonly Run[] => {
  const lines = brokenAt(runs, width);
  const last = lines.at(-1);
  if (!last || lines.length < 2) return runs;
  const words = textOfLine(last)
    .trim()
    .split(/[ \u00a0]/).length;
  if (words > 1 && last.width >= 0.15 * width) return runs;
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i];
    const at = run?.text.trimEnd().lastIndexOf(' ') ?? -1;
    if (!run || at <= 0) continue;
    const tied = runs.map((r, j) => (j === i ? { ...r, text: `${run.text.slice(0, at)}\u00a0${run.text.slice(at + 1)}` } : r));
    // A word cut at its hyphen reads worse than a short last line.
    const before = brokenAt(tied, width).at(-2);
    return before && textOfLine(before).endsWith('-') ? runs : tied;
  }
  return runs;
};

/** The same for a text box of a slide. */
export const withoutOrphan = (runs: readonly Run[], width: Emu): readonly Run[] => tiedAt(runs, toPoints(width) * SAFETY);
