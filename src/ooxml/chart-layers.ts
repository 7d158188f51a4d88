import type { Axes, Layer, LayerKind, LayerOf, NativePoint, NativeSeries } from '../charts/native.ts';
import { AXIS_IDS } from './chart-axes.ts';
import {
  type ChartWriting,
  categoryTexts,
  labelRange,
  labels,
  lineProperties,
  numbers,
  type Positions,
  seriesName,
  shapeProperties,
  val,
} from './chart-series.ts';
import { fillXml, strokeXml } from './color.ts';
import { el } from './xml.ts';

/** Children are written in the order of ECMA-376 part 1, section 21.2: a wrong order is a known cause of the repair prompt. */

const CLUSTERED: Positions = { outEnd: 'outEnd', ctr: 'ctr', inEnd: 'inEnd', inBase: 'inBase' };
/** Stacked bars have no place beyond their end. */
const STACKED: Positions = { ctr: 'ctr', inEnd: 'inEnd', inBase: 'inBase' };
const AROUND: Positions = { t: 't', b: 'b', l: 'l', r: 'r', ctr: 'ctr' };

const head = (series: NativeSeries, index: number, writing: ChartWriting): string =>
  val('idx', index) + val('order', index) + seriesName(series, writing);

const barPoint = (p: NativePoint, { palette }: ChartWriting): string =>
  el('c:dPt', {}, val('idx', p.index), val('invertIfNegative', 0), val('bubble3D', 0), shapeProperties(p.fill, p.stroke, palette));

const marker = (size: number | undefined, fill: NativePoint['fill'], stroke: NativePoint['stroke'], { palette }: ChartWriting): string =>
  size === undefined
    ? el('c:marker', {}, val('symbol', 'none'))
    : el(
        'c:marker',
        {},
        val('symbol', 'circle'),
        val('size', Math.min(72, Math.max(2, Math.round(size)))),
        el('c:spPr', {}, fillXml(fill, palette), strokeXml(stroke, palette)),
      );

/** LibreOffice takes the colour of a mark on a line from the line that ends in it. */
const ownLine = ({ joined }: NativeSeries, { fill }: NativePoint, { palette }: ChartWriting): string =>
  joined && fill.kind === 'solid' ? el('c:spPr', {}, strokeXml({ ...joined, color: fill.color }, palette)) : '';

/** Points of lines and scatter plots that look unlike their series. LibreOffice takes a point's colour only with a size of its own. */
const markedPoints = (series: NativeSeries, writing: ChartWriting): readonly string[] =>
  series.marker === undefined
    ? []
    : series.points
        .filter((p) => p.fill !== series.fill)
        .map((p) =>
          el(
            'c:dPt',
            {},
            val('idx', p.index),
            marker((series.marker ?? 0) + (series.joined ? 0 : 1), p.fill, p.stroke, writing),
            val('bubble3D', 0),
            ownLine(series, p, writing),
          ),
        );

/** Series in their order, each with what its layer writes of it after its number and name. */
const seriesXml = (
  series: readonly NativeSeries[],
  first: number,
  writing: ChartWriting,
  rest: (series: NativeSeries) => readonly string[],
): readonly string[] => series.map((s, i) => el('c:ser', {}, head(s, first + i, writing), ...rest(s)));

/** The pair of axes a layer stands on. */
const axisIds = (second?: true): readonly string[] => [
  val('axId', second ? AXIS_IDS.secondCategory : AXIS_IDS.category),
  val('axId', second ? AXIS_IDS.secondValue : AXIS_IDS.value),
];

const barLayer = (layer: LayerOf<'bar'>, axes: Axes, first: number, writing: ChartWriting): string =>
  el(
    'c:barChart',
    {},
    val('barDir', axes.kind === 'category' && axes.direction === 'bar' ? 'bar' : 'col'),
    val('grouping', layer.grouping === 'percent' ? 'percentStacked' : layer.grouping),
    val('varyColors', 0),
    ...seriesXml(layer.series, first, writing, (s) => [
      shapeProperties(s.fill, s.stroke, writing.palette),
      val('invertIfNegative', 0),
      ...s.points.map((p) => barPoint(p, writing)),
      labels(s, layer.grouping === 'clustered' ? CLUSTERED : STACKED, writing),
      categoryTexts(writing),
      numbers('c:val', s.values, writing),
    ]),
    val('gapWidth', layer.gapWidth),
    val('overlap', layer.overlap),
    ...axisIds(layer.second),
  );

const lineLayer = (layer: LayerOf<'line'>, _axes: Axes, first: number, writing: ChartWriting): string =>
  el(
    'c:lineChart',
    {},
    val('grouping', 'standard'),
    val('varyColors', 0),
    ...seriesXml(layer.series, first, writing, (s) => [
      lineProperties(s.stroke, writing.palette),
      marker(s.marker, s.fill, undefined, writing),
      ...markedPoints(s, writing),
      labels(s, AROUND, writing),
      categoryTexts(writing),
      numbers('c:val', s.values, writing),
      val('smooth', 0),
    ]),
    val('marker', 1),
    ...axisIds(layer.second),
  );

