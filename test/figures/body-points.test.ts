import { describe, expect, it } from 'vitest';
import { drawnFigures } from '../../src/figures/drawn/index.ts';
import { ledgerOf, marketFile } from '../support/market.ts';

const POINTS = [
  { label: 'Screening', text: 'One', scores: { x: '4', y: '2.5' }, when: 2030 },
  { label: 'Cloud', text: 'Two' },
  { label: 'Support', text: 'Three', when: 2027 },
];

const ledgerWith = (axes: Readonly<Record<string, unknown>> = {}, points: readonly unknown[] = POINTS) =>
  ledgerOf(
    marketFile({
      narratives: {
        opportunities: {
          headline: 'What opens',
          axes: { x: 'Ease', y: 'Reach', ...axes },
          points,
          body: 'A paragraph.',
          source: { id: 'report', locator: 'page 3' },
        },
      },
    }),
  );

const REQUEST = { of: ['opportunities'], windows: [], path: false, differences: [], mean: false } as const;

describe('points of prose', () => {
  it('make their scores figures of the source, as it prints them', () => {
    const { figures } = ledgerWith();
    expect(figures.get('opportunities.1.y')).toMatchObject({
      label: 'Screening, Reach',
      quantity: { kind: 'value', value: 2.5, decimals: 1 },
      unit: { kind: 'index', base: '1–5' },
      origin: { kind: 'stated', citation: { source: 'report', locator: 'page 3' } },
    });
    expect(figures.has('opportunities.2.x')).toBe(false);
  });

  it('make scores of the authors editorial, whatever source the body has', () => {
    expect(ledgerWith({ editorial: true }).figures.get('opportunities.1.x')?.origin).toEqual({ kind: 'editorial' });
  });

  it('are placed by their scores in the order of the body; those without are kept', () => {
    const drawn = drawnFigures(ledgerWith(), { ...REQUEST, shape: 'placements' });
    expect(drawn?.places.map((p) => p.label)).toEqual(['Ease', 'Reach']);
    expect(drawn?.series.map((s) => [s.label, s.points.map((p) => p.figure)])).toEqual([
      ['Screening', ['opportunities.1.x', 'opportunities.1.y']],
      ['Cloud', []],
      ['Support', []],
    ]);
  });

  it('follow each other in time, those without a year last', () => {
    const drawn = drawnFigures(ledgerWith(), { ...REQUEST, shape: 'moments' });
    expect(drawn?.series.map((s) => [s.label, s.when])).toEqual([
      ['Support', 2027],
      ['Screening', 2030],
      ['Cloud', undefined],
    ]);
  });

  it('draw nothing where no point has scores or a year', () => {
    const ledger = ledgerWith({}, [{ label: 'Cloud', text: 'Two' }]);
    expect(drawnFigures(ledger, { ...REQUEST, shape: 'placements' })).toBeUndefined();
    expect(drawnFigures(ledger, { ...REQUEST, shape: 'moments' })).toBeUndefined();
  });
});
