import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addChart } from '../../src/ooxml/chart.ts';
import { packageFrom, packPackage } from '../../src/ooxml/package.ts';
import { staleCaches } from '../../src/verify/chart-data.ts';
import { barChart } from '../support/chart-cases.ts';
import { partsIn } from '../support/office.ts';
import { shippedTheme } from '../support/theme.ts';

const palette = shippedTheme().colors;

const written = (items: Parameters<typeof barChart>[0]): { readonly xml: string; readonly book: Uint8Array } => {
  const pkg = packageFrom([]);
  addChart(pkg, { owner: 'ppt/slides/slide1.xml', folder: 'ppt', number: 1, chart: barChart(items).chart.native, palette });
  const parts = partsIn(packPackage(pkg));
  return {
    xml: strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array()),
    book: parts['ppt/embeddings/chart1.xlsx'] ?? new Uint8Array(),
  };
};

describe('the cache of a chart', () => {
  it('is that of its workbook whatever its names and values are', () => {
    const name = fc.string({ unit: fc.constantFrom(...'<>&"\'=+-@#;x 中é$\\'.split('')), minLength: 1, maxLength: 12 });
    const value = fc.oneof(
      fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 7).toFixed(4)),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { minLength: 1, maxLength: 15 }), (items) => {
        const { xml, book } = written(items);
        expect(staleCaches(xml, book)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is stale when it holds another number, another name, a withheld value or too little', () => {
    const { xml, book } = written([
      ['Alpha', '60.0'],
      ['Beta', '30.0'],
      ['Gamma', null],
    ]);
    expect(staleCaches(xml.replace('<c:v>60</c:v>', '<c:v>61</c:v>'), book)).toEqual(['Data!$B$2:$B$4']);
    expect(staleCaches(xml.replaceAll('<c:v>Beta</c:v>', '<c:v>Delta</c:v>'), book)).toEqual(['Data!$A$2:$A$4', 'Data!$A$2:$A$4']);
    const given = xml.replace('<c:pt idx="1"><c:v>30</c:v></c:pt>', '<c:pt idx="1"><c:v>30</c:v></c:pt><c:pt idx="2"><c:v>0</c:v></c:pt>');
    expect(staleCaches(given, book)).toEqual(['Data!$B$2:$B$4']);
    expect(staleCaches(xml.replace('<c:pt idx="0"><c:v>60</c:v></c:pt>', ''), book)).toEqual(['Data!$B$2:$B$4']);
  });
});
