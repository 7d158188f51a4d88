import { EMU_PER_POINT, type Emu, points, toPoints } from '../base/geometry.ts';
import { linesAt, settled } from './line-ends.ts';
import type { Paragraph, Run } from './text.ts';

/** Office breaks a little earlier than arithmetic: text is fitted into 98 % of its box. */
const SAFETY = 0.98;

/** Single spacing on a slide in multiples of the size. LibreOffice sets Arial so (measured: 16.8 pt for 14 pt), above the font's own 1.15. */
export const SINGLE = 1.2;

/** What a bullet takes of the width, points. */
export const BULLET_INDENT = 13.5;

export const linesOf = (runs: readonly Run[], width: Emu): number => linesAt(runs, toPoints(width) * SAFETY).length;

/** The text of each line. */
export const linesIn = (runs: readonly Run[], width: Emu): readonly string[] =>
  linesAt(runs, toPoints(width) * SAFETY).map((l) => l.pieces.map((p) => p.text).join(''));

/** Height of paragraphs set in a width, as Office sets them: the tallest size of a paragraph decides its line height. */
export const heightOf = (paragraphs: readonly Paragraph[], width: Emu): Emu =>
  points(
    paragraphs.reduce((sum, p, i) => {
      const size = Math.max(...p.runs.map((r) => r.size), 8);
      const indent = p.bullet === undefined ? 0 : BULLET_INDENT;
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

/** A text of a slide with its lines set for a reader. */
export const withoutOrphan = (runs: readonly Run[], width: Emu): readonly Run[] => settled(runs, toPoints(width) * SAFETY, toPoints(width));
