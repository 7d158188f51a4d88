import type { Block } from '../document/document.ts';
import type { LayoutWords } from './context.ts';
import type { Mentions } from './mentions.ts';

/** Forbids a break after the dash and prints nothing. */
const WORD_JOINER = '\u2060';

/** Numbers of figures and tables by anchor, in reading order, and how a text names them. */
export interface ExhibitNumbers {
  readonly figures: ReadonlyMap<string, number>;
  readonly tables: ReadonlyMap<string, number>;
  /** "Figure 3", "Table 2", or "Tables 6–9" for a group; undefined where the report has no such exhibit. */
  readonly reference: NonNullable<Mentions['reference']>;
}

/** Numbers the exhibits of a report's blocks. */
export const exhibitNumbers = (blocks: readonly Block[], words: LayoutWords): ExhibitNumbers => {
  const figures = new Map<string, number>();
  const tables = new Map<string, number>();
  const groups = new Map<string, readonly string[]>();
  for (const block of blocks) {
    if (block.kind === 'chart') figures.set(block.anchor, figures.size + 1);
    if (block.kind === 'table' || block.kind === 'trace') tables.set(block.anchor, tables.size + 1);
    if (block.kind === 'table' && block.group !== undefined) groups.set(block.group, [...(groups.get(block.group) ?? []), block.anchor]);
  }
  const label = (anchor: string): string | undefined => {
    const [figure, table] = [figures.get(anchor), tables.get(anchor)];
    if (figure !== undefined) return `${words.figure}\u00a0${figure}`;
    return table === undefined ? undefined : `${words.table}\u00a0${table}`;
  };
  const number = (anchor: string) => ({ text: String(tables.get(anchor)), link: { kind: 'anchor', anchor, part: 'number' } }) as const;
  const reference = (anchor: string): ReturnType<ExhibitNumbers['reference']> => {
    const members = groups.get(anchor) ?? [];
    const [first, last] = [members[0], members.at(-1)];
    if (first !== undefined && last !== undefined && first !== last)
      return [{ text: `${words.tables}\u00a0` }, number(first), { text: `\u2013${WORD_JOINER}` }, number(last)];
    const target = first ?? anchor;
    const text = label(target);
    return text === undefined ? undefined : [{ text, link: { kind: 'anchor', anchor: target } }];
  };
  return { figures, tables, reference };
};
