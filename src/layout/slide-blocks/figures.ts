import { type Box, type Emu, inches } from '../../base/geometry.ts';
import type { BlockOf, Tile } from '../../document/document.ts';
import type { Shape } from '../deck.ts';
import { runsOf } from '../print.ts';
import type { Paragraph, Run } from '../text.ts';
import { heightOf, linesOf, paragraph, withoutOrphan } from '../typeset.ts';
import type { BlockLayout, SlideContext } from './block-layout.ts';
import { textShape } from './text-blocks.ts';

const TILE = {
  height: inches(1.42),
  gap: inches(0.2),
  inset: inches(0.15),
  top: inches(0.16),
  bottom: inches(0.08),
  least: inches(0.06),
} as const;

const isWithheld = (tile: Tile, context: SlideContext): boolean => context.ledger.figures.get(tile.figure)?.quantity.kind === 'undisclosed';

const valueRuns = (tile: Tile, size: number, context: SlideContext): readonly Run[] =>
  runsOf(
    [{ kind: 'figure', figure: tile.figure, form: tile.form }],
    { size, bold: true, color: isWithheld(tile, context) ? 'ink3' : 'navy' },
    context,
  );

/** A value with its qualifier or range may be wide: all values of a row step down the type scale together rather than wrap. */
const valueSize = (tiles: readonly Tile[], inner: Emu, context: SlideContext): number =>
  [34, 24, 18].find((size) => tiles.every((t) => heightOf([paragraph(valueRuns(t, size, context))], inner) < inches(size / 72) * 1.4)) ??
  18;

const tileText = (tile: Tile, size: number, inner: Emu, context: SlideContext): readonly Paragraph[] => {
  return [
    paragraph(valueRuns(tile, size, context), { spaceAfter: 2 }),
    paragraph(withoutOrphan(runsOf(tile.label, { size: 12, bold: true }, context), inner), { spaceAfter: 2 }),
    paragraph(withoutOrphan(runsOf(tile.detail, { size: 10.5, color: 'ink2' }, context), inner)),
  ];
};

const tileShape = (tile: Tile, paragraphs: readonly Paragraph[], box: Box, context: SlideContext): Shape => {
  const withheld = isWithheld(tile, context);
  return {
    kind: 'text',
    name: context.name('Key figure'),
    role: 'key-figure',
    box,
    anchor: 'top',
    fill: { kind: 'solid', color: withheld ? 'page' : 'panel' },
    ...(withheld ? { stroke: { color: 'ink3', width: 1, dashed: true } as const } : {}),
    inset: { left: TILE.inset, top: TILE.top, right: TILE.inset, bottom: TILE.bottom },
    paragraphs,
  };
};

/** Key figures in boxes of equal width and height; undisclosed ones have a dashed outline. */
export const tilesLayout: BlockLayout<BlockOf<'tiles'>> = (block, width, context) => {
  const count = Math.max(1, block.tiles.length);
  const w = Math.round((width - (count - 1) * TILE.gap) / count);
  const inner = w - 2 * TILE.inset;
  const size = valueSize(block.tiles, inner, context);
  const texts = block.tiles.map((tile) => tileText(tile, size, inner, context));
  const height = Math.max(TILE.height, ...texts.map((t) => heightOf(t, inner) + TILE.top + TILE.least));
  return {
    height,
    stretch: 0,
    draw: (box) =>
      block.tiles.map((tile, i) => tileShape(tile, texts[i] ?? [], { x: box.x + i * (w + TILE.gap), y: box.y, w, h: height }, context)),
  };
};

const CALLOUT = { heading: inches(0.36), after: inches(0.16), mostGap: inches(0.55), sizes: [24, 18] } as const;

const readingRuns = (item: BlockOf<'callouts'>['items'][number], size: number, context: SlideContext): readonly Run[] =>
  item.figure === undefined
    ? []
    : runsOf([{ kind: 'figure', figure: item.figure, form: item.form }], { size, bold: true, color: 'navy' }, context);

/** The reading column: what the exhibit means, in up to four figures. */
export const calloutsLayout: BlockLayout<BlockOf<'callouts'>> = (block, width, context) => {
  // In a narrow column the values step down together rather than wrap.
  const size = CALLOUT.sizes.find((s) => block.items.every((i) => linesOf(readingRuns(i, s, context), width) <= 1)) ?? CALLOUT.sizes[1];
  const items = block.items.map((item) => {
    const value = item.figure === undefined ? [] : [paragraph(readingRuns(item, size, context))];
    const paragraphs = [...value, paragraph(withoutOrphan(runsOf(item.text, { size: 12 }, context), width), { lineSpacing: 1.05 })];
    return { paragraphs, height: heightOf(paragraphs, width) + inches(0.02) };
  });
  const natural = items.reduce((sum, i) => sum + i.height + CALLOUT.after, 0);
  const stretch = items.length * (CALLOUT.mostGap - CALLOUT.after);
  return {
    height: CALLOUT.heading + natural,
    stretch,
    draw: (box) => {
      const spare = Math.max(0, Math.min(box.h - CALLOUT.heading - natural, stretch));
      const shapes: Shape[] = [
        textShape(
          context.name('Reading heading'),
          { x: box.x, y: box.y, w: box.w, h: inches(0.26) },
          [paragraph(runsOf(block.heading, { size: 14, bold: true, color: 'blue' }, context))],
          'top',
          'reading-heading',
        ),
      ];
      let y = box.y + CALLOUT.heading;
      for (const item of items) {
        shapes.push(textShape(context.name('Reading'), { x: box.x, y, w: box.w, h: item.height }, item.paragraphs, 'top', 'reading'));
        y += item.height + CALLOUT.after + Math.round(spare / Math.max(1, items.length));
      }
      return shapes;
    },
  };
};
