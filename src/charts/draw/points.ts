import type { Axes, LayerOf, NativeSeries } from '../native.ts';
import type { SceneItem } from '../scene.ts';
import { circle } from './circle.ts';
import type { Drawing } from './drawing.ts';
import { labelItem } from './labels.ts';
import { along, type Plane, round } from './plane.ts';

type XYAxes = Extract<Axes, { kind: 'xy' }>;

const placeOfPoint = (series: NativeSeries, row: number, axes: XYAxes, plane: Plane) => {
  const [x, y] = [plane.number(series.x ?? '', row), plane.number(series.values, row)];
  if (x === undefined || y === undefined) return undefined;
  return { x: plane.plot.x + along(x, axes.x, plane.plot.w), y: plane.plot.y + plane.plot.h - along(y, axes.y, plane.plot.h) };
};

/** Radius of a bubble in points: areas follow the sizes. */
const radius = (series: NativeSeries, row: number, layer: LayerOf<'bubble'>, plane: Plane): number => {
  const sizes = layer.series.flatMap((s) => Array.from({ length: plane.rows }, (_, r) => plane.number(s.sizes ?? '', r) ?? 0));
  const largest = Math.max(0, ...sizes);
  return largest === 0 ? 0 : layer.most * Math.sqrt((plane.number(series.sizes ?? '', row) ?? 0) / largest);
};

export const drawPoints = (layer: LayerOf<'scatter' | 'bubble'>, axes: XYAxes, plane: Plane): Drawing => {
  const drawn = layer.series.flatMap((series) =>
    series.points.flatMap((point) => {
      const at = placeOfPoint(series, point.index, axes, plane);
      const r = layer.kind === 'bubble' ? radius(series, point.index, layer, plane) : (series.marker ?? 0) / 2;
      return at ? [{ series, point, at, r }] : [];
    }),
  );
  const whiskers = drawn.flatMap(({ series, point, at }): readonly SceneItem[] => {
    const length = series.whiskers && plane.number(series.whiskers.lengths, point.index);
    if (!series.whiskers || length === undefined) return [];
    const from = at.x - (length / (axes.x.max - axes.x.min || 1)) * plane.plot.w;
    const d = `M ${round(from)} ${round(at.y)} L ${round(at.x)} ${round(at.y)}`;
    return [{ kind: 'path', d, fill: { kind: 'none' }, stroke: series.whiskers.stroke }];
  });
  return {
    marks: [...whiskers, ...drawn.filter((d) => d.r > 0).map(({ point, at, r }) => circle(at.x, at.y, r, point.fill, point.stroke))],
    labels: drawn.flatMap(({ point, at, r }) =>
      point.label ? [labelItem(point.label, { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r }, false, false, plane)] : [],
    ),
  };
};
