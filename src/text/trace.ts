import type { FigureId } from '../base/id.ts';
import type { Block, Inline, Section, TraceRow } from '../document/document.ts';
import { figuresInSections } from '../document/figures-in.ts';
import type { Figure, Rule } from '../figures/ledger.ts';
import { exempt, type Filling, NOWHERE, plain, putInlines, type TextContext } from './context.ts';
import { say } from './say.ts';

/** More values than this share a row and are told by their first and last. */
const MOST_VALUES = 4;

type Origin<K extends Figure['origin']['kind']> = Extract<Figure['origin'], { kind: K }>;

const fig = (id: FigureId, form: 'value' | 'bare' | 'plain' = 'value'): Inline => ({ kind: 'figure', figure: id, form });

const values = (figures: readonly Figure[]): readonly Inline[] => {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return [];
  if (figures.every((f) => f.quantity.kind === 'undisclosed')) return [fig(first.id)];
  if (figures.length === 1) return [fig(first.id)];
  if (figures.length <= MOST_VALUES) return figures.flatMap((f, i) => (i === 0 ? [fig(f.id, 'bare')] : [exempt('; '), fig(f.id, 'bare')]));
  return [fig(first.id, 'bare'), exempt(' … '), fig(last.id, 'bare')];
};

/** "Global market, 2025–2028", or the years one by one where they do not follow each other. */
const label = (figures: readonly Figure[]): string => {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last || figures.length === 1) return first?.label ?? '';
  const name = first.label.replace(/, \d{4}$/, '');
  const years = figures.map((f) => f.period.to);
  const consecutive = years.every((y, i) => i === 0 || y === (years[i - 1] ?? 0) + 1);
  return `${name}, ${consecutive ? `${years[0]}–${years.at(-1)}` : years.join(', ')}`;
};

/** The cube, series or breakdown a published figure belongs to. */
const groupIdOf = (id: FigureId, context: TextContext): string => {
  const cube = context.market.cubes.find((c) => id.startsWith(`${c.id}.`) && !context.market.headline.some((h) => id.startsWith(`${h}.`)));
  if (cube) return cube.id;
  const breakdown = context.market.breakdowns.find((b) => id.startsWith(`${b.id}.`));
  if (breakdown) return breakdown.id;
  for (const group of context.draft.groups.values()) {
    if (
      (group.kind === 'series' || !context.draft.groups.has(id.slice(0, id.lastIndexOf('.')))) &&
      group.members.some((m) => m.figure === id)
    )
      return group.id;
  }
  return id;
};

const statedWhere = (origin: Origin<'stated'>, undisclosed: boolean, filling: Filling): readonly Inline[] => {
  const { source, locator, asPrinted } = origin.citation;
  return [
    { kind: 'cite', source },
    ...(locator === undefined ? [] : [exempt(` ${locator}`)]),
    ...(undisclosed && asPrinted !== undefined
      ? [exempt(' '), ...say(filling, NOWHERE, 'trace.prints', {}), exempt(` “${asPrinted}”`)]
      : []),
  ];
};

const derivedWhere = (origin: Origin<'derived'>, filling: Filling): readonly Inline[] => {
  const [start = '', end = ''] = origin.from;
  const token = (id: FigureId): string => putInlines(filling, fig(id, 'plain'));
  return say(filling, NOWHERE, `trace.rule.${origin.rule}`, { start: token(start), end: token(end), rate: token(end) });
};

