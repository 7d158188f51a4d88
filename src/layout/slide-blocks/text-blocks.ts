import { type Box, inches } from '../../base/geometry.ts';
import type { BlockOf } from '../../document/document.ts';
import type { Role, Shape } from '../deck.ts';
import { runsOf } from '../print.ts';
import type { Paragraph } from '../text.ts';
import { heightOf, paragraph, withoutOrphan } from '../typeset.ts';
import type { BlockLayout, SlideContext } from './block-layout.ts';

export const NO_INSET = { left: 0, top: 0, right: 0, bottom: 0 } as const;

/** A text without frame or margins. With a role it may fill a placeholder of its slide's layout. */
export const textShape = (
  name: string,
  box: Box,
  paragraphs: readonly Paragraph[],
  anchor: 'top' | 'middle' | 'bottom' = 'top',
  role?: Role,
): Shape => ({
  kind: 'text',
  name,
  ...(role === undefined ? {} : { role }),
  box,
  anchor,
  fill: { kind: 'none' },
  inset: NO_INSET,
  paragraphs,
});

const BODY = { size: 14, spacing: 1, after: 8 } as const;

const plainText = (paragraphs: readonly Paragraph[], width: number, context: SlideContext, name: string, role: Role = 'body') => ({
  height: heightOf(paragraphs, width),
  stretch: 0,
  draw: (box: Box): readonly Shape[] => [textShape(context.name(name), box, paragraphs, 'top', role)],
});

export const paragraphLayout: BlockLayout<BlockOf<'paragraph'>> = (block, width, context) =>
  plainText(
    [
      paragraph(withoutOrphan(runsOf(block.inlines, { size: BODY.size }, context), width), {
        lineSpacing: BODY.spacing,
        spaceAfter: BODY.after,
      }),
    ],
    width,
    context,
    'Text',
  );

export const listLayout: BlockLayout<BlockOf<'list'>> = (block, width, context) =>
  plainText(
    block.items.map((item) =>
      paragraph(runsOf(item, { size: BODY.size }, context), {
        bullet: block.ordered ? 'number' : 'disc',
        lineSpacing: BODY.spacing,
        spaceAfter: BODY.after,
      }),
    ),
    width,
    context,
    'List',
  );

export const headingLayout: BlockLayout<BlockOf<'heading'>> = (block, width, context) =>
  plainText([paragraph(runsOf(block.inlines, { size: 14, bold: true, color: 'blue' }, context))], width, context, 'Heading', 'heading');

export const sourcesLayout: BlockLayout<BlockOf<'sources'>> = (block, width, context) => {
  const paragraphs = block.entries.map((e) =>
    paragraph(
      [
        ...runsOf([{ kind: 'text', text: `[${e.number}]  ` }], { size: 12, bold: true, color: 'blue' }, context),
        ...runsOf(e.inlines, { size: 12 }, context),
      ],
      { lineSpacing: 1.05, spaceAfter: 6 },
    ),
  );
  return plainText(paragraphs, width, context, 'Sources');
};

const TAKEAWAY_INSET = inches(0.14);

export const takeawayLayout: BlockLayout<BlockOf<'takeaway'>> = (block, width, context) => {
  const inner = width - 2 * TAKEAWAY_INSET;
  const paragraphs = [paragraph(withoutOrphan(runsOf(block.inlines, { size: 16, bold: true, color: 'navy' }, context), inner))];
  const height = heightOf(paragraphs, inner) + 2 * inches(0.16);
  return {
    height,
    stretch: 0,
    draw: (box) => [
      {
        kind: 'text',
        name: context.name('Takeaway'),
        role: 'takeaway',
        box,
        anchor: 'middle',
        fill: { kind: 'solid', color: 'panel' },
        inset: { left: TAKEAWAY_INSET, top: inches(0.1), right: TAKEAWAY_INSET, bottom: inches(0.1) },
        paragraphs,
      },
    ],
  };
};
