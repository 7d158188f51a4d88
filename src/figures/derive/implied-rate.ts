import { filled } from '../../base/pattern.ts';
import { cagrAgreement } from '../../market/checks/cagr-agrees.ts';
import type { Growth, Market } from '../../market/market.ts';
import { addFigure, type LedgerDraft } from '../draft.ts';
import type { Figure } from '../ledger.ts';
import { windowId } from '../open-ledger.ts';
import { PERCENT } from '../quantity.ts';

/** What the end points of a stated growth rate say of it, within the rounding they were printed with. */
export interface RateCheck {
  readonly agrees: boolean;
  /** The range of rates the end points can mean, in per cent. */
  readonly implied: Figure;
}

/** Recomputes a stated growth rate. Undefined where an end point is not an exact number. */
export const checkRate = (draft: LedgerDraft, market: Market, growth: Growth): RateCheck | undefined => {
  const agreement = cagrAgreement(market, growth);
  if (!agreement) return undefined;
  const { from, to } = growth;
  const id = `${growth.of}.cagr.${windowId(from, to)}.implied`;
  const implied: Figure = draft.figures.get(id) ?? {
    id,
    label: filled(draft.names.impliedRate, { name: draft.groups.get(growth.of)?.short ?? growth.of, years: `${from}–${to}` }),
    quantity: { kind: 'range', low: agreement.low, high: agreement.high, decimals: 1 },
    unit: PERCENT,
    period: { from, to },
    status: 'derived',
    origin: { kind: 'derived', rule: 'cagr', from: [`${growth.of}.${from}`, `${growth.of}.${to}`] },
    signed: false,
  };
  // Only a disagreement is printed: the ledger lists what a reader can meet.
  return { agrees: agreement.agrees, implied: agreement.agrees ? implied : addFigure(draft, implied) };
};
