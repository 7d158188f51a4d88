import type { Block, BlockOf } from '../document/document.ts';
import type { SlideLayoutName } from '../document/slide-layout.ts';
import { pairedLists, soleRows } from './slide-blocks/split.ts';

const isExhibit = (block: Block | undefined): boolean => block?.kind === 'chart' || block?.kind === 'table' || block?.kind === 'trace';

const shown = (blocks: readonly Block[]): readonly Block[] => blocks.filter((b) => b.kind !== 'notes');

const sideBySide = (blocks: readonly Block[], split: readonly number[]): readonly Block[] => {
  const [first, ...rest] = shown(blocks);
  const columns: BlockOf<'columns'> = { kind: 'columns', split, columns: [first ? [first] : [], rest] };
  return [columns, ...blocks.filter((b) => b.kind === 'notes')];
};

/** How a layout sets blocks that the template wrote one after the other: the first beside the others. */
const SPLITS: Readonly<Partial<Record<SlideLayoutName, readonly number[]>>> = {
  'exhibit-reading': [8, 3],
  'two-columns': [6, 6],
  'two-lists': [6, 6],
};

/**
 * The blocks of a slide as its layout sets them. What the template put into columns stays; an exhibit followed by callouts alone
 * becomes eight columns and three, and the layouts of two parts set the first block beside the others.
 */
export const arranged = (blocks: readonly Block[], wanted: SlideLayoutName | undefined): readonly Block[] => {
  const visible = shown(blocks);
  if (visible.length < 2 || visible.some((b) => b.kind === 'columns')) return blocks;
  const reads = visible.length === 2 && isExhibit(visible[0]) && visible[1]?.kind === 'callouts';
  const split = SPLITS[wanted ?? (reads ? 'exhibit-reading' : 'text')];
  return split ? sideBySide(blocks, split) : blocks;
};

const columnLayout = (block: BlockOf<'columns'>): SlideLayoutName => {
  const [first, last] = [block.columns[0] ?? [], block.columns.at(-1) ?? []];
  if (pairedLists(block).length > 0) return 'two-lists';
  if (soleRows(last) && !block.columns.slice(0, -1).some((c) => c.some(isExhibit))) return 'text-rows';
  const reading = block.columns.length === 2 && first.some(isExhibit) && shown(last).every((b) => b.kind === 'callouts');
  return reading ? 'exhibit-reading' : 'two-columns';
};

/** The layout that suits what stands on a slide. */
export const layoutFor = (blocks: readonly Block[]): SlideLayoutName => {
  const visible = shown(blocks);
  const has = (...kinds: readonly Block['kind'][]): boolean => visible.some((b) => kinds.includes(b.kind));
  const alone = visible.find((b) => b.kind === 'quote' || b.kind === 'divider' || b.kind === 'closing');
  if (alone) return alone.kind as 'quote' | 'divider' | 'closing';
  const columns = visible.find((b): b is BlockOf<'columns'> => b.kind === 'columns');
  if (columns) {
    const [only, ...others] = columns.columns;
    return only && others.length === 0 ? layoutFor([...visible.filter((b) => b !== columns), ...only]) : columnLayout(columns);
  }
  if (has('tiles')) return 'summary';
  if (has('rows')) return has('sources', 'list', 'paragraph') ? 'rows-text' : 'rows';
  if (has('chart')) return 'exhibit';
  return has('table', 'trace') ? 'table' : 'text';
};
