import { describe, expect, it } from 'vitest';
import type { Flow } from '../../src/layout/flow.ts';
import { planPages } from '../../src/layout/pages/index.ts';
import { writeDocx } from '../../src/writers/docx/index.ts';
import { DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { type Parts, partsIn, xmlOf } from '../support/office.ts';
import { planMarket } from '../support/plan.ts';
import { flowOfTemplate } from '../support/plan-template.ts';
import { bookmarksIn, documentOf, fieldsIn, headersOf, paragraphsIn } from '../support/word.ts';
import { allElements, elements, textOf, type XmlElement } from '../support/xml.ts';

interface Written {
  readonly flow: Flow;
  readonly pageOf: ReadonlyMap<string, number>;
  readonly parts: Parts;
  readonly document: XmlElement;
}

const written = async (flow: Flow): Promise<Written> => {
  const pages = planPages(flow);
  const parts = partsIn((await writeDocx(flow, pages.word)).bytes);
  return { flow, pageOf: pages.word.pageOf, parts, document: documentOf(parts) };
};

const reports = new Map<string, Promise<Written>>();
const report = (path: string): Promise<Written> => {
  const known =
    reports.get(path) ??
    planMarket(dataMarket(path), ['docx']).then(({ flow }) => {
      if (!flow) throw new Error('no report was planned');
      return written(flow);
    });
  reports.set(path, known);
  return known;
};

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
const said = (runs: readonly { readonly text: string }[]): string => plain(runs.map((r) => r.text).join(''));
const instructed = (fields: ReturnType<typeof fieldsIn>, word: string) => fields.filter((f) => f.instruction.startsWith(`${word} `));

describe.each(DATA_FILES)('the Word report of %s', (path) => {
  it('has fields with results, none of them an error, that name bookmarks there are', async () => {
    const { parts, document } = await report(path);
    const fields = [...fieldsIn(document), ...headersOf(parts).flatMap(fieldsIn)];
    expect(fields.filter((f) => f.result.trim() === '' || /error|fehler|erreur/i.test(f.result))).toEqual([]);
    const names = new Set(bookmarksIn(document).keys());
    const targets = [...instructed(fields, 'REF'), ...instructed(fields, 'PAGEREF')].map((f) => f.instruction.split(' ')[1] ?? '');
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((t) => !names.has(t))).toEqual([]);
  });

  it('refers to figures and tables by what stands in their captions', async () => {
    const { document } = await report(path);
    const bookmarks = bookmarksIn(document);
    const references = instructed(fieldsIn(document), 'REF');
    expect(references.length).toBeGreaterThan(3);
    for (const { instruction, result } of references) expect(result).toBe(bookmarks.get(instruction.split(' ')[1] ?? ''));
  });

  it('counts figures and tables as its captions do', async () => {
    const { flow, document } = await report(path);
    for (const kind of ['figure', 'table'] as const) {
      const counted = instructed(fieldsIn(document), 'SEQ').filter((f) => f.instruction.split(' ')[1] === flow.words[kind]);
      expect(counted.map((f) => f.result)).toEqual(flow.blocks.filter((b) => b.kind === kind).map((_, i) => String(i + 1)));
    }
  });

  it('lists its headings, figures and tables with the pages of the page plan', async () => {
    const { flow, pageOf, document } = await report(path);
    const listed = (...styles: readonly string[]) =>
      paragraphsIn(document).flatMap((p) =>
        styles.includes(p.style)
          ? [
              plain(p.text)
                .replaceAll(/[ \t]+/g, ' ')
                .trim(),
            ]
          : [],
      );
    const entry = (name: string, text: string, anchor: string): string => `${name} ${text} ${pageOf.get(anchor)}`.replaceAll(/ +/g, ' ');
    const headings = flow.blocks.flatMap((b) => (b.kind === 'heading' ? [entry(b.number, plain(b.text), b.anchor)] : []));
    const exhibits = (['figure', 'table'] as const).flatMap((kind) =>
      flow.lists[kind] === undefined
        ? []
        : flow.blocks.flatMap((b) => (b.kind === kind ? [entry(`${flow.words[kind]} ${b.number}`, said(b.caption), b.anchor)] : [])),
    );
    expect(listed('TOC1', 'TOC2')).toEqual(headings);
    expect(listed('TableofFigures')).toEqual(exhibits);
    const lists = instructed(fieldsIn(document), 'TOC').map((f) => f.instruction);
    expect(lists[0]).toBe('TOC \\o "1-2" \\h \\z \\u');
    expect(lists).toHaveLength(1 + Object.keys(flow.lists).length);
  });

  it('has numbered headings of real styles, each with its level in the outline', async () => {
    const { flow, parts, document } = await report(path);
    const styles = allElements(xmlOf(parts, 'word/styles.xml'), 'w:style');
    for (const level of [1, 2, 3]) {
      const style = styles.find((s) => s.attributes['w:styleId'] === `Heading${level}`);
      expect(allElements(style ?? documentOf(parts), 'w:name')[0]?.attributes['w:val']).toBe(`heading ${level}`);
      expect(allElements(style ?? documentOf(parts), 'w:outlineLvl')[0]?.attributes['w:val']).toBe(String(level - 1));
    }
    const known = new Set(styles.map((s) => s.attributes['w:styleId']));
    const used = paragraphsIn(document).map((p) => p.style);
    expect(used.filter((s) => s !== '' && !known.has(s))).toEqual([]);
    const headings = paragraphsIn(document).flatMap((p) => (/^Heading\d$/.test(p.style) ? [`${p.style} ${plain(p.text)}`] : []));
    expect(headings).toEqual(flow.blocks.flatMap((b) => (b.kind === 'heading' ? [`Heading${b.level} ${said(b.runs)}`] : [])));
  });

  it('keeps headings and captions with what follows them', async () => {
    const { parts } = await report(path);
    const styles = allElements(xmlOf(parts, 'word/styles.xml'), 'w:style');
    for (const id of ['Heading1', 'Heading2', 'Heading3', 'Caption', 'CaptionSubtitle', 'FigureFrame', 'TableHead']) {
      const style = styles.find((s) => s.attributes['w:styleId'] === id);
      expect([id, allElements(style ?? documentOf(parts), 'w:keepNext').length]).toEqual([id, 1]);
    }
  });

  it('repeats the head of each table and cuts no row', async () => {
    const { flow, document } = await report(path);
    const tables = allElements(document, 'w:tbl');
    expect(tables).toHaveLength(flow.blocks.filter((b) => b.kind === 'table').length);
    for (const table of tables) {
      const rows = allElements(table, 'w:tr').map((r) => elements(r, 'w:trPr')[0]);
      expect(rows.map((r) => (r ? elements(r, 'w:tblHeader').length : 0))).toEqual(rows.map((_, i) => (i === 0 ? 1 : 0)));
      expect(rows.every((r) => r && elements(r, 'w:cantSplit').length === 1)).toBe(true);
    }
  });

  it('names in each running head the heading its section begins with', async () => {
    const { flow, parts, document } = await report(path);
    const heads = headersOf(parts).map((h) => instructed(fieldsIn(h), 'STYLEREF').map((f) => f.result));
    const sections = allElements(document, 'w:sectPr').length;
    expect(heads).toHaveLength(sections);
    const firsts = flow.blocks.flatMap((b) => (b.kind === 'heading' && b.level === 1 ? [[b.number, b.text]] : []));
    const named = heads.filter((h) => h.length > 0);
    expect(firsts).toEqual(expect.arrayContaining(named));
    expect(named[0]).toEqual(firsts[0]);
  });

  it('shows neither head nor foot on its cover', async () => {
    const { document } = await report(path);
    const sections = allElements(document, 'w:sectPr');
    expect(sections.map((s) => elements(s, 'w:titlePg').filter((t) => t.attributes['w:val'] !== 'false').length)).toEqual(
      sections.map((_, i) => (i === 0 ? 1 : 0)),
    );
  });

  it('says in its properties what it is, by whom and of when', async () => {
    const { flow, parts } = await report(path);
    const core = xmlOf(parts, 'docProps/core.xml');
    expect(allElements(core, 'dc:title').map(textOf)).toEqual([flow.title]);
    expect(allElements(core, 'dc:creator').map(textOf)).toEqual([flow.publisher]);
    expect(allElements(core, 'dcterms:created').map(textOf)).toEqual([`${flow.date}T00:00:00Z`]);
  });
});

