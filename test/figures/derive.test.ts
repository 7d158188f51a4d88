import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../src/figures/derive/change.ts';
import { compoundPath } from '../../src/figures/derive/compound.ts';
import { rank } from '../../src/figures/derive/rank.ts';
import { remainder, share, times } from '../../src/figures/derive/share.ts';
import { findFigure } from '../../src/figures/find.ts';
import type { Figure } from '../../src/figures/ledger.ts';
import { en } from '../../src/locale/en.ts';
import { FIVE_YEARS, ledgerOf, ledgerOfPoints, marketFile, type PointEntry, partsOf, sizeSeries } from '../support/market.ts';

const printed = (figure: Figure | undefined): string => (figure ? en.print(figure, 'value').replaceAll('\u00a0', ' ') : 'none');

const WITHHELD: PointEntry = [2025, null, { missing: 'undisclosed' }];
const RANGE: PointEntry = [2025, null, { low: '1.40', high: '1.50' }];
const OVER: PointEntry = [2025, '1.46', { qualifier: 'over' }];

describe('what is derived from two points', () => {
  it.each([
    ['size.cagr.2021-2025', '+9.9%'],
    ['size.growth.2021-2025', '+46.0%'],
    ['size.change.2021-2025', '+$0.46 bn'],
    ['size.multiple.2021-2025', '1.5×'],
    ['size.yoy.2022', '+10.0%'],
    ['size.cagr.2021-2023', '+10.0%'],
  ])('prints %s as %s', (id, expected) => {
    expect(printed(findFigure(ledgerOfPoints(FIVE_YEARS), id))).toBe(expected);
  });

  it.each([
    ['change', 'size.change.2021-2025', '\u2212$0.25 bn'],
    ['growth', 'size.growth.2021-2025', '\u221225.0%'],
    ['rate', 'size.cagr.2021-2025', '\u22126.9%'],
  ])('keeps the sign of a falling %s', (_, id, expected) => {
    const draft = ledgerOfPoints([
      [2021, '1.00'],
      [2025, '0.75'],
    ]);
    expect(printed(findFigure(draft, id))).toBe(expected);
  });

  it('prints no more decimals of a change than its inputs have', () => {
    const draft = ledgerOfPoints([
      [2021, '1'],
      [2025, '3'],
    ]);
    expect(printed(findFigure(draft, 'size.change.2021-2025'))).toBe('+$2 bn');
  });

  it('names both inputs as its origin', () => {
    expect(findFigure(ledgerOfPoints(FIVE_YEARS), 'size.multiple.2021-2025')?.origin).toEqual({
      kind: 'derived',
      rule: 'multiple',
      from: ['size.2021', 'size.2025'],
    });
  });

  it('gives a published rate as it is instead of computing one', () => {
    const draft = ledgerOf(marketFile({ growth: [{ of: 'size', from: 2021, to: 2025, value: '9.5', source: { id: 'report' } }] }));
    const rate = compare(draft, 'cagr', 'size', 2021, 2025);
    expect([printed(rate), rate.origin.kind]).toEqual(['+9.5%', 'stated']);
  });

  it('recovers the rate r from v and v·(1 + r)^n', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: -0.6, max: 2, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (start, rate, years) => {
          const end = start * (1 + rate) ** years;
          // What nine decimals can still tell, and a market can still be.
          fc.pre(start > 1e-2 && end > 1e-2 && end < 1e14);
          const draft = ledgerOfPoints([
            [1990, start.toFixed(9)],
            [1990 + years, end.toFixed(9)],
          ]);
          const { quantity } = compare(draft, 'cagr', 'size', 1990, 1990 + years);
          expect(quantity.kind === 'value' && quantity.value / 100).toBeCloseTo(rate, 5);
        },
      ),
    );
  });

  it('makes the change and the multiple of the same two points agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
        const draft = ledgerOfPoints([
          [2020, String(a)],
          [2025, String(b)],
        ]);
        const amount = (name: 'change' | 'multiple'): number => {
          const { quantity } = compare(draft, name, 'size', 2020, 2025);
          return quantity.kind === 'value' ? quantity.value : Number.NaN;
        };
        expect(a + amount('change')).toBe(b);
        expect(a * amount('multiple')).toBeCloseTo(b, 6);
      }),
    );
  });
});

