import type { Block, Inline, Subsection } from '../document/document.ts';
import { flatBlocks } from '../document/figures-in.ts';
import type { LayoutContext } from './context.ts';
import { runsOf, sourceLine, textOf } from './print.ts';
import { ZONES } from './slide-grid.ts';
import type { Paragraph } from './text.ts';
import { heightOf, paragraph } from './typeset.ts';

/** The sentences of a note, each with its space ahead cut off. */
const sentencesOf = (note: readonly Inline[]): readonly (readonly Inline[])[] => {
  const sentences: Inline[][] = [[]];
  for (const inline of note) {
    const parts = inline.kind === 'text' ? inline.text.split(/(?<=\.) +/) : [];
    if (inline.kind !== 'text') sentences.at(-1)?.push(inline);
    parts.forEach((text, i) => {
      if (i > 0) sentences.push([]);
      if (text !== '') sentences.at(-1)?.push({ ...inline, text } as Inline);
    });
  }
  return sentences.filter((s) => s.length > 0);
};

/** Sentences one after the other: what the note of a chart and of a table beside it both say is said once. */
const withoutRepeats = (sentences: readonly (readonly Inline[])[], print: (sentence: readonly Inline[]) => string): readonly Inline[] => {
  const seen = new Set<string>();
  const kept = sentences.filter((s) => {
    const text = print(s).trim();
    return seen.has(text) ? false : seen.add(text);
  });
  return kept.flatMap((s, i): readonly Inline[] => (i === 0 ? s : [{ kind: 'text', text: ' ' }, ...s]));
};

/** The lines under a slide: its notes, each sentence once, and its sources; in short where they need more than the zone. */
export const noteBox = (
  subsection: Subsection,
  blocks: readonly Block[],
  sources: readonly string[],
  context: LayoutContext,
): readonly Paragraph[] => {
  const style = { size: 9, color: 'ink3' } as const;
  const notes = [subsection.note, ...flatBlocks(blocks).flatMap((b) => ('note' in b && b.note.length > 0 ? [b.note] : []))].filter(
    (n) => n.length > 0,
  );
  const joined = withoutRepeats(notes.flatMap(sentencesOf), (s) => textOf(runsOf(s, style, context)));
  const label = (word: string): Inline => ({ kind: 'text', text: `${word}: ` });
  const note = joined.length === 0 ? [] : [paragraph(runsOf([label(context.words.note), ...joined], style, context))];
  const source = (short: boolean): readonly Paragraph[] =>
    sources.length === 0
      ? []
      : [
          paragraph(
            runsOf(
              [
                label(sources.length > 1 ? context.words.sources : context.words.source),
                { kind: 'text', text: sourceLine(sources, context, short) },
              ],
              style,
              context,
            ),
          ),
        ];
  const full = [...note, ...source(false)];
  return heightOf(full, ZONES.note.w) <= ZONES.note.h ? full : [...note, ...source(true)];
};
