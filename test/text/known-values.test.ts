import { describe, expect, it } from 'vitest';
import type { Market } from '../../src/market/market.ts';
import { marketFile, marketOf, type PointEntry, sizeSeries } from '../support/market.ts';
import { readPlan } from '../support/read-plan.ts';

interface Stated {
  readonly from: number;
  readonly to: number;
  readonly value?: string;
  readonly low?: string;
  readonly high?: string;
  readonly missing?: string;
}

const marketWith = (points: readonly PointEntry[], growth: readonly Stated[] = []): Market =>
  marketOf(
    marketFile({
      series: [sizeSeries(points)],
      growth: growth.map((g) => ({ of: 'size', source: { id: 'report' }, ...g })),
    }),
  );

const OVER = { status: 'estimate', qualifier: 'over' } as const;
const FORECAST = { status: 'forecast' } as const;
const RATE: Stated = { from: 2024, to: 2029, value: '10.0' };
const KNOWN: readonly PointEntry[] = [
  [2023, '1.00'],
  [2024, '1.10', { status: 'estimate' }],
  [2029, '1.77', FORECAST],
];

describe('a value that is not exact', () => {
  it('is disclosed all the same', async () => {
    const { titles, errors, text } = await readPlan(marketWith([[2024, '1.10', OVER]]));
    expect(errors).toEqual([]);
    expect(titles[1]).toBe('One value of the example market is disclosed: over $1.10 bn in 2024');
    expect(titles[2]).toBe('The example market is estimated at over $1.10 bn in 2024, the only value the source discloses');
    expect(text).not.toMatch(/no value|not disclosed|undisclosed/i);
  });

  it('gives no growth', async () => {
    const { titles } = await readPlan(
      marketWith([
        [2024, '1.10', OVER],
        [2029, '1.77', { ...FORECAST, qualifier: 'over' }],
      ]),
    );
    expect(titles[1]).toBe('The source gives the example market in bounds and ranges; in 2029 it is forecast at over $1.77 bn');
    expect(titles[2]).toBe('The example market is forecast at over $1.77 bn in 2029; no growth follows from bounds and ranges');
  });

  it('stands beside the rate its source states', async () => {
    const { titles } = await readPlan(
      marketWith(
        [
          [2023, '1.00'],
          [2024, '1.10', OVER],
          [2029, '1.77', { ...FORECAST, qualifier: 'over' }],
        ],
        [RATE],
      ),
    );
    expect(titles[2]).toBe(
      'The example market is forecast at over $1.77 bn in 2029; the source states growth of 10.0% a year over 2024–2029',
    );
  });
});

describe('titles of size', () => {
  it.each([
    ['a range', { low: '9', high: '11' }, 'compounding at 9–11% a year from 2024'],
    ['a plain rate', { value: '10.0' }, 'compounding at 10.0% a year from 2024'],
  ])('name %s', async (_, rate, part) => {
    const { titles, text } = await readPlan(marketWith(KNOWN, [{ from: 2024, to: 2029, ...rate }]));
    expect(titles[1]).toBe('The example market is forecast to reach 1.6× its 2024 level by 2029');
    expect(titles[2]).toBe(`The example market is forecast to reach $1.77 bn by 2029, ${part}`);
    expect(text).not.toMatch(/undisclosed|no growth|no complete/i);
  });

  it('tell both sizes where the rate is withheld', async () => {
    const { titles, text } = await readPlan(marketWith(KNOWN, [{ from: 2024, to: 2029, missing: 'undisclosed' }]));
    expect(titles[2]).toBe('The example market is forecast at $1.77 bn in 2029, after $1.10 bn in 2024');
    expect(text).toContain('It adds US$0.67 billion over 2024–2029.');
    expect(text).not.toMatch(/no growth rate|n\/d/i);
  });

  it('go by the sizes where a rate of another sign is stated', async () => {
    const { titles } = await readPlan(marketWith(KNOWN, [{ from: 2024, to: 2029, low: '-1', high: '3' }]));
    expect(titles[2]).toContain('is forecast to reach $1.77 bn by 2029');
  });
});

describe('a stated rate', () => {
  it.each([
    ['begins', [KNOWN[0], KNOWN[2]], 'The example market is forecast at $1.77 bn in 2029'],
    ['ends', [KNOWN[0], KNOWN[1]], 'The example market is estimated at $1.10 bn in 2024'],
  ])('that %s in a year without a value is told beside the other end', async (_, points, start) => {
    const { titles, errors, text } = await readPlan(marketWith(points as readonly PointEntry[], [RATE]));
    expect(errors).toEqual([]);
    expect(titles[2]).toBe(`${start}; the source states growth of 10.0% a year over 2024–2029`);
    expect([...titles, text].join('\n')).not.toContain('n/d');
  });

  it('is told where every size is withheld', async () => {
    const { titles, errors } = await readPlan(
      marketWith(
        [
          [2024, null, { missing: 'undisclosed' }],
          [2029, null, { missing: 'undisclosed' }],
        ],
        [RATE],
      ),
    );
    expect(errors).toEqual([]);
    expect(titles[1]).toBe('A growth of 10.0% a year is stated for the example market, but its size is undisclosed');
    expect(titles[2]).toBe('The example market grows by 10.0% a year over 2024–2029 by the source’s account, but its size is undisclosed');
  });

  it('of the last window makes the title, and the others are printed too', async () => {
    const { titles, text, blocks } = await readPlan(marketWith([[2019, '0.80'], ...KNOWN], [{ from: 2019, to: 2024, value: '6.6' }, RATE]));
    expect(titles[2]).toBe('The example market is forecast to reach $1.77 bn by 2029, compounding at 10.0% a year from 2024');
    expect(text).toContain('For 2019–2024 the source states 6.6% a year [1].');
    const trace = blocks.flatMap((b) => (b.kind === 'table' && b.anchor === 'table-figures' ? b.rows : []));
    expect(trace.map((r) => r.cells[0]?.map((x) => x.text).join(''))).toEqual(
      expect.arrayContaining(['Example market, CAGR 2019–2024', 'Example market, CAGR 2024–2029']),
    );
  });
});

describe('a value derived between two actual ones', () => {
  it('is no forecast', async () => {
    const { blocks, text } = await readPlan(
      marketWith(
        [
          [2015, '1.00'],
          [2020, '1.61'],
        ],
        [{ from: 2015, to: 2020, value: '10.0' }],
      ),
    );
    const figure = blocks.find((b) => b.kind === 'figure');
    const drawn = JSON.stringify(figure?.kind === 'figure' ? figure.chart : {});
    expect(drawn).toContain('2017D');
    expect(drawn).not.toContain('2017F');
    expect(drawn).not.toMatch(/forecast, derived/i);
    expect(text).not.toContain('forecast');
    expect(figure?.kind === 'figure' ? figure.note.map((r) => r.text).join('') : '').toContain('A = actual, D = derived.');
  });
});
