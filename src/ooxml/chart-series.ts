import type { DataColumn, DataTable } from '../charts/data-table.ts';
import type { LabelPosition, NativeChart, NativeLabel, NativePoint, NativeSeries, TextStyle } from '../charts/native.ts';
import type { Fill, Stroke } from '../charts/paint.ts';
import { colorXml, fillXml, strokeXml } from './color.ts';
import type { Palette } from './theme-color.ts';
import type { EmbeddedWorkbook } from './workbook.ts';
import { el, escapeText } from './xml.ts';

/** What every part of a chart is written with. */
export interface ChartWriting {
  readonly chart: NativeChart;
  readonly book: EmbeddedWorkbook;
  readonly palette: Palette;
}

export const val = (name: string, value: string | number): string => el(`c:${name}`, { val: value });

export const textProperties = (style: TextStyle, { chart, palette }: ChartWriting, wrap?: 'none'): string =>
  el(
    'c:txPr',
    {},
    el('a:bodyPr', { wrap }),
    '<a:lstStyle/>',
    el(
      'a:p',
      {},
      el(
        'a:pPr',
        {},
        el(
          'a:defRPr',
          { sz: Math.round(style.size * 100), b: style.bold ? 1 : 0 },
          el('a:solidFill', {}, colorXml(style.color, palette)),
          '<a:latin typeface="+mn-lt"/>',
        ),
      ),
      el('a:endParaRPr', { lang: chart.language }),
    ),
  );

export const shapeProperties = (fill: Fill, stroke: Stroke | undefined, palette: Palette): string =>
  el('c:spPr', {}, fillXml(fill, palette), stroke ? strokeXml(stroke, palette) : '<a:ln><a:noFill/></a:ln>');

/** A line series: its stroke alone. */
export const lineProperties = (stroke: Stroke | undefined, palette: Palette): string =>
  el('c:spPr', {}, stroke ? strokeXml(stroke, palette) : '<a:ln w="28575"><a:noFill/></a:ln>');

export const columnOf = (table: DataTable, id: string): DataColumn =>
  table.columns.find((c) => c.id === id) ?? { id, header: id, format: 'General', cells: [] };

const cachedTexts = (element: string, texts: readonly (string | undefined)[]): string =>
  el(
    element,
    {},
    val('ptCount', texts.length),
    ...texts.map((t, idx) => (t === undefined ? '' : el('c:pt', { idx }, `<c:v>${escapeText(t)}</c:v>`))),
  );

const stringReference = (formula: string, texts: readonly (string | undefined)[]): string =>
  el('c:strRef', {}, `<c:f>${escapeText(formula)}</c:f>`, cachedTexts('c:strCache', texts));

/** The cells of a column as they are shown; undefined where a cell is empty. */
const shownTexts = (column: DataColumn): readonly (string | undefined)[] =>
  column.cells.map((c) => (c.kind === 'text' ? c.text : c.kind === 'number' ? String(c.value) : undefined));

const numberReference = (formula: string, column: DataColumn, format = column.format): string =>
  el(
    'c:numRef',
    {},
    `<c:f>${escapeText(formula)}</c:f>`,
    el(
      'c:numCache',
      {},
      `<c:formatCode>${escapeText(format)}</c:formatCode>`,
      val('ptCount', column.cells.length),
      ...column.cells.map((cell, idx) => (cell.kind === 'number' ? el('c:pt', { idx }, `<c:v>${cell.value}</c:v>`) : '')),
    ),
  );

/** The numbers of a column with their formula, as `c:val`, `c:xVal` … */
export const numbers = (element: string, id: string, { chart, book }: ChartWriting, format?: string): string =>
  el(element, {}, numberReference(book.cells(id), columnOf(chart.table, id), format));

export const categoryTexts = ({ chart, book }: ChartWriting): string =>
  el('c:cat', {}, stringReference(book.cells(chart.categories), shownTexts(columnOf(chart.table, chart.categories))));

export const seriesName = (series: NativeSeries, { chart, book }: ChartWriting): string =>
  el('c:tx', {}, stringReference(book.header(series.values), [columnOf(chart.table, series.values).header]));

const shows = (value: boolean): string =>
  `${val('showLegendKey', 0)}${val('showVal', value ? 1 : 0)}${val('showCatName', 0)}${val('showSerName', 0)}${val('showPercent', 0)}${val('showBubbleSize', 0)}`;

