import type { BlockOf, Inline, Tile } from '../document/document.ts';
import { textWidth } from '../fonts/measure.ts';
import type { LayoutContext } from './context.ts';
import { type FlowBlock, type PageGeometry, type RailItem, STYLES, textZone } from './flow.ts';
import { style } from './flow-notes.ts';
import { linesAt, tiedText } from './line-ends.ts';
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
    const detail: readonly Inline[] = t.detail.length === 0 ? [] : [{ kind: 'text', text: context.locale.semicolon }, ...t.detail];
    return { value: value(t, size), text: tiedText(runsOf([...t.label, ...detail], style('railText', 'ink2'), context), rail) };
  });
};

/** Where the figures of a rail begin below the top of their heading, and the least space below them, points. */
export const RAIL_TOP = 34;
const RAIL_CLEAR = 8;

const heightOf = (block: FlowBlock, page: PageGeometry): number => {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return 0;
  const look = block.kind === 'paragraph' ? STYLES[block.style] : block.level === 1 ? STYLES.h1 : STYLES.h2;
  const after = block.kind === 'paragraph' ? (block.after ?? look.after) : look.after;
  return linesAt(block.runs, textZone(page)).length * look.leading + after;
};

/** The text beside a rail that is higher than it, up to the first exhibit, with room below: an exhibit takes the rail's width too. */
export const clearOfRail = (blocks: readonly FlowBlock[], page: PageGeometry): readonly FlowBlock[] => {
  const [heading] = blocks;
  const exhibit = blocks.findIndex((b) => b.kind === 'figure' || b.kind === 'table');
  const last = blocks[exhibit - 1];
  if (heading?.kind !== 'heading' || heading.rail.length === 0 || last?.kind !== 'paragraph') return blocks;
  const rail = heading.rail.reduce(
    (y, item) => y + STYLES.railValue.leading + linesAt(item.text, page.rail).length * STYLES.railText.leading + STYLES.railText.after,
    RAIL_TOP - STYLES.railText.after + RAIL_CLEAR,
  );
  const missing = rail - blocks.slice(0, exhibit).reduce((sum, b) => sum + heightOf(b, page), 0);
  if (missing <= 0) return blocks;
  return blocks.map((b) => (b === last ? { ...last, after: (last.after ?? STYLES[last.style].after) + missing } : b));
};
