import type { Axes, CategoryAxis, ValueAxis } from '../charts/native.ts';
import { type ChartWriting, textProperties, val } from './chart-series.ts';
import { strokeXml } from './color.ts';
import { el } from './xml.ts';

export const AXIS_IDS = { category: 111111111, value: 222222222, secondCategory: 333333333, secondValue: 444444444 } as const;

const scaling = (orientation: 'minMax' | 'maxMin', range?: { readonly min: number; readonly max: number }): string =>
  el('c:scaling', {}, val('orientation', orientation), range ? val('max', range.max) : '', range ? val('min', range.min) : '');

const NO_TICKS = val('majorTickMark', 'none') + val('minorTickMark', 'none');

interface AxisPlace {
  readonly id: number;
  readonly crosses: number;
  readonly position: 'l' | 'r' | 't' | 'b';
  /** Where the other axis crosses this one, as its own element. */
  readonly at: string;
}

const gridlines = ({ palette }: ChartWriting): string =>
  el('c:majorGridlines', {}, el('c:spPr', {}, strokeXml({ color: 'grid', width: 0.5, dashed: false }, palette)));

/** A value axis: hidden, or with labels and light gridlines. */
const valueAxis = (axis: ValueAxis, place: AxisPlace, between: string, line: string, writing: ChartWriting): string =>
  el(
    'c:valAx',
    {},
    val('axId', place.id),
    scaling('minMax', axis),
    val('delete', axis.shown || line !== '' ? 0 : 1),
    val('axPos', place.position),
    axis.shown?.gridlines ? gridlines(writing) : '',
    el('c:numFmt', { formatCode: axis.shown?.format ?? 'General', sourceLinked: 0 }),
    NO_TICKS,
    val('tickLblPos', axis.shown ? (line === '' ? 'nextTo' : 'low') : line === '' ? 'nextTo' : 'none'),
    axis.shown || line !== '' ? el('c:spPr', {}, line === '' ? '<a:ln><a:noFill/></a:ln>' : line) : '',
    axis.shown ? textProperties(axis.shown.labels, writing) : '',
    val('crossAx', place.crosses),
    place.at,
    val('crossBetween', between),
    axis.shown ? val('majorUnit', axis.shown.step) : '',
  );

const categoryAxis = (axis: CategoryAxis, lying: boolean, writing: ChartWriting): string =>
  el(
    'c:catAx',
    {},
    val('axId', AXIS_IDS.category),
    // The first category of lying bars stands on top, as a ranking is read.
    scaling(lying ? 'maxMin' : 'minMax'),
    val('delete', 0),
    val('axPos', lying ? 'l' : 'b'),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    NO_TICKS,
    val('tickLblPos', axis.hidden ? 'none' : 'low'),
    el('c:spPr', {}, strokeXml(axis.line, writing.palette)),
    textProperties(axis.labels, writing),
    val('crossAx', AXIS_IDS.value),
    val('crosses', 'autoZero'),
    val('auto', 0),
    val('lblAlgn', 'ctr'),
    val('lblOffset', 100),
    val('tickLblSkip', axis.labelEvery),
    val('noMultiLvlLbl', 1),
  );

const AUTO = val('crosses', 'autoZero');
/** A second axis is never deleted: Office would draw its layers on the first one's scale. */
const UNSEEN = '<a:ln><a:noFill/></a:ln>';

const categoryAxes = (axes: Extract<Axes, { kind: 'category' }>, writing: ChartWriting): string => {
  const lying = axes.direction === 'bar';
  const first =
    categoryAxis(axes.category, lying, writing) +
    valueAxis(
      axes.value,
      {
        id: AXIS_IDS.value,
        crosses: AXIS_IDS.category,
        position: lying ? (axes.value.shown ? 'b' : 't') : 'l',
        at: lying && axes.value.shown ? val('crosses', 'max') : AUTO,
      },
      'between',
      '',
      writing,
    );
  if (!axes.second) return first;
  const hidden = el(
    'c:catAx',
    {},
    val('axId', AXIS_IDS.secondCategory),
    scaling(lying ? 'maxMin' : 'minMax'),
    val('delete', 1),
    val('axPos', lying ? 'l' : 'b'),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    NO_TICKS,
    val('tickLblPos', 'nextTo'),
    val('crossAx', AXIS_IDS.secondValue),
    AUTO,
    val('auto', 0),
    val('lblAlgn', 'ctr'),
    val('lblOffset', 100),
    val('noMultiLvlLbl', 1),
  );
  const second = valueAxis(
    axes.second,
    { id: AXIS_IDS.secondValue, crosses: AXIS_IDS.secondCategory, position: lying ? 't' : 'r', at: val('crosses', 'max') },
    'between',
    axes.second.shown ? '' : UNSEEN,
    writing,
  );
  return first + second + hidden;
};

const xyAxes = (axes: Extract<Axes, { kind: 'xy' }>, writing: ChartWriting): string => {
  const line = axes.line.width === 0 ? '' : strokeXml(axes.line, writing.palette);
  return (
    valueAxis(
      axes.x,
      { id: AXIS_IDS.category, crosses: AXIS_IDS.value, position: 'b', at: val('crossesAt', axes.crossY) },
      'midCat',
      line,
      writing,
    ) +
    valueAxis(
      axes.y,
      { id: AXIS_IDS.value, crosses: AXIS_IDS.category, position: 'l', at: val('crossesAt', axes.crossX) },
      'midCat',
      line,
      writing,
    )
  );
};

const widthAxes = (axes: Extract<Axes, { kind: 'width' }>, writing: ChartWriting): string =>
  el(
    'c:dateAx',
    {},
    val('axId', AXIS_IDS.category),
    scaling('minMax', { min: 0, max: axes.most }),
    val('delete', 0),
    val('axPos', 'b'),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    NO_TICKS,
    val('tickLblPos', 'none'),
    el('c:spPr', {}, strokeXml(axes.line, writing.palette)),
    val('crossAx', AXIS_IDS.value),
    AUTO,
    val('auto', 1),
    val('lblOffset', 100),
    val('baseTimeUnit', 'days'),
  ) + valueAxis(axes.value, { id: AXIS_IDS.value, crosses: AXIS_IDS.category, position: 'l', at: AUTO }, 'midCat', '', writing);

/** The axes of a chart, in the order of the schema's choice. */
export const axesXml = (writing: ChartWriting): string => {
  const { axes } = writing.chart;
  if (axes.kind === 'category') return categoryAxes(axes, writing);
  if (axes.kind === 'xy') return xyAxes(axes, writing);
  return axes.kind === 'width' ? widthAxes(axes, writing) : '';
};