/** A scale of widths is a date axis for Office; LibreOffice takes it for one only with a date's format in the cache. */
const WIDTH_FORMAT = 'yyyy\\-mm\\-dd';

const areaLayer = (layer: LayerOf<'area'>, axes: Axes, first: number, writing: ChartWriting): string =>
  el(
    'c:areaChart',
    {},
    val('grouping', 'stacked'),
    val('varyColors', 0),
    ...seriesXml(layer.series, first, writing, (s) => [
      shapeProperties(s.fill, s.stroke, writing.palette),
      axes.kind === 'width' ? numbers('c:cat', writing.chart.categories, writing, WIDTH_FORMAT) : categoryTexts(writing),
      numbers('c:val', s.values, writing),
    ]),
    ...axisIds(),
  );

const scatterLayer = (layer: LayerOf<'scatter'>, _axes: Axes, first: number, writing: ChartWriting): string =>
  el(
    'c:scatterChart',
    {},
    val('scatterStyle', 'lineMarker'),
    val('varyColors', 0),
    ...seriesXml(layer.series, first, writing, (s) => [
      lineProperties(s.joined, writing.palette),
      marker(s.marker, s.fill, s.stroke, writing),
      ...markedPoints(s, writing),
      labels(s, AROUND, writing),
      numbers('c:xVal', s.x ?? '', writing),
      numbers('c:yVal', s.values, writing),
      val('smooth', 0),
      labelRange(s, writing),
    ]),
    ...axisIds(),
  );

/** Office draws the largest bubble a quarter as wide as the shorter side of the plot at 100 %. */
const OFFICE_SHARE = 0.25;

const bubbleScale = (layer: LayerOf<'bubble'>, { chart }: ChartWriting): number => {
  const shorter = Math.min(chart.area.w * chart.frame.width, chart.area.h * chart.frame.height);
  return Math.min(300, Math.max(1, Math.round((100 * 2 * layer.most) / (OFFICE_SHARE * shorter || 1))));
};

const bubbleLayer = (layer: LayerOf<'bubble'>, _axes: Axes, first: number, writing: ChartWriting): string =>
  el(
    'c:bubbleChart',
    {},
    val('varyColors', 0),
    ...seriesXml(layer.series, first, writing, (s) => [
      shapeProperties(s.fill, s.stroke, writing.palette),
      val('invertIfNegative', 0),
      ...s.points.map((p) => barPoint(p, writing)),
      labels(s, AROUND, writing),
      numbers('c:xVal', s.x ?? '', writing),
      numbers('c:yVal', s.values, writing),
      numbers('c:bubbleSize', s.sizes ?? '', writing),
      val('bubble3D', 0),
      labelRange(s, writing),
    ]),
    val('bubbleScale', bubbleScale(layer, writing)),
    val('showNegBubbles', 0),
    val('sizeRepresents', 'area'),
    ...axisIds(),
  );

const ringLayer = (layer: LayerOf<'ring'>, _axes: Axes, first: number, writing: ChartWriting): string =>
  el(
    'c:doughnutChart',
    {},
    val('varyColors', 0),
    ...seriesXml(layer.series, first, writing, (s) => [
      shapeProperties(s.fill, s.stroke, writing.palette),
      ...s.points.map((p) => el('c:dPt', {}, val('idx', p.index), val('bubble3D', 0), shapeProperties(p.fill, p.stroke, writing.palette))),
      labels(s, {}, writing),
      categoryTexts(writing),
      numbers('c:val', s.values, writing),
    ]),
    val('firstSliceAng', 0),
    val('holeSize', Math.min(90, Math.max(10, Math.round(layer.hole * 100)))),
  );

const LAYERS: { readonly [K in LayerKind]: (layer: LayerOf<K>, axes: Axes, first: number, writing: ChartWriting) => string } = {
  bar: barLayer,
  line: lineLayer,
  area: areaLayer,
  scatter: scatterLayer,
  bubble: bubbleLayer,
  ring: ringLayer,
};

/** The plots of a chart; `first` numbers series through all layers. */
export const layersXml = (writing: ChartWriting): string => {
  const { layers, axes } = writing.chart;
  return layers
    .map((layer, i) => {
      const first = layers.slice(0, i).reduce((sum, l) => sum + l.series.length, 0);
      return (LAYERS[layer.kind] as (layer: Layer, axes: Axes, first: number, writing: ChartWriting) => string)(
        layer,
        axes,
        first,
        writing,
      );
    })
    .join('');
};
