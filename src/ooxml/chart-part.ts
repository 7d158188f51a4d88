import type { DataColumn, DataTable } from '../charts/data-table.ts';
import type { BarPlot, NativeChart, NativePoint, NativeSeries, TextStyle } from '../charts/native.ts';
import { colorXml, fillXml, type Palette, strokeXml } from './color.ts';
import type { EmbeddedWorkbook } from './workbook.ts';
import { el, escapeText, XML_HEAD } from './xml.ts';

/** Children are written in the order of ECMA-376 part 1, section 21.2: a wrong order is a known cause of the repair prompt. */

const val = (name: string, value: string | number): string => el(`c:${name}`, { val: value });

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

const textProperties = (style: TextStyle, palette: Palette): string =>
  el(
    'c:txPr',
    {},
    '<a:bodyPr/>',
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
      '<a:endParaRPr lang="en-US"/>',
    ),
  );

const shapeProperties = (point: Pick<NativePoint, 'fill' | 'stroke'> | Pick<NativeSeries, 'fill' | 'stroke'>, palette: Palette): string =>
  el('c:spPr', {}, fillXml(point.fill, palette), point.stroke ? strokeXml(point.stroke, palette) : '<a:ln><a:noFill/></a:ln>');

const columnOf = (table: DataTable, id: string): DataColumn =>
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

const numberReference = (formula: string, column: DataColumn): string =>
  el(
    'c:numRef',
    {},
    `<c:f>${escapeText(formula)}</c:f>`,
    el(
      'c:numCache',
      {},
      `<c:formatCode>${escapeText(column.format)}</c:formatCode>`,
      val('ptCount', column.cells.length),
      ...column.cells.map((cell, idx) => (cell.kind === 'number' ? el('c:pt', { idx }, `<c:v>${cell.value}</c:v>`) : '')),
    ),
  );

const SHOW_VALUE = `${val('showLegendKey', 0)}${val('showVal', 1)}${val('showCatName', 0)}${val('showSerName', 0)}${val('showPercent', 0)}${val('showBubbleSize', 0)}`;

const pointLabel = (point: NativePoint, palette: Palette): string => {
  if (point.label === null) return el('c:dLbl', {}, val('idx', point.index), val('delete', 1));
  return el(
    'c:dLbl',
    {},
    val('idx', point.index),
    el('c:numFmt', { formatCode: point.label.format, sourceLinked: 0 }),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textProperties(point.label.style, palette),
    val('dLblPos', 'outEnd'),
    SHOW_VALUE,
  );
};

const seriesXml = (series: NativeSeries, index: number, chart: NativeChart, book: EmbeddedWorkbook, palette: Palette): string => {
  const { plot, table } = chart;
  const values = columnOf(table, series.values);
  const categories = columnOf(table, plot.categories);
  const usual = series.points.find((p) => p.label !== null)?.label?.style ?? { size: 10, bold: false, color: 'ink' as const };
  return el(
    'c:ser',
    {},
    val('idx', index),
    val('order', index),
    el('c:tx', {}, stringReference(book.header(series.values), [values.header])),
    shapeProperties(series, palette),
    val('invertIfNegative', 0),
    ...series.points.map((p) =>
      el('c:dPt', {}, val('idx', p.index), val('invertIfNegative', 0), val('bubble3D', 0), shapeProperties(p, palette)),
    ),
    el(
      'c:dLbls',
      {},
      ...series.points.map((p) => pointLabel(p, palette)),
      '<c:numFmt formatCode="General" sourceLinked="0"/>',
      '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
      textProperties(usual, palette),
      val('dLblPos', 'outEnd'),
      SHOW_VALUE,
    ),
    el(
      'c:cat',
      {},
      stringReference(
        book.cells(plot.categories),
        categories.cells.map((c) => (c.kind === 'text' ? c.text : c.kind === 'number' ? String(c.value) : undefined)),
      ),
    ),
    el('c:val', {}, numberReference(book.cells(series.values), values)),
  );
};

