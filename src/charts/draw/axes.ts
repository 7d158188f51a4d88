import { breakLines, lineHeight } from '../../fonts/measure.ts';
import type { Axes, ShownAxis, TextStyle, ValueAxis } from '../native.ts';
import type { Stroke } from '../paint.ts';
import type { SceneItem } from '../scene.ts';
import { insideFrame } from './labels.ts';
import { along, bandOf, centreOf, type Plane, placeOf, round } from './plane.ts';

type CategoryAxes = Extract<Axes, { kind: 'category' }>;

const GRIDLINE: Stroke = { color: 'grid', width: 0.5, dashed: false };

const line = (x1: number, y1: number, x2: number, y2: number, stroke: Stroke): SceneItem => ({
  kind: 'path',
  d: `M ${round(x1)} ${round(y1)} L ${round(x2)} ${round(y2)}`,
  fill: { kind: 'none' },
  stroke,
});

const text = (content: string, x: number, y: number, align: 'left' | 'center' | 'right', style: TextStyle): SceneItem => ({
  kind: 'text',
  x: round(x),
  y: round(y),
  align,
  text: content,
  ...style,
});

const linesOf = (content: string, style: TextStyle, width: number): readonly string[] =>
  breakLines([{ text: content, style: { ...style, italic: false }, data: 0 }], width).map((l) => l.pieces.map((p) => p.text).join(''));

/** Between the plot and the names of lying bars. */
const NAME_GAP = 6;

/** Names of lying bars stand right-aligned beside them, in as many lines as have room. */
const namesBeside = (axes: CategoryAxes, plane: Plane): readonly SceneItem[] => {
  const style = axes.category.labels;
  const height = lineHeight(style.size);
  const most = Math.max(1, Math.floor(bandOf(plane, axes) / height));
  return Array.from({ length: plane.rows }, (_, row) => row)
    .filter((row) => row % axes.category.labelEvery === 0)
    .flatMap((row) => {
      const lines = linesOf(plane.text(plane.chart.categories, row), style, plane.plot.x - NAME_GAP - 2).slice(0, most);
      const top = centreOf(plane, axes, row) - (lines.length * height) / 2;
      return lines.map((l, n) => text(l, plane.plot.x - NAME_GAP, top + n * height + style.size * 0.92, 'right', style));
    });
};

/** Names under columns: one line each, or as many as there is room for below the plot. */
const namesBelow = (axes: CategoryAxes, plane: Plane): readonly SceneItem[] => {
  const style = axes.category.labels;
  const height = lineHeight(style.size);
  const top = plane.plot.y + plane.plot.h + 5;
  const most = Math.floor((plane.frame.height - top) / height);
  return Array.from({ length: plane.rows }, (_, row) => row)
    .filter((row) => row % axes.category.labelEvery === 0)
    .flatMap((row) => {
      const content = plane.text(plane.chart.categories, row);
      const lines = most < 2 ? [content] : linesOf(content, style, bandOf(plane, axes) * axes.category.labelEvery - 4).slice(0, most);
      return lines.map((l, n) =>
        text(l, insideFrame(centreOf(plane, axes, row), l, style.size, plane), top + style.size + n * height, 'center', style),
      );
    });
};

const ticksUp = (axis: ValueAxis, shown: ShownAxis, plane: Plane, side: 'left' | 'right'): readonly SceneItem[] =>
  shown.ticks.flatMap((tick): readonly SceneItem[] => {
    const y = placeOf(plane, 'column', axis, tick.value);
    const x = side === 'left' ? plane.plot.x - 5 : plane.plot.x + plane.plot.w + 5;
    return [
      ...(shown.gridlines ? [line(plane.plot.x, y, plane.plot.x + plane.plot.w, y, GRIDLINE)] : []),
      ...(tick.text === '' ? [] : [text(tick.text, x, y + shown.labels.size * 0.36, side === 'left' ? 'right' : 'left', shown.labels)]),
    ];
  });

const ticksAcross = (axis: ValueAxis, shown: ShownAxis, plane: Plane): readonly SceneItem[] =>
  shown.ticks.flatMap((tick): readonly SceneItem[] => {
    const x = plane.plot.x + along(tick.value, axis, plane.plot.w);
    return [
      ...(shown.gridlines ? [line(x, plane.plot.y, x, plane.plot.y + plane.plot.h, GRIDLINE)] : []),
      text(tick.text, x, plane.plot.y + plane.plot.h + 5 + shown.labels.size, 'center', shown.labels),
    ];
  });

/** What lies under the marks, and what stands over them: scales below, the axis line and names above. */
export interface AxesDrawing {
  readonly scales: readonly SceneItem[];
  readonly lines: readonly SceneItem[];
  readonly names: readonly SceneItem[];
}

const categoryAxes = (axes: CategoryAxes, plane: Plane): AxesDrawing => {
  const { plot } = plane;
  const zero = placeOf(plane, axes.direction, axes.value, Math.min(Math.max(0, axes.value.min), axes.value.max));
  const lying = axes.direction === 'bar';
  const { value, second } = axes;
  return {
    scales: [
      ...(value.shown ? (lying ? ticksAcross(value, value.shown, plane) : ticksUp(value, value.shown, plane, 'left')) : []),
      ...(second?.shown ? ticksUp(second, second.shown, plane, 'right') : []),
    ],
    lines:
      axes.category.line.width === 0
        ? []
        : [
            lying
              ? line(zero, plot.y, zero, plot.y + plot.h, axes.category.line)
              : line(plot.x, zero, plot.x + plot.w, zero, axes.category.line),
          ],
    names: axes.category.hidden ? [] : lying ? namesBeside(axes, plane) : namesBelow(axes, plane),
  };
};

const xyAxes = (axes: Extract<Axes, { kind: 'xy' }>, plane: Plane): AxesDrawing => {
  const { plot } = plane;
  const x = plot.x + along(axes.crossX, axes.x, plot.w);
  const y = plot.y + plot.h - along(axes.crossY, axes.y, plot.h);
  return {
    scales: [
      ...(axes.y.shown ? ticksUp(axes.y, axes.y.shown, plane, 'left') : []),
      ...(axes.x.shown ? ticksAcross(axes.x, axes.x.shown, plane) : []),
    ],
    lines: axes.line.width === 0 ? [] : [line(plot.x, y, plot.x + plot.w, y, axes.line), line(x, plot.y, x, plot.y + plot.h, axes.line)],
    names: [],
  };
};

export const drawAxes = (axes: Axes, plane: Plane): AxesDrawing => {
  if (axes.kind === 'category') return categoryAxes(axes, plane);
  if (axes.kind === 'xy') return xyAxes(axes, plane);
  if (axes.kind === 'none') return { scales: [], lines: [], names: [] };
  const bottom = plane.plot.y + plane.plot.h;
  return { scales: [], lines: [line(plane.plot.x, bottom, plane.plot.x + plane.plot.w, bottom, axes.line)], names: [] };
};
