import { annotationItems } from '../annotations.ts';
import type { Axes, Layer, LayerKind, LayerOf, NativeChart } from '../native.ts';
import type { Scene, SceneItem } from '../scene.ts';
import { drawAreas } from './areas.ts';
import { drawAxes } from './axes.ts';
import { drawBars } from './bars.ts';
import type { Drawing } from './drawing.ts';
import { drawLines } from './lines.ts';
import { type Plane, planeOf } from './plane.ts';
import { drawPoints } from './points.ts';
import { drawRing } from './ring.ts';

const NOTHING: Drawing = { marks: [], labels: [] };

/** A layer needs axes of its own kind; with others it draws nothing. */
const on = <K extends Axes['kind']>(kinds: readonly K[], axes: Axes, draw: (axes: Extract<Axes, { kind: K }>) => Drawing): Drawing =>
  (kinds as readonly string[]).includes(axes.kind) ? draw(axes as Extract<Axes, { kind: K }>) : NOTHING;

const LAYERS: { readonly [K in LayerKind]: (layer: LayerOf<K>, axes: Axes, plane: Plane) => Drawing } = {
  bar: (layer, axes, plane) => on(['category'], axes, (a) => drawBars(layer, a, plane)),
  line: (layer, axes, plane) => on(['category'], axes, (a) => drawLines(layer, a, plane)),
  area: (layer, axes, plane) => on(['category', 'width'], axes, (a) => drawAreas(layer, a, plane)),
  scatter: (layer, axes, plane) => on(['xy'], axes, (a) => drawPoints(layer, a, plane)),
  bubble: (layer, axes, plane) => on(['xy'], axes, (a) => drawPoints(layer, a, plane)),
  ring: (layer, _, plane) => drawRing(layer, plane),
};

const drawLayer = (layer: Layer, axes: Axes, plane: Plane): Drawing =>
  (LAYERS[layer.kind] as (layer: Layer, axes: Axes, plane: Plane) => Drawing)(layer, axes, plane);

/**
 * Draws a native chart as a scene, in the places where Office puts its marks: bars by gap and overlap, stacks from zero, labels by
 * their position, areas of bubbles by size, slices clockwise from twelve. One drawing for every kind, so that the formats agree.
 */
export const drawChart = (chart: NativeChart): Scene => {
  const { frame } = chart;
  const plane = planeOf(chart);
  const axes = drawAxes(chart.axes, plane);
  const layers = chart.layers.map((layer) => drawLayer(layer, chart.axes, plane));
  const group = (name: string, items: readonly SceneItem[]): readonly SceneItem[] =>
    items.length === 0 ? [] : [{ kind: 'group', name, items }];
  return {
    width: frame.width,
    height: frame.height,
    items: [
      ...group('scales', axes.scales),
      ...group(
        'marks',
        layers.flatMap((l) => l.marks),
      ),
      ...group('axes', axes.lines),
      ...group(
        'labels',
        layers.flatMap((l) => l.labels),
      ),
      ...group('names', axes.names),
      ...group('annotations', annotationItems(chart.annotations, frame)),
    ],
  };
};
