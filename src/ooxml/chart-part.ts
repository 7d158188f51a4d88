import type { NativeChart } from '../charts/native.ts';
import { axesXml } from './chart-axes.ts';
import { layersXml } from './chart-layers.ts';
import { val } from './chart-series.ts';
import type { Palette } from './theme-color.ts';
import type { EmbeddedWorkbook } from './workbook.ts';
import { el, XML_HEAD } from './xml.ts';

const fraction = (n: number): string => String(Math.round(n * 1e6) / 1e6);

export interface ChartReferences {
  readonly workbook: string;
  readonly drawing: string | undefined;
}

/** The chart part (c:chartSpace): fixed plot area and value axis, so that the drawing part's marks meet their bars. */
export const chartPart = (chart: NativeChart, book: EmbeddedWorkbook, references: ChartReferences, palette: Palette): string => {
  const writing = { chart, book, palette };
  const layout = el(
    'c:layout',
    {},
    el(
      'c:manualLayout',
      {},
      val('layoutTarget', 'inner'),
      val('xMode', 'edge'),
      val('yMode', 'edge'),
      val('x', fraction(chart.area.x)),
      val('y', fraction(chart.area.y)),
      val('w', fraction(chart.area.w)),
      val('h', fraction(chart.area.h)),
    ),
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
      el('c:plotArea', {}, layout, layersXml(writing), axesXml(writing), '<c:spPr><a:noFill/></c:spPr>'),
      val('plotVisOnly', 1),
      val('dispBlanksAs', chart.blanks === 'bridged' ? 'span' : 'gap'),
    ),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    el(
      'c:txPr',
      {},
      '<a:bodyPr/>',
      '<a:lstStyle/>',
      `<a:p><a:pPr><a:defRPr><a:latin typeface="+mn-lt"/></a:defRPr></a:pPr>${el('a:endParaRPr', { lang: chart.language })}</a:p>`,
    ),
    el('c:externalData', { 'r:id': references.workbook }, val('autoUpdate', 0)),
    references.drawing === undefined ? '' : el('c:userShapes', { 'r:id': references.drawing }),
  )}`;
};
