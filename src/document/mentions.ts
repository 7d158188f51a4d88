import type { Diagnostic } from '../base/diagnostic.ts';
import type { Block, BlockOf, Inline, Section } from './document.ts';
import { flatBlocks } from './figures-in.ts';

type Exhibit = BlockOf<'chart'> | BlockOf<'table'> | BlockOf<'trace'>;

/** What is numbered in a report: charts as figures, the others as tables. */
export const exhibitsIn = (blocks: readonly Block[]): readonly Exhibit[] =>
  blocks.filter((b): b is Exhibit => b.kind === 'chart' || b.kind === 'table' || b.kind === 'trace');

/** By what a mention may name an exhibit: its own anchor, or that of its group. */
export const namesOf = (block: Block): readonly string[] =>
  exhibitsIn([block]).flatMap((e) => [e.anchor, ...('group' in e && e.group !== undefined ? [e.group] : [])]);

/** The running text of a block: captions, notes and cells are no text that leads to an exhibit. */
const textsOf = (block: Block): readonly (readonly Inline[])[] => {
  if (block.kind === 'paragraph' || block.kind === 'takeaway') return [block.inlines];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'rows') return block.rows.map((r) => r.text);
  return block.kind === 'callouts' ? block.items.map((i) => i.text) : [];
};

const mentionsIn = (inlines: readonly Inline[]): readonly string[] =>
  inlines.flatMap((i) => (i.kind === 'reference' ? [i.anchor] : 'children' in i ? mentionsIn(i.children) : []));

/**
 * Figures and tables of the report that no text names ahead of them or in their own section: a reader would come upon them without
 * knowing what for.
 */
export const unmentioned = (sections: readonly Section[]): readonly Diagnostic[] => {
  const named = new Set<string>();
  return sections.flatMap((section) => {
    const blocks = section.subsections.flatMap((u) => (u.only === 'deck' ? [] : flatBlocks(u.blocks).filter((b) => b.only !== 'deck')));
    if (section.only === 'deck') return [];
    for (const block of blocks) for (const anchor of textsOf(block).flatMap(mentionsIn)) named.add(anchor);
    return exhibitsIn(blocks).flatMap((exhibit): readonly Diagnostic[] =>
      namesOf(exhibit).some((n) => named.has(n))
        ? []
        : [
            {
              code: 'document/unmentioned-exhibit',
              severity: 'warning',
              message: `the report shows the ${exhibit.kind === 'chart' ? 'chart' : 'table'} "${exhibit.anchor}" without naming it in its text`,
              ...(exhibit.span ? { span: exhibit.span } : section.span ? { span: section.span } : {}),
              hints: [`name it in a sentence ahead of it: {{see "${exhibit.anchor}"}}`],
            },
          ],
    );
  });
};
