import { isId } from '../../base/id.ts';
import { type ComparisonName, compare } from '../../figures/derive/change.ts';
import { compoundPath } from '../../figures/derive/compound.ts';
import { rank } from '../../figures/derive/rank.ts';
import { share, times } from '../../figures/derive/share.ts';
import type { Figure, FigureForm, FigureGroup } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import { exempt, type Filling, figureOf, groupOf, putInlines, report } from '../context.ts';
import type { Helper } from '../helper.ts';
import { isDisclosed, otherRates, publishedRate, rateOf, seriesFigures, toldValue, windowOf } from '../windows.ts';

const FORMS: ReadonlySet<string> = new Set<FigureForm>(['value', 'long', 'bare', 'plain']);

const comparison =
  (name: ComparisonName): Helper =>
  (filling, at, [series, from, to]) => {
    const group = groupOf(filling, at, series);
    const years = [from, to].map((y) => (typeof y === 'string' ? filling.draft.figures.get(y)?.period.to : Number(y)));
    const [first, last] = years;
    if (!group || first === undefined || last === undefined) return '';
    return compare(filling.draft, name, group.id, first, last).id;
  };

/** Picks one figure of a series group and gives its id. */
const pick =
  (choose: (filling: Filling, group: FigureGroup) => Figure | undefined): Helper =>
  (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    return (group && choose(filling, group)?.id) ?? '';
  };

const atYear = (filling: Filling, group: FigureGroup, year: number | undefined): Figure | undefined =>
  seriesFigures(filling, group).find((f) => f.period.to === year);

const periodText =
  (text: (filling: Filling, figure: Figure) => string): Helper =>
  (filling, at, [id]) => {
    const figure = figureOf(filling, at, id);
    return figure ? putInlines(filling, exempt(text(filling, figure))) : '';
  };

