import type { Stroke } from '../../charts/paint.ts';
import type { SceneItem } from '../../charts/scene.ts';
import type { Run } from '../text.ts';

/** Where a slide lies on a page: its corner and its scale, points. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export const scaledRun = (run: Run, scale: number): Run => (scale === 1 ? run : { ...run, size: run.size * scale });

export const scaledStroke = (stroke: Stroke, scale: number): Stroke => (scale === 1 ? stroke : { ...stroke, width: stroke.width * scale });

const strokes = (stroke: Stroke | undefined, scale: number): { readonly stroke?: Stroke } =>
  stroke ? { stroke: scaledStroke(stroke, scale) } : {};

/** The drawing of a chart in another size, its texts and lines with it. */
export const scaledItems = (items: readonly SceneItem[], scale: number): readonly SceneItem[] =>
  scale === 1
    ? items
    : items.map((item): SceneItem => {
        if (item.kind === 'group') return { ...item, items: scaledItems(item.items, scale) };
        if (item.kind === 'path')
          return {
            ...item,
            d: item.d.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (n) => String(Number(n) * scale)),
            ...strokes(item.stroke, scale),
          };
        const at = { x: item.x * scale, y: item.y * scale };
        if (item.kind === 'text') return { ...item, ...at, size: item.size * scale };
        return { ...item, ...at, w: item.w * scale, h: item.h * scale, radius: item.radius * scale, ...strokes(item.stroke, scale) };
      });
