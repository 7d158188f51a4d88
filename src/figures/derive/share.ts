import type { FigureId } from '../../base/id.ts';
import { filled } from '../../base/pattern.ts';
import { addFigure, type LedgerDraft } from '../draft.ts';
import type { Figure, Quantity } from '../ledger.ts';
import { computed, exactValue, PERCENT, sameUnit } from '../quantity.ts';

/** Parts a ranked chart shows at most (VISUAL, 6: ten bars), beside what the others add up to. */
export const MOST_RANKED = 10;

const UNDISCLOSED: Quantity = { kind: 'undisclosed', reason: 'undisclosed' };

/** The short id, or one that names the base where the short id already stands for the same figure over another base. */
const idOver = (draft: LedgerDraft, short: FigureId, base: FigureId): FigureId => {
  const origin = draft.figures.get(short)?.origin;
  return origin === undefined || (origin.kind === 'derived' && origin.from.includes(base)) ? short : `${short}.${base}`;
};

/** A part as a share of its whole, in per cent. Both must be of one unit and one period, else the share is undisclosed. */
export const share = (draft: LedgerDraft, part: FigureId, whole: FigureId): Figure => {
  const id = idOver(draft, `${part}.share`, whole);
  const known = draft.figures.get(id);
  if (known) return known;
  const p = draft.figures.get(part);
  const w = draft.figures.get(whole);
  const partValue = exactValue(p);
  const wholeValue = exactValue(w);
  const comparable = p && w && sameUnit(p.unit, w.unit) && p.period.to === w.period.to;
  return addFigure(draft, {
    id,
    label: filled(draft.names.share, { name: p?.label ?? part }),
    quantity:
      comparable && partValue !== undefined && wholeValue !== undefined && wholeValue > 0
        ? computed((partValue / wholeValue) * 100, 1, [p, w])
        : UNDISCLOSED,
    unit: PERCENT,
    period: p?.period ?? { from: 0, to: 0 },
    status: 'derived',
    origin: { kind: 'derived', rule: 'share', from: [part, whole] },
    signed: false,
  });
};

/** One figure as a multiple of another of the same unit, e.g. what was added as a multiple of what was there. */
export const times = (draft: LedgerDraft, figure: FigureId, of: FigureId): Figure => {
  const id = idOver(draft, `${figure}.times`, of);
  const known = draft.figures.get(id);
  if (known) return known;
  const [a, b] = [draft.figures.get(figure), draft.figures.get(of)];
  const [x, y] = [exactValue(a), exactValue(b)];
  return addFigure(draft, {
    id,
    label: filled(draft.names.times, { name: a?.label ?? figure, year: b?.period.to ?? of }),
    quantity: a && b && sameUnit(a.unit, b.unit) && x !== undefined && y !== undefined && y > 0 ? computed(x / y, 1, [a, b]) : UNDISCLOSED,
    unit: { kind: 'multiple' },
    period: a?.period ?? { from: 0, to: 0 },
    status: 'derived',
    origin: { kind: 'derived', rule: 'multiple', from: [of, figure] },
    signed: false,
  });
};

/** What an incomplete list of shares leaves open: 100 % less the parts. Undisclosed when any part is. */
export const remainder = (draft: LedgerDraft, groupId: string): Figure => {
  const id = `${groupId}.remainder`;
  const known = draft.figures.get(id);
  if (known) return known;
  const group = draft.groups.get(groupId);
  const parts = group?.members.map((m) => draft.figures.get(m.figure)) ?? [];
  const values = parts.map(exactValue);
  const sum = values.reduce<number | undefined>((total, v) => (total === undefined || v === undefined ? undefined : total + v), 0);
  const decimals = Math.max(0, ...parts.map((p) => (p?.quantity.kind === 'value' ? p.quantity.decimals : 0)));
  return addFigure(draft, {
    id,
    label: filled(draft.names.remainder, { name: group?.label ?? groupId }),
    quantity: sum === undefined || group?.unit.kind !== 'percent' ? UNDISCLOSED : computed(100 - sum, decimals, parts),
    unit: PERCENT,
    period: parts[0]?.period ?? { from: 0, to: 0 },
    status: 'derived',
    origin: { kind: 'derived', rule: 'remainder', from: group?.members.map((m) => m.figure) ?? [] },
    signed: false,
  });
};
