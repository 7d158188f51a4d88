import { filled } from '../../base/pattern.ts';
import { addFigure, type LedgerDraft, pointOf } from '../draft.ts';
import type { Figure, FigureUnit, Quantity, Rule } from '../ledger.ts';
import { windowId } from '../open-ledger.ts';
import { computed, derivedDecimals, exactValue, PERCENT, printedDecimals } from '../quantity.ts';

interface Comparison {
  readonly rule: Rule;
  /** How the id names it. */
  readonly slug: 'cagr' | 'growth' | 'change' | 'multiple';
  readonly signed: boolean;
  readonly unit: (of: FigureUnit) => FigureUnit;
  /** A difference is known to the last digit of what it is taken from, so that it adds up by eye beside them. */
  readonly exact?: true;
  /** Undefined where the calculation has no meaning, e.g. growth from zero. */
  readonly compute: (start: number, end: number, years: number) => number | undefined;
}

const COMPARISONS = {
  /** Compound annual growth rate in per cent: (end ÷ start)^(1 ÷ years) − 1. */
  cagr: {
    rule: 'cagr',
    slug: 'cagr',
    signed: true,
    unit: () => PERCENT,
    compute: (start, end, years) => (start > 0 && end > 0 && years > 0 ? ((end / start) ** (1 / years) - 1) * 100 : undefined),
  },
  /** Growth over one window in per cent: end ÷ start − 1. */
  growth: {
    rule: 'yoy',
    slug: 'growth',
    signed: true,
    unit: () => PERCENT,
    compute: (start, end) => (start > 0 ? (end / start - 1) * 100 : undefined),
  },
  /** Absolute change: end − start; of percentages in percentage points. */
  change: {
    rule: 'change',
    slug: 'change',
    signed: true,
    unit: (of) => (of.kind === 'percent' ? { kind: 'points' } : of),
    exact: true,
    compute: (start, end) => end - start,
  },
  /** End as a multiple of the start. */
  multiple: {
    rule: 'multiple',
    slug: 'multiple',
    signed: false,
    unit: () => ({ kind: 'multiple' }),
    compute: (start, end) => (start > 0 ? end / start : undefined),
  },
} as const satisfies Record<string, Comparison>;

export type ComparisonName = keyof typeof COMPARISONS;

/** `series.yoy.2024` for growth over one year, else `series.change.2024-2029`. */
const comparisonId = (series: string, comparison: Comparison, from: number, to: number): string =>
  comparison.rule === 'yoy' && to === from + 1 ? `${series}.yoy.${to}` : `${series}.${comparison.slug}.${windowId(from, to)}`;

/**
 * Compares two points of a series. A published rate for the same window is returned as it is; a point that is missing,
 * undisclosed, a range or a bound gives an undisclosed figure: nothing is guessed. Where both are known but the calculation has
 * no meaning, e.g. growth from zero, the figure is not applicable.
 */
export const compare = (draft: LedgerDraft, name: ComparisonName, series: string, from: number, to: number): Figure => {
  const comparison: Comparison = COMPARISONS[name];
  const id = comparisonId(series, comparison, from, to);
  const known = draft.figures.get(id);
  if (known) return known;

  const group = draft.groups.get(series);
  const start = pointOf(draft, series, from);
  const end = pointOf(draft, series, to);
  const startValue = exactValue(start);
  const endValue = exactValue(end);
  const unit = comparison.unit(group?.unit ?? PERCENT);
  const value = startValue === undefined || endValue === undefined ? undefined : comparison.compute(startValue, endValue, to - from);
  const most = Math.max(start ? printedDecimals(start) : 0, end ? printedDecimals(end) : 0);
  // A percentage has no compound growth rate: it is a ratio already.
  const quantity: Quantity =
    comparison.rule === 'cagr' && group?.unit.kind === 'percent'
      ? { kind: 'undisclosed', reason: 'not-applicable' }
      : value === undefined
        ? { kind: 'undisclosed', reason: startValue === undefined || endValue === undefined ? 'undisclosed' : 'not-applicable' }
        : computed(value, comparison.exact ? most : derivedDecimals(value, unit, most), [start, end]);
  return addFigure(draft, {
    id,
    label: filled(draft.names[comparison.slug], { name: group?.short ?? series, years: `${from}–${to}` }),
    quantity,
    unit,
    period: { from, to },
    status: 'derived',
    origin: { kind: 'derived', rule: comparison.rule, from: [start?.id ?? `${series}.${from}`, end?.id ?? `${series}.${to}`] },
    signed: comparison.signed,
  });
};