describe('what cannot be derived', () => {
  const NAMES = ['cagr', 'growth', 'change', 'multiple'] as const;

  it.each([
    ['an undisclosed end', WITHHELD],
    ['a range', RANGE],
    ['a bound such as "over"', OVER],
  ])('from %s is undisclosed, never zero', (_, end) => {
    const draft = ledgerOfPoints([[2021, '1.00'], end]);
    for (const name of NAMES) {
      const figure = compare(draft, name, 'size', 2021, 2025);
      expect([name, figure.quantity.kind, printed(figure)]).toEqual([name, 'undisclosed', 'n/d']);
    }
  });

  it('from a year the series does not have is undisclosed', () => {
    const draft = ledgerOfPoints(FIVE_YEARS);
    expect(NAMES.map((name) => printed(compare(draft, name, 'size', 2021, 2030)))).toEqual(['n/d', 'n/d', 'n/d', 'n/d']);
  });

  it('as growth from zero or from a loss is not applicable, while the change is told', () => {
    const draft = ledgerOfPoints([
      [2021, '0.00'],
      [2023, '-0.50'],
      [2025, '1.00'],
    ]);
    const told = (id: string) => printed(findFigure(draft, id));
    expect(told('size.cagr.2021-2025')).toBe('n/a');
    expect(told('size.growth.2023-2025')).toBe('n/a');
    expect(told('size.multiple.2021-2025')).toBe('n/a');
    expect(told('size.change.2021-2025')).toBe('+$1.00 bn');
  });

  it('does not compound a path from an undisclosed start', () => {
    const draft = ledgerOfPoints([
      [2021, null, { missing: 'undisclosed' }],
      [2025, '1.46'],
    ]);
    expect(compoundPath(draft, 'size', 2021, 2025)).toEqual([]);
  });
});

describe('what is derived from a value the source calls "about"', () => {
  const draft = ledgerOf(
    marketFile({
      series: [
        sizeSeries([
          [2021, '1.00'],
          [2023, '1.21', { qualifier: 'about' }],
        ]),
      ],
      breakdowns: [
        partsOf([
          ['A', '40.0', { qualifier: 'about' }],
          ['B', '35.5'],
        ]),
      ],
    }),
  );

  it.each([
    ['size.cagr.2021-2023', 'about +10.0%'],
    ['size.growth.2021-2023', 'about +21.0%'],
    ['size.change.2021-2023', 'about +$0.21 bn'],
    ['size.multiple.2021-2023', 'about 1.2×'],
    ['size.path.2022', 'about $1.10 bn'],
    ['parts.remainder', 'about 24.5%'],
    ['parts.part-1.rank', 'no. 1 of 2'],
  ])('prints %s as %s', (id, expected) => {
    expect(printed(findFigure(draft, id))).toBe(expected);
  });

  it('is exact where none of its inputs is "about"', () => {
    expect(printed(rank(draft, 'parts', 'parts.part-2'))).toBe('no. 2 of 2');
    expect(printed(findFigure(ledgerOfPoints(FIVE_YEARS), 'size.change.2021-2025'))).toBe('+$0.46 bn');
  });

  it('is undisclosed for every other word and for ranges', () => {
    for (const qualifier of ['over', 'at-least', 'under', 'up-to', 'almost'])
      expect(
        printed(
          findFigure(
            ledgerOfPoints([
              [2021, '1.00'],
              [2025, '1.46', { qualifier }],
            ]),
            'size.change.2021-2025',
          ),
        ),
      ).toBe('n/d');
    expect(printed(findFigure(ledgerOfPoints([[2021, '1.00'], RANGE]), 'size.change.2021-2025'))).toBe('n/d');
  });
});

describe('the years between published ones', () => {
  it('follow from the first value and the rate, and leave published years alone', () => {
    const draft = ledgerOfPoints([
      [2021, '1.00'],
      [2023, '1.30'],
      [2025, '1.4641'],
    ]);
    const path = compoundPath(draft, 'size', 2021, 2025);
    expect(path.map((f) => `${f.id} ${printed(f)} ${f.status}`)).toEqual([
      'size.path.2022 $1.10 bn derived',
      'size.path.2024 $1.33 bn derived',
    ]);
  });
});

