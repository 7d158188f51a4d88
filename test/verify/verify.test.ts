import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/build/options.ts';
import { type VerifiedFile, verifyFiles } from '../../src/verify/verify.ts';
import { AWKWARD_FILES } from '../support/awkward-markets.ts';
import { buildBytes, buildFile, CHINA, fileOf } from '../support/build.ts';
import { bytesOf } from '../support/market.ts';
import { partsIn, withBytes, withPart } from '../support/office.ts';
import { withPage } from '../support/pdf.ts';

const FORMATS = ['pptx', 'docx', 'pdf'] as const;
type DocumentFormat = (typeof FORMATS)[number];

let built: Compilation;
beforeAll(async () => {
  built = await buildFile(CHINA, FORMATS);
}, 60_000);

const verified = (format: DocumentFormat, bytes: Uint8Array): VerifiedFile => ({
  format,
  name: `china.${format}`,
  bytes,
  printed: built.printed[format] ?? [],
});

/** What is found when one of the three files is changed after it was written. */
const found = (format: DocumentFormat, change: (bytes: Uint8Array) => Uint8Array): readonly string[] => {
  const files = FORMATS.map((f) => verified(f, f === format ? change(fileOf(built, f)) : fileOf(built, f)));
  return verifyFiles(files, [{ id: 'chart-global.size', deck: 0, report: 0 }]).map((d) => `${d.severity} ${d.code}: ${d.message}`);
};

