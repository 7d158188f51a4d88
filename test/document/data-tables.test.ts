import { describe, expect, it } from 'vitest';
import { dataTables } from '../../src/document/data-tables.ts';
import type { BlockOf, Inline } from '../../src/document/document.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { chartSpec } from '../support/chart-cases.ts';
import { ledgerOf, marketFile, partsOf } from '../support/market.ts';

const said = (inlines: readonly Inline[]): string =>
  inlines.map((i) => (i.kind === 'text' ? i.text : i.kind === 'figure' ? `<${i.figure} ${i.form}>` : `{${i.kind}}`)).join('');

const chart = (
  ledger: LedgerDraft,
  ...request: Parameters<typeof chartSpec> extends [unknown, ...infer R] ? R : never
): BlockOf<'chart'> => ({
  kind: 'chart',
  anchor: 'a-chart',
  spec: chartSpec(ledger, ...request),
  caption: [],
  heading: [],
  note: [],
  sources: [],
});

const WORDS = {
  caption: [{ kind: 'text', text: 'Data of' }],
  item: [{ kind: 'text', text: 'Item' }],
  value: [{ kind: 'text', text: 'Value' }],
} as const;

describe('the data of a chart as a table', () => {
  it('has a row for each year, with the figures the chart draws', () => {
    const ledger = ledgerOf(marketFile());
    const [table, ...more] = dataTables([chart(ledger, 'column', 'c', { shape: 'series', of: ['size'] })], WORDS);
    expect(more).toEqual([]);
    expect(table?.columns.map((c) => said(c.header))).toEqual(['Item', 'Example market']);
    expect(table?.rows.slice(0, 2).map((r) => r.cells.map(said))).toEqual([
      ['<size.2021 year>', '<size.2021 bare>'],
      ['<size.2022 year>', '<size.2022 bare>'],
    ]);
    expect(said(table?.caption ?? [])).toBe('Data of {reference}');
  });

  it('has a row for each part of a breakdown, withheld ones among them', () => {
    const ledger = ledgerOf(
      marketFile({
        breakdowns: [
          partsOf([
            ['One', '60.0'],
            ['Two', null],
          ]),
        ],
      }),
    );
    const [table] = dataTables([chart(ledger, 'bar', 'b', { shape: 'parts', of: ['parts'] })], WORDS);
    expect(table?.rows.map((r) => r.cells.map(said))).toEqual([
      ['One', '<parts.part-1 bare>'],
      ['Two', '<parts.part-2 bare>'],
    ]);
  });
});
