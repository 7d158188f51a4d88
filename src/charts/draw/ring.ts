import type { LayerOf } from '../native.ts';
import type { SceneItem } from '../scene.ts';
import type { Drawing } from './drawing.ts';
import { labelItem } from './labels.ts';
import { type Plane, round } from './plane.ts';

/** Most of a circle one cubic curve follows closely. */
const STEP = Math.PI / 4;

interface Slice {
  readonly from: number;
  readonly to: number;
}

/** An arc as cubic curves; angles clockwise from twelve o'clock. */
const arc = (cx: number, cy: number, r: number, from: number, to: number): string => {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / STEP));
  const each = (to - from) / steps;
  const handle = (4 / 3) * Math.tan(each / 4) * r;
  const p = (angle: number, along: number): string =>
    `${round(cx + r * Math.sin(angle) + along * Math.cos(angle))} ${round(cy - r * Math.cos(angle) + along * Math.sin(angle))}`;
  return Array.from({ length: steps }, (_, i) => {
    const [a, b] = [from + i * each, from + (i + 1) * each];
    return `C ${p(a, handle)} ${p(b, -handle)} ${p(b, 0)}`;
  }).join(' ');
};

/** Slices from twelve o'clock clockwise, as Office draws them. */
export const drawRing = (layer: LayerOf<'ring'>, plane: Plane): Drawing => {
  const [series] = layer.series;
  const { plot } = plane;
  const [cx, cy, r] = [plot.x + plot.w / 2, plot.y + plot.h / 2, Math.min(plot.w, plot.h) / 2];
  const inner = r * layer.hole;
  const values = Array.from({ length: plane.rows }, (_, row) => Math.max(0, plane.number(series.values, row) ?? 0));
  const sum = values.reduce((a, b) => a + b, 0) || 1;
  const slice = (row: number): Slice => {
    const before = values.slice(0, row).reduce((a, b) => a + b, 0);
    return { from: (before / sum) * 2 * Math.PI, to: ((before + (values[row] ?? 0)) / sum) * 2 * Math.PI };
  };
  const at = (angle: number, radius: number): string => `${round(cx + radius * Math.sin(angle))} ${round(cy - radius * Math.cos(angle))}`;
  return {
    marks: series.points.map((point): SceneItem => {
      const { from, to } = slice(point.index);
      const d = `M ${at(from, r)} ${arc(cx, cy, r, from, to)} L ${at(to, inner)} ${arc(cx, cy, inner, to, from)} Z`;
      return { kind: 'path', d, fill: point.fill, ...(point.stroke ? { stroke: point.stroke } : {}) };
    }),
    labels: series.points.flatMap((point) => {
      if (!point.label) return [];
      const { from, to } = slice(point.index);
      const [angle, middle] = [(from + to) / 2, (r + inner) / 2];
      const mark = { x: cx + middle * Math.sin(angle), y: cy - middle * Math.cos(angle), w: 0, h: 0 };
      return [labelItem({ ...point.label, position: 'ctr' }, mark, false, false, plane)];
    }),
  };
};
