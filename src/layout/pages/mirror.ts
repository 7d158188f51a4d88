import { textWidth } from '../../fonts/measure.ts';
import type { Page, PageItem, Pages, StructureNode } from '../pages.ts';
import { pieces } from './draft.ts';

const mirroredItem = (item: PageItem, width: number): PageItem => {
  if (item.kind === 'line') {
    const w = pieces(item.runs).reduce((sum, p) => sum + textWidth(p.text, p.style), 0);
    return { ...item, x: width - item.x - w };
  }
  if (item.kind === 'rule') return { ...item, x1: width - item.x2, x2: width - item.x1 };
  return { ...item, x: width - item.x - (item.kind === 'scene' ? item.scene.width : item.w) };
};

const mirroredNode = (node: StructureNode, width: number): StructureNode => ({
  ...node,
  ...(node.bbox ? { bbox: [width - node.bbox[2], node.bbox[1], width - node.bbox[0], node.bbox[3]] } : {}),
  children: node.children.map((c) => ('mark' in c ? c : mirroredNode(c, width))),
});

/**
 * The pages of a document from right to left: every box changes sides, so that rail, indents and the columns of tables follow. What
 * is inside of a chart stays: time runs to the right in all languages.
 */
export const mirrored = (pages: Pages): Pages => ({
  ...pages,
  pages: pages.pages.map((page): Page => ({ ...page, items: page.items.map((i) => mirroredItem(i, pages.width)) })),
  structure: pages.structure.map((n) => mirroredNode(n, pages.width)),
});
