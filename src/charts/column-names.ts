import { lineHeight } from '../fonts/measure.ts';
import { boxWidth } from './annotations.ts';
import type { ChartContext } from './kind.ts';
import { labelEvery, widestText } from './label-fit.ts';
import type { Annotation, CategoryAxis, TextStyle } from './native.ts';
import { textBox } from './text-box.ts';

/** Between the plot and the names under its columns. */
const GAP = 5;

/**
 * The category axis of columns. Where not all names have room, the axis has none and annotations name one in as many as need be,
 * the last among them: Office would skip names, but LibreOffice leaves all of them out.
 */
export const columnNames = (
  names: readonly string[],
  plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  { frame, scale }: ChartContext,
): { readonly category: CategoryAxis; readonly annotations: readonly Annotation[] } => {
  const labels: TextStyle = { size: scale.axis, bold: false, color: 'ink' };
  const band = plot.w / Math.max(1, names.length);
  const every = labelEvery(widestText(names, scale.axis, false), band);
  const axis = { labels, line: { color: 'ink3', width: 1, dashed: false }, labelEvery: every } as const;
  if (every === 1) return { category: axis, annotations: [] };
  const y = plot.y + plot.h + GAP + lineHeight(scale.axis) / 2;
  return {
    category: { ...axis, hidden: true },
    annotations: names.flatMap((name, i): readonly Annotation[] => {
      if ((names.length - 1 - i) % every !== 0) return [];
      const half = boxWidth(name, labels) / 2;
      const x = Math.min(Math.max(plot.x + band * (i + 0.5), half), frame.width - half);
      return [textBox(`place ${name}`, name, { x, y, align: 'center' }, labels, frame)];
    }),
  };
};
