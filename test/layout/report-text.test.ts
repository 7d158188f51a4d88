import { describe, expect, it } from 'vitest';
import { STYLES } from '../../src/layout/flow.ts';
import { DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { planMarket } from '../support/plan.ts';
import { flowOfTemplate } from '../support/plan-template.ts';
import { plainText, readPlan } from '../support/read-plan.ts';

const [CHINA] = DATA_FILES;

describe('a title in the report', () => {
  it('writes money out where the deck abbreviates it', async () => {
    const { titles, text } = await readPlan(dataMarket(CHINA));
    expect(titles[2]).toContain('$4.54 bn');
    expect(text).toContain('The global market is forecast to reach US$4.54 billion by 2029, compounding at 22.4% a year from 2024.');
    expect(text).not.toContain('$4.54 bn');
  });
});

describe('a section with one heading inside', () => {
  it('has no number for it', async () => {
    const { blocks } = await flowOfTemplate('# Section\n\n## A title\n\nText.\n\n### Sources\n\n1. One\n2. Two\n');
    expect(blocks.filter((b) => b.kind === 'heading' && b.level === 2)).toEqual([]);
    const at = blocks.findIndex((b) => b.kind === 'paragraph' && plainText(b.runs) === 'Sources');
    expect(blocks[at]).toMatchObject({ style: 'body', keepWithNext: true });
    expect(blocks[at + 1]).toMatchObject({ style: 'numbered' });
  });
});

describe('the method of a briefing', () => {
  it('names windows of growth, withheld years and rounding where the market file does not', async () => {
    const { text } = await readPlan(dataMarket(DATA_FILES[1]));
    expect(text).toContain(
      'Periods of growth. A rate is compounded from the first to the last year told with it: the modular cold-storage market',
    );
    expect(text).toContain('Withheld by the sources. No value is given for order intake (2026)');
    expect(text).toContain('Rounding. Published values keep the digits of their source');
    expect((await readPlan(dataMarket(CHINA))).text.match(/Rounding\. /g)).toHaveLength(1);
  });
});

describe('the imprint of the report', () => {
  it('stands ahead of the contents, each fact beside its name', async () => {
    const { flow, pages } = await planMarket(dataMarket(CHINA), ['pdf']);
    const facts = (flow?.front ?? []).flatMap((f) => f.blocks.map((b) => (b.kind === 'paragraph' ? [b.marker, plainText(b.runs)] : [])));
    expect(facts.map(([name]) => name)).toEqual([
      'Date of the data',
      'Edition',
      'Remarks',
      'References',
      'Prepared with',
      'Publisher',
      'Rights',
    ]);
    expect(facts[0]).toEqual(['Date of the data', '15 January 2025.']);
    expect(pages?.pages[1]?.items.some((i) => i.kind === 'line' && plainText(i.runs) === 'About this edition')).toBe(true);
  });
});

describe('the executive summary', () => {
  it.each(DATA_FILES)('of %s has a page of its own', async (path) => {
    const { flow, pages } = await planMarket(dataMarket(path), ['pdf']);
    const [summary, next] = (flow?.blocks ?? []).flatMap((b) => (b.kind === 'heading' && b.level === 1 ? [b.anchor] : []));
    expect(pages?.pageOf.get(next ?? '')).toBe((pages?.pageOf.get(summary ?? '') ?? 0) + 1);
  });
});

describe('the last item of a list', () => {
  it('stands as far from the text behind it as a paragraph does', async () => {
    const { blocks } = await readPlan(dataMarket(CHINA));
    let ends = 0;
    blocks.forEach((b, i) => {
      const next = blocks[i + 1];
      if (b.kind !== 'paragraph' || b.style !== 'bullet') return;
      const isLast = next?.kind === 'paragraph' && next.style !== 'bullet';
      if (isLast) ends++;
      expect(b.after).toBe(isLast ? STYLES.body.after : undefined);
    });
    expect(ends).toBeGreaterThan(0);
  });
});

describe('the table of origins on a second slide', () => {
  it('explains only what it shows there', async () => {
    const { slides } = await readPlan(dataMarket(CHINA));
    const notes = slides
      .filter((s) => s.title.startsWith('Every figure traces'))
      .map((s) =>
        s.shapes.flatMap((x) => (x.kind === 'text' && x.name === 'Note and source' ? [plainText(x.paragraphs[0]?.runs ?? [])] : [])).join(),
      );
    expect(notes).toEqual([
      'Note: published = printed in the source; computed = arithmetic on published values; derived = compounded between published values.',
      'Note: computed = arithmetic on published values. n/d = not disclosed by the source.',
    ]);
  });
});

describe('an exhibit below a short text', () => {
  it('begins below the figures in the rail', async () => {
    const market = marketOf(
      marketFile({
        series: [
          sizeSeries([
            [2023, '1.00'],
            [2029, '1.77', { status: 'forecast' }],
          ]),
        ],
        growth: [{ of: 'size', from: 2024, to: 2029, value: '10.0', source: { id: 'report' } }],
      }),
    );
    const { blocks } = await readPlan(market);
    const at = blocks.findIndex((b) => b.kind === 'figure');
    expect(blocks[at - 1]).toMatchObject({ kind: 'paragraph', style: 'body' });
    expect((blocks[at - 1] as { readonly after?: number }).after).toBeGreaterThan(STYLES.body.after);
  });
});
