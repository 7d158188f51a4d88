import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/build/options.ts';
import type { Deck, Shape, Slide } from '../../src/layout/deck.ts';
import type { Paragraph } from '../../src/layout/text.ts';
import { buildFile, CHINA, fileOf } from '../support/build.ts';
import { FIVE_YEARS, marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { partsIn, xmlOf } from '../support/office.ts';
import { planMarket } from '../support/plan.ts';
import { plainText } from '../support/read-plan.ts';
import { readTemplate } from '../support/template.ts';
import { allElements } from '../support/xml.ts';

const MARKET = marketOf(marketFile({ series: [sizeSeries(FIVE_YEARS)] }));

const planned = (template: string) => planMarket(MARKET, ['pptx', 'docx'], { own: template });

const paragraphsIn = (shape: Shape): readonly Paragraph[] =>
  shape.kind === 'text' || shape.kind === 'placeholder'
    ? shape.paragraphs
    : shape.kind === 'table'
      ? shape.rows.flatMap((r) => r.cells.flatMap((c) => c.paragraphs))
      : [];

/** "text → slide" of every link within the deck. */
const linksOn = (slide: Slide | undefined): readonly string[] =>
  (slide?.shapes ?? []).flatMap((s) =>
    paragraphsIn(s).flatMap((p) => p.runs.flatMap((r) => (r.link?.kind === 'anchor' ? [`${r.text} → ${r.link.anchor}`] : []))),
  );

const notesOn = (slide: Slide | undefined): readonly string[] => (slide?.notes ?? []).map((p) => plainText(p.runs));

const ROWS = '# One\n\n## First says something\n\n:::rows\n- [Second](#second) | A sentence, see {{see "chart-size"}}\n:::\n\n';
const SECOND = '# Two\n\n## Second says something\n\n::anchor{id="second"}\n\n::chart{id="chart-size" kind="column" of="size"}\n\n';

describe('a link on a slide', () => {
  it('leads to the slide of that id, and a mention of an exhibit to the slide that shows it', async () => {
    const { deck, flow, findings } = await planned(`${ROWS}${SECOND}`);
    expect(findings).toEqual([]);
    expect(linksOn(deck?.slides[1])).toEqual(['Second → two-1', 'Slide\u00a03 → two-1']);
    const inReport = (flow?.blocks ?? []).flatMap((b) => (b.kind === 'paragraph' ? b.runs.filter((r) => r.link) : []));
    expect(inReport.map((r) => [r.text, r.link])).toEqual([['Figure\u00a01', { kind: 'anchor', anchor: 'chart-size' }]]);
  });

  it('must lead to something', async () => {
    const { advice } = await readTemplate(`${ROWS.replace('#second', '#secnd')}${SECOND}`);
    expect(advice.join('\n')).toContain('there is no slide, chart or table "secnd" to lead to');
    expect(advice.join('\n')).toContain('did you mean "second"?');
  });

  it('is plain text where the deck leaves its slide out', async () => {
    const { deck, findings } = await planned(`${ROWS.replace(/, see.*/, '')}::::report\n${SECOND}::::\n`);
    expect(findings).toEqual([]);
    expect(linksOn(deck?.slides[1])).toEqual([]);
  });
});

describe('the links of a briefing', () => {
  let built: Compilation;
  let deck: Deck | undefined;
  beforeAll(async () => {
    built = await buildFile(CHINA, ['pptx']);
    deck = (await planMarket(MARKET)).deck;
  }, 60_000);

  it('lead from the summary to the sections, from figures to their slides, and from numbers of sources to the list', () => {
    const parts = partsIn(fileOf(built, 'pptx'));
    const targets = (slide: number): readonly string[] => {
      const rels = new Map(
        allElements(xmlOf(parts, `ppt/slides/_rels/slide${slide}.xml.rels`), 'Relationship').map((r) => [
          r.attributes['Id'],
          r.attributes['Target'],
        ]),
      );
      return allElements(xmlOf(parts, `ppt/slides/slide${slide}.xml`), 'a:hlinkClick').map((l) => rels.get(l.attributes['r:id']) ?? '');
    };
    expect(targets(2)).toEqual([...['5', '5', '6', '6', '8', '11'].map((n) => `slide${n}.xml`)]);
    expect(targets(9)).toContain('slide3.xml');
    expect(targets(11).some((t) => t.startsWith('https://'))).toBe(true);
  });

  it('have their slides in the deck', () => {
    const ids = new Set(deck?.slides.map((s) => s.id));
    for (const slide of deck?.slides ?? []) for (const link of linksOn(slide)) expect(ids).toContain(link.split(' → ')[1]);
  });
});

describe('the notes of a slide', () => {
  it('hold what the template wrote, the figures with their sources, the alternative text and the sources', async () => {
    const { deck } = await planned(`${SECOND}:::notes\nSpoken words.\n:::\n`);
    const notes = notesOn(deck?.slides[1]);
    expect(notes[0]).toBe('Spoken words.');
    expect(notes).toContain('Example market, 2024: US$1.33 billion ([1] page 1)');
    expect(notes.some((n) => n.startsWith('Column chart'))).toBe(true);
    expect(notes.at(-1)).toBe('Source: A publisher, a report [1]');
  });

  it('name the origin of figures as the table of origins does', async () => {
    const { deck } = await planned(`${SECOND}## Where it comes from\n\n::trace{caption="Origins"}\n`);
    expect(notesOn(deck?.slides[1])).toContain('Example market, 2021–2025: $1.00 bn – $1.46 bn (published; [1] page 1)');
  });

  it('hold the paragraphs of the report where the template wrote none, without pointers to its figures', async () => {
    const report = '::::report\nThe market grew. {{see "chart-size"}} shows it. It goes on growing.\n::::\n';
    const { deck } = await planned(`${SECOND}${report}`);
    expect(notesOn(deck?.slides[1])[0]).toBe('The market grew. It goes on growing.');
  });
});
