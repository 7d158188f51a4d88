import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { readInput } from '../../src/input/index.ts';
import type { Market } from '../../src/market/market.ts';
import { readMarket } from '../../src/market/read.ts';

export type Entry = Readonly<Record<string, unknown>>;

/** A point of a series as a market file has it: `[2024, '1.65']`, or with more to say `[2024, '1.65', { status: 'estimate' }]`. */
export type PointEntry = readonly [year: number, value: string | null, more?: Entry];

const point = ([period, value, more]: PointEntry): Entry => ({
  period,
  ...(value === null ? {} : { value }),
  status: 'actual',
  ...more,
});

/** A series `size` in billions of dollars. */
export const sizeSeries = (points: readonly PointEntry[], more: Entry = {}): Entry => ({
  id: 'size',
  label: 'Size of the example market',
  short: 'Example market',
  phrase: 'the example market',
  scope: { measure: 'market-size', area: 'world' },
  unit: { kind: 'money', currency: 'USD', scale: 9 },
  source: { id: 'report', locator: 'page 1' },
  points: points.map(point),
  ...more,
});

export const FIVE_YEARS: readonly PointEntry[] = [
  [2021, '1.00'],
  [2022, '1.10'],
  [2023, '1.21'],
  [2024, '1.33', { status: 'estimate' }],
  [2025, '1.46', { status: 'forecast' }],
];

/** The smallest market file there is, with one series; `changes` replaces whole keys. */
export const marketFile = (changes: Entry = {}): Entry => ({
  marketbrief: 1,
  id: 'example',
  title: 'Example market',
  subtitle: 'A file for tests',
  shortTitle: 'Example market',
  name: 'example market',
  asOf: '2025-01-15',
  areas: [{ id: 'world', label: 'World' }],
  sources: [{ id: 'report', type: 'report', title: 'A report', publisher: 'A publisher', short: 'A publisher, a report' }],
  headline: ['size'],
  series: [sizeSeries(FIVE_YEARS)],
  ...changes,
});

/** A breakdown `parts` of the year 2025 in per cent, one item for each value; null is undisclosed. */
export const partsOf = (items: readonly (readonly [label: string, value: string | null, more?: Entry])[], more: Entry = {}): Entry => ({
  id: 'parts',
  label: 'Shares of the example market',
  of: 'size',
  dimension: 'Part',
  period: 2025,
  unit: 'percent',
  exhaustive: false,
  source: { id: 'report' },
  items: items.map(([label, value, extra], i) => ({
    id: `part-${i + 1}`,
    label,
    ...(value === null ? (extra ?? { missing: 'undisclosed' }) : { value, ...extra }),
  })),
  ...more,
});

export const bytesOf = (file: Entry): Uint8Array => new TextEncoder().encode(JSON.stringify(file, null, 1));

/** A market file through the reader, with what was found. */
export const readFile = (file: Entry): { readonly market: Market | undefined; readonly diagnostics: readonly Diagnostic[] } => {
  const raw = readInput('example.json', bytesOf(file));
  const read = raw.value && readMarket(raw.value);
  return { market: read?.value, diagnostics: [...raw.diagnostics, ...(read?.diagnostics ?? [])] };
};

export const marketOf = (file: Entry): Market => {
  const { market, diagnostics } = readFile(file);
  if (!market) throw new Error(`the test's own market is not valid: ${diagnostics.map((d) => d.message).join('; ')}`);
  return market;
};

export const ledgerOf = (file: Entry): LedgerDraft => openLedger(marketOf(file));

export const ledgerOfPoints = (points: readonly PointEntry[], more: Entry = {}): LedgerDraft =>
  ledgerOf(marketFile({ series: [sizeSeries(points)], ...more }));

/** The ledger of a file that was never text: for properties over thousands of markets. Places of findings are not known. */
export const ledgerOfData = (file: Entry): LedgerDraft => {
  const start = { line: 1, column: 1, offset: 0 };
  const spanOf = () => ({ file: 'example', start, end: start });
  const textSpanOf = () => ({ ...spanOf(), linewise: false });
  const { value, diagnostics } = readMarket({ file: 'example', text: '', value: file, spanOf, keySpanOf: spanOf, textSpanOf });
  if (!value) throw new Error(`the test's own market is not valid: ${diagnostics.map((d) => d.message).join('; ')}`);
  return openLedger(value);
};
