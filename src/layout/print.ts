import type { FigureId } from '../base/id.ts';
import { filled } from '../base/pattern.ts';
import type { ColorToken } from '../charts/paint.ts';
import type { Block, Inline } from '../document/document.ts';
import { figuresIn, figuresInInlines, flatBlocks, inlinesIn } from '../document/figures-in.ts';
import { type Direction, directionOf, hasRightToLeft } from '../fonts/script.ts';
import type { LayoutContext } from './context.ts';
import type { Mentions } from './mentions.ts';
import type { Link, Run } from './text.ts';

export interface RunStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: ColorToken;
}

/** What a link leads to for the number of a source: the slide that lists them. */
export const SOURCES = 'sources:';

/** The number of a source in brackets; on a slide it leads to the list of sources. */
export const sourceNumber = (number: number): readonly Inline[] => [
  { kind: 'link', url: `#${SOURCES}`, children: [{ kind: 'text', text: `[${number}]`, exempt: true }] },
];

const linkOf = (url: string, mentions: Mentions): Link | undefined => {
  if (!url.startsWith('#')) return { kind: 'url', url };
  const anchor = mentions.link?.(url.slice(1));
  return anchor === undefined ? undefined : { kind: 'anchor', anchor };
};

const runsIn = (inlines: readonly Inline[], style: RunStyle, context: LayoutContext, mentions: Mentions): readonly Run[] =>
  inlines.flatMap((inline): readonly Run[] => {
    const base: Omit<Run, 'text'> = {
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      size: style.size,
      color: style.color ?? 'ink',
    };
    if (inline.kind === 'text') return inline.text === '' ? [] : [{ ...base, text: inline.text }];
    if (inline.kind === 'figure') {
      const figure = context.ledger.figures.get(inline.figure);
      if (!figure) throw new Error(`the figure "${inline.figure}" is to be printed but is not in the ledger`);
      // A year is told of a figure, but its value is not printed there.
      const traced = inline.form === 'year' || inline.form === 'period' ? {} : { figure: figure.id };
      return [{ ...base, text: context.locale.print(figure, inline.form), ...traced }];
    }
    if (inline.kind === 'strong') return runsIn(inline.children, { ...style, bold: true }, context, mentions);
    if (inline.kind === 'emphasis') return runsIn(inline.children, { ...style, italic: true }, context, mentions);
    if (inline.kind === 'link') {
      const link = linkOf(inline.url, mentions);
      return runsIn(inline.children, link ? { ...style, color: 'blue' } : style, context, mentions).map((r) => (link ? { ...r, link } : r));
    }
    if (inline.kind === 'cite') {
      const source = context.sources.find((s) => s.id === inline.source);
      return source ? runsIn(sourceNumber(source.number), style, context, mentions) : [];
    }
    if (inline.kind === 'reference') {
      const anchor = mentions.link?.(inline.anchor);
      const pieces = mentions.reference?.(inline.anchor) ?? [];
      return pieces.map((piece) => ({ ...base, ...piece, ...(anchor === undefined ? {} : { link: { kind: 'anchor', anchor } as const }) }));
    }
    const number = mentions.footnote?.(inline.children);
    return number === undefined ? [] : [{ ...base, text: String(number), superscript: true, footnote: number }];
  });

const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';

const ENDS_RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]$/u;
const ENDS_LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}]$/u;

/** What each direction does to the run at a place of its paragraph: a mark behind it, if any. */
const MARK_BEHIND: Readonly<Record<Direction, (run: Run, next: Run | undefined) => string>> = {
  ltr: (run, next) => (next !== undefined && ENDS_RIGHT_TO_LEFT.test(run.text) ? LEFT_TO_RIGHT_MARK : ''),
  rtl: (run, next) => {
    if (next === undefined) return '';
    if (next.figure !== undefined && !hasRightToLeft(next.text)) return LEFT_TO_RIGHT_MARK;
    return ENDS_LEFT_TO_RIGHT.test(run.text) ? RIGHT_TO_LEFT_MARK : '';
  },
};

/**
 * Text with invisible marks where names and figures run against their paragraph, so that UAX #9 keeps them in place, in Office too: a
 * name would draw the figure behind it to its own side ("الخليج, 9.2%" in English), and a figure in Arabic text would fall apart
 * ("m 1.5$"). A figure's own text stays as it is printed.
 */