describe('parts of a whole', () => {
  const shares = (items: Parameters<typeof partsOf>[0]) => ledgerOf(marketFile({ breakdowns: [partsOf(items)] }));

  it('rank by value, with the residual and what is withheld left out of the places', () => {
    const draft = shares([
      ['Small', '10.0'],
      ['Large', '40.0'],
      ['Withheld', null],
      ['Middle', '20.0'],
    ]);
    expect([1, 2, 3, 4].map((n) => printed(rank(draft, 'parts', `parts.part-${n}`)))).toEqual([
      'no. 3 of 3',
      'no. 1 of 3',
      'n/d',
      'no. 2 of 3',
    ]);
  });

  it('leave a remainder only when every part is exact', () => {
    expect(
      printed(
        remainder(
          shares([
            ['A', '40.0'],
            ['B', '35.5'],
          ]),
          'parts',
        ),
      ),
    ).toBe('24.5%');
    expect(
      printed(
        remainder(
          shares([
            ['A', '40.0'],
            ['B', null],
          ]),
          'parts',
        ),
      ),
    ).toBe('n/d');
  });

  it('have a share of figures of one unit and one year alone', () => {
    const draft = ledgerOf(
      marketFile({
        breakdowns: [
          partsOf(
            [
              ['A', '0.73'],
              ['B', null],
            ],
            { unit: 'value' },
          ),
        ],
      }),
    );
    expect(printed(share(draft, 'parts.part-1', 'size.2025'))).toBe('50.0%');
    expect(printed(share(draft, 'parts.part-2', 'size.2025'))).toBe('n/d');
    expect(printed(share(ledgerOfPoints(FIVE_YEARS), 'size.2021', 'size.2025'))).toBe('n/d');
  });

  it('are found by ids that name their share and rank', () => {
    const draft = ledgerOf(
      marketFile({
        breakdowns: [
          partsOf(
            [
              ['A', '0.73'],
              ['B', '0.40'],
            ],
            { unit: 'value' },
          ),
        ],
      }),
    );
    expect(printed(findFigure(draft, 'parts.part-1.share'))).toBe('50.0%');
    expect(printed(findFigure(draft, 'parts.part-2.rank'))).toBe('no. 2 of 2');
    expect(findFigure(draft, 'parts.part-9.share')).toBeUndefined();
  });

  it('are multiples of each other when their units agree', () => {
    const draft = ledgerOfPoints(FIVE_YEARS);
    expect(printed(times(draft, 'size.2025', 'size.2021'))).toBe('1.5×');
    compare(draft, 'cagr', 'size', 2021, 2025);
    expect(printed(times(draft, 'size.2025', 'size.cagr.2021-2025'))).toBe('n/d');
  });

  it('have one share and one multiple for each base they are set against', () => {
    const draft = ledgerOf(
      marketFile({ breakdowns: [partsOf([['A', '0.73']], { unit: 'value' }), partsOf([['B', '1.00']], { unit: 'value', id: 'wide' })] }),
    );
    expect(printed(share(draft, 'parts.part-1', 'size.2025'))).toBe('50.0%');
    expect(printed(share(draft, 'parts.part-1', 'wide.part-1'))).toBe('73.0%');
    expect(printed(times(draft, 'size.2025', 'size.2021'))).toBe('1.5×');
    expect(printed(times(draft, 'size.2025', 'size.2022'))).toBe('1.3×');
    expect(printed(times(draft, 'size.2025', 'size.2021'))).toBe('1.5×');
  });

  it('always rank each disclosed part once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 20 }), (values) => {
        const draft = shares(values.map((v, i): readonly [string, string] => [`Part ${i + 1}`, (v / 1000).toFixed(3)]));
        const places = values.map((_, i) => {
          const { quantity } = rank(draft, 'parts', `parts.part-${i + 1}`);
          return quantity.kind === 'value' ? quantity.value : 0;
        });
        const expected = values.map((v) => values.filter((w) => w > v).length + 1);
        expect(places).toEqual(expected);
      }),
    );
  });
});

describe('a series in per cent', () => {
  const draft = () =>
    ledgerOfPoints([], {
      series: [
        sizeSeries(
          [
            [2023, '20'],
            [2029, '40'],
          ],
          { unit: { kind: 'percent' } },
        ),
      ],
    });

  it('changes by percentage points and has no compound growth rate', () => {
    const ledger = draft();
    expect(printed(compare(ledger, 'change', 'size', 2023, 2029))).toBe('+20 pp');
    expect(printed(compare(ledger, 'cagr', 'size', 2023, 2029))).toBe('n/a');
  });
});

describe('competing figures', () => {
  const withAlternatives = (series: string, sources: readonly string[]) =>
    ledgerOf(
      marketFile({
        headline: [series],
        sources: ['report', ...new Set(sources)].map((id) => ({ id, type: 'report', title: id, publisher: id })),
        series: [
          sizeSeries(
            [[2024, '1.00', { alternatives: sources.map((id, i) => ({ value: `${i + 2}.00`, note: `note ${i}`, source: { id } })) }]],
            {
              id: series,
            },
          ),
        ],
      }),
    );

  it('of one source, or of long names, keep an id each', () => {
    const alternatives = (ledger: ReturnType<typeof ledgerOf>) =>
      [...ledger.figures.values()].filter((f) => f.id.includes('.alt.')).map((f) => [f.id, f.note]);
    expect(alternatives(withAlternatives('size', ['other', 'other']))).toEqual([
      ['size.2024.alt.other', 'note 0'],
      ['size.2024.alt.2', 'note 1'],
    ]);
    const long = 'a'.repeat(48);
    expect(alternatives(withAlternatives(long, ['source-one', 'source-ono']))).toEqual([
      [`${long}.2024.alt.1`, 'note 0'],
      [`${long}.2024.alt.2`, 'note 1'],
    ]);
  });
});

describe('a figure asked for by id', () => {
  it('is found under its own id, and only for years the series has', () => {
    const ledger = ledgerOfPoints(FIVE_YEARS);
    expect(findFigure(ledger, 'size.growth.2023-2024')?.id).toBe('size.yoy.2024');
    expect(findFigure(ledger, 'size.cagr.1900-1950')).toBeUndefined();
    expect(findFigure(ledger, 'size.yoy.2030')).toBeUndefined();
    expect(findFigure(ledger, 'size.change.2025-2021')).toBeUndefined();
  });
});
