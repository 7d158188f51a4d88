import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import { type Span, spanWithin, type TextSpan } from '../base/span.ts';
import type { Inline, Section } from './document.ts';
import { captionsIn, everyBlock, flatBlocks, inlinesIn } from './figures-in.ts';
import { exhibitsIn, namesOf, unmentioned } from './mentions.ts';
import { ATTEMPT, brokenReferences, type Fault, type Named, referenceFaults, unknownFigure, unknownSource } from './references.ts';

export interface CheckInput extends Named {
  readonly sections: readonly Section[];
  /** Names that hold digits without being figures. */
  readonly terms: readonly string[];
  /** The texts of the data in which references can stand: a finding in one of them names its place, not the template's. */
  readonly texts: readonly { readonly text: string; readonly span: TextSpan }[];
}

interface Place {
  readonly span?: Span;
}

const DIGITS = /\p{Nd}/u;

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text of inlines that no helper and no figure accounts for. Pieces are joined, so that a term may span emphasis. */
const unaccounted = (inlines: readonly Inline[]): string =>
  inlines
    .map((i) =>
      i.kind === 'text' ? (i.exempt ? ' ' : i.text) : 'children' in i ? (i.kind === 'link' ? ' ' : unaccounted(i.children)) : ' ',
    )
    .join('');

/** The id a link within the deck names; undefined for other inlines. */
const linkedIn = (i: Inline): string | undefined => (i.kind === 'link' && i.url.startsWith('#') ? i.url.slice(1) : undefined);

/** Charts and tables of one id that may meet in one medium: what refers to it would not know which is meant. */
const sameAnchors = (sections: readonly Section[]): readonly Diagnostic[] => {
  const exhibits = sections.flatMap((s) =>
    s.subsections.flatMap((u) =>
      flatBlocks(u.blocks).flatMap((b) =>
        exhibitsIn([b]).map(({ anchor }) => ({ anchor, only: b.only ?? u.only ?? s.only, span: b.span ?? u.span })),
      ),
    ),
  );
  return exhibits.flatMap(({ anchor, only, span }, i): readonly Diagnostic[] => {
    const before = exhibits.slice(0, i).some((e) => e.anchor === anchor && (!only || !e.only || e.only === only));
    return before
      ? [
          {
            code: 'document/duplicate-id',
            severity: 'error',
            message: `two charts or tables have the id "${anchor}"`,
            ...(span ? { span } : {}),
            hints: ['give each an id of its own: id="…"'],
          },
        ]
      : [];
  });
};

/** Inlines with those inside of emphasis, links and notes. */
const flat = (inlines: readonly Inline[]): readonly Inline[] => inlines.flatMap((i) => ('children' in i ? [i, ...flat(i.children)] : [i]));

const longestFirst = (a: string, b: string): number => b.length - a.length;

/** The line of the data in which a text stands, if it stands in one. A line break of the data is a space in the tree. */
const placeIn = (texts: CheckInput['texts'], needle: string, at: number): Span | undefined => {
  for (const { text, span } of texts) {
    const found = text.replaceAll('\n', ' ').indexOf(needle);
    if (found >= 0) return spanWithin(span, text, found + at);
  }
  return undefined;
};

const UNTRACED_HINTS = [
  'write it as a figure, {{fig "id"}} in a template or [@fig:id] in the data',
  'if it belongs to a name, add the name to "terms" in the market file',
];

/** Findings about references in the texts of the data, whether a template shows them or not. */
export const checkTexts = (texts: CheckInput['texts'], named: Named): readonly Diagnostic[] =>
  texts.flatMap(({ text, span }) =>
    referenceFaults(text, named).map(
      ({ attempt, ...fault }): Diagnostic => ({
        ...fault,
        severity: 'error',
        span: spanWithin(span, text, text.indexOf(attempt), attempt.length),
      }),
    ),
  );

/** Every figure and source named in the tree exists, and every digit has a figure, a helper or a declared term behind it. */
export const checkDocument = (input: CheckInput): readonly Diagnostic[] => {
  const anchors = new Set(input.sections.flatMap((s) => s.subsections.flatMap((u) => flatBlocks(u.blocks).flatMap(namesOf))));
  const slides = new Set([...anchors, ...input.sections.flatMap((s) => s.subsections.flatMap((u) => u.anchors ?? []))]);
  const terms = input.terms.length === 0 ? undefined : new RegExp(input.terms.map(escaped).sort(longestFirst).join('|'), 'g');
  const found: Diagnostic[] = [...checkTexts(input.texts, input), ...sameAnchors(input.sections), ...unmentioned(input.sections)];
  const seen = new Set(found.map((d) => `${d.code}|${d.message}`));
  const add = (severity: Diagnostic['severity'], fault: Fault, span: Span | undefined): void => {
    const key = `${fault.code}|${fault.message}`;
    if (!seen.has(key)) found.push({ code: fault.code, severity, message: fault.message, ...(span ? { span } : {}), hints: fault.hints });
    seen.add(key);
  };

  const faultsOf = (i: Inline): readonly (Fault | undefined)[] => {
    if (i.kind === 'figure') return [unknownFigure(i.figure, input)];
    if (i.kind === 'cite') return [unknownSource(i.source, input)];
    if (i.kind === 'text') return brokenReferences(i.text, input);
    const linked = linkedIn(i);
    if (linked !== undefined && !slides.has(linked)) {
      const close = nearest(linked, slides);
      const hint = close === undefined ? 'name the slide: ::anchor{id="…"}' : `did you mean "${close}"?`;
      return [{ code: 'document/unknown-anchor', message: `there is no slide, chart or table "${linked}" to lead to`, hints: [hint] }];
    }
    if (i.kind !== 'reference' || anchors.has(i.anchor)) return [];
    const close = nearest(i.anchor, anchors);
    return [
      {
        code: 'document/unknown-anchor',
        message: `there is no chart or table "${i.anchor}" to refer to`,
        hints: close === undefined ? ['give the exhibit this id'] : [`did you mean "${close}"?`],
      },
    ];
  };

  const checkDigits = (inlines: readonly Inline[], place: Place): void => {
    // A reference that is none is told as such.
    const own = unaccounted(inlines).replace(ATTEMPT, ' ');
    const text = terms ? own.replace(terms, ' ') : own;
    const at = DIGITS.exec(text)?.index;
    if (at === undefined) return;
    const around = text.slice(Math.max(0, at - 30), at + 30).trim();
    const piece = flat(inlines).find((i) => i.kind === 'text' && !i.exempt && DIGITS.test(terms ? i.text.replace(terms, ' ') : i.text));
    const words = piece?.kind === 'text' ? piece.text : around;
    add(
      'warning',
      { code: 'document/untraced-digit', message: `"${around}" holds a number that no figure stands behind`, hints: UNTRACED_HINTS },
      placeIn(input.texts, words, Math.max(0, DIGITS.exec(words)?.index ?? 0)) ?? place.span,
    );
  };

  const checkInlines = (inlines: readonly Inline[], place: Place): void => {
    for (const i of flat(inlines)) for (const fault of faultsOf(i)) if (fault) add('error', fault, place.span);
    checkDigits(inlines, place);
  };

  for (const section of input.sections) {
    checkInlines(section.title, section);
    for (const subsection of section.subsections) {
      checkInlines(subsection.title, subsection);
      checkInlines(subsection.note, subsection);
      for (const block of everyBlock(subsection.blocks))
        for (const inlines of [...captionsIn(block), ...inlinesIn(block)]) checkInlines(inlines, block.span ? block : subsection);
    }
  }
  return found;
};
