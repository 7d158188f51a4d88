import type { Axes, LayerOf, NativeSeries } from '../native.ts';
import type { Stroke } from '../paint.ts';
import type { SceneItem } from '../scene.ts';
import { circle } from './circle.ts';
import type { Drawing } from './drawing.ts';
import { labelItem } from './labels.ts';
import { centreOf, type Plane, placeOf, round } from './plane.ts';

type CategoryAxes = Extract<Axes, { kind: 'category' }>;

interface Place {
  readonly x: number;
  readonly y: number;
}

const placesOf = (series: NativeSeries, layer: LayerOf<'line'>, axes: CategoryAxes, plane: Plane): readonly (Place | undefined)[] =>
  Array.from({ length: plane.rows }, (_, row) => {
    const value = plane.number(series.values, row);
    const axis = layer.second ? (axes.second ?? axes.value) : axes.value;
    return value === undefined ? undefined : { x: centreOf(plane, axes, row), y: placeOf(plane, 'column', axis, value) };
  });

/** A gap in the values is a gap in the line, unless it is bridged. A point without neighbours makes no line. */
const pathData = (places: readonly (Place | undefined)[], bridged: boolean): string =>
  places
    .filter((p) => p !== undefined || !bridged)
    .flatMap((p, i, all) => (p && (all[i - 1] || all[i + 1]) ? [`${all[i - 1] ? 'L' : 'M'} ${round(p.x)} ${round(p.y)}`] : []))
    .join(' ');

const linePath = (d: string, stroke: Stroke | undefined): readonly SceneItem[] =>
  d === '' || stroke === undefined ? [] : [{ kind: 'path', d, fill: { kind: 'none' }, stroke }];

export const drawLines = (layer: LayerOf<'line'>, axes: CategoryAxes, plane: Plane): Drawing => {
  const drawn = layer.series.map((series) => ({ series, places: placesOf(series, layer, axes, plane) }));
  return {
    marks: drawn.flatMap(({ series, places }): readonly SceneItem[] => [
      ...linePath(pathData(places, plane.chart.blanks === 'bridged'), series.stroke),
      ...(series.marker === undefined
        ? []
        : series.points.flatMap((p) => {
            const at = places[p.index];
            return at ? [circle(at.x, at.y, (series.marker ?? 0) / 2, p.fill, p.stroke)] : [];
          })),
    ]),
    labels: drawn.flatMap(({ series, places }) =>
      series.points.flatMap((p) => {
        const at = places[p.index];
        const half = (series.marker ?? 0) / 2;
        return at && p.label ? [labelItem(p.label, { x: at.x - half, y: at.y - half, w: 2 * half, h: 2 * half }, false, false, plane)] : [];
      }),
    ),
  };
};
