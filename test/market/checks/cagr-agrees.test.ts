import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMarket } from '../../../src/market/checks/index.ts';
import { marketFile, marketOf, type PointEntry, sizeSeries } from '../../support/market.ts';

interface Window {
  readonly from: number;
  readonly to: number;
  readonly qualifier?: string;
}

const findings = (points: readonly PointEntry[], rate: string, window: Window): readonly string[] => {
  const market = marketOf(
    marketFile({ series: [sizeSeries(points)], growth: [{ of: 'size', ...window, value: rate, source: { id: 'report' } }] }),
  );
  return checkMarket(market)
    .filter((d) => d.code.startsWith('market/cagr'))
    .map((d) => `${d.severity} ${d.code}: ${[d.message, ...(d.hints ?? [])].join('; ')}`);
};

const GLOBAL: readonly PointEntry[] = [
  [2023, '1.29'],
  [2024, '1.65', { status: 'estimate' }],
  [2029, '4.54', { status: 'forecast' }],
];

describe('a published growth rate and its end points', () => {
  it('agree for the first data set, over the window the rate is stated for', () => {
    expect(findings(GLOBAL, '22.4', { from: 2024, to: 2029 })).toEqual([]);
  });

  it.each(['22.3', '22.5'])('allow %s %%, since their rounding allows 22.34 to 22.54', (rate) => {
    expect(findings(GLOBAL, rate, { from: 2024, to: 2029 })).toEqual([]);
  });

  it.each(['22.2', '22.7'])('do not allow %s %%', (rate) => {
    expect(findings(GLOBAL, rate, { from: 2024, to: 2029 })[0]).toContain(`the stated rate of ${rate} % for "size" does not follow`);
  });

  it('come with the window that would fit when they disagree', () => {
    expect(findings(GLOBAL, '23.3', { from: 2024, to: 2029 })).toEqual([
      'warning market/cagr-disagrees: the stated rate of 23.3 % for "size" does not follow from its end points: 2024 to 2029 implies 22.44 % (22.34 % to 22.54 % within rounding); it fits from 2023 to 2029',
    ]);
  });

  it('keep the digits of the rate: 14.00 is held to more than 14', () => {
    const points: readonly PointEntry[] = [
      [2020, '100.00'],
      [2021, '114.30'],
    ];
    expect(findings(points, '14', { from: 2020, to: 2021 })).toEqual([]);
    expect(findings(points, '14.00', { from: 2020, to: 2021 })).toHaveLength(1);
  });

  it.each([
    ['undisclosed', null, { missing: 'undisclosed' }],
    ['a range', null, { low: '4.00', high: '5.00' }],
    ['only a bound', '4.54', { qualifier: 'over' }],
  ])('are not judged when the last value is %s', (_, value, more) => {
    expect(
      findings(
        [
          [2024, '1.65'],
          [2029, value, more],
        ],
        '99.9',
        { from: 2024, to: 2029 },
      ),
    ).toEqual([]);
  });

  it('whose first value is not printed are told what it would have to be', () => {
    const points: readonly PointEntry[] = [
      [2023, '1.29'],
      [2029, '4.54', { status: 'forecast' }],
    ];
    expect(findings(points, '22.4', { from: 2024, to: 2029 })).toEqual([
      'note market/cagr-start-unprinted: the rate of "size" begins in 2024, which the source does not print: the value would have to be 1.65, a step of 28.1 % a year from 2023',
    ]);
    expect(findings(points, '35.0', { from: 2024, to: 2029 })[0]).toMatch(
      /^warning market\/cagr-start-unprinted: .*a step of -21\.5 % a year/,
    );
  });
});

describe('a rate that is a bound', () => {
  const pointsOf = (end: string): readonly PointEntry[] => [
    [2024, '1.10'],
    [2029, end, { status: 'forecast' }],
  ];
  const window = { from: 2024, to: 2029 };

  it.each([
    ['over', '8', '1.77'],
    ['at-least', '8', '1.77'],
    ['under', '12', '1.77'],
    ['about', '9', '1.77'],
  ])('%s %s %% is not contradicted by 10 %%', (qualifier, value, end) => {
    expect(findings(pointsOf(end), value, { ...window, qualifier })).toEqual([]);
  });

  it.each([
    ['over', '12', 'over 12 %'],
    ['up-to', '8.00', 'up to 8.00 %'],
  ])('%s %s %% is contradicted by 10 %%, and told as printed', (qualifier, value, shown) => {
    expect(findings(pointsOf('1.77'), value, { ...window, qualifier })[0]).toContain(`the stated rate of ${shown} for "size"`);
  });

  it('keeps the precision of a value in the hint on magnitudes', () => {
    const points: readonly PointEntry[] = [
      [2024, '2'],
      [2029, '5490', { status: 'forecast' }],
    ];
    expect(findings(points, '20.0', window)[0]).toContain('it fits if the value of 2024 is 1,000 times as large: magnitudes may be mixed');
  });
});

/** Two printed values, with how they are printed, and the years between them. */
const pairs = fc.record({
  start: fc.integer({ min: 50, max: 99_999 }),
  end: fc.integer({ min: 50, max: 99_999 }),
  decimals: fc.integer({ min: 0, max: 3 }),
  years: fc.integer({ min: 1, max: 12 }),
});

const shown = (units: number, decimals: number): string => (units / 10 ** decimals).toFixed(decimals);

const rateOver = (start: number, end: number, years: number): number => ((end / start) ** (1 / years) - 1) * 100;

describe('any two printed values', () => {
  it('accept every rate that values inside their rounding intervals give', () => {
    const within = fc.double({ min: -0.499, max: 0.499, noNaN: true });
    fc.assert(
      fc.property(pairs, within, within, fc.integer({ min: 0, max: 2 }), ({ start, end, decimals, years }, a, b, rateDecimals) => {
        const rate = rateOver(start + a, end + b, years).toFixed(rateDecimals);
        const points: readonly PointEntry[] = [
          [2000, shown(start, decimals)],
          [2000 + years, shown(end, decimals)],
        ];
        expect(findings(points, rate, { from: 2000, to: 2000 + years })).toEqual([]);
      }),
    );
  });

  it('refuse every rate that lies clearly outside of what rounding allows', () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), fc.double({ min: 0.02, max: 50, noNaN: true }), ({ start, end, decimals, years }, above, off) => {
        const lowest = rateOver(start + 0.5, end - 0.5, years);
        const highest = rateOver(start - 0.5, end + 0.5, years);
        // Half a unit of the rate's own last digit, and what toFixed may take back.
        const rate = (above ? highest + 0.01 + off : lowest - 0.01 - off).toFixed(2);
        // A loss of all is another finding.
        fc.pre(Number(rate) > -100);
        const points: readonly PointEntry[] = [
          [2000, shown(start, decimals)],
          [2000 + years, shown(end, decimals)],
        ];
        const found = findings(points, rate, { from: 2000, to: 2000 + years });
        expect(found).toHaveLength(1);
        expect(found[0]).toContain('market/cagr-disagrees');
      }),
    );
  });
});
