import { describe, expect, it } from 'vitest';
import type { NativeChart } from '../../src/charts/native.ts';
import { addChart } from '../../src/ooxml/chart.ts';
import { packageFrom, packPackage, writePart } from '../../src/ooxml/package.ts';
import { partsIn } from '../support/office.ts';
import { shippedTheme } from '../support/theme.ts';

const numbers = (id: string, values: readonly number[]) =>
  ({ id, header: id, format: '0', cells: values.map((value) => ({ kind: 'number', value }) as const) }) as const;

const FILL = { kind: 'solid', color: 'grey' } as const;
const LABEL = { format: '"a"', style: { size: 12, bold: false, color: 'ink' }, position: 'r', from: 'item' } as const;

/** Two points with names from cells. */
const CHART: NativeChart = {
  id: 'names',
  language: 'en-GB',
  table: {
    sheet: 'Data',
    columns: [
      { id: 'item', header: 'Item', format: 'General', cells: ['Ours & theirs', 'Other'].map((text) => ({ kind: 'text', text })) },
      numbers('x', [1, 2]),
      numbers('y', [3, 4]),
    ],
  },
  categories: 'item',
  area: { x: 0.1, y: 0.1, w: 0.8, h: 0.8 },
  frame: { width: 300, height: 200 },
  axes: {
    kind: 'xy',
    x: { min: 0, max: 5 },
    y: { min: 0, max: 5 },
    crossX: 0,
    crossY: 0,
    line: { color: 'ink3', width: 1, dashed: false },
  },
  layers: [
    {
      kind: 'scatter',
      series: [
        {
          values: 'y',
          x: 'x',
          fill: FILL,
          marker: 9,
          points: [
            { index: 0, fill: FILL, label: { ...LABEL, text: 'Ours & theirs' } },
            { index: 1, fill: FILL, label: { ...LABEL, text: 'Other' } },
          ],
        },
      ],
    },
  ],
  annotations: [],
};

describe('names of points', () => {
  const pkg = packageFrom([]);
  writePart(pkg, '[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>');
  addChart(pkg, { owner: 'ppt/slides/slide1.xml', folder: 'ppt', number: 1, chart: CHART, palette: shippedTheme().colors });
  const xml = new TextDecoder().decode(partsIn(packPackage(pkg))['ppt/charts/chart1.xml']);

  it('are fields of cells, each with an id of its own and the name for programs that know no such fields', () => {
    const fields = [...xml.matchAll(/<a:fld id="([^"]+)" type="CELLRANGE">.*?<a:t>([^<]*)<\/a:t><\/a:fld>/g)];
    expect(fields.map((f) => f[2])).toEqual(['Ours &amp; theirs', 'Other']);
    expect(new Set(fields.map((f) => f[1])).size).toBe(2);
    expect(xml.match(/<c15:showDataLabelsRange val="1"\/>/g)).toHaveLength(3);
  });

  it('name their cells with a cache, last in the series', () => {
    expect(xml).toMatch(
      /<c:smooth val="0"\/><c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="[^"]+"><c15:datalabelsRange><c15:f>Data!\$A\$2:\$A\$3<\/c15:f><c15:dlblRangeCache><c:ptCount val="2"\/><c:pt idx="0"><c:v>Ours &amp; theirs<\/c:v><\/c:pt>/,
    );
  });
});
