import type { FigureId } from '../../base/id.ts';
import type { Unit } from '../../market/market.ts';
import { addFigure, type LedgerDraft } from '../draft.ts';
import type { Figure, FigureStatus } from '../ledger.ts';
import { computed, exactValue, printedDecimals } from '../quantity.ts';

/** The sum of figures of one unit and year. Undisclosed where one of them is no exact number: nothing is summed as zero. */
export const sumOf = (draft: LedgerDraft, id: FigureId, label: string, unit: Unit, year: number, parts: readonly FigureId[]): Figure => {
  const known = draft.figures.get(id);
  if (known) return known;
  const figures = parts.flatMap((p) => draft.figures.get(p) ?? []);
  const values = figures.map(exactValue);
  const sum = values.reduce<number | undefined>((total, v) => (total === undefined || v === undefined ? undefined : total + v), 0);
  const statuses = new Set<FigureStatus>(figures.map((f) => f.status));
  return addFigure(draft, {
    id,
    label,
    quantity:
      sum === undefined || figures.length < parts.length || parts.length === 0
        ? { kind: 'undisclosed', reason: 'undisclosed' }
        : // Adding decimal fractions leaves binary noise, which no source printed.
          computed(Number(sum.toPrecision(12)), Math.max(0, ...figures.map(printedDecimals)), figures),
    unit,
    period: { from: year, to: year },
    status: statuses.size === 1 ? (figures[0]?.status ?? 'derived') : 'derived',
    origin: { kind: 'derived', rule: 'sum', from: [...parts] },
    signed: false,
  });
};
