import type { Pages, StructureNode } from '../../layout/pages.ts';
import type { PdfDocument, StructureElement } from './document.ts';

/** Which structure element each mark of the pages belongs to. */
export interface Structure {
  readonly elementOf: (mark: number) => { readonly element: StructureElement; readonly tag: string } | undefined;
  readonly linkUnder: (element: StructureElement, lang?: string) => StructureElement;
  /** Ends all elements; call it when every page is drawn. */
  readonly close: () => void;
}

/**
 * Creates the structure tree before anything is drawn. Elements are attached in reading order; their content is added while
 * pages are drawn, which may be in another order.
 */
export const createStructure = (doc: PdfDocument, pages: Pages): Structure => {
  const owners = new Map<number, { readonly element: StructureElement; readonly tag: string }>();
  const all: StructureElement[] = [];
  const make = (tag: string, options: object): StructureElement => {
    const element = doc.struct(tag, options);
    all.push(element);
    return element;
  };
  let notes = 0;
  const build = (node: StructureNode): StructureElement => {
    const element = make(node.tag, {
      ...(node.alt === undefined ? {} : { alt: node.alt }),
    });
    if (node.bbox !== undefined) {
      const [left, top, right, bottom] = node.bbox;
      element.dictionary.data['A'] = { O: 'Layout', Placement: 'Block', BBox: [left, pages.height - bottom, right, pages.height - top] };
    }
    // pdfkit has no option for these attributes (ISO 32000-1, 14.8.5).
    if (node.scope !== undefined) element.dictionary.data['A'] = { O: 'Table', Scope: node.scope };
    if (node.tag === 'Note') element.dictionary.data['ID'] = Buffer.from(`note${++notes}`);
    for (const child of node.children) {
      if ('mark' in child) owners.set(child.mark, { element, tag: node.tag });
      else element.add(build(child));
    }
    return element;
  };
  const root = make('Document', {});
  doc.addStructure(root);
  for (const node of pages.structure) root.add(build(node));
  return {
    elementOf: (mark) => owners.get(mark),
    linkUnder: (element) => {
      const link = make('Link', {});
      element.add(link);
      return link;
    },
    close: () => {
      for (const element of [...all].reverse()) element.end();
    },
  };
};