const NO_BOX = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

/** Where a kind of layer cannot place a label, the position is left out: a wrong one is a known cause of the repair prompt. */
export type Positions = Readonly<Partial<Record<LabelPosition, string>>>;

const positionXml = (label: NativeLabel, positions: Positions): string => {
  const position = positions[label.position];
  return position === undefined ? '' : val('dLblPos', position);
};

/** The extensions of Office 2013 for labels that show cells ([MS-ODRAWXML] 2.24.3). */
const C15 = 'http://schemas.microsoft.com/office/drawing/2012/chart';
const LABEL_EXTENSION = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}';
const RANGE_EXTENSION = '{02D57815-91ED-43cb-92C2-25804820EDAC}';

const extension = (uri: string, ...content: readonly string[]): string =>
  el('c:extLst', {}, el('c:ext', { uri, 'xmlns:c15': C15 }, ...content));

/** Fields want an id of their own each; the same chart has the same ones. */
const fieldId = (index: number): string => `{5A3C1E70-0000-4000-8000-${index.toString(16).toUpperCase().padStart(12, '0')}}`;

/** The name of a point, from a cell: a field that Office 2013 and later keep in step with the cell; others show its text. */
const nameText = (label: NativeLabel, index: number, { chart, palette }: ChartWriting): string =>
  el(
    'c:tx',
    {},
    el(
      'c:rich',
      {},
      // Names stand in one line: programs wrap them at a fifth of the chart's width else.
      '<a:bodyPr wrap="none"/>',
      '<a:lstStyle/>',
      el(
        'a:p',
        {},
        el(
          'a:fld',
          { id: fieldId(index), type: 'CELLRANGE' },
          el(
            'a:rPr',
            { lang: chart.language, sz: Math.round(label.style.size * 100), b: label.style.bold ? 1 : 0 },
            el('a:solidFill', {}, colorXml(label.style.color, palette)),
            '<a:latin typeface="+mn-lt"/>',
          ),
          `<a:t>${escapeText(label.text)}</a:t>`,
        ),
      ),
    ),
  );

/** Labels stay on one line: LibreOffice breaks long ones. */
const pointLabel = (point: NativePoint, positions: Positions, writing: ChartWriting): string => {
  const { label } = point;
  if (label === null) return el('c:dLbl', {}, val('idx', point.index), val('delete', 1));
  return el(
    'c:dLbl',
    {},
    val('idx', point.index),
    label.from === undefined ? '' : nameText(label, point.index, writing),
    el('c:numFmt', { formatCode: label.format, sourceLinked: 0 }),
    NO_BOX,
    textProperties(label.style, writing, 'none'),
    positionXml(label, positions),
    shows(true),
    label.from === undefined ? '' : extension(LABEL_EXTENSION, '<c15:dlblFieldTable/>', '<c15:showDataLabelsRange val="1"/>'),
  );
};

/** Labels point by point, then the rule for points without one of their own. */
export const labels = (series: NativeSeries, positions: Positions, writing: ChartWriting): string => {
  const first = series.points.find((p) => p.label !== null)?.label;
  if (!first) return el('c:dLbls', {}, val('delete', 1));
  return el(
    'c:dLbls',
    {},
    ...series.points.map((p) => pointLabel(p, positions, writing)),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    NO_BOX,
    textProperties(first.style, writing, 'none'),
    positionXml(first, positions),
    shows(series.points.every((p) => p.label !== null)),
    first.from === undefined ? '' : extension(LABEL_EXTENSION, '<c15:showDataLabelsRange val="1"/>'),
  );
};

/** The cells whose texts name the points of a series, as the last child of the series. */
export const labelRange = (series: NativeSeries, { chart, book }: ChartWriting): string => {
  const from = series.points.find((p) => p.label?.from !== undefined)?.label?.from;
  return from === undefined
    ? ''
    : extension(
        RANGE_EXTENSION,
        el(
          'c15:datalabelsRange',
          {},
          `<c15:f>${escapeText(book.cells(from))}</c15:f>`,
          cachedTexts('c15:dlblRangeCache', shownTexts(columnOf(chart.table, from))),
        ),
      );
};
