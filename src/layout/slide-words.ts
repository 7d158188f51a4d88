import type { Block, Inline, Subsection } from '../document/document.ts';
import { flatBlocks } from '../document/figures-in.ts';
import type { LayoutContext } from './context.ts';
import { runsOf, textOf } from './print.ts';
import { wordCount } from './word-count.ts';

/** Words of running text on a slide, its title among them. Beside a chart they are fewer. */
const MOST = { text: 120, chart: 70 } as const;

/** Running text. Rows, tiles and tables have limits of their own: so many of so many lines. */
const textsIn = (block: Block): readonly (readonly Inline[])[] => {
  if (block.kind === 'paragraph' || block.kind === 'takeaway') return [block.inlines];
  if (block.kind === 'list') return block.items;
  return block.kind === 'callouts' ? block.items.map((i) => i.text) : [];
};

const wordsOn = (blocks: readonly Block[], subsection: Subsection, context: LayoutContext): number =>
  [subsection.title, ...flatBlocks(blocks).flatMap(textsIn)].reduce(
    (sum, inlines) => sum + wordCount(textOf(runsOf(inlines, { size: 14 }, context))),
    0,
  );

const mostOn = (blocks: readonly Block[]): number => (flatBlocks(blocks).some((b) => b.kind === 'chart') ? MOST.chart : MOST.text);

/** Whether a slide has more running text than is read while somebody speaks. */
export const isWordy = (blocks: readonly Block[], subsection: Subsection, context: LayoutContext): boolean =>
  flatBlocks(blocks).some((b) => textsIn(b).length > 0) && wordsOn(blocks, subsection, context) > mostOn(blocks);

/** A slide of too many words that cannot be cut into two. */
export const reportWordy = (blocks: readonly Block[], subsection: Subsection, context: LayoutContext): void =>
  context.report({
    code: 'layout/wordy-slide',
    severity: 'warning',
    message: `the slide "${textOf(runsOf(subsection.title, { size: 24 }, context))}" has ${wordsOn(blocks, subsection, context)} words, and is meant to have ${mostOn(blocks)}`,
    ...(subsection.span ? { span: subsection.span } : {}),
    hints: ['shorten the texts, or put them into :::notes and :::report'],
  });