const yearsOf = (figures: readonly Figure[]): string => {
  const years = figures.map((f) => f.period.to);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first}–${last}`;
};

const rowOf = (figures: readonly Figure[], filling: Filling): TraceRow | undefined => {
  const first = figures[0];
  if (!first) return undefined;
  const cube = filling.market.cubes.find((c) => c.id === groupIdOf(first.id, filling));
  const breakdown = filling.market.breakdowns.find((b) => first.id.startsWith(`${b.id}.`));
  const whole = cube?.label ?? breakdown?.label;
  if (whole !== undefined && figures.length > 1 && first.quantity.kind !== 'undisclosed' && first.origin.kind === 'stated') {
    return {
      figures: figures.map((f) => f.id),
      label: [exempt(`${whole}, ${yearsOf(figures)}`)],
      value: say(filling, NOWHERE, 'trace.as-shown', {}),
      basis: say(filling, NOWHERE, 'trace.published', {}),
      where: statedWhere(first.origin, false, filling),
    };
  }
  const undisclosed = first.quantity.kind === 'undisclosed';
  const { origin } = first;
  const basis = undisclosed ? 'undisclosed' : origin.kind === 'stated' ? 'published' : origin.rule === 'compound' ? 'derived' : 'computed';
  return {
    figures: figures.map((f) => f.id),
    label: [exempt(label(figures))],
    value: values(figures),
    basis: say(filling, NOWHERE, `trace.${basis}`, {}),
    where: origin.kind === 'stated' ? statedWhere(origin, undisclosed, filling) : derivedWhere(origin, filling),
  };
};

/** All derivations of one rule over the parts of cubes and breakdowns share a row: their inputs stand in the tables. */
const summaryRow = (rule: Rule, figures: readonly Figure[], filling: Filling): TraceRow => ({
  figures: figures.map((f) => f.id),
  label: say(filling, NOWHERE, `trace.all.${rule}`, {}),
  value: say(filling, NOWHERE, 'trace.as-shown', {}),
  basis: say(filling, NOWHERE, 'trace.computed', {}),
  where: say(filling, NOWHERE, `trace.rule.${rule}`, {
    start: putInlines(filling, plain('first')),
    end: putInlines(filling, plain('last')),
    rate: putInlines(filling, plain('the rate')),
  }),
});

const traceRows = (ids: readonly FigureId[], filling: Filling): readonly TraceRow[] => {
  const figures = ids.flatMap((id) => filling.draft.figures.get(id) ?? []);
  const isHeadline = (f: Figure): boolean => filling.market.headline.some((h) => f.id.startsWith(`${h}.`));
  const statedCount = new Map<string, number>();
  for (const f of figures)
    if (f.origin.kind === 'stated') statedCount.set(groupIdOf(f.id, filling), (statedCount.get(groupIdOf(f.id, filling)) ?? 0) + 1);
  const batches = new Map<string, Figure[]>();
  const summaries = new Map<Rule, Figure[]>();
  for (const f of figures) {
    const { origin } = f;
    if (origin.kind === 'derived' && !isHeadline(f)) summaries.set(origin.rule, [...(summaries.get(origin.rule) ?? []), f]);
    else {
      const group =
        origin.kind === 'stated' ? groupIdOf(f.id, filling) : origin.rule === 'compound' ? `path of ${origin.from.join()}` : f.id;
      const together =
        f.quantity.kind === 'undisclosed' ||
        !isHeadline(f) ||
        (statedCount.get(group) ?? 0) > MOST_VALUES ||
        (origin.kind === 'derived' && origin.rule === 'compound');
      const citation = origin.kind === 'stated' ? `${origin.citation.source} ${origin.citation.locator ?? ''}` : '';
      const key = together ? `${group}|${f.quantity.kind === 'undisclosed'}|${citation}|${f.period.from === f.period.to}` : f.id;
      batches.set(key, [...(batches.get(key) ?? []), f]);
    }
  }
  const isPublished = (batch: readonly Figure[]): boolean => batch[0]?.origin.kind === 'stated';
  const inOrder = [...batches.values()].sort((a, b) => Number(isPublished(b)) - Number(isPublished(a)));
  const stated = inOrder.flatMap(
    (batch) =>
      rowOf(
        [...batch].sort((a, b) => a.period.to - b.period.to),
        filling,
      ) ?? [],
  );
  return [...stated, ...[...summaries].map(([rule, batch]) => summaryRow(rule, batch, filling))];
};

/** Fills the table of origins with every figure the sections print. Runs last, when all derivations are known. */
export const withTrace = (sections: readonly Section[], context: TextContext): readonly Section[] => {
  if (!sections.some((s) => s.subsections.some((u) => u.blocks.some((b) => b.kind === 'trace')))) return sections;
  const filling: Filling = { ...context, slots: [], diagnostics: [] };
  const word = (key: string): string => {
    const pattern = context.words.get(key);
    return typeof pattern === 'string' ? pattern : '';
  };
  const rows = traceRows(figuresInSections(sections), filling);
  const expand = (block: Block): Block =>
    block.kind === 'trace'
      ? {
          ...block,
          rows,
          headers: {
            figure: word('trace.figure'),
            value: word('trace.value'),
            basis: word('trace.basis'),
            where: word('trace.where'),
            slides: word('trace.slides'),
          },
        }
      : block;
  return sections.map((s) => ({ ...s, subsections: s.subsections.map((u) => ({ ...u, blocks: u.blocks.map(expand) })) }));
};