const scaling = (orientation: 'minMax' | 'maxMin', range?: { readonly min: number; readonly max: number }): string =>
  el('c:scaling', {}, val('orientation', orientation), range ? val('max', range.max) : '', range ? val('min', range.min) : '');

const axesXml = (plot: BarPlot, palette: Palette): string => {
  const lying = plot.direction === 'bar';
  const category = el(
    'c:catAx',
    {},
    val('axId', CATEGORY_AXIS),
    // The first category of lying bars stands on top, as a ranking is read.
    scaling(lying ? 'maxMin' : 'minMax'),
    val('delete', 0),
    val('axPos', lying ? 'l' : 'b'),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'low'),
    el('c:spPr', {}, strokeXml(plot.categoryAxis.line, palette)),
    textProperties(plot.categoryAxis.labels, palette),
    val('crossAx', VALUE_AXIS),
    val('crosses', 'autoZero'),
    val('auto', 0),
    val('lblAlgn', 'ctr'),
    val('lblOffset', 100),
    val('tickLblSkip', plot.categoryAxis.labelEvery),
    val('noMultiLvlLbl', 1),
  );
  const value = el(
    'c:valAx',
    {},
    val('axId', VALUE_AXIS),
    scaling('minMax', plot.valueAxis),
    val('delete', 1),
    val('axPos', lying ? 't' : 'l'),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    val('majorTickMark', 'none'),
    val('minorTickMark', 'none'),
    val('tickLblPos', 'nextTo'),
    val('crossAx', CATEGORY_AXIS),
    val('crosses', 'autoZero'),
    val('crossBetween', 'between'),
  );
  return category + value;
};

const fraction = (n: number): string => String(Math.round(n * 1e6) / 1e6);

export interface ChartReferences {
  readonly workbook: string;
  readonly drawing: string | undefined;
}

/** The chart part (c:chartSpace): fixed plot area and value axis, so that the drawing part's marks meet their bars. */
export const chartPart = (chart: NativeChart, book: EmbeddedWorkbook, references: ChartReferences, palette: Palette): string => {
  const { plot } = chart;
  const layout = el(
    'c:layout',
    {},
    el(
      'c:manualLayout',
      {},
      val('layoutTarget', 'inner'),
      val('xMode', 'edge'),
      val('yMode', 'edge'),
      val('x', fraction(plot.area.x)),
      val('y', fraction(plot.area.y)),
      val('w', fraction(plot.area.w)),
      val('h', fraction(plot.area.h)),
    ),
  );
  const bars = el(
    'c:barChart',
    {},
    val('barDir', plot.direction === 'column' ? 'col' : 'bar'),
    val('grouping', 'clustered'),
    val('varyColors', 0),
    ...plot.series.map((s, i) => seriesXml(s, i, chart, book, palette)),
    val('gapWidth', plot.gapWidth),
    val('overlap', plot.overlap),
    val('axId', CATEGORY_AXIS),
    val('axId', VALUE_AXIS),
  );
  return `${XML_HEAD}${el(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    val('date1904', 0),
    val('lang', chart.language),
    val('roundedCorners', 0),
    el(
      'c:chart',
      {},
      val('autoTitleDeleted', 1),
      el('c:plotArea', {}, layout, bars, axesXml(plot, palette), '<c:spPr><a:noFill/></c:spPr>'),
      val('plotVisOnly', 1),
      val('dispBlanksAs', 'gap'),
    ),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    el(
      'c:txPr',
      {},
      '<a:bodyPr/>',
      '<a:lstStyle/>',
      '<a:p><a:pPr><a:defRPr><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p>',
    ),
    el('c:externalData', { 'r:id': references.workbook }, val('autoUpdate', 0)),
    references.drawing === undefined ? '' : el('c:userShapes', { 'r:id': references.drawing }),
  )}`;
};
