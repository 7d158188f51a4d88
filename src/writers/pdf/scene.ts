import type { Theme } from '../../brand/theme.ts';
import type { SceneItem } from '../../charts/scene.ts';
import { textWidth } from '../../fonts/measure.ts';
import type { PdfDocument } from './document.ts';
import { paint, pathOperators, rectPath } from './operators.ts';
import { showText } from './text.ts';

/** Draws scene items with the frame's corner at (x, y). */
export const drawScene = (doc: PdfDocument, items: readonly SceneItem[], x: number, y: number, theme: Theme): void => {
  for (const item of items) {
    if (item.kind === 'group') drawScene(doc, item.items, x, y, theme);
    else if (item.kind === 'rect') {
      const bounds = { x: x + item.x, y: y + item.y, w: item.w, h: item.h };
      doc.addContent(paint(rectPath(bounds.x, bounds.y, bounds.w, bounds.h, item.radius), bounds, item.fill, item.stroke, theme));
    } else if (item.kind === 'path') {
      const { path, bounds } = pathOperators(item.d, x, y);
      doc.addContent(paint(path, bounds, item.fill, item.stroke, theme));
    } else {
      const look = { size: item.size, bold: item.bold, italic: false, color: item.color };
      const shift = { left: 0, center: 0.5, right: 1 }[item.align] * textWidth(item.text, look);
      showText(doc, item.text, x + item.x - shift, y + item.y, look, theme);
    }
  }
};
