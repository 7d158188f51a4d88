import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/build/compile.ts';
import type { Compilation } from '../../src/build/options.ts';
import { nodeEnv } from '../../src/env/node.ts';
import type { Deck } from '../../src/layout/deck.ts';
import { deckPages } from '../../src/layout/deck-pages/index.ts';
import type { Pages, StructureNode } from '../../src/layout/pages.ts';
import { paperOf } from '../../src/layout/paper.ts';
import { verifyFiles } from '../../src/verify/verify.ts';
import { DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { buildFile, CHINA, fileOf } from '../support/build.ts';
import { bytesOf, marketFile } from '../support/market.ts';
import { pageTexts, withPage } from '../support/pdf.ts';
import { planMarket } from '../support/plan.ts';
import { plainText } from '../support/read-plan.ts';

const squeezed = (text: string): string => text.replace(/[\s\u00a0\u2060]+/g, '');

const nodes = (list: readonly StructureNode[]): readonly StructureNode[] =>
  list.flatMap((n) => [n, ...nodes(n.children.filter((c): c is StructureNode => 'tag' in c))]);

let deck: Deck;
let pages: Pages;
let built: Compilation;
beforeAll(async () => {
  const planned = (await planMarket(dataMarket(DATA_FILES[0]), ['pptx'])).deck;
  if (!planned) throw new Error('no deck was planned');
  deck = planned;
  pages = deckPages(deck, undefined);
  built = await buildFile(CHINA, ['deck.pdf']);
}, 60_000);

describe('the deck as a PDF', () => {
  it('has a page for each slide, with every text of it, and its title as a heading', () => {
    expect(pages.pages).toHaveLength(deck.slides.length);
    deck.slides.forEach((slide, i) => {
      const lines = pages.pages[i]?.items.flatMap((item) => (item.kind === 'line' ? [plainText(item.runs)] : [])) ?? [];
      const shown = squeezed(lines.join(''));
      for (const shape of slide.shapes) {
        const texts = shape.kind === 'text' || shape.kind === 'placeholder' ? shape.paragraphs : [];
        for (const p of texts) expect(shown).toContain(squeezed(plainText(p.runs)));
      }
    });
    expect(nodes(pages.structure).filter((n) => n.tag === 'H1')).toHaveLength(deck.slides.length);
    expect(
      nodes(pages.structure)
        .filter((n) => n.tag === 'Figure')
        .every((n) => (n.alt ?? '') !== ''),
    ).toBe(true);
  });

  it('has bookmarks by section and slide', () => {
    expect(pages.outline.map((o) => o.title)).toEqual(deck.sections.map((s) => s.name));
    expect(pages.outline.flatMap((o) => o.children.map((c) => [c.title, c.page]))).toEqual(deck.slides.map((s, i) => [s.title, i + 1]));
  });

  it('keeps every line inside of its box', () => {
    for (const page of pages.pages)
      for (const item of page.items) if (item.kind === 'line') expect([item.x >= 0, item.baseline <= pages.height]).toEqual([true, true]);
  });

  it('is built by its name, is the same on another day, and is listed in figures.json', async () => {
    expect(built.diagnostics).toEqual([]);
    expect(built.files.map((f) => f.name)).toEqual(['china-ai-medical-imaging.deck.pdf', 'figures.json']);
    const again = await buildFile(CHINA, ['deck.pdf']);
    expect(Buffer.compare(fileOf(again, 'deck.pdf'), fileOf(built, 'deck.pdf'))).toBe(0);
    const list = JSON.parse(new TextDecoder().decode(built.files[1]?.bytes));
    const figure = list.figures.find((f: { id: string }) => f.id === 'global.size.2029');
    expect(figure.printed['deck.pdf'].map((p: { where: string }) => p.where)).toContain('page 3');
  });

  it('is read back: another figure on a page is found', () => {
    const changed = withPage(fileOf(built, 'deck.pdf'), 1, (content) => content.replace(/<[0-9a-fA-F]*> Tj/g, '<> Tj'));
    const found = verifyFiles(
      [{ format: 'deck.pdf', name: 'china.deck.pdf', bytes: changed, printed: built.printed['deck.pdf'] ?? [] }],
      [],
    );
    expect(found.map((d) => d.code)).toContain('verify/figure-not-found');
  });
});

describe('a handout', () => {
  it('has each slide in a smaller size above its notes, long ones on further pages', () => {
    const handout = deckPages(deck, paperOf('a4', 'a4'));
    expect([handout.width, handout.height].map(Math.round)).toEqual([595, 842]);
    expect(handout.pages.length).toBeGreaterThanOrEqual(deck.slides.length);
    deck.slides.forEach((slide, i) => {
      const from = (handout.pageOf.get(slide.id) ?? 1) - 1;
      const next = deck.slides[i + 1];
      const to = next ? (handout.pageOf.get(next.id) ?? 1) - 1 : handout.pages.length;
      const lines = handout.pages.slice(from, to).flatMap((p) => p.items.flatMap((x) => (x.kind === 'line' ? [plainText(x.runs)] : [])));
      for (const note of slide.notes) expect(squeezed(lines.join(''))).toContain(squeezed(plainText(note.runs)));
    });
    for (const page of handout.pages)
      for (const item of page.items) if (item.kind === 'line') expect(item.baseline).toBeLessThan(handout.height - 20);
  });

  it('is asked for by a parameter', async () => {
    const file = await compile(
      { path: 'example.json', bytes: bytesOf(marketFile()) },
      { formats: ['deck.pdf'], handout: 'notes' },
      nodeEnv(),
    );
    expect(pageTexts(fileOf(file, 'deck.pdf')).length).toBeGreaterThan(3);
  });
});
