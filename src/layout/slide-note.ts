import type { Box } from '../base/geometry.ts';
import type { Block, Inline, Subsection } from '../document/document.ts';
import { flatBlocks } from '../document/figures-in.ts';
import type { Locale } from '../locale/locale.ts';
import type { LayoutContext } from './context.ts';
import { runsOf, sourceInlines, textOf } from './print.ts';
import type { SharedScales } from './shared-scales.ts';
import type { Paragraph } from './text.ts';
import { linesOf, paragraph } from './typeset.ts';

/** The sentences of a note, each with its space ahead cut off. */
export const sentencesOf = (note: readonly Inline[]): readonly (readonly Inline[])[] => {
  const sentences: Inline[][] = [[]];
  for (const inline of note) {
    const parts = inline.kind === 'text' ? inline.text.split(/(?<=\.) +|(?<=\u3002)/) : [];
    if (inline.kind !== 'text') sentences.at(-1)?.push(inline);
    parts.forEach((text, i) => {
      if (i > 0) sentences.push([]);
      if (text !== '') sentences.at(-1)?.push({ ...inline, text } as Inline);
    });
  }
  return sentences.filter((s) => s.length > 0);
};

/** Sentences one after the other: what the note of a chart and of a table beside it both say is said once. */
const withoutRepeats = (
  sentences: readonly (readonly Inline[])[],
  space: string,
  print: (sentence: readonly Inline[]) => string,
): readonly Inline[] => {
  const seen = new Set<string>();
  const kept = sentences.filter((s) => {
    const text = print(s).trim();
    return seen.has(text) ? false : seen.add(text);
  });
  return kept.flatMap((s, i): readonly Inline[] => (i === 0 || space === '' ? s : [{ kind: 'text', text: space }, ...s]));
};

/** "~ = about", "F = forecast", "published = printed in the source". */
const CLAUSE = /^(\S+) = /;

/** Whether a sign stands in cells: a letter behind a year, a word or a dash alone in its cell, any other sign anywhere. */
const isShown = (sign: string, cells: readonly string[]): boolean => {
  if (/^\p{Lu}$/u.test(sign)) return cells.some((c) => new RegExp(`\\d{4}${sign}(?!\\w)`).test(c));
  return cells.some((c) => (/^(?:\p{L}+|\p{Pd})$/u.test(sign) ? c === sign : c.includes(sign)));
};

/** A sentence that explains signs, without those that the cells do not hold; any other sentence as it is. */
const shownClauses = (sentence: readonly Inline[], cells: readonly string[], { stop, sentenceSpace }: Locale): readonly Inline[] => {
  const [only, ...others] = sentence;
  if (only?.kind !== 'text' || others.length > 0) return sentence;
  const clauses = only.text
    .trim()
    .replace(/[.\u3002]$/, '')
    .split(/(?<=[;,\u061b\u060c]) (?=\S+ = )|(?<=[\uff1b\uff0c\u3001])(?=\S+ = )/);
  if (!clauses.every((c) => CLAUSE.test(c))) return sentence;
  const kept = clauses.filter((c) => isShown(CLAUSE.exec(c)?.[1] ?? '', cells));
  return kept.length === 0
    ? []
    : [{ ...only, text: `${kept.join(sentenceSpace).replace(/[;,\u061b\u060c\uff1b\uff0c\u3001]$/, '')}${stop}` }];
};

/** The note of a block as far as this slide shows what it explains: a table that goes on may hold other signs than its first part. */
const noteOf = (block: Block, context: LayoutContext): readonly (readonly Inline[])[] => {
  if (!('note' in block)) return [];
  const sentences = sentencesOf(block.note);
  const rows =
    block.kind === 'trace'
      ? block.rows.map((r) => [r.label, r.value, r.basis, r.where])
      : block.kind === 'table'
        ? [block.columns.map((c) => c.header), ...block.rows.map((r) => r.cells)]
        : [];
  const cells = rows.flat().map((cell) => textOf(runsOf(cell, { size: 9 }, context)));
  return rows.length === 0 ? sentences : sentences.map((s) => shownClauses(s, cells, context.locale)).filter((s) => s.length > 0);
};

/** Note and source are two lines under a slide. */
const MOST_LINES = 2;

/**
 * The lines under a slide: its notes, each sentence once, and its sources. Where they need more than two lines sources are named by
 * their numbers alone, as the list of sources has them, and stand behind the note.
 */
export const noteBox = (
  subsection: Subsection,
  blocks: readonly Block[],
  sources: readonly string[],
  { zone, scales }: { readonly zone: Box; readonly scales: SharedScales },
  context: LayoutContext,
): readonly Paragraph[] => {
  const style = { size: 9, color: 'ink3' } as const;
  const differ: readonly Inline[] = scales.differs.size === 0 ? [] : [{ kind: 'text', text: context.locale.words.scalesDiffer.slide }];
  const notes = [
    ...sentencesOf(subsection.note),
    ...flatBlocks(blocks).flatMap((b) => noteOf(b, context)),
    ...(differ.length === 0 ? [] : [differ]),
  ];
  const joined = withoutRepeats(notes, context.locale.sentenceSpace, (s) => textOf(runsOf(s, style, context)));
  const label = (word: string): Inline => ({ kind: 'text', text: `${word}${context.locale.colon}` });
  const note = joined.length === 0 ? [] : [paragraph(runsOf([label(context.words.note), ...joined], style, context))];
  const source = (short: boolean): readonly Paragraph[] =>
    sources.length === 0
      ? []
      : [
          paragraph(
            runsOf(
              [label(sources.length > 1 ? context.words.sources : context.words.source), ...sourceInlines(sources, context, short)],
              style,
              context,
            ),
          ),
        ];
  const fits = (lines: readonly Paragraph[]): boolean => lines.reduce((sum, p) => sum + linesOf(p.runs, zone.w), 0) <= MOST_LINES;
  const full = [...note, ...source(false)];
  if (fits(full)) return full;
  const short = [...note, ...source(true)];
  const [first, second] = short;
  if (fits(short) || !first || !second) return short;
  // One after the other they take the lines that are half empty.
  return [{ ...first, runs: [...first.runs, ...runsOf([{ kind: 'text', text: ' ' }], style, context), ...second.runs] }];
};
