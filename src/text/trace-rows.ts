import type { FigureId } from '../base/id.ts';
import { filled } from '../base/pattern.ts';
import type { Inline, TraceRow } from '../document/document.ts';
import type { Figure, FigureForm, Rule } from '../figures/ledger.ts';
import { exempt, type Filling, putInlines } from './context.ts';
import { say } from './say.ts';
import { NOWHERE } from './symbols.ts';

/** More values than this share a row and are told by their first and last. */
export const MOST_VALUES = 4;

/** What is known of a figure: `derived` is computed between published years, `computed` any other arithmetic. */
export type Basis = 'published' | 'computed' | 'derived' | 'undisclosed' | 'editorial';

type Origin<K extends Figure['origin']['kind']> = Extract<Figure['origin'], { kind: K }>;

const AT = { span: NOWHERE };

const fig = (id: FigureId, form: FigureForm = 'value'): Inline => ({ kind: 'figure', figure: id, form });

/** A yearly rate is printed alike wherever it stands: without a plus sign. */
const isRate = (f: Figure): boolean => /\.cagr\.\d{4}-\d{4}$/.test(f.id);

const formOf = (f: Figure): FigureForm => (isRate(f) ? 'plain' : 'value');

const values = (figures: readonly Figure[], semicolon: string): readonly Inline[] => {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return [];
  if (figures.length === 1 || figures.every((f) => f.quantity.kind === 'undisclosed')) return [fig(first.id, formOf(first))];
  if (figures.length > MOST_VALUES) return [fig(first.id), exempt(' \u2013 '), fig(last.id)];
  // Units of money frame each value; a unit of words stands once, behind the last.
  const once = first.unit.kind === 'count';
  return figures.flatMap((f, i) => [...(i === 0 ? [] : [exempt(semicolon)]), fig(f.id, once && f !== last ? 'bare' : formOf(f))]);
};

/** "Global market, 2025–2028", or the years one by one where they do not follow each other. */
const label = (figures: readonly Figure[], { draft, locale }: Filling): string => {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last || figures.length === 1) return first?.label ?? '';
  const { inYear } = draft.names;
  const ofYear = filled(inYear, { year: first.period.to });
  const name = first.label.endsWith(ofYear) ? first.label.slice(0, -ofYear.length) : first.label;
  const years = figures.map((f) => f.period.to);
  const consecutive = years.every((y, i) => i === 0 || y === (years[i - 1] ?? 0) + 1);
  return filled(inYear, { name, year: consecutive ? locale.years(years[0] ?? 0, years.at(-1) ?? 0) : years.join(locale.comma) });
};

const statedWhere = (origin: Origin<'stated'>, undisclosed: boolean, filling: Filling): readonly Inline[] => {
  const { source, locator, asPrinted } = origin.citation;
  return [
    { kind: 'cite', source },
    ...(locator === undefined ? [] : [exempt(` ${locator}`)]),
    ...(undisclosed && asPrinted !== undefined
      ? [exempt(' '), ...say(filling, AT, 'trace.prints', {}), exempt(` ${filling.locale.quotes.join(asPrinted)}`)]
      : []),
  ];
};

const derivedWhere = (origin: Origin<'derived'>, filling: Filling): readonly Inline[] => {
  const [start = '', end = ''] = origin.from;
  const token = (id: FigureId): string => putInlines(filling, fig(id, 'plain'));
  return say(filling, AT, `trace.rule.${origin.rule}`, { start: token(start), end: token(end), rate: token(end) });
};

export const basisOf = (f: Figure): Basis => {
  if (f.quantity.kind === 'undisclosed') return 'undisclosed';
  if (f.origin.kind === 'stated') return 'published';
  if (f.origin.kind === 'editorial') return 'editorial';
  return f.origin.rule === 'compound' ? 'derived' : 'computed';
};

const whereOf = (f: Figure, filling: Filling): readonly Inline[] => {
  const { origin } = f;
  if (origin.kind === 'editorial') return say(filling, AT, 'trace.by-authors', {});
  return origin.kind === 'stated' ? statedWhere(origin, basisOf(f) === 'undisclosed', filling) : derivedWhere(origin, filling);
};

/** A row of its own, or the years of one series. */
export const figureRow = (figures: readonly Figure[], filling: Filling): readonly TraceRow[] => {
  const first = figures[0];
  if (!first) return [];
  return [
    {
      figures: figures.map((f) => f.id),
      label: [exempt(label(figures, filling))],
      value: values(figures, filling.locale.semicolon),
      basis: say(filling, AT, `trace.${basisOf(first)}`, {}),
      where: whereOf(first, filling),
    },
  ];
};

const spanOf = (figures: readonly Figure[], filling: Filling): string =>
  filling.locale.years(Math.min(...figures.map((f) => f.period.from)), Math.max(...figures.map((f) => f.period.to)));

/** The published cells of a cube, parts of a breakdown, or scores: their values stand in the exhibits. */
export const cellsRow = (whole: string, figures: readonly Figure[], filling: Filling): readonly TraceRow[] => {
  const first = figures[0];
  return !first
    ? []
    : [
        {
          figures: figures.map((f) => f.id),
          label: [exempt(filled(filling.draft.names.inYear, { name: whole, year: spanOf(figures, filling) }))],
          value: say(filling, AT, 'trace.as-shown', {}),
          basis: say(filling, AT, `trace.${basisOf(first)}`, {}),
          where: whereOf(first, filling),
        },
      ];
};

/** What one rule gives for the parts of a cube or breakdown over one period. */
export const partsRow = (whole: string, rule: Rule, figures: readonly Figure[], filling: Filling): readonly TraceRow[] => {
  const [from, to] = [Math.min(...figures.map((f) => f.period.from)), Math.max(...figures.map((f) => f.period.to))];
  const year = (y: number): string => putInlines(filling, exempt(String(y)));
  return [
    {
      figures: figures.map((f) => f.id),
      label: say(filling, AT, `trace.parts.${rule}`, {
        whole: putInlines(filling, exempt(whole)),
        period: putInlines(filling, exempt(filling.locale.years(from, to))),
      }),
      value: say(filling, AT, 'trace.as-shown', {}),
      basis: say(filling, AT, 'trace.computed', {}),
      where:
        rule === 'share' && from < to
          ? say(filling, AT, 'trace.rule.share', {})
          : say(filling, AT, `trace.parts-rule.${rule}`, { from: year(from), to: year(to) }),
    },
  ];
};
