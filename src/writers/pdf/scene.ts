import type { SceneItem } from '../../charts/scene.ts';
import { textWidth } from '../../fonts/measure.ts';
import type { Direction } from '../../fonts/script.ts';
import { paint, pathOperators, rectPath } from './operators.ts';
import { type Ink, placedTexts, showPiece } from './text.ts';

/** Draws scene items with the frame's corner at (x, y). */
export const drawScene = (ink: Ink, items: readonly SceneItem[], x: number, y: number, direction: Direction): void => {
  const { doc, theme } = ink;
  for (const item of items) {
    if (item.kind === 'group') drawScene(ink, item.items, x, y, direction);
    else if (item.kind === 'rect') {
      const bounds = { x: x + item.x, y: y + item.y, w: item.w, h: item.h };
      doc.addContent(paint(rectPath(bounds.x, bounds.y, bounds.w, bounds.h, item.radius), bounds, item.fill, item.stroke, theme));
    } else if (item.kind === 'path') {
      const { path, bounds } = pathOperators(item.d, x, y);
      doc.addContent(paint(path, bounds, item.fill, item.stroke, theme));
    } else {
      const look = { size: item.size, bold: item.bold, italic: false, color: item.color };
      const shift = { left: 0, center: 0.5, right: 1 }[item.align] * textWidth(item.text, look);
      for (const piece of placedTexts([{ text: item.text, look }], direction, ink.fonts))
        showPiece(ink, piece, x + item.x - shift, y + item.y);
    }
  }
};
