import { startingSentence } from '../../base/letter-case.ts';
import { own } from '../../base/own.ts';
import type { Inline } from '../../document/document.ts';
import { withReferences } from '../../document/inlines.ts';
import type { FigureGroup } from '../../figures/ledger.ts';
import type { Narrative, Source } from '../../market/market.ts';
import { smallLettersOf } from '../../market/small-letters.ts';
import { type CallSite, exempt, type Filling, figureOf, groupOf, inlinesOf, plain, putInlines, report } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';

export const narrativeOf = (filling: Filling, at: CallSite, name: unknown): Narrative | undefined => {
  const narrative = name === 'definition' ? filling.market.definition : own(filling.market.narratives, name);
  if (!narrative)
    report(filling, at, 'text/no-narrative', `the market file has no "${String(name)}"`, `guard it with {{#if (has "${String(name)}")}}`);
  return narrative;
};

const MOST_NAME = 60;

/** A name that goes into titles and tiles; one that cannot fit there is told of and replaced by a general word. */
const briefName = (filling: Filling, at: CallSite, group: FigureGroup | undefined, field: 'short' | 'phrase', key: string): string => {
  const name = group?.[field] ?? '';
  if (name.length <= MOST_NAME) return name;
  const code = 'text/long-name';
  if (!filling.diagnostics.some((d) => d.code === code))
    filling.diagnostics.push({
      code,
      severity: 'warning',
      message: `"${name.slice(0, MOST_NAME).trimEnd()}" and what follows is too long for titles and tiles: they use a general word instead`,
      span: at.span,
      hints: ['give the series a "short" and a "phrase" of a few words in the market file'],
    });
  return textOf(say(filling, at, key, {}));
};

const textOf = (inlines: readonly Inline[]): string => inlines.map((i) => (i.kind === 'text' ? i.text : '')).join('');

const spaceOf = ({ locale }: Filling): readonly Inline[] => (locale.sentenceSpace === '' ? [] : [exempt(locale.sentenceSpace)]);

/** A source as it stands in the list of sources: author, title, publisher, date, address, note. */
export const sourceEntry = (filling: Filling, at: CallSite, source: Source): readonly Inline[] => [
  exempt(
    [
      source.author,
      source.title,
      source.publisher,
      source.issued,
      source.accessed === undefined
        ? undefined
        : textOf(say(filling, at, 'source.accessed', { date: putInlines(filling, exempt(filling.locale.date(source.accessed))) })),
    ]
      .filter((p) => p !== undefined)
      .join(filling.locale.comma),
  ),
  exempt(filling.locale.stop),
  ...(source.url === undefined ? [] : [...spaceOf(filling), { kind: 'link', url: source.url, children: [exempt(source.url)] } as const]),
  ...(source.note === undefined ? [] : [...spaceOf(filling), { kind: 'emphasis', children: [exempt(source.note)] } as const]),
];

const DOCUMENT_TEXTS = ['title', 'subtitle', 'name', 'short-title'] as const;

