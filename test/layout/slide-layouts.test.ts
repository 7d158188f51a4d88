import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/build/options.ts';
import type { Shape, Slide } from '../../src/layout/deck.ts';
import { guidOf } from '../../src/writers/pptx/sections.ts';
import { buildFile, CHINA, fileOf } from '../support/build.ts';
import { FIVE_YEARS, marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { partsIn, xmlOf } from '../support/office.ts';
import { planMarket } from '../support/plan.ts';
import { readTemplate } from '../support/template.ts';
import { allElements, elements, type XmlElement } from '../support/xml.ts';

const MARKET = marketOf(marketFile({ series: [sizeSeries(FIVE_YEARS)] }));
const CHART = '::chart{kind="column" of="size"}';
const CALLOUTS = ':::callouts{heading="What it means"}\n- {{fig "size.2024"}} | in the first year\n:::';
const ROWS = ':::rows\n- Label | A sentence about it\n:::';
const TABLE = ':::table{caption="A table"}\n| a | b |\n|---|---|\n| c | d |\n:::';

const slidesOf = async (...bodies: readonly string[]) => {
  const template = `# Section\n\n${bodies.map((b, i) => `## Title ${'abcdefgh'[i]} says something\n\n${b}\n`).join('\n')}`;
  const { deck, findings } = await planMarket(MARKET, ['pptx'], { own: template });
  return { slides: deck?.slides.slice(1) ?? [], findings };
};

const unbound = (slide: Slide): readonly string[] =>
  slide.shapes.flatMap((s: Shape) =>
    (s.kind === 'text' || s.kind === 'chart' || s.kind === 'table') && s.slot === undefined ? [s.name] : [],
  );

describe('the layout of a slide', () => {
  it('follows from what stands on it, where the template asks for none', async () => {
    const { slides } = await slidesOf(CHART, `${CHART.replace('}', ' id="b"}')}\n\n${CALLOUTS}`, ROWS, TABLE, 'A paragraph.');
    expect(slides.map((s) => s.layout)).toEqual(['exhibit', 'exhibit-reading', 'rows', 'table', 'text']);
    expect(slides.flatMap(unbound)).toEqual([]);
  });

  it('sets an exhibit followed by callouts in eight columns and three', async () => {
    const { slides } = await slidesOf(`${CHART}\n\n${CALLOUTS}`);
    const [chart] = slides[0]?.shapes.filter((s) => s.kind === 'chart') ?? [];
    const [reading] = slides[0]?.shapes.filter((s) => s.kind === 'text' && s.role === 'reading') ?? [];
    expect((chart?.box.x ?? 0) + (chart?.box.w ?? 0)).toBeLessThan(reading?.box.x ?? 0);
  });

  it('is the one the template asks for, which sets its two parts side by side', async () => {
    const { slides, findings } = await slidesOf(
      `::layout{name="two-columns"}\n\n${CHART}\n\n${TABLE}`,
      `::layout{name="table"}\n\n${TABLE}`,
    );
    expect(findings).toEqual([]);
    expect(slides.map((s) => s.layout)).toEqual(['two-columns', 'table']);
    const [chart, table] = slides[0]?.shapes.filter((s) => s.kind === 'chart' || s.kind === 'table') ?? [];
    expect(table?.box.x).toBeGreaterThan((chart?.box.x ?? 0) + (chart?.box.w ?? 0));
    expect(slides.flatMap(unbound)).toEqual([]);
  });

  it('must be one there is, and have a place for the exhibit', async () => {
    const { advice } = await readTemplate('# Section\n\n## Title\n\n::layout{name="colums"}\n\nText.');
    expect(advice.join('\n')).toMatch(/there is no slide layout "colums".*\n?.*(did you mean|use exhibit)/s);
    const { findings } = await slidesOf(`::layout{name="rows"}\n\n${CHART}`);
    expect(findings.join('\n')).toContain('error layout/no-place');
    expect(findings.join('\n')).toContain('the slide layout "rows" has no place for this slide\'s chart');
  });
});

describe('a finished deck', () => {
  let built: Compilation;
  beforeAll(async () => {
    built = await buildFile(CHINA, ['pptx']);
  }, 60_000);

  const placeholdersIn = (xml: XmlElement): readonly string[] =>
    allElements(xml, 'p:ph').map((ph) => `${ph.attributes['type'] ?? 'content'} ${ph.attributes['idx'] ?? '0'}`);

  it('binds every text, chart and table of its slides to a placeholder of the layout they stand on', () => {
    const parts = partsIn(fileOf(built, 'pptx'));
    const slides = Object.keys(parts).filter((n) => /^ppt\/slides\/slide\d+\.xml$/.test(n));
    expect(slides).toHaveLength(12);
    for (const name of slides) {
      const rels = xmlOf(parts, name.replace('slides/', 'slides/_rels/').concat('.rels'));
      const target = allElements(rels, 'Relationship').find((r) => r.attributes['Type']?.endsWith('/slideLayout'))?.attributes['Target'];
      const layout = placeholdersIn(xmlOf(parts, `ppt/${target?.replace('../', '')}`));
      const slide = xmlOf(parts, name);
      for (const ph of allElements(slide, 'p:ph')) expect(layout.some((l) => l.endsWith(` ${ph.attributes['idx'] ?? '0'}`))).toBe(true);
      const frames = allElements(slide, 'p:graphicFrame');
      expect(frames.filter((f) => allElements(f, 'p:ph').length === 0)).toEqual([]);
      const loose = allElements(slide, 'p:sp').filter((sp) => allElements(sp, 'a:t').length > 0 && allElements(sp, 'p:ph').length === 0);
      expect(loose.map((sp) => elements(elements(sp)[0] ?? sp)[0]?.attributes['name'])).toEqual([]);
    }
  });

  it('has a section for each section of the document, and every slide in one', () => {
    const xml = xmlOf(partsIn(fileOf(built, 'pptx')), 'ppt/presentation.xml');
    const sections = allElements(xml, 'p14:section');
    expect(sections.map((s) => s.attributes['name'])).toEqual([
      'Market briefing',
      'Executive summary',
      'Global market: size and forecast',
      'China market: size and forecast',
      'Drivers and restraints',
      'Opportunities and challenges',
      'Role of AI',
      'Latest trends',
      'Sources and method',
    ]);
    const listed = sections.flatMap((s) => allElements(s, 'p14:sldId').map((i) => i.attributes['id']));
    expect(listed).toEqual(allElements(xml, 'p:sldId').map((i) => i.attributes['id']));
    expect(new Set(sections.map((s) => s.attributes['id'])).size).toBe(sections.length);
    expect(guidOf('a')).toMatch(/^\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-A[0-9A-F]{3}-[0-9A-F]{12}\}$/);
  });
});