describe('the source line of a text', () => {
  it.each(DATA_FILES)('stays with what stands before it, on %s', async (path) => {
    const { document } = await report(path);
    const paragraphs = paragraphsIn(document);
    const before = paragraphs.flatMap((_, i) => (paragraphs[i + 1]?.style === 'TextSource' ? [paragraphs[i]] : []));
    expect(before.length).toBeGreaterThan(0);
    const loose = before.filter(
      (p) => p && !p.style.startsWith('Heading') && (!p.properties || elements(p.properties, 'w:keepNext').length === 0),
    );
    expect(loose.map((p) => `${p?.style}: ${p?.text}`)).toEqual([]);
  });
});

describe('a footnote', () => {
  it('is a real one of Word, in its style, and stands at the foot of the page of its mark in the PDF', async () => {
    const flow = await flowOfTemplate('# One\n\n## A title\n\nText.\n\n# Two\n\n## B\n\nA claim.{{footnote "Where it is from."}} More.\n');
    const { parts, document } = await written(flow);
    expect(allElements(document, 'w:footnoteReference').map((r) => r.attributes['w:id'])).toEqual(['1']);
    const note = allElements(xmlOf(parts, 'word/footnotes.xml'), 'w:footnote').find((f) => f.attributes['w:id'] === '1');
    expect(paragraphsIn(note ?? document).map((p) => [p.style, p.text.trim()])).toEqual([['FootnoteText', 'Where it is from.']]);
    expect(allElements(note ?? document, 'w:footnoteRef')).toHaveLength(1);
    const pages = planPages(flow).pages;
    const on = (text: string): readonly number[] =>
      pages.flatMap((p) => (p.items.some((i) => i.kind === 'line' && said(i.runs).includes(text)) ? [p.number] : []));
    expect(on('Where it is from.')).toEqual(on('A claim.'));
    const foot = pages.flatMap((p) => p.items).find((i) => i.kind === 'line' && said(i.runs).includes('Where it is from.'));
    expect(foot?.kind === 'line' ? foot.baseline : 0).toBeGreaterThan(flow.page.height - flow.page.margin.bottom - 30);
  });
});
