import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { NativeChart } from '../../src/charts/native.ts';
import { addChart } from '../../src/ooxml/chart.ts';
import { packageFrom, packPackage, writePart } from '../../src/ooxml/package.ts';
import { barChart, columnChart } from '../support/chart-cases.ts';
import { schemaFindings } from '../support/chart-schema.ts';
import { expectGolden } from '../support/golden.ts';
import { FIVE_YEARS, type PointEntry } from '../support/market.ts';
import { cachesIn, cellsIn, type Parts, partsIn, xmlOf } from '../support/office.ts';
import { shippedTheme } from '../support/theme.ts';
import { allElements, dumpXml, elements, parseXml } from '../support/xml.ts';

const palette = shippedTheme().colors;

const packed = (chart: NativeChart): Parts => {
  const pkg = packageFrom([]);
  writePart(pkg, '[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>');
  addChart(pkg, { owner: 'ppt/slides/slide1.xml', folder: 'ppt', number: 1, chart, palette });
  return partsIn(packPackage(pkg));
};

/** The cells a formula such as Data!$B$2:$B$4 names, by index; empty ones are left out, as a cache leaves them out. */
const named = (formula: string, cells: ReadonlyMap<string, string>): ReadonlyMap<number, string> => {
  const [, column = '', from = '', to = from] = /^Data!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula) ?? [];
  const values = new Map<number, string>();
  for (let row = Number(from); row <= Number(to); row++) {
    const value = cells.get(`${column}${row}`);
    if (value !== undefined) values.set(row - Number(from), value);
  }
  return values;
};

const expectEqualCaches = (chart: NativeChart): void => {
  const parts = packed(chart);
  const cells = new Map(cellsIn(parts['ppt/embeddings/chart1.xlsx'] ?? new Uint8Array()).map((c) => [c.at, c.value]));
  const caches = cachesIn(xmlOf(parts, 'ppt/charts/chart1.xml'));
  expect(caches.length).toBeGreaterThanOrEqual(3);
  for (const { formula, values } of caches) expect([formula, [...values]]).toEqual([formula, [...named(formula, cells)]]);
};

const MIXED: readonly PointEntry[] = [
  [2023, '1.29'],
  [2024, null, { missing: 'undisclosed', status: 'estimate' }],
  [2025, '2.00', { qualifier: 'over', status: 'estimate' }],
];

describe('a chart part', () => {
  it.each([
    ['columns with a rate', 'columns', () => columnChart(FIVE_YEARS.slice(0, 2), [2021, 2022])],
    [
      'bars with a withheld one',
      'bars',
      () =>
        barChart([
          ['A & B <C>', '60.0'],
          ['医学影像', null],
        ]),
    ],
  ])('of %s is what its dump shows, with its drawing part and its relationships', (_, name, compiled) => {
    const parts = packed(compiled().chart.native);
    const dump = Object.keys(parts)
      .filter((n) => n.endsWith('.xml') || n.endsWith('.rels'))
      .map((n) => `== ${n}\n${dumpXml(xmlOf(parts, n))}`);
    expect(Object.keys(parts)).toContain('ppt/charts/chart1.xml');
    expectGolden(`test/ooxml/cases/${name}.expected.txt`, dump.join('\n\n'));
  });

  it('caches what its workbook holds, withheld values left out of both', () => {
    expectEqualCaches(columnChart(MIXED).chart.native);
    expectEqualCaches(
      barChart([
        ['A', '60.0'],
        ['B', null],
        ['=B1+C1', '10.0', { qualifier: 'about' }],
      ]).chart.native,
    );
  });

  it('caches what its workbook holds for any values', () => {
    const value = fc.oneof(
      fc.integer({ min: -1e6, max: 1e9 }).map((n) => String(n / 1000)),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (list) => {
        expectEqualCaches(
          columnChart(list.map((v, i): PointEntry => [2000 + i, v, v === null ? { missing: 'undisclosed' } : {}])).chart.native,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('has its children in the order of the standard', () => {
    const chart = elements(xmlOf(packed(columnChart(FIVE_YEARS, [2021, 2025]).chart.native), 'ppt/charts/chart1.xml'));
    expect(chart.map((e) => e.name)).toEqual([
      'c:date1904',
      'c:lang',
      'c:roundedCorners',
      'c:chart',
      'c:spPr',
      'c:txPr',
      'c:externalData',
      'c:userShapes',
    ]);
  });

  it('is found by the table of the standard where an order, a value or a place of labels is wrong', () => {
    const parts = packed(columnChart(FIVE_YEARS, [2021, 2025]).chart.native);
    const xml = strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array());
    const found = (from: string, to: string): readonly string[] => schemaFindings(parseXml(xml.replace(from, to)));
    expect(found('', '')).toEqual([]);
    expect(found('<c:gapWidth val="45"/><c:overlap val="100"/>', '<c:overlap val="100"/><c:gapWidth val="45"/>')).toHaveLength(1);
    expect(found('<c:gapWidth val="45"/>', '<c:gapWidth val="501"/>')).toEqual(['c:gapWidth is "501"']);
    expect(found('<c:dLblPos val="outEnd"/>', '<c:dLblPos val="t"/>')).toEqual(['a label of c:barChart at t']);
    expect(found('<c:crossAx val="111111111"/>', '<c:crossAx val="5"/>')).toEqual(['c:valAx crosses no axis']);
  });

  it('has no drawing part where nothing is drawn over it', () => {
    expect(Object.keys(packed(barChart([['A', '60.0']]).chart.native)).filter((n) => n.includes('drawings'))).toEqual([]);
  });

  it('shows the blank of a withheld value as a gap', () => {
    const [blanks] = allElements(xmlOf(packed(columnChart(MIXED).chart.native), 'ppt/charts/chart1.xml'), 'c:dispBlanksAs');
    expect(blanks?.attributes).toEqual({ val: 'gap' });
  });
});
