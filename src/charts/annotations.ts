import { ascent, lineHeight, textWidth } from '../fonts/measure.ts';
import type { Annotation } from './native.ts';
import type { SceneItem } from './scene.ts';

const round = (n: number): number => Math.round(n * 100) / 100;

const TEXT_INSET = 4;

type AnnotationOf<K extends Annotation['kind']> = Extract<Annotation, { kind: K }>;

const lineItems = (a: AnnotationOf<'line'>, w: number, h: number): readonly SceneItem[] => [
  {
    kind: 'path',
    d: `M ${round(a.x1 * w)} ${round(a.y1 * h)} L ${round(a.x2 * w)} ${round(a.y2 * h)}`,
    fill: { kind: 'none' },
    stroke: a.stroke,
  },
];

type Corner = readonly [x: number, y: number];

/** The corners of the shapes that are triangles. */
const POINTERS: Readonly<Partial<Record<string, (x: number, y: number, w: number, h: number) => readonly [Corner, Corner, Corner]>>> = {
  pointer: (x, y, w, h) => [
    [x, y],
    [x + w, y],
    [x + w / 2, y + h],
  ],
  pointerUp: (x, y, w, h) => [
    [x, y + h],
    [x + w, y + h],
    [x + w / 2, y],
  ],
  pointerRight: (x, y, w, h) => [
    [x, y],
    [x, y + h],
    [x + w, y + h / 2],
  ],
};

const boxItems = (a: AnnotationOf<'box'>, w: number, h: number): readonly SceneItem[] => {
  const [x, y, width, height] = [a.x * w, a.y * h, a.w * w, a.h * h].map(round) as [number, number, number, number];
  const items: SceneItem[] = [];
  const triangle = POINTERS[a.shape]?.(x, y, width, height);
  if (triangle !== undefined) {
    const d = `M ${triangle.map(([px, py]) => `${round(px)} ${round(py)}`).join(' L ')} Z`;
    items.push({ kind: 'path', d, fill: a.fill, ...(a.stroke ? { stroke: a.stroke } : {}) });
  } else if (a.fill.kind !== 'none' || a.stroke) {
    items.push({
      kind: 'rect',
      x,
      y,
      w: width,
      h: height,
      radius: a.shape === 'pill' ? height / 2 : 0,
      fill: a.fill,
      ...(a.stroke ? { stroke: a.stroke } : {}),
    });
  }
  if (a.text) {
    const { text, style, align, figure } = a.text;
    const baseline = y + (height - lineHeight(style.size)) / 2 + ascent(style.size);
    const anchor = { left: x + TEXT_INSET, center: x + width / 2, right: x + width - TEXT_INSET }[align];
    items.push({ kind: 'text', x: round(anchor), y: round(baseline), align, text, ...style, ...(figure === undefined ? {} : { figure }) });
  }
  return items;
};

/** Annotations as scene items of a frame in points: the same marks Office draws from the chart's drawing part. */
export const annotationItems = (
  annotations: readonly Annotation[],
  frame: { readonly width: number; readonly height: number },
): readonly SceneItem[] =>
  annotations.flatMap((a) => (a.kind === 'line' ? lineItems(a, frame.width, frame.height) : boxItems(a, frame.width, frame.height)));

/** Width of a text box that shows `text` without wrapping. */
export const boxWidth = (text: string, style: { readonly size: number; readonly bold: boolean }): number =>
  textWidth(text, { ...style, italic: false }) + 2 * TEXT_INSET + 2;
