import type { Inline } from '../document/document.ts';
import { type FlowBlock, type FlowStyle, type PageGeometry, textZone } from './flow.ts';
import { style } from './flow-notes.ts';
import type { TableContext } from './flow-table.ts';
import { linesAt, settled, tiedText } from './line-ends.ts';
import { directionOfRuns, runsOf } from './print.ts';
import type { Run } from './text.ts';

/** What the mark of a list takes of the text's width, points. */
const INDENT: Readonly<Record<FlowStyle, number>> = {
  lead: 0,
  body: 0,
  bullet: 12,
  numbered: 20,
  fact: 0,
  note: 0,
  source: 0,
  textSource: 0,
};

/** In how many lines a paragraph stands. */
export const lineCount = (block: Extract<FlowBlock, { kind: 'paragraph' }>, page: PageGeometry): number =>
  linesAt(block.runs, textZone(page) - INDENT[block.style]).length;

/** Inlines as a paragraph of the text zone, its lines set for a reader. */
export const paragraph = (
  inlines: readonly Inline[],
  name: FlowStyle,
  context: TableContext,
  options: { readonly marker?: string; readonly keepWithNext?: boolean; readonly color?: Run['color'] } = {},
): Extract<FlowBlock, { kind: 'paragraph' }> => {
  const runs = runsOf(inlines, style(name, options.color), context, context.mentions);
  return {
    kind: 'paragraph',
    style: name,
    zone: 'text',
    direction: directionOfRuns(runs, context.locale.direction),
    runs: (name === 'lead' ? settled : tiedText)(runs, textZone(context.page) - INDENT[name]),
    keepWithNext: options.keepWithNext ?? false,
    ...(options.marker === undefined ? {} : { marker: options.marker }),
  };
};
