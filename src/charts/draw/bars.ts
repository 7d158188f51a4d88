import type { Axes, LayerOf, NativePoint, NativeSeries } from '../native.ts';
import type { SceneItem } from '../scene.ts';
import type { Drawing } from './drawing.ts';
import { labelItem } from './labels.ts';
import { type Box, bandOf, centreOf, type Plane, placeOf, round } from './plane.ts';

type BarLayer = LayerOf<'bar'>;
type CategoryAxes = Extract<Axes, { kind: 'category' }>;

interface Bar {
  readonly box: Box;
  readonly reversed: boolean;
}

/** From `start` to `end` along the values, `width` wide around `middle`. */
const barBox = (lying: boolean, middle: number, width: number, start: number, end: number): Bar => {
  const [low, high] = [Math.min(start, end), Math.max(start, end)];
  const box: Box = lying
    ? { x: low, y: middle - width / 2, w: high - low, h: width }
    : { x: middle - width / 2, y: low, w: width, h: high - low };
  return { box, reversed: lying ? end < start : end > start };
};

/** Sums below (or left of) a value of a stack: positive values pile up from zero, negative ones down from it. */
const stackedUnder = (layer: BarLayer, series: NativeSeries, row: number, plane: Plane): number => {
  const at = layer.series.indexOf(series);
  const own = plane.number(series.values, row) ?? 0;
  return layer.series
    .slice(0, at)
    .map((s) => plane.number(s.values, row) ?? 0)
    .filter((v) => (own < 0 ? v < 0 : v >= 0))
    .reduce((a, b) => a + b, 0);
};

const sumOf = (layer: BarLayer, row: number, plane: Plane): number =>
  layer.series.reduce((sum, s) => sum + Math.abs(plane.number(s.values, row) ?? 0), 0);

const barOf = (layer: BarLayer, axes: CategoryAxes, series: NativeSeries, point: NativePoint, plane: Plane): Bar | undefined => {
  const value = plane.number(series.values, point.index);
  if (value === undefined) return undefined;
  const lying = axes.direction === 'bar';
  const axis = layer.second ? (axes.second ?? axes.value) : axes.value;
  const place = (v: number): number => placeOf(plane, axes.direction, axis, v);
  const zero = Math.min(Math.max(0, axis.min), axis.max);
  const centre = centreOf(plane, axes, point.index);
  const gap = layer.gapWidth / 100;
  if (layer.grouping !== 'clustered') {
    const width = bandOf(plane, axes) / (1 + gap);
    const scale = layer.grouping === 'percent' ? 100 / (sumOf(layer, point.index, plane) || 1) : 1;
    const under = stackedUnder(layer, series, point.index, plane);
    return barBox(lying, centre, width, place(under * scale), place((under + value) * scale));
  }
  const count = layer.series.length;
  const step = 1 - layer.overlap / 100;
  const cluster = 1 + (count - 1) * step;
  const width = bandOf(plane, axes) / (cluster + gap);
  const middle = centre + width * (layer.series.indexOf(series) * step + 0.5 - cluster / 2);
  return barBox(lying, middle, width, place(zero), place(value));
};

const rect = ({ box }: Bar, point: NativePoint): SceneItem => ({
  kind: 'rect',
  x: round(box.x),
  y: round(box.y),
  w: round(box.w),
  h: round(box.h),
  radius: 0,
  fill: point.fill,
  ...(point.stroke ? { stroke: point.stroke } : {}),
});

export const drawBars = (layer: BarLayer, axes: CategoryAxes, plane: Plane): Drawing => {
  const bars = layer.series
    .flatMap((series) => series.points.map((point) => ({ point, bar: barOf(layer, axes, series, point, plane) })))
    .sort((a, b) => a.point.index - b.point.index);
  return {
    marks: bars.flatMap(({ bar, point }) => (!bar || (point.fill.kind === 'none' && !point.stroke) ? [] : [rect(bar, point)])),
    labels: bars.flatMap(({ bar, point }) =>
      bar && point.label ? [labelItem(point.label, bar.box, bar.reversed, axes.direction === 'bar', plane)] : [],
    ),
  };
};
