import type { Inline } from '../document/document.ts';
import { type FlowBlock, type FlowStyle, textZone } from './flow.ts';
import { style } from './flow-notes.ts';
import type { TableContext } from './flow-table.ts';
import { settled, tiedText } from './line-ends.ts';
import { runsOf } from './print.ts';
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

/** Inlines as a paragraph of the text zone, its lines set for a reader. */
export const paragraph = (
  inlines: readonly Inline[],
  name: FlowStyle,
  context: TableContext,
  options: { readonly marker?: string; readonly keepWithNext?: boolean; readonly color?: Run['color'] } = {},
): Extract<FlowBlock, { kind: 'paragraph' }> => ({
  kind: 'paragraph',
  style: name,
  zone: 'text',
  runs: (name === 'lead' ? settled : tiedText)(
    runsOf(inlines, style(name, options.color), context, context.mentions),
    textZone(context.page) - INDENT[name],
  ),
  keepWithNext: options.keepWithNext ?? false,
  ...(options.marker === undefined ? {} : { marker: options.marker }),
});
