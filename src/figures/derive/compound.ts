import { filled } from '../../base/pattern.ts';
import { addFigure, type LedgerDraft, pointOf } from '../draft.ts';
import type { Figure } from '../ledger.ts';
import { computed, derivedDecimals, exactValue, printedDecimals } from '../quantity.ts';
import { compare } from './change.ts';

/**
 * The years strictly between the ends of a growth window that the source leaves out, computed by compounding the rate from
 * the first year. Empty when the start or the rate is not an exact number: a path is never guessed.
 */
export const compoundPath = (draft: LedgerDraft, series: string, from: number, to: number): readonly Figure[] => {
  const start = pointOf(draft, series, from);
  const rate = compare(draft, 'cagr', series, from, to);
  const startValue = exactValue(start);
  const rateValue = exactValue(rate);
  const group = draft.groups.get(series);
  if (!start || !group || startValue === undefined || rateValue === undefined) return [];
  const years = Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i);
  return years
    .filter((year) => pointOf(draft, series, year) === undefined)
    .map((year) => {
      const id = `${series}.path.${year}`;
      const value = startValue * (1 + rateValue / 100) ** (year - from);
      return (
        draft.figures.get(id) ??
        addFigure(draft, {
          id,
          label: filled(draft.names.inYear, { name: group.short, year }),
          quantity: computed(value, derivedDecimals(value, group.unit, printedDecimals(start)), [start, rate]),
          unit: group.unit,
          period: { from: year, to: year },
          status: 'derived',
          origin: { kind: 'derived', rule: 'compound', from: [start.id, rate.id] },
          signed: false,
        })
      );
    });
};
