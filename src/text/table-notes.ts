import type { Block, Section } from '../document/document.ts';
import type { Filling, TextContext } from './context.ts';
import { tableNote } from './symbols.ts';

/** Tables written in a template, and those of the charts' data, explain the symbols their cells hold, as helpers' tables do. */
export const withTableNotes = (sections: readonly Section[], context: TextContext): readonly Section[] => {
  const filling: Filling = { ...context, slots: [], diagnostics: [] };
  const noted = (block: Block): Block => {
    if (block.kind === 'columns') return { ...block, columns: block.columns.map((c) => c.map(noted)) };
    return block.kind === 'table' && block.note.length === 0 ? { ...block, note: tableNote(filling, block, []) } : block;
  };
  return sections.map((s) => ({ ...s, subsections: s.subsections.map((u) => ({ ...u, blocks: u.blocks.map(noted) })) }));
};
