import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { directed } from '../../src/layout/deck-direction.ts';
import { writeDocx } from '../../src/writers/docx/index.ts';
import { writePptx } from '../../src/writers/pptx/index.ts';
import { dataMarket } from '../support/awkward-markets.ts';
import { planMarket } from '../support/plan.ts';

const parts = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => /(?:slide\d+|document|styles)\.xml$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('');

const planned = planMarket(dataMarket('data/illustrative-full-cube.yaml'), ['pptx', 'docx', 'pdf']);

describe('a deck from right to left', () => {
  it('has every box on the other side and keeps it on the slide', async () => {
    const { deck } = await planned;
    if (!deck) throw new Error('no deck was planned');
    const turned = directed({ ...deck, direction: 'rtl' });
    for (const [i, slide] of deck.slides.entries())
      for (const [j, shape] of slide.shapes.entries()) {
        const { box } = shape;
        expect(turned.slides[i]?.shapes[j]?.box).toEqual({ ...box, x: deck.size.w - box.x - box.w });
      }
  });

  it('says so of its paragraphs and tables', async () => {
    const { deck } = await planned;
    if (!deck) throw new Error('no deck was planned');
    const xml = parts((await writePptx(directed({ ...deck, direction: 'rtl' }))).bytes);
    expect(xml).toContain('<a:tblPr rtl="1" firstRow="1"/>');
    expect(xml).toMatch(/<a:pPr marL="0" indent="0" algn="r" rtl="1">/);
    expect(parts((await writePptx(deck)).bytes)).not.toContain('rtl="1"');
  });
});

describe('a report from right to left', () => {
  it('says so of its paragraphs, tables and sections', async () => {
    const { flow, pages } = await planned;
    if (!flow || !pages) throw new Error('no report was planned');
    const xml = parts((await writeDocx({ ...flow, direction: 'rtl' }, pages.word)).bytes);
    expect(xml).toContain('<w:pPrDefault><w:pPr><w:bidi/>');
    expect(xml).toContain('<w:bidiVisual/>');
    expect(xml).toMatch(/<w:bidi\/><w:docGrid\b/);
    expect(parts((await writeDocx(flow, pages.word)).bytes)).not.toContain('bidi/>');
  });
});
