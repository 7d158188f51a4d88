import type { Fill, Stroke } from '../paint.ts';
import type { SceneItem } from '../scene.ts';
import { round } from './plane.ts';

/** How far the handles of four cubic curves stand off, so that they make a circle. */
const HANDLE = 0.5523;

export const circle = (x: number, y: number, r: number, fill: Fill, stroke: Stroke | undefined): SceneItem => {
  const h = r * HANDLE;
  const p = (dx: number, dy: number): string => `${round(x + dx)} ${round(y + dy)}`;
  const d = `M ${p(r, 0)} C ${p(r, h)} ${p(h, r)} ${p(0, r)} C ${p(-h, r)} ${p(-r, h)} ${p(-r, 0)} C ${p(-r, -h)} ${p(-h, -r)} ${p(0, -r)} C ${p(h, -r)} ${p(r, -h)} ${p(r, 0)} Z`;
  return { kind: 'path', d, fill, ...(stroke ? { stroke } : {}) };
};
