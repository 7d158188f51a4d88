import type { FlowBlock, PageGeometry } from './flow.ts';
import { lineCount } from './flow-paragraph.ts';

type Sourced = Exclude<FlowBlock, { kind: 'heading' }>;

const isSource = (block: FlowBlock | undefined): boolean => block?.kind === 'paragraph' && block.style === 'textSource';

/** A line of its own, whose end is shorter than the two lines that go with a source. */
const isShort = (block: FlowBlock | undefined, page: PageGeometry): boolean => block?.kind === 'paragraph' && lineCount(block, page) === 1;

/** A source line never stands alone on a page: the two lines before it, or the exhibit, stand on its page. */
export const keptWithSource = (blocks: readonly FlowBlock[], page: PageGeometry): readonly FlowBlock[] =>
  blocks.map((block, i): FlowBlock => {
    if (block.kind === 'heading') return block;
    const leads = isSource(blocks[i + 1]) || (block.kind === 'paragraph' && isShort(blocks[i + 1], page) && isSource(blocks[i + 2]));
    return leads ? ({ ...block, leadsToSource: true } satisfies Sourced) : block;
  });
