import { type Compilation, compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import type { DrawRequest } from '../../src/figures/drawn/drawn.ts';
import { drawnFigures } from '../../src/figures/drawn/index.ts';
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

/** What a template's directive would ask for. */
export const chartSpec = (
  ledger: LedgerDraft,
  kind: ChartSpec['kind'],
  id: string,
  request: Pick<DrawRequest, 'shape' | 'of'> & Partial<DrawRequest>,
): ChartSpec => {
  const drawn = drawnFigures(ledger, { windows: [], path: false, differences: [], mean: false, ...request });
  if (!drawn) throw new Error(`the test's own chart "${id}" draws nothing`);
  return { kind, id, of: request.of, drawn, levels: [], secondAxis: false };
};

/** A column chart of the series `size`; with a window it has that window's rate, and the years computed inside of it. */
export const columnChart = (
  points: readonly PointEntry[],
  window?: readonly [from: number, to: number],
  frame = FRAME,
  medium: Medium = 'deck',
): Compilation & { readonly ledger: LedgerDraft } => {
  const ledger = ledgerOf(marketFile({ series: [sizeSeries(points)] }));
  const windows = window ? [{ from: window[0], to: window[1] }] : [];
  const spec = chartSpec(ledger, 'column', 'columns', { shape: 'series', of: ['size'], windows, path: true });
  return { ...compileChart(spec, contextOf(ledger, frame, medium)), ledger };
};

/** A bar chart of a breakdown in per cent. */
export const barChart = (
  items: Parameters<typeof partsOf>[0],
  frame = FRAME,
  medium: Medium = 'deck',
): Compilation & { readonly ledger: LedgerDraft } => {
  const ledger = ledgerOf(marketFile({ breakdowns: [partsOf(items)] }));
  return { ...compileChart(chartSpec(ledger, 'bar', 'bars', { shape: 'parts', of: ['parts'] }), contextOf(ledger, frame, medium)), ledger };
};
