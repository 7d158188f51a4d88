import type { Inline } from '../document/document.ts';
import type { LayoutContext } from './context.ts';
import { STYLES } from './flow.ts';
import type { Mentions } from './mentions.ts';
import { runsOf, sourceLine } from './print.ts';
import type { Run } from './text.ts';

interface NoteContext extends LayoutContext {
  readonly mentions: Mentions;
}

/** Size, weight and colour of a report style. */
export const style = (name: keyof typeof STYLES, color: Run['color'] = 'ink') => ({
  size: STYLES[name].size,
  bold: STYLES[name].bold,
  color,
});

/** The line "Note: …"; nothing without a note. */
export const noteRuns = (note: readonly Inline[], context: NoteContext): readonly Run[] =>
  note.length === 0
    ? []
    : runsOf(
        [{ kind: 'text', text: `${context.words.note}${context.locale.colon}` }, ...note],
        style('note', 'ink3'),
        context,
        context.mentions,
      );

/** The line "Source: …" with the numbers of the sources; nothing without one. */
export const sourceRuns = (ids: readonly string[], context: NoteContext): readonly Run[] =>
  ids.length === 0
    ? []
    : runsOf(
        [
          {
            kind: 'text',
            text: `${ids.length > 1 ? context.words.sources : context.words.source}${context.locale.colon}${sourceLine(ids, context)}`,
          },
        ],
        style('source', 'ink3'),
        context,
      );
