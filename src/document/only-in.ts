import type { FigureId } from '../base/id.ts';
import type { Block, Medium, Section } from './document.ts';
import { figuresIn } from './figures-in.ts';
import { plainText } from './inlines.ts';

export interface MediumBlock {
  readonly medium: Medium;
  readonly section: string;
  readonly slide: string;
  readonly block: string;
  /** Ids of the figures the block prints. */
  readonly figures: readonly FigureId[];
}

const marked = (blocks: readonly Block[], add: (block: Block) => void): void => {
  for (const block of blocks) {
    if (block.only) add(block);
    else if (block.kind === 'columns') for (const column of block.columns) marked(column, add);
  }
};

/** What the template marks for the deck or the report alone. Speaker notes are the deck's by nature, data tables the report's. */
export const blocksOnlyIn = (sections: readonly Section[]): readonly MediumBlock[] =>
  sections.flatMap((section) =>
    section.subsections.flatMap((subsection) => {
      const found: MediumBlock[] = [];
      const place = { section: section.id, slide: subsection.id };
      if (section.only ?? subsection.only)
        found.push({
          medium: section.only ?? subsection.only ?? 'report',
          ...place,
          block: plainText(subsection.title),
          figures: figuresIn(subsection.blocks),
        });
      marked(subsection.blocks, (b) =>
        found.push({
          medium: b.only ?? 'report',
          ...place,
          block: 'anchor' in b && b.anchor !== '' ? `${b.kind} ${b.anchor}` : b.kind,
          figures: figuresIn([b]),
        }),
      );
      return found;
    }),
  );
