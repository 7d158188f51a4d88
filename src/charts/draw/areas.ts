import type { Axes, LayerOf } from '../native.ts';
import type { SceneItem } from '../scene.ts';
import type { Drawing } from './drawing.ts';
import { along, centreOf, type Plane, placeOf, round } from './plane.ts';

type AreaAxes = Extract<Axes, { kind: 'category' | 'width' }>;

/** Stacked areas; an empty cell takes no height, as in Office. On a scale of widths the categories are whole numbers; else they stand in the middle of their bands. */
export const drawAreas = (layer: LayerOf<'area'>, axes: AreaAxes, plane: Plane): Drawing => {
  const x = (row: number): number =>
    axes.kind === 'category'
      ? centreOf(plane, axes, row)
      : plane.plot.x + along(plane.number(plane.chart.categories, row) ?? 0, { min: 0, max: axes.most }, plane.plot.w);
  const rows = Array.from({ length: plane.rows }, (_, row) => row).filter((row) =>
    layer.series.some((s) => plane.number(s.values, row) !== undefined),
  );
  const level = (upTo: number, row: number): number =>
    layer.series.slice(0, upTo).reduce((sum, s) => sum + (plane.number(s.values, row) ?? 0), 0);
  const y = (value: number): number => placeOf(plane, 'column', axes.value, value);
  return {
    marks: layer.series.flatMap((series, i): readonly SceneItem[] => {
      if (series.fill.kind === 'none' && !series.stroke) return [];
      const top = rows.map((row) => `${round(x(row))} ${round(y(level(i + 1, row)))}`);
      const bottom = rows.map((row) => `${round(x(row))} ${round(y(level(i, row)))}`).reverse();
      const d = [...top, ...bottom].map((p, n) => `${n === 0 ? 'M' : 'L'} ${p}`).join(' ');
      return rows.length === 0
        ? []
        : [{ kind: 'path', d: `${d} Z`, fill: series.fill, ...(series.stroke ? { stroke: series.stroke } : {}) }];
    }),
    labels: [],
  };
};
