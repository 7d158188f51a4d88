import { type Box, type Emu, inches } from '../../base/geometry.ts';
import type { Block, BlockKind, BlockOf } from '../../document/document.ts';
import type { Shape } from '../deck.ts';
import { hairlines, splitBoxes } from '../slide-grid.ts';
import { closingLayout, dividerLayout, quoteLayout } from './archetypes.ts';
import type { BlockLayout, Placed, SlideContext } from './block-layout.ts';
import { chartLayout, tableLayout, traceLayout } from './exhibits.ts';
import { calloutsLayout, tilesLayout } from './figures.ts';
import { placedRows, rowsLayout } from './rows.ts';
import { pairedLists } from './split.ts';
import { headingLayout, listLayout, paragraphLayout, sourcesLayout, takeawayLayout } from './text-blocks.ts';

/** Space between stacked blocks. */
const STACK_GAP = inches(0.2);

const columnsLayout: BlockLayout<BlockOf<'columns'>> = (block, width, context) => {
  const at = { x: inches(0.5), y: 0, w: width, h: 0 };
  const boxes = splitBoxes(block.split, at, context.grid);
  const lists = pairedLists(block);
  if (lists.length > 0) {
    const placed = placedRows(
      lists,
      boxes.map((b) => b.w),
      context,
    );
    return { ...placed, draw: (box) => placed.draw(splitBoxes(block.split, box, context.grid)) };
  }
  const stacks = block.columns.map((blocks, i) => stack(blocks, boxes[i]?.w ?? width, { ...context, narrow: true }));
  return {
    height: Math.max(0, ...stacks.map((s) => s.height)),
    stretch: Math.max(0, ...stacks.map((s) => s.stretch)),
    draw: (box) => {
      const places = splitBoxes(block.split, box, context.grid);
      const rules = block.columns.some((c) => c.some((b) => b.kind === 'chart'))
        ? hairlines(places).map(
            (b): Shape => ({ kind: 'line', name: context.name('Hairline'), box: b, stroke: { color: 'grid', width: 0.75, dashed: false } }),
          )
        : [];
      return [...stacks.flatMap((s, i) => s.draw(places[i] ?? box)), ...rules];
    },
  };
};

const nothing: BlockLayout<Block> = () => ({ height: 0, stretch: 0, draw: () => [] });

const LAYOUTS: { readonly [K in BlockKind]: BlockLayout<BlockOf<K>> } = {
  paragraph: paragraphLayout,
  list: listLayout,
  heading: headingLayout,
  table: tableLayout,
  chart: chartLayout,
  tiles: tilesLayout,
  callouts: calloutsLayout,
  rows: rowsLayout,
  columns: columnsLayout,
  takeaway: takeawayLayout,
  quote: quoteLayout,
  divider: dividerLayout,
  closing: closingLayout,
  notes: nothing,
  trace: traceLayout,
  sources: sourcesLayout,
};

const place = (block: Block, width: Emu, context: SlideContext): Placed =>
  (LAYOUTS[block.kind] as BlockLayout<Block>)(block, width, context);

/** Blocks one below the other. Free height goes to what can use it; a takeaway keeps to the foot of the box. */
export const stack = (blocks: readonly Block[], width: Emu, context: SlideContext): Placed => {
  const shown = blocks.filter((b) => b.kind !== 'notes');
  const placed = shown.map((b) => ({ block: b, ...place(b, width, context) }));
  const gaps = Math.max(0, placed.length - 1) * STACK_GAP;
  const height = placed.reduce((sum, p) => sum + p.height, 0) + gaps;
  return {
    height,
    stretch: placed.reduce((sum, p) => sum + p.stretch, 0),
    draw: (box: Box) => {
      let spare = Math.max(0, box.h - height);
      const unbounded = placed.filter((p) => p.stretch === Number.POSITIVE_INFINITY).length;
      const bounded = placed.filter((p) => p.stretch !== Number.POSITIVE_INFINITY).reduce((sum, p) => sum + p.stretch, 0);
      const forBounded = unbounded > 0 ? 0 : Math.min(spare, bounded);
      const extra = (p: Placed): Emu => {
        if (p.stretch === Number.POSITIVE_INFINITY) return Math.floor(spare / unbounded);
        return bounded === 0 ? 0 : Math.floor((forBounded * p.stretch) / bounded);
      };
      let y = box.y;
      return placed.flatMap((p) => {
        const h = p.height + extra(p);
        const atFoot = p.block.kind === 'takeaway' && p === placed.at(-1) && unbounded === 0;
        const top = atFoot ? box.y + box.h - p.height : y;
        y += h + STACK_GAP;
        if (atFoot) spare = 0;
        return p.draw({ x: box.x, y: top, w: box.w, h });
      });
    },
  };
};