const withMarks = (runs: readonly Run[], document: Direction): readonly Run[] => {
  const text = textOf(runs);
  if (document === 'ltr' && !hasRightToLeft(text)) return runs;
  const direction = directionOfRuns(runs, document);
  const marked = runs.map((run, i): Run => {
    const mark = run.figure === undefined ? MARK_BEHIND[direction](run, runs[i + 1]) : '';
    return mark === '' ? run : { ...run, text: `${run.text}${mark}` };
  });
  const [first] = marked;
  if (direction === 'ltr' || first?.figure === undefined || hasRightToLeft(first.text)) return marked;
  const { figure: _, ...look } = first;
  return [{ ...look, text: LEFT_TO_RIGHT_MARK }, ...marked];
};

/**
 * Inlines as runs of text. Here, and only here, figures become strings; figures that are undisclosed keep their grey where the
 * text is plain.
 */
export const runsOf = (
  inlines: readonly Inline[],
  style: RunStyle,
  context: LayoutContext,
  mentions: Mentions = context.slides ?? {},
): readonly Run[] => withMarks(runsIn(inlines, style, context, mentions), context.locale.direction);

export const textOf = (runs: readonly Run[]): string => runs.map((r) => r.text).join('');

/** The direction of a paragraph by what is written in it, its figures aside: "$4.5 m" alone is no English text. */
export const directionOfRuns = (runs: readonly Run[], document: Direction): Direction =>
  directionOf(textOf(runs.filter((r) => r.figure === undefined)), document);

/** Words of others between the marks of the language. */
export const quoted = (inlines: readonly Inline[], context: LayoutContext): readonly Inline[] => {
  const [open = '', close = ''] = context.words.quotation.split('…');
  return [{ kind: 'text', text: open }, ...inlines, { kind: 'text', text: close }];
};

/** Ids of sources cited in inlines. */
const citedIn = (inlines: readonly Inline[]): readonly string[] =>
  inlines.flatMap((i) => (i.kind === 'cite' ? [i.source] : 'children' in i ? citedIn(i.children) : []));

/** The sources behind figures: stated ones name theirs, derived ones lead to their inputs'. */
const sourcesOfFigure = (id: FigureId, context: LayoutContext, depth = 0): readonly string[] => {
  const origin = context.ledger.figures.get(id)?.origin;
  if (!origin || origin.kind === 'editorial' || depth > 8) return [];
  return origin.kind === 'stated' ? [origin.citation.source] : origin.from.flatMap((f) => sourcesOfFigure(f, context, depth + 1));
};

/** Every source behind a passage, in the order of the list of sources. */
export const sourcesBehind = (
  title: readonly Inline[],
  blocks: readonly Block[],
  named: readonly string[],
  context: LayoutContext,
): readonly string[] => {
  const flat = flatBlocks(blocks);
  const figures = [...figuresInInlines(title), ...figuresIn(blocks)];
  const ids = new Set([
    ...named,
    ...figures.flatMap((f) => sourcesOfFigure(f, context)),
    ...flat.flatMap((b) => ('sources' in b ? b.sources : [])),
    ...flat.flatMap((b) => inlinesIn(b).flatMap(citedIn)),
  ]);
  return context.sources.filter((s) => ids.has(s.id)).map((s) => s.id);
};

/** The same for a slide, each number leading to the list of sources. */
export const sourceInlines = (ids: readonly string[], context: LayoutContext, short = false): readonly Inline[] =>
  ids
    .flatMap((id) => context.sources.find((s) => s.id === id) ?? [])
    .flatMap((s, i) => [
      { kind: 'text', text: `${i === 0 ? '' : short ? ', ' : '; '}${short ? '' : `${s.short} `}` } as const,
      ...sourceNumber(s.number),
    ]);

/** "Publisher, article on … [1]; other [2]". Only the numbers when `short`. */
export const sourceLine = (ids: readonly string[], context: LayoutContext, short = false): string => {
  const named = ids.flatMap((id) => context.sources.find((s) => s.id === id) ?? []);
  return named
    .map((s) => (short ? `[${s.number}]` : `${s.short} [${s.number}]`))
    .join(short ? context.locale.comma : context.locale.semicolon);
};

/** Alternative text of a table: its name, its columns and how many rows it has. */
export const tableAlt = (name: string, header: readonly string[], rows: number, { locale }: LayoutContext): string =>
  `${name}${locale.colon}${header.join(locale.comma)}${locale.semicolon}${filled(locale.words.altRows, { count: String(rows) })}${locale.stop}`;
