import { textWidth } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import type { Fill, Stroke } from './paint.ts';
import { fitted } from './text-box.ts';

const GAP = { afterKey: 5, between: 18 };

export interface KeyEntry {
  /** Names its marks in the drawing part. */
  readonly id: string;
  readonly text: string;
  readonly fill: Fill;
  readonly stroke?: Stroke;
}

/** Small boxes with their names in one or more rows at the top of the frame, and the height they take there. */
export const keyRows = (
  entries: readonly KeyEntry[],
  { frame, scale }: ChartContext,
): { readonly annotations: readonly Annotation[]; readonly height: number } => {
  if (entries.length === 0) return { annotations: [], height: 0 };
  const rowHeight = scale.legend * 1.6;
  const style: TextStyle = { size: scale.legend, bold: false, color: 'ink2' };
  let x = 0;
  let row = 0;
  const annotations = entries.flatMap(({ id, fill, stroke, ...entry }): readonly Annotation[] => {
    const text = fitted(entry.text, style, frame.width - scale.key.w - GAP.afterKey - 12);
    const width = textWidth(text, { ...style, italic: false }) + 12;
    if (x > 0 && x + scale.key.w + GAP.afterKey + width > frame.width) {
      x = 0;
      row++;
    }
    const top = row * rowHeight;
    const left = x;
    x += scale.key.w + GAP.afterKey + width + GAP.between;
    return [
      {
        kind: 'box',
        name: `key ${id}`,
        shape: 'rect',
        x: (left + 1) / frame.width,
        y: (top + (rowHeight - scale.key.h) / 2) / frame.height,
        w: scale.key.w / frame.width,
        h: scale.key.h / frame.height,
        fill,
        ...(stroke ? { stroke } : {}),
      },
      {
        kind: 'box',
        name: `legend ${id}`,
        shape: 'rect',
        x: (left + scale.key.w + GAP.afterKey - 3) / frame.width,
        y: top / frame.height,
        w: width / frame.width,
        h: rowHeight / frame.height,
        fill: { kind: 'none' },
        text: { text, style, align: 'left' },
      },
    ];
  });
  return { annotations, height: (row + 1) * rowHeight + 6 };
};
