import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataCell, DataTable } from '../../src/charts/data-table.ts';
import { workbook } from '../../src/ooxml/workbook.ts';
import { cellsIn, partsIn, xmlOf } from '../support/office.ts';
import { allElements } from '../support/xml.ts';

const text = (value: string): DataCell => ({ kind: 'text', text: value });

const tableOf = (cells: readonly DataCell[], header = 'Value', format = 'General'): DataTable => ({
  sheet: 'Data',
  columns: [
    { id: 'name', header: 'Name', format: 'General', cells: cells.map((_, i) => text(`Row ${i + 1}`)) },
    { id: 'value', header, format, cells },
  ],
});

const column = (bytes: Uint8Array, letter: string) => cellsIn(bytes).filter((c) => c.at.startsWith(letter));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', 'a]]>b', '<c/>'),
);

describe('the workbook behind a chart', () => {
  it.each(['=1+1', '+cmd', '-2', '@SUM(A1:A9)', '=HYPERLINK("https://example.com";"x")'])('keeps %s a text', (value) => {
    expect(column(workbook(tableOf([text(value)])).bytes, 'B')[1]).toEqual({ at: 'B2', kind: 'text', value });
  });

  it('holds no formula, whatever its texts are', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), anyText, (texts, header) => {
        // The reader throws at any cell that is neither a number nor an inline text.
        const cells = column(workbook(tableOf(texts.map(text), header)).bytes, 'B');
        expect(cells.map((c) => c.kind)).toEqual(['text', ...texts.map(() => 'text')]);
      }),
    );
  });

  it('holds numbers unrounded', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 8 }), (numbers) => {
        const cells = column(workbook(tableOf(numbers.map((value) => ({ kind: 'number', value })))).bytes, 'B').slice(1);
        expect(cells.map((c) => Number(c.value))).toEqual(numbers.map((n) => (Object.is(n, -0) ? 0 : n)));
      }),
    );
  });

  it('leaves the cell of a withheld value out', () => {
    const { bytes } = workbook(tableOf([{ kind: 'number', value: 1 }, { kind: 'empty' }, { kind: 'number', value: 3 }]));
    expect(column(bytes, 'B').map((c) => c.at)).toEqual(['B1', 'B2', 'B4']);
  });

  it('shows a text with line feeds in its lines', () => {
    const parts = partsIn(workbook(tableOf([text('two\nlines'), { kind: 'number', value: 1 }], 'Value', '0.0')).bytes);
    const wrapped = allElements(xmlOf(parts, 'xl/styles.xml'), 'xf').filter((e) => allElements(e, 'alignment').length > 0);
    expect(wrapped).toHaveLength(1);
    const styles = allElements(xmlOf(parts, 'xl/worksheets/sheet1.xml'), 'c').map((c) => [c.attributes['r'], c.attributes['s']]);
    expect(styles).toEqual(
      expect.arrayContaining([
        ['B2', '3'],
        ['B3', '2'],
      ]),
    );
  });

  it('prints by the format of its column', () => {
    const parts = partsIn(workbook(tableOf([{ kind: 'number', value: 1.005 }], 'Value', '#,##0.00')).bytes);
    const [format] = xmlOf(parts, 'xl/styles.xml').children;
    expect(format).toMatchObject({ name: 'numFmts', children: [{ attributes: { numFmtId: '164', formatCode: '#,##0.00' } }] });
  });

  it('says where the cells of a column stand', () => {
    const book = workbook(tableOf([text('a'), text('b')]));
    expect([book.header('value'), book.cells('value')]).toEqual(['Data!$B$1', 'Data!$B$2:$B$3']);
  });

  it('names columns beyond the twenty-sixth with two letters', () => {
    const columns = Array.from({ length: 28 }, (_, i) => ({ id: `c${i}`, header: `Column ${i}`, format: 'General', cells: [text('x')] }));
    const book = workbook({ sheet: 'Data', columns });
    expect(['c25', 'c26', 'c27'].map((id) => book.header(id))).toEqual(['Data!$Z$1', 'Data!$AA$1', 'Data!$AB$1']);
    expect(cellsIn(book.bytes).map((c) => c.at)).toContain('AB2');
  });

  it('has the same bytes for the same table', () => {
    const table = tableOf([text('a'), { kind: 'number', value: 0.1 }]);
    expect(workbook(table).bytes).toEqual(workbook(structuredClone(table)).bytes);
  });
});
