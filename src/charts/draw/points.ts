import type { Axes, LayerOf, NativePoint, NativeSeries } from '../native.ts';
import type { Stroke } from '../paint.ts';
import type { SceneItem } from '../scene.ts';
import { circle } from './circle.ts';
import type { Drawing } from './drawing.ts';
import { labelItems } from './labels.ts';
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

/** A line through the points of a series, broken where a row holds none. */
const joinOf = (series: NativeSeries, stroke: Stroke, axes: XYAxes, plane: Plane): SceneItem => {
  const rows = plane.chart.table.columns.find((c) => c.id === series.values)?.cells.length ?? 0;
  const places = Array.from({ length: rows }, (_, row) => placeOfPoint(series, row, axes, plane));
  const d = places.flatMap((p, i) => (p ? [`${places[i - 1] ? 'L' : 'M'} ${round(p.x)} ${round(p.y)}`] : [])).join(' ');
  return { kind: 'path', d, fill: { kind: 'none' }, stroke };
};

/** A mark without fill and outline holds the place of a label. */
const seen = ({ fill, stroke }: NativePoint): boolean => fill.kind !== 'none' || stroke !== undefined;

export const drawPoints = (layer: LayerOf<'scatter' | 'bubble'>, axes: XYAxes, plane: Plane): Drawing => {
  const drawn = layer.series.flatMap((series) =>
    series.points.flatMap((point) => {
      const at = placeOfPoint(series, point.index, axes, plane);
      const r = layer.kind === 'bubble' ? radius(series, point.index, layer, plane) : (series.marker ?? 0) / 2;
      return at ? [{ series, point, at, r }] : [];
    }),
  );
  const lines = layer.series.flatMap((series) => (series.joined ? [joinOf(series, series.joined, axes, plane)] : []));
  return {
    marks: [
      ...lines,
      ...drawn.filter((d) => d.r > 0 && seen(d.point)).map(({ point, at, r }) => circle(at.x, at.y, r, point.fill, point.stroke)),
    ],
    labels: drawn.flatMap(({ point, at, r }) =>
      point.label ? labelItems(point.label, { x: at.x - r, y: at.y - r, w: 2 * r, h: 2 * r }, plane) : [],
    ),
  };
};
