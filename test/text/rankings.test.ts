import { describe, expect, it } from 'vitest';
import { marketFile, marketOf, partsOf } from '../support/market.ts';
import { readPlan } from '../support/read-plan.ts';

type Items = Parameters<typeof partsOf>[0];

const OVER = { qualifier: 'over' };
const APPLICATION = { dimension: 'Application', label: 'Shares by application' };

const titleOf = async (items: Items, more: Readonly<Record<string, unknown>> = {}): Promise<string | undefined> => {
  const { titles, errors } = await readPlan(marketOf(marketFile({ breakdowns: [partsOf(items, { ...APPLICATION, ...more })] })));
  expect(errors).toEqual([]);
  return titles[3];
};

describe('a ranking', () => {
  it.each([
    [
      'a bound that all others lie below',
      [
        ['Xray', '60', OVER],
        ['Yell', '25'],
      ],
      'The largest application is Xray, with over 60% of the market in 2025',
    ],
    [
      'a range that all others lie below',
      [
        ['Xray', null, { low: '40', high: '50' }],
        ['Yell', '25'],
      ],
      'The largest application is Xray, with 40–50% of the market in 2025',
    ],
    [
      'a bound that another may exceed',
      [
        ['Xray', '20', OVER],
        ['Yell', '25'],
      ],
      'Yell stands at 25% in 2025; bounds and ranges leave open which application is the largest',
    ],
    [
      'ranges that overlap',
      [
        ['Xray', null, { low: '20', high: '30' }],
        ['Yell', null, { low: '25', high: '28' }],
      ],
      'Yell stands at 25–28% in 2025; bounds and ranges leave open which application is the largest',
    ],
    [
      'a part withheld',
      [
        ['Xray', '60'],
        ['Yell', null],
      ],
      'The largest disclosed application is Xray, at 60% in 2025',
    ],
    [
      'two equal parts',
      [
        ['Xray', '30'],
        ['Yell', '30'],
      ],
      'Xray shares the first place by application in 2025, at 30%',
    ],
    [
      'nothing disclosed',
      [
        ['Xray', null],
        ['Yell', null],
      ],
      'The source discloses no value by application for 2025',
    ],
  ] as const)('says of %s what is certain', async (_, items, title) => {
    expect(await titleOf(items)).toBe(title);
  });

  it('prints a share only of what is counted in per cent or has a whole', async () => {
    const items: Items = [
      ['Xray', '0.60'],
      ['Yell', '0.30'],
    ];
    expect(await titleOf(items, { unit: 'value' })).toBe('The largest application is Xray, with 41.1% of the market in 2025');
    expect(await titleOf(items, { unit: 'value', period: 2030 })).toBe('The largest application is Xray, at $0.60 bn in 2030');
  });

  it('sums the three largest only where it is certain which they are', async () => {
    const textOf = async (items: Items): Promise<string> =>
      (await readPlan(marketOf(marketFile({ breakdowns: [partsOf(items, APPLICATION)] })))).text;
    const exact: Items = [
      ['A', '30'],
      ['B', '20'],
      ['C', '10'],
      ['D', '5'],
    ];
    expect(await textOf(exact)).toContain('Together the three largest hold 60%.');
    expect(await textOf([...exact.slice(0, 3), ['D', '5', OVER]])).not.toContain('Together');
  });
});

describe('a breakdown by anything but players', () => {
  it('has a section of its own, with or without players', async () => {
    const breakdowns = [
      partsOf(
        [
          ['Xray', '60'],
          ['Yell', '25'],
        ],
        APPLICATION,
      ),
    ];
    const players = [{ id: 'part-1', name: 'A maker', role: 'makes' }];
    for (const more of [{}, { players }]) {
      const { sections, text } = await readPlan(marketOf(marketFile({ breakdowns, ...more })));
      expect(sections).toContain('Market by application');
      expect(text).not.toMatch(/largest.* player/);
    }
  });
});

describe('players', () => {
  it('are counted, and told with roles only where they have some', async () => {
    const { titles, captions } = await readPlan(marketOf(marketFile({ players: [{ id: 'one', name: 'One' }] })));
    expect(titles).toContain('The source names 1 player');
    expect(captions).toContain('The source names 1 player');
  });
});

describe('the section on technology', () => {
  const technology = { headline: 'Tools help', points: [{ label: 'One', text: 'Two' }], body: 'A paragraph.' };

  it('is named by the data, or in general words', async () => {
    const named = async (title: object): Promise<readonly string[]> =>
      (await readPlan(marketOf(marketFile({ narratives: { technology: { ...technology, ...title } } })))).sections;
    expect(await named({})).toContain('Role of technology');
    expect(await named({ title: 'Role of robots' })).toContain('Role of robots');
  });
});
