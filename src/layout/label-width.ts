import { type Emu, inches, points } from '../base/geometry.ts';
import type { Block, Inline } from '../document/document.ts';
import { textWidth } from '../fonts/measure.ts';
import type { LayoutContext } from './context.ts';
import { runsOf } from './print.ts';

/** Widths of the labels of statement rows: one over a whole slide, one in a column, each the same on all slides of a deck. */
export interface LabelWidth {
  readonly wide: Emu;
  readonly narrow: Emu;
}

/** In inches. Longer labels take two lines. */
const LIMITS = { wide: { least: 1.6, most: 3 }, narrow: { least: 1.2, most: 2.1 } } as const;
/** Office breaks a little earlier than arithmetic. */
const SAFETY = 1.04;

const labelsOf = (blocks: readonly Block[]): readonly (readonly Inline[])[] =>
  blocks.flatMap((b) => (b.kind === 'rows' ? b.rows.map((r) => r.label) : []));

const inColumns = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((b) => (b.kind === 'columns' ? b.columns.flatMap((c) => [...c, ...inColumns(c)]) : []));

/** The width of the longest label, within limits. */
export const labelWidthsOf = (blocks: readonly Block[], context: LayoutContext): LabelWidth => {
  const widest = (labels: readonly (readonly Inline[])[], { least, most }: { readonly least: number; readonly most: number }): Emu => {
    const own = labels.map((l) => runsOf(l, { size: 14, bold: true }, context).reduce((sum, r) => sum + textWidth(r.text, r), 0));
    return Math.min(inches(most), Math.max(inches(least), points(Math.max(0, ...own) * SAFETY)));
  };
  return { wide: widest(labelsOf(blocks), LIMITS.wide), narrow: widest(labelsOf(inColumns(blocks)), LIMITS.narrow) };
};
