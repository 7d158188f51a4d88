import { describe, expect, it } from 'vitest';
import type { FlowBlock } from '../../src/layout/flow.ts';
import type { Market } from '../../src/market/market.ts';
import { DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { marketFile, marketOf, type PointEntry, partsOf, sizeSeries } from '../support/market.ts';
import { planMarket } from '../support/plan.ts';
import { flowOf, paragraphs, plainText } from '../support/read-plan.ts';

const [CHINA, CUBE] = DATA_FILES;

const tableWith = (blocks: readonly FlowBlock[], anchor: string) =>
  blocks.flatMap((b) => (b.kind === 'table' && b.anchor === anchor ? [b] : []))[0];

const notes = (blocks: readonly FlowBlock[]): readonly string[] =>
  blocks.flatMap((b) => (b.kind === 'table' || b.kind === 'figure' ? [plainText(b.note)] : []));

/** Rows of the deck's tables with that first header. */
const deckRows = async (market: Market, header: string): Promise<readonly (readonly string[])[]> => {
  const { deck } = await planMarket(market, ['pptx']);
  const tables = (deck?.slides ?? []).flatMap((s) =>
    s.shapes.flatMap((x) =>
      x.kind === 'table' ? [x.rows.map((r) => r.cells.map((c) => c.paragraphs.map((p) => plainText(p.runs)).join(' ')))] : [],
    ),
  );
  return tables.filter((t) => t[0]?.[0] === header).flatMap((t) => t.slice(1));
};

const series = (points: readonly PointEntry[]): Market => marketOf(marketFile({ series: [sizeSeries(points)] }));

describe('a value is told in the tense its status allows', () => {
  it.each([
    ['actual', 'The example market stood at US$1.00 billion in 2021 and stood at US$1.50 billion in 2025'],
    ['estimate', 'The example market stood at US$1.00 billion in 2021 and is estimated at US$1.50 billion in 2025'],
    ['forecast', 'The example market stood at US$1.00 billion in 2021 and is forecast at US$1.50 billion in 2025'],
  ])('as %s', async (status, sentence) => {
    expect(
      paragraphs(
        await flowOf(
          series([
            [2021, '1.00'],
            [2025, '1.50', { status }],
          ]),
        ),
      ),
    ).toContain(`${sentence} [1].`);
  });
});

describe('what a market adds', () => {
  it('is a multiple of its start where it more than doubles', async () => {
    const text = paragraphs(
      await flowOf(
        series([
          [2021, '1.00'],
          [2025, '3.00'],
        ]),
      ),
    );
    expect(text).toContain('It adds US$2.00 billion, 2.0× the first value, and brings the level to 3.0× that value.');
  });

  it('is a growth in per cent where it does not', async () => {
    const text = paragraphs(
      await flowOf(
        series([
          [2021, '1.00'],
          [2025, '1.50'],
        ]),
      ),
    );
    expect(text).toContain('It adds US$0.50 billion, 50.0% of the first value, and brings the level to 1.5× that value.');
  });
});

describe('notes explain what is shown and nothing else', () => {
  it('of an actual series: one letter', async () => {
    const [chart] = notes(
      await flowOf(
        series([
          [2024, '1.00'],
          [2025, '1.50'],
        ]),
      ),
    );
    expect(chart).toBe('Note: A = actual.');
  });

  it.each([
    ['about', '~ = about.'],
    ['almost', '~ = almost.'],
    ['over', '> = over.'],
  ])('of a value that is %s: its sign', async (qualifier, note) => {
    const [chart] = notes(
      await flowOf(
        series([
          [2021, '1.00'],
          [2023, '1.20'],
          [2025, '1.50', { qualifier }],
        ]),
      ),
    );
    expect(chart).toContain(note);
  });

  it('in no table or chart of the sample briefings for a symbol that it lacks', async () => {
    for (const path of [CHINA, CUBE])
      for (const b of await flowOf(dataMarket(path))) {
        if (b.kind !== 'table') continue;
        const cells = b.rows.flatMap((r) => r.cells.map(plainText));
        const note = plainText(b.note);
        for (const [sign, shown] of [
          ['n/d =', cells.some((c) => c.startsWith('n/d'))],
          ['– =', cells.includes('–')],
          ['~ =', cells.some((c) => c.includes('~'))],
        ] as const)
          if (b.anchor !== 'table-abbreviations') expect([b.anchor, sign, note.includes(sign)]).toEqual([b.anchor, sign, shown]);
      }
  });
});

describe('the table of a cube', () => {
  it('has statuses beside its years, shares, and its rows by value', async () => {
    const table = tableWith(await flowOf(dataMarket(CUBE)), 'table-sales-segment');
    expect(table?.header.map(plainText)).toEqual(['Segment', '2020A', '2025E', '2030F', 'Share 2025', 'CAGR 2025–2030']);
    expect(table?.rows.map((r) => r.cells.map(plainText)).map((r) => [r[0], r[2], r[4]])).toEqual([
      ['Walk-in cold rooms', '407.2', '28.0%'],
      ['Containerised reefer units', '347.9', '23.9%'],
      ['Retail display and back-of-store cabinets', '314.1', '21.6%'],
      ['Pharmaceutical and vaccine storage', '270.5', '18.6%'],
      ['Legacy ammonia plants', '116.8', '8.0%'],
      ['Total', '1,456.5', '100.0%'],
    ]);
    expect(plainText(table?.note ?? [])).toMatch(/^Note: Shares may not add to 100\.0% because of rounding\./);
  });
});

describe('the table of origins', () => {
  it('goes by series, then year, then what is computed, and prints units', async () => {
    expect((await deckRows(dataMarket(CHINA), 'Figure')).map((r) => [r[0], r[1]])).toEqual([
      ['Global market, 2023', '$1.29 bn'],
      ['Global market, 2024', '$1.65 bn'],
      ['Global market, 2029', '$4.54 bn'],
      ['Global market, CAGR 2024–2029', '22.4%'],
      ['Global market, 2025–2028', '$2.02 bn; $2.47 bn; $3.03 bn; $3.70 bn'],
      ['Global market, growth 2023–2024', '+27.9%'],
      ['Global market, multiple 2023–2029', '3.5×'],
      ['Global market, multiple 2024–2029', '2.8×'],
      ['Global market, change 2024–2029', '+$2.89 bn'],
      ['Global market, change 2024–2029 as a multiple of 2024', '1.8×'],
      ['China market, 2024, 2025, 2030', 'n/d'],
      ['China market, CAGR 2025–2030', 'n/d'],
    ]);
  });

  it('lists in the deck only what a slide shows', async () => {
    const rows = await deckRows(dataMarket(CUBE), 'Figure');
    expect(rows.filter((r) => r.at(-1) === '')).toEqual([]);
    expect(rows.map((r) => r[0])).not.toContain('Installed units, 2023–2025');
    const report = tableWith(await flowOf(dataMarket(CUBE)), 'table-figures');
    expect(report?.rows.map((r) => plainText(r.cells[0] ?? []))).toContain('Installed units, 2023–2025');
  });
});

describe('headings of the report', () => {
  it('have a number only where a section has two or more', async () => {
    for (const path of [CHINA, CUBE]) {
      const numbers = (await flowOf(dataMarket(path))).flatMap((b) =>
        b.kind === 'heading' && b.level === 2 ? [b.number.split('.')[0]] : [],
      );
      for (const section of numbers) expect([path, numbers.filter((n) => n === section).length > 1]).toEqual([path, true]);
    }
  });
});

describe('the largest players', () => {
  const shares = (count: number): Market =>
    marketOf(
      marketFile({
        breakdowns: [partsOf(Array.from({ length: count }, (_, i) => [`Part ${'ABCDEF'[i]}`, String(20 - i)]))],
        players: Array.from({ length: count }, (_, i) => ({ id: `part-${i + 1}`, name: `Part ${'ABCDEF'[i]}`, role: 'a maker' })),
      }),
    );

  it('are summed in the title of their table, which shows the terms', async () => {
    const table = tableWith(await flowOf(shares(5)), 'table-players');
    expect(plainText(table?.caption ?? [])).toBe('The three largest players together hold 57% of the market in 2025');
    expect(plainText(table?.note ?? [])).toBe('Note: 57% = 20% + 19% + 18%.');
  });

  it('are not summed where there are no others', async () => {
    expect(plainText(tableWith(await flowOf(shares(3)), 'table-players')?.caption ?? [])).toBe(
      'The source names 3 players and their roles',
    );
  });
});
