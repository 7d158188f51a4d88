import type { CellPlace, DataCell, DataColumn, DataTable, Floating, Formula } from '../charts/data-table.ts';
import { packageFrom, packPackage, writePart } from './package.ts';
import { el, escapeText, XML_HEAD } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** "A", "B" … "AA". */
const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

export interface EmbeddedWorkbook {
  readonly bytes: Uint8Array;
  /** The cells below a column's header, e.g. `Data!$B$2:$B$8`. */
  readonly cells: (columnId: string) => string;
  readonly header: (columnId: string) => string;
}

const columnIndex = (table: DataTable, id: string): number => table.columns.findIndex((c) => c.id === id);

const textCell = (at: string, text: string, style: number): string =>
  el('c', { r: at, s: style === 0 ? undefined : style, t: 'inlineStr' }, el('is', {}, `<t xml:space="preserve">${escapeText(text)}</t>`));

type FormulaOf<K extends Formula['kind']> = Extract<Formula, { kind: K }>;
type Address = (place: CellPlace) => string;

const between = ({ from, to }: Floating, at: Address, write: (from: string, to: string) => string): string =>
  write(from ? at(from) : '0', to ? at(to) : '0');

/** Formulas of ours alone, over addresses: no text of the data is ever one. */
const FORMULAS: { readonly [K in Formula['kind']]: (formula: FormulaOf<K>, at: Address) => string } = {
  sum: ({ of }, at) => of.map(at).join('+'),
  difference: ({ from, to }, at) => `${at(to)}-${at(from)}`,
  growth: ({ from, to }, at) => `(${at(to)}/${at(from)}-1)*100`,
  share: ({ part, whole }, at) => `${at(part)}/${at(whole)}*100`,
  remainder: ({ of }, at) => ['100', ...of.map(at)].join('-'),
  cagr: ({ from, to, years }, at) => `((${at(to)}/${at(from)})^(1/${years})-1)*100`,
  negative: ({ of }, at) => `-${at(of)}`,
  highest: ({ of }, at) => `MAX(${of.map(at).join(',')})`,
  lowest: ({ of }, at) => `MIN(${of.map(at).join(',')})`,
  margin: ({ of, among }, at) => `(MAX(${among.map(at).join(',')})-${at(of)})/2`,
  under: (formula, at) => between(formula, at, (a, b) => `MAX(0,MIN(${a},${b}))+MIN(0,MAX(${a},${b}))`),
  above: (formula, at) => between(formula, at, (a, b) => `MAX(0,MAX(0,${b})-MAX(0,${a}))`),
  below: (formula, at) => between(formula, at, (a, b) => `MIN(0,MIN(0,${a})-MIN(0,${b}))`),
};

const formulaXml = (formula: Formula | undefined, at: Address): string =>
  formula ? `<f>${(FORMULAS[formula.kind] as (formula: Formula, at: Address) => string)(formula, at)}</f>` : '';

const cellXml = (cell: DataCell | undefined, at: string, style: number, address: Address): string => {
  if (!cell || cell.kind === 'empty') return '';
  return cell.kind === 'number'
    ? el('c', { r: at, s: style === 0 ? undefined : style }, formulaXml(cell.formula, address), `<v>${cell.value}</v>`)
    : textCell(at, cell.text, style);
};

const HEADER_STYLE = 1;
/** Text with line feeds, which programs show in one line without it. */
const linesStyle = (formats: readonly string[]): number => formats.length + 2;
const hasLines = (cell: DataCell): boolean => cell.kind === 'text' && cell.text.includes('\n');

const sheetXml = (table: DataTable, formats: readonly string[]): string => {
  const rows = Math.max(0, ...table.columns.map((c) => c.cells.length));
  const last = `${letters(table.columns.length - 1)}${rows + 1}`;
  const address: Address = ({ column, row }) => `${letters(columnIndex(table, column))}${row + 2}`;
  const styleOf = (column: DataColumn, cell: DataCell | undefined): number => {
    if (cell?.kind === 'text') return hasLines(cell) ? linesStyle(formats) : 0;
    return column.format === 'General' ? 0 : formats.indexOf(column.format) + 2;
  };
  const header = el('row', { r: 1 }, ...table.columns.map((c, i) => textCell(`${letters(i)}1`, c.header, HEADER_STYLE)));
  const body = Array.from({ length: rows }, (_, r) =>
    el('row', { r: r + 2 }, ...table.columns.map((c, i) => cellXml(c.cells[r], `${letters(i)}${r + 2}`, styleOf(c, c.cells[r]), address))),
  );
  const widths = table.columns.map((c, i) =>
    el('col', { min: i + 1, max: i + 1, width: Math.min(60, Math.max(12, c.header.length + 2)), customWidth: 1 }),
  );
  return `${XML_HEAD}${el(
    'worksheet',
    { xmlns: MAIN },
    el('dimension', { ref: `A1:${last}` }),
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    el('cols', {}, ...widths),
    el('sheetData', {}, header, ...body),
  )}`;
};

const stylesXml = (formats: readonly string[], lines: boolean): string =>
  `${XML_HEAD}${el(
    'styleSheet',
    { xmlns: MAIN },
    formats.length === 0
      ? ''
      : el('numFmts', { count: formats.length }, ...formats.map((f, i) => el('numFmt', { numFmtId: 164 + i, formatCode: f }))),
    '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    el(
      'cellXfs',
      { count: linesStyle(formats) + (lines ? 1 : 0) },
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
      ...formats.map((_, i) => `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`),
      lines ? '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf>' : '',
    ),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  )}`;

const CONTENT_TYPES = `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const ROOT_RELS = `${XML_HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const BOOK_RELS = `${XML_HEAD}<Relationships xmlns="${PACKAGE_REL}"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/></Relationships>`;

/** The workbook behind a chart. Texts are inline strings, never formulas, whatever they begin with. Same table, same bytes. */
export const workbook = (table: DataTable): EmbeddedWorkbook => {
  const formats = [...new Set(table.columns.map((c) => c.format).filter((f) => f !== 'General'))];
  const pkg = packageFrom([]);
  writePart(pkg, '[Content_Types].xml', CONTENT_TYPES);
  writePart(pkg, '_rels/.rels', ROOT_RELS);
  writePart(
    pkg,
    'xl/workbook.xml',
    `${XML_HEAD}${el('workbook', { xmlns: MAIN, 'xmlns:r': REL }, el('sheets', {}, el('sheet', { name: table.sheet, sheetId: 1, 'r:id': 'rId1' })))}`,
  );
  writePart(pkg, 'xl/_rels/workbook.xml.rels', BOOK_RELS);
  writePart(
    pkg,
    'xl/styles.xml',
    stylesXml(
      formats,
      table.columns.some((c) => c.cells.some(hasLines)),
    ),
  );
  writePart(pkg, 'xl/worksheets/sheet1.xml', sheetXml(table, formats));
  const address = (id: string): string => `${table.sheet}!$${letters(columnIndex(table, id))}`;
  return {
    bytes: packPackage(pkg),
    cells: (id) => `${address(id)}$2:$${letters(columnIndex(table, id))}$${(table.columns[columnIndex(table, id)]?.cells.length ?? 0) + 1}`,
    header: (id) => `${address(id)}$1`,
  };
};