export const wordHelpers = {
  /** `word KEY`: a fixed word of the template. */
  word: (filling, at, [key]) => putInlines(filling, ...say(filling, at, String(key), {})),
  /** `say KEY name=…`: a sentence; `by=FIGURE` chooses by sign, `count=N` by number. */
  say: (filling, at, [key], named) => putInlines(filling, ...say(filling, at, String(key), named)),
  /** `market "name"`: a text of the market file's head. */
  market: (filling, at, [field]) => {
    const { title, subtitle, name, shortTitle } = filling.market;
    const texts: Readonly<Record<string, string>> = { title, subtitle, name, 'short-title': shortTitle };
    const text = own(texts, field);
    if (text === undefined)
      report(filling, at, 'text/unknown-content', `a market has no "${String(field)}"`, `use one of ${DOCUMENT_TEXTS.join(', ')}`);
    return putInlines(filling, plain(text ?? ''));
  },
  label: (filling, at, [id]) => putInlines(filling, plain(groupOf(filling, at, id)?.label ?? '')),
  /** `short S`: the series in two or three words, for tiles and tables. */
  short: (filling, at, [id]) => putInlines(filling, plain(briefName(filling, at, groupOf(filling, at, id), 'short', 'series.short'))),
  /** `phrase S ["start"]`: the series as a noun phrase in a sentence, or at its start. */
  phrase: (filling, at, [id, place]) => {
    const phrase = briefName(filling, at, groupOf(filling, at, id), 'phrase', 'series.phrase');
    return putInlines(filling, plain(place === 'start' ? startingSentence(phrase) : phrase));
  },
  /** `phrases LIST`: several series as noun phrases, "the global market and China’s market". */
  phrases: (filling, at, [list]) => {
    const names = (Array.isArray(list) ? list : []).map((id) =>
      briefName(filling, at, groupOf(filling, at, id), 'phrase', 'series.phrase'),
    );
    return names.length === 0 ? '' : putInlines(filling, plain(filling.locale.list(names)));
  },
  /** `verb ID`: the verb the figure's status calls for: "stood at", "is estimated at", "is forecast at". */
  verb: (filling, at, [id]) => {
    const figure = figureOf(filling, at, id);
    return figure ? putInlines(filling, ...say(filling, at, `verb.${figure.status}`, {})) : '';
  },
  /** `member GROUP FIGURE`: the name of a part. */
  member: (filling, at, [groupId, id]) => {
    const member = groupOf(filling, at, groupId)?.members.find((m) => m.figure === id);
    return putInlines(filling, plain(member?.label ?? ''));
  },
  /** `lower TEXT`: the text inside a sentence; a name and a word with other capitals stay as they are. */
  lower: (filling, _at, [token]) => {
    const [first, ...rest] = inlinesOf(filling, token);
    return first?.kind === 'text'
      ? putInlines(filling, { ...first, text: smallLettersOf(filling.market).ofName(first.text) }, ...rest)
      : String(token);
  },
  /** `dimension ID ["inside"]`: what a dimension or breakdown divides by, as a heading or inside a sentence: "segment". */
  dimension: (filling, _at, [id, place]) => {
    const { dimensions, breakdowns } = filling.market;
    const label = dimensions.find((d) => d.id === id)?.label ?? breakdowns.find((b) => b.id === id)?.dimension ?? '';
    return putInlines(filling, plain(place === 'inside' ? smallLettersOf(filling.market).ofDimension(label) : label));
  },
  /** `name-of "technology"`: the name of a section of prose: the market file's own, else the template's word. */
  'name-of': (filling, at, [name]) => {
    const title = narrativeOf(filling, at, name)?.title;
    return title === undefined ? putInlines(filling, ...say(filling, at, String(name), {})) : putInlines(filling, plain(title));
  },
  headline: (filling, at, [name]) => putInlines(filling, ...withReferences(narrativeOf(filling, at, name)?.headline ?? '', 'value')),
  /** `title-of "drivers-and-restraints"`: the market file's action title of that slide. */
  'title-of': (filling, _at, [name]) => putInlines(filling, ...withReferences(own(filling.market.titles, name) ?? '', 'value')),
  /** `growth-in-words S`: what the source says where it gives no rate. */
  'growth-in-words': (filling, at, [id]) => putInlines(filling, plain(groupOf(filling, at, id)?.growthInWords ?? '')),
  'has-growth-in-words': (filling, at, [id]) => groupOf(filling, at, id)?.growthInWords !== undefined,
  /** `as-printed ID`: the source's own words, in quotation marks. */
  'as-printed': (filling, at, [id]) => {
    const figure = figureOf(filling, at, id);
    const printed = figure?.origin.kind === 'stated' ? figure.origin.citation.asPrinted : undefined;
    return printed === undefined ? '' : putInlines(filling, exempt(filling.locale.quotes.join(printed)));
  },
  /** `cite ID`: the number of the figure's source in brackets. */
  cite: (filling, at, [id]) => {
    const figure = figureOf(filling, at, id);
    return figure?.origin.kind === 'stated' ? putInlines(filling, { kind: 'cite', source: figure.origin.citation.source }) : '';
  },
  /** `see ANCHOR`: "Figure 2" or "Table 1" in the report. */
  see: (filling, _at, [anchor]) => putInlines(filling, { kind: 'reference', anchor: String(anchor) }),
  /** `footnote TEXT`: a footnote of the report. */
  footnote: (filling, _at, [token]) => putInlines(filling, { kind: 'note', children: inlinesOf(filling, token) }),
  /** `source-of "drivers" …`: ids of the sources of those that are there. */
  'source-of': (filling, _at, names) => {
    const { definition, narratives } = filling.market;
    const ids = names.flatMap((name) => (name === 'definition' ? definition : own(narratives, name))?.citation?.source ?? []);
    return [...new Set(ids)].join(' ');
  },
  disclaimer: (filling) => putInlines(filling, ...withReferences(filling.market.disclaimer ?? '')),
} as const satisfies Record<string, Helper>;
