import { describe, expect, it } from 'vitest';
import type { Shape } from '../../src/layout/deck.ts';
import { wordCount } from '../../src/layout/word-count.ts';
import { FIVE_YEARS, marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { planMarket } from '../support/plan.ts';
import { paragraphs, plainText } from '../support/read-plan.ts';
import { readTemplate } from '../support/template.ts';

const MARKET = marketOf(marketFile({ series: [sizeSeries(FIVE_YEARS)] }));

const planned = (template: string) => planMarket(MARKET, ['pptx', 'docx'], { own: template });

const textOf = (shapes: readonly Shape[], name: string): string =>
  shapes.flatMap((s) => (s.kind === 'text' && s.name === name ? s.paragraphs.map((p) => plainText(p.runs)) : [])).join(' / ');

const QUOTE = ':::quote{by="A. Buyer" role="Head of purchasing" sources="report"}\nWe ask who comes on a Sunday\n:::';

describe('a quotation', () => {
  it('stands in 24 pt with name, role and source on a slide, and in the report', async () => {
    const { deck, flow, findings } = await planned(`# Voices\n\n## Buyers look at service first\n\n${QUOTE}`);
    expect(findings).toEqual([]);
    const slide = deck?.slides[1];
    expect(slide?.layout).toBe('quote');
    expect(textOf(slide?.shapes ?? [], 'Quotation')).toBe('“We ask who comes on a Sunday”');
    expect(textOf(slide?.shapes ?? [], 'Name and role')).toBe('A. Buyer / Head of purchasing');
    expect(textOf(slide?.shapes ?? [], 'Note and source')).toBe('Source: A publisher, a report [1]');
    const quotation = slide?.shapes.find((s) => s.kind === 'text' && s.name === 'Quotation');
    expect(quotation?.kind === 'text' ? quotation.paragraphs[0]?.runs.map((r) => r.size) : []).toEqual([24, 24, 24]);
    expect(paragraphs(flow?.blocks ?? [])).toContain('“We ask who comes on a Sunday”\nA. Buyer, Head of purchasing [1]');
  });

  it('has at most 45 words, a speaker, and a source there is', async () => {
    const long = QUOTE.replace('We ask', 'word '.repeat(45));
    const { findings } = await planned(`# Voices\n\n## Title\n\n${long}`);
    expect(findings.join('\n')).toContain('error layout/too-many-words');
    expect(findings.join('\n')).toMatch(/has 50 words, and there is room for 45/);
    const nobody = await readTemplate('# Voices\n\n## Title\n\n:::quote\nWords\n:::');
    expect(nobody.findings.join('\n')).toContain('a quotation needs its words and who said them');
    const nowhere = await readTemplate(`# Voices\n\n## Title\n\n${QUOTE.replace('"report"', '"reprot"')}`);
    expect(nowhere.advice.join('\n')).toContain('did you mean "report"?');
  });
});

describe('a section divider', () => {
  it('stands in decks of more slides than it names alone, before sections of several', async () => {
    const slides = (n: number) => Array.from({ length: n }, (_, i) => `## Slide ${n} ${i}\n\nText.\n\n`).join('');
    const dividers = async (beyond: string) => {
      const divider = `::divider{beyond="${beyond}"}`;
      const { deck, findings } = await planned(`# First\n\n${divider}\n\n${slides(1)}# Second\n\n${divider}\n\n${slides(3)}`);
      expect(findings).toEqual([]);
      return deck?.slides.filter((s) => s.layout === 'divider').map((s) => s.title);
    };
    // The cover and four slides.
    expect(await dividers('4')).toEqual(['Second']);
    expect(await dividers('5')).toEqual([]);
    const wrong = await readTemplate('# First\n\n::divider{beyond="many"}\n\n## One\n\nText.');
    expect(wrong.findings.join('\n')).toContain('"many" is no number of slides');
  });

  const template = '# First\n\n## One\n\nText.\n\n# Second part\n\n::divider\n\n## What the section says\n\nText.';

  it('shows number and name of its section, and its first title as the story', async () => {
    const { deck, flow, findings } = await planned(template);
    expect(findings).toEqual([]);
    expect(deck?.slides.map((s) => s.title)).toEqual(['Example market', 'One', 'Second part', 'What the section says']);
    const slide = deck?.slides[2];
    expect(slide?.layout).toBe('divider');
    expect(textOf(slide?.shapes ?? [], 'Section number')).toBe('2');
    expect(textOf(slide?.shapes ?? [], 'Story')).toBe('What the section says');
    expect(flow?.blocks.filter((b) => b.kind === 'heading').map((b) => plainText(b.runs))).toEqual(['First', 'Second part']);
  });

  it('takes another story, with its figures, from the template', async () => {
    const { deck } = await planned(template.replace('::divider', '::divider{story="It was {{fig "size.2024"}}"}'));
    expect(textOf(deck?.slides[2]?.shapes ?? [], 'Story')).toBe('It was $1.33 bn');
  });

  it('is left out where the section has no slides', async () => {
    const { deck } = await planned('# First\n\n::divider\n\n::::report\n## Only read\n\nText.\n::::\n\n# Second\n\n## Two\n\nText.');
    expect(deck?.slides.map((s) => s.title)).toEqual(['Example market', 'Two']);
  });
});

describe('a closing slide', () => {
  it('sets its text in 12 pt over eight columns, and stands in the report as paragraphs', async () => {
    const { deck, flow, findings } = await planned('# End\n\n## Whom to ask\n\n:::closing\nAsk us.\n\n- At any time\n:::');
    expect(findings).toEqual([]);
    const slide = deck?.slides[1];
    expect(slide?.layout).toBe('closing');
    const text = slide?.shapes.find((s) => s.kind === 'text' && s.role === 'body');
    expect(text?.kind === 'text' ? text.paragraphs.flatMap((p) => p.runs.map((r) => [r.text, r.size])) : []).toEqual([
      ['Ask us.', 12],
      ['At any time', 12],
    ]);
    expect(text?.box.w).toBeLessThan((deck?.size.w ?? 0) * 0.7);
    expect(paragraphs(flow?.blocks ?? [])).toContain('Ask us.\nAt any time');
  });

  it('has at most 150 words, and no exhibits', async () => {
    const { findings } = await planned(`# End\n\n## Whom to ask\n\n:::closing\n${'word '.repeat(151)}\n:::`);
    expect(findings.join('\n')).toMatch(/has 151 words, and there is room for 150/);
    const wrong = await readTemplate('# End\n\n## Ask\n\n::::closing\n:::rows\n- a | b\n:::\n::::');
    expect(wrong.findings.join('\n')).toContain('a closing text holds no rows');
  });
});

describe('the words of a text', () => {
  it('are what stands between blanks, and two East Asian characters each', () => {
    expect(wordCount('It grew by 4.5\u00a0% – fast')).toBe(5);
    expect(wordCount('市场规模 AI')).toBe(3);
  });
});
