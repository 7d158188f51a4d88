import { describe, expect, it } from 'vitest';
import { drawnFigures } from '../../../src/figures/drawn/index.ts';
import { ledgerOf, marketFile, sizeSeries } from '../../support/market.ts';

const NAMES = ['a', 'b', 'c', 'd'] as const;

/** Four members over two years; "d" is small in the first and large in the second. */
const cubeFile = () =>
  marketFile({
    dimensions: [{ id: 'segment', label: 'Segment', members: NAMES.map((id) => ({ id, label: id.toUpperCase() })) }],
    cubes: [
      {
        id: 'sales',
        label: 'Sales',
        short: 'Sales',
        measure: 'sales',
        area: 'world',
        unit: { kind: 'money', currency: 'USD', scale: 6 },
        dimensions: ['segment'],
        periods: [2023, 2029],
        statuses: ['actual', 'forecast'],
        source: { id: 'report' },
        rows: [
          { at: { segment: 'a' }, values: ['40', '42'] },
          { at: { segment: 'b' }, values: ['30', '33'] },
          { at: { segment: 'c' }, values: ['20', '21'] },
          { at: { segment: 'd' }, values: ['1', '90'] },
          { at: { segment: 'total' }, values: ['91', '186'] },
        ],
      },
    ],
  });

const REQUEST = { shape: 'series', of: ['sales.segment'], windows: [], path: false, differences: [], mean: false, fold: 3 } as const;

describe('the smallest series of a chart', () => {
  it('are one, "Other", whose figures are their sums', () => {
    const ledger = ledgerOf(cubeFile());
    const drawn = drawnFigures(ledger, { ...REQUEST, years: [2029] });
    expect(drawn?.series.map((s) => s.label)).toEqual(['A', 'D', 'Other']);
    const [point] = drawn?.series.at(-1)?.points ?? [];
    expect(ledger.figures.get(point?.figure ?? '')).toMatchObject({
      quantity: { kind: 'value', value: 54 },
      origin: { kind: 'derived', rule: 'sum', from: ['sales.b.2029', 'sales.c.2029'] },
    });
  });

  it('are others in a chart of other years, and so is their sum', () => {
    const ledger = ledgerOf(cubeFile());
    const sums = [[2029], [2023]].map((years) => {
      const drawn = drawnFigures(ledger, { ...REQUEST, years });
      return ledger.figures.get(drawn?.series.at(-1)?.points[0]?.figure ?? '')?.quantity;
    });
    expect(sums).toMatchObject([{ value: 54 }, { value: 21 }]);
    const again = drawnFigures(ledger, { ...REQUEST, years: [2029] });
    expect(again?.series.at(-1)?.points[0]?.figure).toMatch(/^sales\.segment\.others-[a-z0-9]{6}\.2029$/);
  });
});

describe('series of two units', () => {
  it('are not drawn on one axis', () => {
    const other = sizeSeries([[2023, '5']], { id: 'units', unit: { kind: 'count', of: 'units', scale: 3 } });
    const ledger = ledgerOf(marketFile({ series: [sizeSeries([[2023, '1.0']]), other] }));
    expect(drawnFigures(ledger, { ...REQUEST, of: ['size', 'units'] })).toBeUndefined();
    expect(drawnFigures(ledger, { ...REQUEST, of: ['size', 'nope'] })).toBeUndefined();
  });
});

describe('the mean', () => {
  it('of some years is another figure than the mean of all', () => {
    const ledger = ledgerOf(
      marketFile({
        series: [
          sizeSeries([
            [2021, '1.0'],
            [2022, '2.0'],
            [2023, '6.0'],
          ]),
        ],
      }),
    );
    const meanOf = (years?: readonly number[]) => {
      const drawn = drawnFigures(ledger, { ...REQUEST, of: ['size'], mean: true, ...(years ? { years } : {}) });
      return ledger.figures.get(drawn?.series[0]?.mean ?? '')?.quantity;
    };
    expect([meanOf(), meanOf([2021, 2023])]).toMatchObject([{ value: 3 }, { value: 3.5 }]);
  });
});
