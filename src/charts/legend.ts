import { textWidth } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';
import { LOOK_ORDER, LOOKS, type LookName } from './status-look.ts';

const GAP = { afterKey: 5, between: 18 };

/** Status keys in one or more rows at the top of the frame. Nothing when all values have one status. */
export const statusLegend = (
  looks: ReadonlySet<LookName>,
  context: ChartContext,
): { readonly annotations: readonly Annotation[]; readonly height: number } => {
  const present = LOOK_ORDER.filter((l) => looks.has(l));
  if (present.length < 2) return { annotations: [], height: 0 };
  const { frame, scale, locale } = context;
  const rowHeight = scale.legend * 1.6;
  const style = { size: scale.legend, bold: false, color: 'ink2' } as const;
  let x = 0;
  let row = 0;
  const annotations = present.flatMap((look): readonly Annotation[] => {
    const text = locale.words.legend[look];
    const width = textWidth(text, { size: scale.legend, bold: false, italic: false }) + 12;
    if (x > 0 && x + scale.key.w + GAP.afterKey + width > frame.width) {
      x = 0;
      row++;
    }
    const top = row * rowHeight;
    const { fill, stroke } = LOOKS[look];
    const left = x;
    x += scale.key.w + GAP.afterKey + width + GAP.between;
    return [
      {
        kind: 'box',
        name: `key ${look}`,
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
        name: `legend ${look}`,
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