export const figureHelpers = {
  /** `fig ID [form]`: the figure, printed when the documents are planned. */
  fig: (filling, at, [id, form = 'value']) => {
    const figure = figureOf(filling, at, id);
    if (!FORMS.has(String(form)))
      report(filling, at, 'text/unknown-form', `"${String(form)}" is not a form of a figure`, `use one of ${[...FORMS].join(', ')}`);
    return figure ? putInlines(filling, { kind: 'figure', figure: figure.id, form: form as FigureForm }) : '';
  },
  cagr: comparison('cagr'),
  growth: comparison('growth'),
  change: comparison('change'),
  multiple: comparison('multiple'),
  /** `start S`, `end S`: the ends of the series' window. `first S`, `last S`: its first and last point, disclosed or not. */
  start: pick((filling, group) => atYear(filling, group, windowOf(filling, group)?.from)),
  end: pick((filling, group) => atYear(filling, group, windowOf(filling, group)?.to)),
  first: pick((filling, group) => seriesFigures(filling, group)[0]),
  last: pick((filling, group) => seriesFigures(filling, group).at(-1)),
  /** `told S`: the value that stands for a series without two values to compare; it may be a bound or a range. */
  told: pick(toldValue),
  rate: pick(rateOf),
  /** `stated-rate S`: the rate a source states, disclosed or not; empty without one. `other-rates S`: further stated ones. */
  'stated-rate': pick((filling, group) => publishedRate(filling, group.id)),
  'other-rates': (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    return group ? otherRates(filling, group.id).map((f) => f.id) : [];
  },
  /** `before S`: the last disclosed value before the window. */
  before: pick((filling, group) => {
    const from = windowOf(filling, group)?.from ?? Number.NEGATIVE_INFINITY;
    return seriesFigures(filling, group)
      .filter((f) => exactValue(f) !== undefined && f.period.to < from)
      .at(-1);
  }),
  /** `next-year A B`: whether B is of the year after A. */
  'next-year': (filling, at, [a, b]) => figureOf(filling, at, b)?.period.to === (figureOf(filling, at, a)?.period.to ?? 0) + 1,
  /** `known ID…`: whether there are such figures and all are disclosed, be it as a bound or a range. */
  known: (filling, at, ids) => ids.every((id) => id !== '' && isDisclosed(figureOf(filling, at, id))),
  /** `rising ID…`: whether all are exact and above zero. */
  rising: (filling, at, ids) => ids.every((id) => id !== '' && (exactValue(figureOf(filling, at, id)) ?? 0) > 0),
  /** `years-of ID…`: the years of figures, each once, for attributes. */
  'years-of': (filling, at, ids) => [...new Set(ids.flatMap((id) => figureOf(filling, at, id)?.period.to ?? []))].join(' '),
  /** `published ID`: whether a source states the figure, or it was computed here. */
  published: (filling, at, [id]) => figureOf(filling, at, id)?.origin.kind === 'stated',
  /** `published-window S`: the window of the stated rate, disclosed or not, where a chart of the series shows both its years. */
  'published-window': (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    const rate = group && publishedRate(filling, group.id);
    const isShown = rate && [rate.period.from, rate.period.to].every((year) => atYear(filling, group, year) !== undefined);
    return isShown ? `${rate.period.from}-${rate.period.to}` : '';
  },
  /** `times A B`: A as a multiple of B, whatever their periods. */
  times: (filling, at, [a, b]) => {
    const [x, y] = [figureOf(filling, at, a), figureOf(filling, at, b)];
    return x && y ? times(filling.draft, x.id, y.id).id : '';
  },
  /**
   * `added S`: what a series gains over its window, told against its start: a multiple where it more than doubles, else the
   * growth in per cent. "0.4×" of something reads as a loss.
   */
  added: pick((filling, group) => {
    const window = windowOf(filling, group);
    if (!window) return undefined;
    const [start, end] = [window.from, window.to].map((y) => atYear(filling, group, y));
    const [a, b] = [exactValue(start), exactValue(end)];
    if (!start || a === undefined || b === undefined || b - a < a)
      return compare(filling.draft, 'growth', group.id, window.from, window.to);
    return times(filling.draft, compare(filling.draft, 'change', group.id, window.from, window.to).id, start.id);
  }),
  /** `window S`: "2024-2029", for a chart's `rate`. Empty when the series has none. */
  window: (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    const window = group && windowOf(filling, group);
    return window ? `${window.from}-${window.to}` : '';
  },
  /** `path S`: ids of the years computed between the ends of the window. */
  path: (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    const window = group && windowOf(filling, group);
    return group && window ? compoundPath(filling.draft, group.id, window.from, window.to).map((f) => f.id) : [];
  },
  share: (filling, at, [part]) => figureOf(filling, at, `${String(part)}.share`)?.id ?? '',
  /** `share-of PART WHOLE` for figures that stand in no group together. */
  'share-of': (filling, at, [part, whole]) => {
    const [p, w] = [figureOf(filling, at, part), figureOf(filling, at, whole)];
    return p && w ? share(filling.draft, p.id, w.id).id : '';
  },
  rank: (filling, at, [groupId, part]) => {
    const group = groupOf(filling, at, groupId);
    const figure = figureOf(filling, at, part);
    return group && figure ? rank(filling.draft, group.id, figure.id).id : '';
  },
  year: periodText((filling, f) => filling.locale.years(f.period.to, f.period.to)),
  from: periodText((filling, f) => filling.locale.years(f.period.from, f.period.from)),
  period: periodText((filling, f) => filling.locale.years(f.period.from, f.period.to)),
  /** `span S`: the years from the first to the last point of a series. */
  span: (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    const years = group ? seriesFigures(filling, group).map((f) => f.period.to) : [];
    return putInlines(filling, exempt(filling.locale.years(Math.min(...years), Math.max(...years))));
  },
  /** `withheld-years S`: the years whose values are withheld, one by one. */
  'withheld-years': (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    const figures = group ? seriesFigures(filling, group).filter((f) => f.quantity.kind === 'undisclosed') : [];
    return putInlines(filling, exempt(filling.locale.list(figures.map((f) => String(f.period.to)))));
  },
  /** `status ID`: actual, estimate, forecast … as a word. */
  status: periodText((filling, f) => filling.locale.words.status[f.status]),
  /** `id S` writes an id into an attribute. */
  id: (filling, at, [id]) => {
    if (typeof id === 'string' && isId(id)) return id;
    report(filling, at, 'text/not-an-id', `"${String(id)}" is not an id`, 'give the id of a figure, series or breakdown');
    return '';
  },
} as const satisfies Record<string, Helper>;
