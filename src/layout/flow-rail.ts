import type { BlockOf, Inline, Tile } from '../document/document.ts';
import { textWidth } from '../fonts/measure.ts';
import type { LayoutContext } from './context.ts';
import { type RailItem, STYLES } from './flow.ts';
import { style } from './flow-notes.ts';
import { runsOf } from './print.ts';
import type { Run } from './text.ts';

/** Where one value of a rail is too long, all of its values step down the type scale until each fits. */
const RAIL_SIZES = [STYLES.railValue.size, STYLES.h1.size, 16, STYLES.h2.size] as const;

/** The key figures beside a section's text, all of one size. */
export const railItems = (blocks: readonly BlockOf<'tiles'>[], rail: number, context: LayoutContext): readonly RailItem[] => {
  const tiles = blocks.flatMap((b) => b.tiles);
  const value = (t: Tile, size: number): readonly Run[] => {
    const withheld = context.ledger.figures.get(t.figure)?.quantity.kind === 'undisclosed';
    return runsOf([{ kind: 'figure', figure: t.figure, form: t.form }], { size, bold: true, color: withheld ? 'ink3' : 'navy' }, context);
  };
  const fits = (size: number): boolean => tiles.every((t) => value(t, size).reduce((w, r) => w + textWidth(r.text, r), 0) <= rail);
  const size = RAIL_SIZES.find(fits) ?? STYLES.h2.size;
  return tiles.map((t) => {
    const detail: readonly Inline[] = t.detail.length === 0 ? [] : [{ kind: 'text', text: '; ' }, ...t.detail];
    return { value: value(t, size), text: runsOf([...t.label, ...detail], style('railText', 'ink2'), context) };
  });
};
