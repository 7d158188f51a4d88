import type { FigureId } from '../base/id.ts';
import type { Block, Inline, Section } from './document.ts';

type Resolve = (id: FigureId) => FigureId;

/**
 * Sections with every figure named by its own id: the prose of the data may write another, as `S.growth.2023-2024` for
 * `S.yoy.2024`. What resolves to nothing keeps its id and is reported by the check of the tree.
 */
export const withOwnIds = (sections: readonly Section[], resolve: Resolve): readonly Section[] => {
  const inlines = (list: readonly Inline[]): readonly Inline[] =>
    list.map((i): Inline => {
      if (i.kind === 'figure') return { ...i, figure: resolve(i.figure) };
      return 'children' in i ? { ...i, children: inlines(i.children) } : i;
    });
  const blocks = (list: readonly Block[]): readonly Block[] => list.map(block);
  const block = (b: Block): Block => {
    switch (b.kind) {
      case 'paragraph':
      case 'heading':
      case 'takeaway':
        return { ...b, inlines: inlines(b.inlines) };
      case 'list':
      case 'closing':
        return { ...b, items: b.items.map(inlines) };
      case 'table':
        return {
          ...b,
          caption: inlines(b.caption),
          subtitle: inlines(b.subtitle),
          note: inlines(b.note),
          columns: b.columns.map((c) => ({ ...c, header: inlines(c.header) })),
          rows: b.rows.map((r) => ({ ...r, cells: r.cells.map(inlines) })),
        };
      case 'chart':
        return { ...b, caption: inlines(b.caption), heading: inlines(b.heading), note: inlines(b.note) };
      case 'tiles':
        return {
          ...b,
          tiles: b.tiles.map((t) => ({ ...t, figure: resolve(t.figure), label: inlines(t.label), detail: inlines(t.detail) })),
        };
      case 'callouts':
        return {
          ...b,
          heading: inlines(b.heading),
          items: b.items.map((i) => ({ ...i, ...(i.figure === undefined ? {} : { figure: resolve(i.figure) }), text: inlines(i.text) })),
        };
      case 'rows':
        return { ...b, heading: inlines(b.heading), rows: b.rows.map((r) => ({ label: inlines(r.label), text: inlines(r.text) })) };
      case 'columns':
        return { ...b, columns: b.columns.map(blocks) };
      case 'quote':
        return { ...b, inlines: inlines(b.inlines), name: inlines(b.name), role: inlines(b.role) };
      case 'divider':
        return { ...b, story: inlines(b.story) };
      case 'notes':
        return { ...b, blocks: blocks(b.blocks) };
      case 'trace':
        return { ...b, caption: inlines(b.caption), note: inlines(b.note) };
      case 'sources':
        return { ...b, entries: b.entries.map((e) => ({ ...e, inlines: inlines(e.inlines) })) };
    }
  };
  return sections.map((s) => ({
    ...s,
    title: inlines(s.title),
    subsections: s.subsections.map((u) => ({
      ...u,
      title: inlines(u.title),
      short: inlines(u.short),
      note: inlines(u.note),
      blocks: blocks(u.blocks),
    })),
  }));
};
