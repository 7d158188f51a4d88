import { inches } from '../../base/geometry.ts';
import type { BlockOf, Inline } from '../../document/document.ts';
import { quoted, runsOf, textOf } from '../print.ts';
import { splitBoxes } from '../slide-grid.ts';
import type { Run } from '../text.ts';
import { heightOf, paragraph, withoutOrphan } from '../typeset.ts';
import { wordCount } from '../word-count.ts';
import type { BlockLayout, SlideContext } from './block-layout.ts';
import { textShape } from './text-blocks.ts';

/** Words of a quotation and of a closing text. */
const MOST_WORDS = { quote: 45, closing: 150 } as const;

const checkWords = (kind: keyof typeof MOST_WORDS, text: string, block: BlockOf<'quote' | 'closing'>, context: SlideContext): void => {
  const [words, most] = [wordCount(text), MOST_WORDS[kind]];
  if (words <= most) return;
  context.report({
    code: 'layout/too-many-words',
    severity: 'error',
    message: `the ${kind === 'quote' ? 'quotation' : 'closing text'} "${text.slice(0, 40)}…" has ${words} words, and there is room for ${most}`,
    ...(block.span ? { span: block.span } : {}),
    hints: ['shorten it; text is never shrunk or cut to fit'],
  });
};

/** A quotation in 24 pt beside a rule, then who said it. */
export const quoteLayout: BlockLayout<BlockOf<'quote'>> = (block, _width, context) => {
  const { quoteRule, quotation: quotationBox, attribution: attributionBox } = context.grid.zones;
  const width = quotationBox.w;
  const runs = runsOf(quoted(block.inlines, context), { size: 24, color: 'navy' }, context);
  const quotation = [paragraph(withoutOrphan(runs, width), { lineSpacing: 1.1 })];
  const height = heightOf(quotation, width);
  const line = (inlines: readonly Inline[], bold: boolean): readonly Run[] =>
    runsOf(inlines, { size: 14, bold, color: bold ? 'ink' : 'ink2' }, context);
  const attribution = [line(block.name, true), line(block.role, false)].filter((r) => r.length > 0).map((r) => paragraph(r));
  const said = heightOf(attribution, width);
  const gap = inches(0.25);
  return {
    height: height + gap + said,
    stretch: Number.POSITIVE_INFINITY,
    draw: (box) => {
      checkWords('quote', textOf(runs), block, context);
      const top = Math.max(box.y, Math.min(quotationBox.y, box.y + box.h - height - gap - said));
      const stroke = { color: 'blue', width: 3, dashed: false } as const;
      return [
        { kind: 'line', name: context.name('Rule'), box: { ...quoteRule, y: top, h: height }, stroke },
        textShape(context.name('Quotation'), { ...quotationBox, y: top, h: height }, quotation, 'top', 'quotation'),
        textShape(context.name('Name and role'), { ...attributionBox, y: top + height + gap, h: said }, attribution, 'top', 'attribution'),
      ];
    },
  };
};

/** The number of a section and what it says; its name is the title of the slide. */
export const dividerLayout: BlockLayout<BlockOf<'divider'>> = (block, _width, context) => ({
  height: 0,
  stretch: 0,
  draw: () => [
    textShape(
      context.name('Section number'),
      context.grid.zones.dividerNumber,
      [paragraph([{ text: String(context.section), bold: true, italic: false, size: 44, color: 'page' }])],
      'top',
      'section-number',
    ),
    textShape(
      context.name('Story'),
      context.grid.zones.dividerStory,
      [paragraph(withoutOrphan(runsOf(block.story, { size: 20, color: 'ink2' }, context), context.grid.zones.dividerStory.w))],
      'top',
      'story',
    ),
  ],
});

/** Contact or disclaimer in 12 pt over eight columns. */
export const closingLayout: BlockLayout<BlockOf<'closing'>> = (block, width, context) => {
  const [box] = splitBoxes([8, 3], { x: inches(0.5), y: 0, w: width, h: 0 }, context.grid);
  const eight = Math.min(width, box?.w ?? width);
  const paragraphs = block.items.map((item) =>
    paragraph(withoutOrphan(runsOf(item, { size: 12 }, context), eight), { lineSpacing: 1.1, spaceAfter: 8 }),
  );
  return {
    height: heightOf(paragraphs, eight),
    stretch: 0,
    draw: (place) => {
      checkWords('closing', paragraphs.map((p) => textOf(p.runs)).join(' '), block, context);
      return [textShape(context.name('Text'), { ...place, w: eight }, paragraphs, 'top', 'body')];
    },
  };
};
