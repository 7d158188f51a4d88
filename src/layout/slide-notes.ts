import type { FigureId } from '../base/id.ts';
import type { Block, Inline, Subsection, TraceRow } from '../document/document.ts';
import { flatBlocks } from '../document/figures-in.ts';
import type { LayoutContext } from './context.ts';
import type { Shape } from './deck.ts';
import { runsOf, sourceLine } from './print.ts';
import { sentencesOf } from './slide-note.ts';
import type { Paragraph } from './text.ts';
import { paragraph } from './typeset.ts';

/** A slide as its speaker needs to know it. */
interface Spoken {
  readonly subsection: Subsection;
  readonly blocks: readonly Block[];
  readonly shapes: readonly Shape[];
  readonly sources: readonly string[];
  readonly figures: readonly FigureId[];
  readonly origins: readonly TraceRow[];
}

type Line = readonly Inline[];

const text = (t: string): Line => [{ kind: 'text', text: t }];

const textsIn = (blocks: readonly Block[]): readonly Line[] =>
  blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.inlines] : b.kind === 'list' ? b.items : []));

/** Without the sentences that point to a figure of the report. */
const spokenAlone = (line: Line): Line => {
  const kept = sentencesOf(line).filter((s) => !s.some((i) => i.kind === 'reference'));
  return kept.flatMap((s, i) => (i === 0 ? s : [...text(' '), ...s]));
};

/** What the template wrote for the speaker, or else the paragraphs that the report has in the place of the slide. */
const paragraphsOf = ({ subsection, blocks }: Spoken): readonly Line[] => {
  const written = textsIn(blocks.flatMap((b) => (b.kind === 'notes' ? b.blocks : [])));
  if (written.length > 0) return written;
  return textsIn(subsection.blocks.filter((b) => b.only === 'report'))
    .map(spokenAlone)
    .filter((line) => line.length > 0);
};

/** Statements of which the slide shows the first sentences alone. */
const shortenedIn = (blocks: readonly Block[], { locale: { colon } }: LayoutContext): readonly Line[] =>
  flatBlocks(blocks).flatMap((b) =>
    b.kind === 'rows' ? b.rows.flatMap((r) => (r.full ? [[...r.label, ...text(colon), ...r.full]] : [])) : [],
  );

/** Where the figures of the slide come from, as the table of origins says; without one, what sources state. */
const originsOf = ({ figures, origins }: Spoken, context: LayoutContext): readonly Line[] => {
  const { colon, semicolon } = context.locale;
  const shown = new Set(figures);
  if (origins.length > 0)
    return origins
      .filter((row) => row.figures.some((f) => shown.has(f)))
      .map((row) => [
        ...row.label,
        ...text(colon),
        ...row.value,
        ...text(' ('),
        ...row.basis,
        ...text(semicolon),
        ...row.where,
        ...text(')'),
      ]);
  return [...shown].flatMap((id) => {
    const figure = context.ledger.figures.get(id);
    if (figure?.origin.kind !== 'stated') return [];
    const { source, locator } = figure.origin.citation;
    const place: Line = [{ kind: 'cite', source }, ...text(locator === undefined ? '' : ` ${locator}`)];
    return [
      [...text(`${figure.label}${colon}`), { kind: 'figure', figure: id, form: 'long' } as const, ...text(' ('), ...place, ...text(')')],
    ];
  });
};

/**
 * What a speaker finds under a slide: the full paragraphs behind it, the statements it shortens, its figures with their sources, the alternative texts of its
 * charts, and its sources by name.
 */
export const notesOf = (spoken: Spoken, context: LayoutContext): readonly Paragraph[] => {
  const { subsection, shapes, sources } = spoken;
  const lines = [
    ...paragraphsOf(spoken),
    ...shortenedIn(spoken.blocks, context),
    ...originsOf(spoken, context),
    ...shapes.flatMap((s) => (s.kind === 'chart' ? [text(s.chart.alt)] : [])),
    ...(sources.length === 0 ? [] : [text(`${context.words.source}${context.locale.colon}${sourceLine(sources, context)}`)]),
  ];
  return (lines.length === 0 ? [subsection.title] : lines).map((line) =>
    paragraph(runsOf(line, { size: 12 }, context, {}), { spaceAfter: 6 }),
  );
};
