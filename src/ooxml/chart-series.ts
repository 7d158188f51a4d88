import type { DataColumn, DataTable } from '../charts/data-table.ts';
import type { LabelPosition, NativeChart, NativeLabel, NativePoint, NativeSeries, TextStyle } from '../charts/native.ts';
import type { Fill, Stroke } from '../charts/paint.ts';
import { colorXml, fillXml, type Palette, strokeXml } from './color.ts';
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

const stringReference = (formula: string, texts: readonly (string | undefined)[]): string =>
  el(
    'c:strRef',
    {},
    `<c:f>${escapeText(formula)}</c:f>`,
    el(
      'c:strCache',
      {},
      val('ptCount', texts.length),
      ...texts.map((t, idx) => (t === undefined ? '' : el('c:pt', { idx }, `<c:v>${escapeText(t)}</c:v>`))),
    ),
  );

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
  el(
    'c:cat',
    {},
    stringReference(
      book.cells(chart.categories),
      columnOf(chart.table, chart.categories).cells.map((c) =>
        c.kind === 'text' ? c.text : c.kind === 'number' ? String(c.value) : undefined,
      ),
    ),
  );

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

/** The name of a point, from a cell: a field Office 2013 and later keep in step with the range; others show the text. */
const nameText = (label: NativeLabel, { chart, palette }: ChartWriting): string =>
  el(
    'c:tx',
    {},
    el(
      'c:rich',
      {},
      '<a:bodyPr/>',
      '<a:lstStyle/>',
      el(
        'a:p',
        {},
        el(
          'a:r',
          {},
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
    label.from === undefined ? '' : nameText(label, writing),
    el('c:numFmt', { formatCode: label.format, sourceLinked: 0 }),
    NO_BOX,
    textProperties(label.style, writing, 'none'),
    positionXml(label, positions),
    shows(true),
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
  );
};
