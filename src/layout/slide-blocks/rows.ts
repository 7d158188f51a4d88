import { type Box, type Emu, inches } from '../../base/geometry.ts';
import type { ColorToken } from '../../charts/paint.ts';
import type { BlockOf, Tone } from '../../document/document.ts';
import type { Shape } from '../deck.ts';
import { runsOf } from '../print.ts';
import type { Paragraph } from '../text.ts';
import { heightOf, linesOf, paragraph, withoutOrphan } from '../typeset.ts';
import type { BlockLayout, DeckContext, Placed, SlideContext } from './block-layout.ts';
import { textShape } from './text-blocks.ts';

export const TONES: Readonly<Record<Tone, ColorToken>> = { positive: 'blue', negative: 'rust', neutral: 'blue' };

const HEADING = { height: inches(0.4), rule: 3, after: inches(0.1) } as const;
const PADDING = inches(0.16);
const LABEL_GAP = inches(0.2);
/** Kept free at the end of a column's sentences, so that they do not run into the labels of the next. */
const COLUMN_AIR = inches(0.15);
/** Rows are spread over free height, but never so far apart that they stop reading as a list. */
const MOST_PITCH = inches(1.05);

interface Row {
  readonly label: readonly Paragraph[];
  readonly text: readonly Paragraph[];
  readonly height: Emu;
}

/** A list of statements fitted to a width. */
interface Statements {
  readonly block: BlockOf<'rows'>;
  readonly rows: readonly Row[];
  readonly labelWidth: Emu;
  readonly textWidth: Emu;
  readonly head: Emu;
}

const isWide = (width: Emu): boolean => width > inches(8);
const labelWidthIn = (width: Emu, context: DeckContext): Emu => context.labelWidth[isWide(width) ? 'wide' : 'narrow'];
/** The width of the sentences of a list that has a width. */
export const statementWidth = (width: Emu, context: DeckContext): Emu =>
  width - labelWidthIn(width, context) - LABEL_GAP - (isWide(width) ? 0 : COLUMN_AIR);

const statementsOf = (block: BlockOf<'rows'>, width: Emu, context: SlideContext): Statements => {
  const hasHeading = block.heading.length > 0;
  const labelWidth = labelWidthIn(width, context);
  const textWidth = statementWidth(width, context);
  const color: ColorToken = hasHeading ? 'ink' : 'blue';
  const rows = block.rows.map((r): Row => {
    const label = [paragraph(withoutOrphan(runsOf(r.label, { size: 14, bold: true, color }, context), labelWidth))];
    const text = [paragraph(withoutOrphan(runsOf(r.text, { size: 14 }, context), textWidth))];
    return { label, text, height: Math.max(heightOf(label, labelWidth), heightOf(text, textWidth)) + PADDING };
  });
  return { block, rows, labelWidth, textWidth, head: hasHeading ? HEADING.height + HEADING.after : 0 };
};

/** Heights of rows in a room: one pitch for all where the highest allows it, else each its own and an equal part of the rest. */
const spread = (least: readonly Emu[], room: Emu): readonly Emu[] => {
  const pitch = Math.min(MOST_PITCH, Math.floor(room / Math.max(1, least.length)));
  if (least.every((h) => h <= pitch)) return least.map(() => pitch);
  const spare = Math.max(0, room - least.reduce((a, b) => a + b, 0));
  return least.map((h) => h + Math.floor(spare / least.length));
};

const headingShapes = ({ block }: Statements, box: Box, context: SlideContext): readonly Shape[] =>
  block.heading.length === 0
    ? []
    : [
        textShape(
          context.name('Heading'),
          { x: box.x, y: box.y, w: box.w, h: inches(0.34) },
          [paragraph(runsOf(block.heading, { size: 18, bold: true, color: TONES[block.tone] }, context))],
          'top',
          'heading',
        ),
        {
          kind: 'line',
          name: context.name('Heading rule'),
          box: { x: box.x, y: box.y + HEADING.height, w: box.w, h: 0 },
          stroke: { color: TONES[block.tone], width: HEADING.rule, dashed: false },
        },
      ];

const rowShapes = (list: Statements, heights: readonly Emu[], box: Box, context: SlideContext): readonly Shape[] => {
  const { rows, labelWidth, textWidth, head } = list;
  const textAt = labelWidth + LABEL_GAP;
  let y = box.y + head;
  return rows.flatMap((row, i): readonly Shape[] => {
    const h = heights[i] ?? row.height;
    const top = y;
    y += h;
    return [
      textShape(context.name('Label'), { x: box.x, y: top, w: labelWidth, h }, row.label, 'middle', 'label'),
      // A list of labels alone has none: an empty box would be an empty paragraph to those who listen.
      ...(row.text.every((p) => p.runs.length === 0)
        ? []
        : [textShape(context.name('Statement'), { x: box.x + textAt, y: top, w: textWidth, h }, row.text, 'middle', 'statement')]),
      ...(i === rows.length - 1
        ? []
        : [
            {
              kind: 'line',
              name: context.name('Row rule'),
              box: { x: box.x, y, w: box.w, h: 0 },
              stroke: { color: 'grid', width: 0.75, dashed: false },
            } satisfies Shape,
          ]),
    ];
  });
};

/** Lists of statements side by side: rows of the same number are equally high, so that their rules meet. */
export const placedRows = (blocks: readonly BlockOf<'rows'>[], widths: readonly Emu[], context: SlideContext) => {
  const lists = blocks.map((b, i) => statementsOf(b, widths[i] ?? 0, context));
  const head = Math.max(0, ...lists.map((l) => l.head));
  const count = Math.max(0, ...lists.map((l) => l.rows.length));
  const least = Array.from({ length: count }, (_, i) => Math.max(...lists.map((l) => l.rows[i]?.height ?? 0)));
  const natural = head + least.reduce((a, b) => a + b, 0);
  return {
    height: natural,
    stretch: Math.max(0, head + count * MOST_PITCH - natural),
    draw: (boxes: readonly Box[]): readonly Shape[] => {
      const heights = spread(least, Math.max(0, ...boxes.map((b) => b.h)) - head);
      return lists.flatMap((list, i) => {
        const box = boxes[i];
        return box ? [...headingShapes(list, box, context), ...rowShapes({ ...list, head }, heights, box, context)] : [];
      });
    },
  };
};

const CALM = { rows: 5, lines: 2, most: 6 } as const;

/** How many rows lists may have on a slide, alone or side by side: a sixth where every sentence fits two lines. */
export const mostRows = (blocks: readonly BlockOf<'rows'>[], widths: readonly Emu[], context: DeckContext): number => {
  const short = blocks.every((b, i) => {
    const width = statementWidth(widths[i] ?? 0, context);
    return b.rows.every((r) => linesOf(runsOf(r.text, { size: 14 }, context), width) <= CALM.lines);
  });
  return short ? CALM.most : CALM.rows;
};

/** The same of a list in bullets or numbers. */
export const mostItems = (block: BlockOf<'list'>, width: Emu, context: DeckContext): number =>
  block.items.every((i) => linesOf(runsOf(i, { size: 14 }, context), width) <= CALM.lines) ? CALM.most : CALM.rows;

/** Statement rows: a bold label and one sentence, a hairline between rows, under a heading with a 3 pt rule if there is one. */
export const rowsLayout: BlockLayout<BlockOf<'rows'>> = (block, width, context): Placed => {
  const placed = placedRows([block], [width], context);
  return { ...placed, draw: (box) => placed.draw([box]) };
};
