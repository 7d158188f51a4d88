import { describe, expect, it } from 'vitest';
import { mirrored } from '../../src/layout/pages/mirror.ts';
import { dataMarket } from '../support/awkward-markets.ts';
import { planMarket } from '../support/plan.ts';

describe('the pages of a document from right to left', () => {
  it('are those from left to right with every box on the other side', async () => {
    const { pages } = await planMarket(dataMarket('data/illustrative-full-cube.yaml'), ['pdf']);
    if (!pages) throw new Error('no pages were planned');
    const turned = mirrored(pages);
    const text = turned.pages[3]?.items.find((i) => i.kind === 'line' && i.runs.length > 0);
    const before = pages.pages[3]?.items[turned.pages[3]?.items.indexOf(text as never) ?? -1];
    expect(text?.kind === 'line' && before?.kind === 'line' && text.x > before.x).toBe(true);
    const again = mirrored(turned);
    for (const [i, page] of pages.pages.entries())
      for (const [j, item] of page.items.entries()) {
        const back = again.pages[i]?.items[j];
        if ('x' in item && back && 'x' in back) expect(back.x).toBeCloseTo(item.x, 6);
        if (item.kind === 'rule' && back?.kind === 'rule')
          expect([back.x1, back.x2].map((x) => Math.round(x * 1000))).toEqual([item.x1, item.x2].map((x) => Math.round(x * 1000)));
      }
  });
});
