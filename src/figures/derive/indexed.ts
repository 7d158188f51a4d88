import { filled } from '../../base/pattern.ts';
import { addFigure, type LedgerDraft, pointOf } from '../draft.ts';
import type { Figure, FigureGroup, Quantity } from '../ledger.ts';
import { computed, exactValue, printedDecimals } from '../quantity.ts';

const UNDISCLOSED: Quantity = { kind: 'undisclosed', reason: 'undisclosed' };

/** A point of a series as an index of its value in a base year (= 100). Undisclosed where either is no exact number. */
export const indexed = (draft: LedgerDraft, series: string, base: number, year: number): Figure => {
  const id = `${series}.index.${base}-${year}`;
  const known = draft.figures.get(id);
  if (known) return known;
  const [start, end] = [pointOf(draft, series, base), pointOf(draft, series, year)];
  const [startValue, endValue] = [exactValue(start), exactValue(end)];
  return addFigure(draft, {
    id,
    label: filled(draft.names.index, { name: draft.groups.get(series)?.short ?? series, year }),
    quantity:
      startValue !== undefined && startValue > 0 && endValue !== undefined
        ? computed((endValue / startValue) * 100, 1, [start, end])
        : UNDISCLOSED,
    unit: { kind: 'index', base: `${base} = 100` },
    period: { from: year, to: year },
    status: 'derived',
    origin: { kind: 'derived', rule: 'index', from: [start?.id ?? `${series}.${base}`, end?.id ?? `${series}.${year}`] },
    signed: false,
  });
};

/** The mean of a series' points in the given years. Undisclosed where one of them is no exact number. */
export const meanOf = (draft: LedgerDraft, series: string, years: readonly number[]): Figure => {
  const [from, to] = [Math.min(...years), Math.max(...years)];
  // A mean of some of the years is another figure than one of all.
  const id = years.length === to - from + 1 ? `${series}.mean.${from}-${to}` : `${series}.mean.${years.join('.')}`;
  const known = draft.figures.get(id);
  if (known) return known;
  const points = years.map((y) => pointOf(draft, series, y));
  const values = points.map(exactValue);
  const sum = values.reduce<number | undefined>((total, v) => (total === undefined || v === undefined ? undefined : total + v), 0);
  const decimals = Math.max(0, ...points.map((p) => (p?.quantity.kind === 'value' ? p.quantity.decimals : 0)));
  const group = draft.groups.get(series);
  return addFigure(draft, {
    id,
    label: filled(draft.names.mean, { name: group?.short ?? series, years: `${from}–${to}` }),
    quantity: sum === undefined || years.length === 0 ? UNDISCLOSED : computed(sum / years.length, decimals, points),
    unit: group?.unit ?? { kind: 'percent' },
    period: { from, to },
    status: 'derived',
    origin: { kind: 'derived', rule: 'mean', from: points.flatMap((p) => p?.id ?? []) },
    signed: false,
  });
};

/** The mean of the disclosed parts of a breakdown, without a residual. Undisclosed where no part is an exact number. */
export const meanOfParts = (draft: LedgerDraft, group: FigureGroup): Figure => {
  const id = `${group.id}.mean`;
  const known = draft.figures.get(id);
  if (known) return known;
  const parts = group.members.flatMap((m) => (m.role === 'other' ? [] : (draft.figures.get(m.figure) ?? [])));
  const exact = parts.filter((f) => exactValue(f) !== undefined);
  const sum = exact.reduce((total, f) => total + (exactValue(f) ?? 0), 0);
  return addFigure(draft, {
    id,
    label: filled(draft.names.meanOfParts, { name: group.label }),
    quantity: exact.length === 0 ? UNDISCLOSED : computed(sum / exact.length, Math.max(0, ...exact.map(printedDecimals)), exact),
    unit: group.unit,
    period: parts[0]?.period ?? { from: 0, to: 0 },
    status: 'derived',
    origin: { kind: 'derived', rule: 'mean', from: exact.map((f) => f.id) },
    signed: false,
  });
};
