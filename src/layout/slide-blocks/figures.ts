import { type Box, inches } from '../../base/geometry.ts';
import type { BlockOf, Tile } from '../../document/document.ts';
import type { Shape } from '../deck.ts';
import { runsOf } from '../print.ts';
import type { Paragraph } from '../text.ts';
import { heightOf, paragraph, withoutOrphan } from '../typeset.ts';
import type { BlockLayout, SlideContext } from './block-layout.ts';
import { textShape } from './text-blocks.ts';

const TILE = { height: inches(1.42), gap: inches(0.2), inset: inches(0.15) } as const;

const isWithheld = (tile: Tile, context: SlideContext): boolean => context.ledger.figures.get(tile.figure)?.quantity.kind === 'undisclosed';

const tileShape = (tile: Tile, box: Box, context: SlideContext): Shape => {
  const withheld = isWithheld(tile, context);
  const inner = box.w - 2 * TILE.inset;
  // A value with its qualifier or range may be wide: it steps down the type scale rather than wrap.
  const steps = [34, 24, 18] as const;
  const value = (size: number) =>
    runsOf([{ kind: 'figure', figure: tile.figure, form: tile.form }], { size, bold: true, color: withheld ? 'ink3' : 'navy' }, context);
  const size = steps.find((s) => heightOf([paragraph(value(s))], inner) < inches(s / 72) * 1.4) ?? 18;
  const paragraphs: readonly Paragraph[] = [
    paragraph(value(size), { spaceAfter: 2 }),
    paragraph(withoutOrphan(runsOf(tile.label, { size: 12, bold: true }, context), inner), { spaceAfter: 2 }),
    paragraph(withoutOrphan(runsOf(tile.detail, { size: 10.5, color: 'ink2' }, context), inner)),
  ];
  return {
    kind: 'text',
    name: context.name('Key figure'),
    role: 'key-figure',
    box,
    anchor: 'top',
    fill: { kind: 'solid', color: withheld ? 'page' : 'panel' },
    ...(withheld ? { stroke: { color: 'ink3', width: 1, dashed: true } as const } : {}),
    inset: { left: TILE.inset, top: inches(0.16), right: TILE.inset, bottom: inches(0.08) },
    paragraphs,
  };
};

/** Key figures in boxes of equal width; undisclosed ones have a dashed outline. */
export const tilesLayout: BlockLayout<BlockOf<'tiles'>> = (block, _width, context) => ({
  height: TILE.height,
  stretch: 0,
  draw: (box) => {
    const count = Math.max(1, block.tiles.length);
    const w = Math.round((box.w - (count - 1) * TILE.gap) / count);
    return block.tiles.map((tile, i) => tileShape(tile, { x: box.x + i * (w + TILE.gap), y: box.y, w, h: TILE.height }, context));
  },
});

const CALLOUT = { heading: inches(0.36), after: inches(0.16), mostGap: inches(0.55) } as const;

/** The reading column: what the exhibit means, in up to four figures. */
export const calloutsLayout: BlockLayout<BlockOf<'callouts'>> = (block, width, context) => {
  const items = block.items.map((item) => {
    const value =
      item.figure === undefined
        ? []
        : [paragraph(runsOf([{ kind: 'figure', figure: item.figure, form: item.form }], { size: 24, bold: true, color: 'navy' }, context))];
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
