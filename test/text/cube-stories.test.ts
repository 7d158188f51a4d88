import { describe, expect, it } from 'vitest';
import type { Market } from '../../src/market/market.ts';
import { marketFile, marketOf } from '../support/market.ts';
import { dumpSections, readTemplate } from '../support/template.ts';

/** A cube of one dimension in 2025 and 2030. */
const cube = (rows: Readonly<Record<string, readonly [string | { missing: string }, string | { missing: string }]>>): Market =>
  marketOf(
    marketFile({
      dimensions: [
        {
          id: 'part',
          label: 'Part',
          members: Object.keys(rows)
            .filter((r) => r !== 'total')
            .map((id) => ({ id, label: id.toUpperCase() })),
        },
      ],
      cubes: [
        {
          id: 'sales',
          label: 'Sales',
          measure: 'sales',
          area: 'world',
          unit: { kind: 'money', currency: 'USD', scale: 6 },
          dimensions: ['part'],
          periods: [2025, 2030],
          statuses: ['actual', 'forecast'],
          source: { id: 'report' },
          rows: Object.entries(rows).map(([part, values]) => ({ at: { part }, values })),
        },
      ],
    }),
  );

const said = async (market: Market, helper: string): Promise<string> => {
  const { sections, findings } = await readTemplate(
    `# Section\n\n## A slide\n\nIt is {{#if (given (${helper}))}}{{${helper}}}{{else}}nothing{{/if}}\n`,
    { market },
  );
  return findings.length > 0 ? findings.join() : (dumpSections(sections).split('It is ')[1] ?? '');
};

const KNOWN = cube({ a: ['60', '70'], b: ['40', '80'], total: ['100', '150'] });
const WITHHELD = cube({ a: ['60', '70'], b: ['40', { missing: 'undisclosed' }], total: ['100', '150'] });

describe('what a cube is told by', () => {
  it.each([
    ['gainer "sales" "part" "name"', 'B'],
    ['shift "sales" "part" "name"', 'B'],
    ['pace "sales" "part" "low" "name"', 'A'],
    ['pace "sales" "part" "high" "name"', 'B'],
    ['passer "sales" "part" "name"', 'B'],
    ['passer "sales" "part" "before-name"', 'A'],
  ])('%s is %s', async (helper, name) => {
    expect(await said(KNOWN, helper)).toBe(name);
  });

  it.each(['gainer', 'shift', 'passer'])('%s is nothing while a value is withheld that might be the largest', async (helper) => {
    expect(await said(WITHHELD, `${helper} "sales" "part" "name"`)).toBe('nothing');
  });

  it('is no gainer where two gain as much', async () => {
    expect(await said(cube({ a: ['60', '70'], b: ['40', '50'], total: ['100', '120'] }), 'gainer "sales" "part" "name"')).toBe('nothing');
  });
});