describe('files as they were written', () => {
  it('hold every figure they print', () => {
    expect(built.diagnostics).toEqual([]);
    for (const f of FORMATS) expect(built.printed[f]?.length).toBeGreaterThan(20);
    expect(found('docx', (bytes) => bytes)).toEqual([]);
  });

  it.each(Object.keys(AWKWARD_FILES).filter((name) => !['Chinese names', 'words that cannot be broken'].includes(name)))(
    'hold them for a market of %s',
    async (name) => {
      const other = await buildBytes(bytesOf(AWKWARD_FILES[name]?.() ?? {}), FORMATS);
      expect(other.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      expect(other.files.map((f) => f.format)).toEqual([...FORMATS, 'figures']);
    },
  );
});

describe('a report that was tampered with is found', () => {
  it('when one of the places of a figure prints another', () => {
    const changed = found('docx', (bytes) =>
      withPart(bytes, 'word/document.xml', (xml) => xml.replace('US$4.54\u00a0billion', 'US$4.45\u00a0billion')),
    );
    expect(changed[0]).toEqual(
      expect.stringMatching(
        /^error verify\/figure-not-found: china\.docx should print "US\$4\.54\u00a0billion" for global\.size\.2029 \(.*\), but the finished file holds it \d of \d times$/,
      ),
    );
    for (const line of changed) expect(line).toContain('for global.size.2029');
  });

  it('when every place of a figure prints another', () => {
    const changed = found('docx', (bytes) => withPart(bytes, 'word/document.xml', (xml) => xml.replaceAll('22.4%', '24.2%')));
    expect(changed.length).toBeGreaterThan(0);
    for (const line of changed) expect(line).toContain('for global.size.cagr.2024-2029');
  });

  it('when what is undisclosed becomes zero', () => {
    const changed = found('docx', (bytes) => withPart(bytes, 'word/document.xml', (xml) => xml.replaceAll('n/d', '0.0')));
    expect(changed).toEqual([
      expect.stringMatching(/should print "n\/d" for china\.size\./),
      expect.stringMatching(/should tell "n\/d" for china\.size\.cagr\.2025-2030 /),
    ]);
  });
});

describe('a deck that was tampered with is found', () => {
  it('when a tile on a slide prints another figure', () => {
    const changed = found('pptx', (bytes) =>
      withPart(bytes, 'ppt/slides/slide2.xml', (xml) => xml.replace('$4.54\u00a0bn', '$5.44\u00a0bn')),
    );
    expect(changed[0]).toMatch(/^error verify\/figure-not-found: china\.pptx should print "\$4\.54\u00a0bn" for global\.size\.2029 /);
  });

  const DIFFER = 'error verify/charts-differ: the chart "chart-global.size" does not hold the same data in the deck and the report';
  const STALE =
    'error verify/chart-cache-stale: china.pptx draws ppt/charts/chart1.xml from other values than its workbook holds in Data!$B$2:$B$8';

  it('when the cached values of a chart are those of neither its workbook nor the report', () => {
    const changed = found('pptx', (bytes) =>
      withPart(bytes, 'ppt/charts/chart1.xml', (xml) => xml.replace('<c:v>4.54</c:v>', '<c:v>5.44</c:v>')),
    );
    expect(changed).toEqual([STALE, DIFFER]);
  });

  it('when the workbook of a chart holds neither what the chart draws nor what the report does', () => {
    const changed = found('pptx', (bytes) => {
      const book = partsIn(bytes)['ppt/embeddings/chart1.xlsx'] ?? new Uint8Array();
      const other = withPart(book, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>4.54</v>', '<v>5.44</v>'));
      return withBytes(bytes, 'ppt/embeddings/chart1.xlsx', other);
    });
    expect(changed).toEqual([STALE, DIFFER]);
  });

  it('when it was built alone and a withheld bar was given a value', () => {
    const bytes = withPart(fileOf(built, 'pptx'), 'ppt/charts/chart2.xml', (xml) => xml.replace('<c:v>0.5</c:v>', '<c:v>0.7</c:v>'));
    expect(verifyFiles([verified('pptx', bytes)], []).map((d) => d.code)).toEqual(['verify/chart-cache-stale']);
  });

  it('when a category of a chart is given another name', () => {
    const changed = found('pptx', (bytes) =>
      withPart(bytes, 'ppt/charts/chart1.xml', (xml) => xml.replace('<c:v>2029F</c:v>', '<c:v>2028F</c:v>')),
    );
    expect(changed[0]).toContain('verify/chart-cache-stale');
  });
});

describe('an Office file that is not what was planned is found', () => {
  const deck = (change: (bytes: Uint8Array) => Uint8Array, asked: Partial<VerifiedFile> = {}): readonly string[] =>
    verifyFiles([{ ...verified('pptx', change(fileOf(built, 'pptx'))), ...asked }], []).map((d) => `${d.code}: ${d.message}`);
  const slides = (): number => built.counts.slides;

  it('when the sheet of a chart and the chart agree on another number than the figure', () => {
    const cells = [{ cell: 'B8', figure: 'global.size.2029', values: [4.54] }];
    const charts = [
      { id: 'chart-global.size', cells },
      { id: 'chart-china.size', cells: [] },
    ];
    expect(deck((b) => b, { charts })).toEqual([]);
    const other = (bytes: Uint8Array): Uint8Array => {
      const book = partsIn(bytes)['ppt/embeddings/chart1.xlsx'] ?? new Uint8Array();
      const changed = withPart(book, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<v>4.54</v>', '<v>5.44</v>'));
      const drawn = withPart(bytes, 'ppt/charts/chart1.xml', (xml) => xml.replace('<c:v>4.54</c:v>', '<c:v>5.44</c:v>'));
      return withBytes(drawn, 'ppt/embeddings/chart1.xlsx', changed);
    };
    expect(deck(other, { charts })).toEqual([
      'verify/cell-differs: china.pptx should hold 4.54 for global.size.2029 in cell B8 of the chart "chart-global.size", but holds another value',
    ]);
    expect(deck((b) => b, { charts: [] })).toEqual(['verify/charts-missing: china.pptx holds 2 of 0 charts']);
  });

  it('when a part is no XML, a relationship leads nowhere, or a slide is not listed', () => {
    expect(deck((b) => b, { slides: slides() })).toEqual([]);
    expect(deck((b) => withPart(b, 'ppt/slides/slide2.xml', (xml) => xml.replace('</p:spTree>', '')))).toEqual([
      'verify/package-broken: china.pptx would not open as it should: ppt/slides/slide2.xml is not well-formed XML',
    ]);
    expect(
      deck((b) => withPart(b, 'ppt/_rels/presentation.xml.rels', (xml) => xml.replace('slides/slide2.xml', 'slides/slide99.xml'))),
    ).toEqual([
      'verify/package-broken: china.pptx would not open as it should: ppt/_rels/presentation.xml.rels leads to ppt/slides/slide99.xml, which is not there',
    ]);
    expect(deck((b) => withPart(b, 'ppt/presentation.xml', (xml) => xml.replace(/<p:sldId [^>]*>/, '')), { slides: slides() })).toEqual([
      `verify/package-broken: china.pptx would not open as it should: it shows ${slides() - 1} of ${slides()} slides`,
    ]);
  });

  it('when a figure stands only inside of a longer number', () => {
    const changed = deck((bytes) =>
      Object.entries(partsIn(bytes))
        .filter(([name, part]) => name.endsWith('.xml') && new TextDecoder().decode(part).includes('22.4%'))
        .reduce((all, [name]) => withPart(all, name, (xml) => xml.replaceAll('22.4%', '122.4%')), bytes),
    );
    expect(changed.some((l) => l.includes('should print "22.4%"'))).toBe(true);
  });
});

describe('a PDF that was tampered with is found', () => {
  it('when the text of a page is gone', () => {
    const changed = found('pdf', (bytes) => withPage(bytes, 3, (content) => content.replace(/<[0-9a-fA-F]*> Tj/g, '<> Tj')));
    expect(changed.length).toBeGreaterThan(0);
    for (const line of changed) expect(line).toMatch(/^error verify\/figure-not-found: china\.pdf should print /);
  });

  it('when its glyphs were exchanged', () => {
    const swap = (hex: string): string => (hex.match(/.{4}/g) ?? []).toReversed().join('');
    const changed = found('pdf', (bytes) =>
      withPage(bytes, 3, (content) => content.replace(/<([0-9a-fA-F]*)> Tj/g, (_, hex: string) => `<${swap(hex)}> Tj`)),
    );
    expect(changed.length).toBeGreaterThan(0);
  });
});
