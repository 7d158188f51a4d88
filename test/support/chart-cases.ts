import { compileChart } from '../../src/charts/compile.ts';
import { type Compilation, DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import { compare } from '../../src/figures/derive/change.ts';
import { compoundPath } from '../../src/figures/derive/compound.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { en } from '../../src/locale/en.ts';
import { ledgerOf, marketFile, type PointEntry, partsOf, sizeSeries } from './market.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

const FRAME: Frame = { width: 560, height: 300 };

export type Medium = 'deck' | 'report';

const contextOf = (ledger: LedgerDraft, frame: Frame, medium: Medium) => ({
  ledger,
  locale: en,
  frame,
  scale: medium === 'deck' ? DECK_SCALE : REPORT_SCALE,
});

/** A column chart of the series `size`; with a window it has that window's rate, and the years computed inside of it. */
export const columnChart = (
  points: readonly PointEntry[],
  window?: readonly [from: number, to: number],
  frame = FRAME,
  medium: Medium = 'deck',
): Compilation & { readonly ledger: LedgerDraft } => {
  const ledger = ledgerOf(marketFile({ series: [sizeSeries(points)] }));
  const rates = window ? [compare(ledger, 'cagr', 'size', ...window).id] : [];
  const path = window ? compoundPath(ledger, 'size', ...window).map((f) => f.id) : [];
  return { ...compileChart({ kind: 'column', id: 'columns', of: 'size', rates, path }, contextOf(ledger, frame, medium)), ledger };
};

/** A bar chart of a breakdown in per cent. */
export const barChart = (
  items: Parameters<typeof partsOf>[0],
  frame = FRAME,
  medium: Medium = 'deck',
): Compilation & { readonly ledger: LedgerDraft } => {
  const ledger = ledgerOf(marketFile({ breakdowns: [partsOf(items)] }));
  return { ...compileChart({ kind: 'bar', id: 'bars', of: 'parts' }, contextOf(ledger, frame, medium)), ledger };
};
