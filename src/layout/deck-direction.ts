import type { Box } from '../base/geometry.ts';
import type { Direction } from '../fonts/script.ts';
import type { Deck, Shape, Slide, SlideLayout } from './deck.ts';
import { directionOfRuns } from './print.ts';
import type { Paragraph } from './text.ts';

const OTHER_SIDE = { left: 'right', center: 'center', right: 'left' } as const;

/** A paragraph of prose begins where its own direction does; other texts keep the side of the document. */
const proseRun = (p: Paragraph, document: Direction): Paragraph => {
  const direction = directionOfRuns(p.runs, document);
  return direction === document ? p : { ...p, direction, align: OTHER_SIDE[p.align] };
};

const isProse = (shape: Shape): shape is Extract<Shape, { kind: 'text' }> => shape.kind === 'text';

const withProse = (shape: Shape, document: Direction): Shape =>
  isProse(shape) ? { ...shape, paragraphs: shape.paragraphs.map((p) => proseRun(p, document)) } : shape;

const turnedParagraph = (p: Paragraph): Paragraph => ({ ...p, direction: p.direction ?? 'rtl', align: OTHER_SIDE[p.align] });

const turnedBox = (box: Box, width: number): Box => ({ ...box, x: width - box.x - box.w });

const turnedShape = (shape: Shape, width: number): Shape => {
  const box = turnedBox(shape.box, width);
  if (shape.kind === 'placeholder') return { ...shape, box, paragraphs: shape.paragraphs.map(turnedParagraph) };
  if (shape.kind === 'text')
    return {
      ...shape,
      box,
      inset: { ...shape.inset, left: shape.inset.right, right: shape.inset.left },
      paragraphs: shape.paragraphs.map(turnedParagraph),
    };
  if (shape.kind === 'table')
    return {
      ...shape,
      box,
      rows: shape.rows.map((row) => ({
        ...row,
        cells: row.cells.map((c) => ({
          ...c,
          align: OTHER_SIDE[c.align],
          lead: c.trail,
          trail: c.lead,
          paragraphs: c.paragraphs.map(turnedParagraph),
        })),
      })),
    };
  return { ...shape, box };
};

const turnedLayout = <L extends Pick<SlideLayout, 'artwork' | 'placeholders'>>(layout: L, width: number): L => ({
  ...layout,
  artwork: layout.artwork.map((s) => turnedShape(s, width)),
  placeholders: layout.placeholders.map((p) => ({ ...p, box: turnedBox(p.box, width), align: OTHER_SIDE[p.align] })),
});

/**
 * The deck as its direction asks: in one from right to left every box changes sides, and tables begin at the right. What is inside of a
 * chart stays: time runs to the right in all languages.
 */
export const directed = (deck: Deck): Deck => {
  const slides = deck.slides.map((s): Slide => ({ ...s, shapes: s.shapes.map((x) => withProse(x, deck.direction)) }));
  if (deck.direction === 'ltr') return { ...deck, slides };
  return {
    ...deck,
    master: turnedLayout(deck.master, deck.size.w),
    layouts: deck.layouts.map((l) => turnedLayout(l, deck.size.w)),
    slides: slides.map((s) => ({
      ...s,
      shapes: s.shapes.map((x) => turnedShape(x, deck.size.w)),
      notes: s.notes.map((p) => ({ ...p, direction: directionOfRuns(p.runs, 'rtl') })),
    })),
  };
};
