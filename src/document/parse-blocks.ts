import type { Paragraph, RootContent } from 'mdast';
import { nearest } from '../base/id.ts';
import { DIRECTIVES } from './directives.ts';
import type { Block, Inline, Medium } from './document.ts';
import { inlinesFrom, plainText, trimInlines, withReferences } from './inlines.ts';
import { parseProse } from './markdown.ts';
import { attributesOf, type Parsing, phrasing, report, spanOf } from './parsing.ts';
import { SLOT_TOKEN, type Slot } from './slot.ts';

/** Containers whose blocks stand in one medium alone. */
export const MEDIA = new Set(['deck', 'report']);
const STRUCTURE = new Set(['deck', 'report', 'note', 'source', 'short', 'column', 'data-tables']);

const slotsIn = (parsing: Parsing, paragraph: Paragraph): readonly Slot[] | undefined => {
  const text = paragraph.children.map((c) => (c.type === 'text' ? c.value : '\u0000')).join('');
  if (text.replace(SLOT_TOKEN, '').trim() !== '') return undefined;
  const slots = [...text.matchAll(SLOT_TOKEN)].flatMap((m) => parsing.slots[Number.parseInt(m[1] ?? '', 36)] ?? []);
  return slots.length > 0 && slots.every((s) => s.kind !== 'inlines') ? slots : undefined;
};

/** Prose of the data: paragraphs and lists; its headings become paragraphs, its HTML is dropped by the reader. */
const proseBlocks = (markdown: string): readonly Block[] =>
  parseProse(markdown).children.flatMap((node): readonly Block[] => {
    const read = (text: string): readonly Inline[] => withReferences(text);
    if (node.type === 'paragraph' || node.type === 'heading')
      return [{ kind: 'paragraph', inlines: trimInlines(inlinesFrom(node.children, read)) }];
    if (node.type === 'list') {
      const items = node.children.map((item) =>
        item.children.flatMap((c) => (c.type === 'paragraph' ? trimInlines(inlinesFrom(c.children, read)) : [])),
      );
      return [{ kind: 'list', ordered: node.ordered === true, items }];
    }
    return [];
  });

const expandSlot = (slot: Slot): readonly Block[] => {
  if (slot.kind === 'blocks') return slot.blocks;
  return slot.kind === 'prose' ? proseBlocks(slot.markdown) : [];
};

/** The blocks one Markdown node becomes: none, one, or what a slot or a medium container holds. */
export const blockOf = (parsing: Parsing, node: RootContent): readonly Block[] => {
  if (node.type === 'paragraph') {
    const slots = slotsIn(parsing, node);
    if (slots) return slots.flatMap(expandSlot);
    const inlines = phrasing(parsing, node.children);
    if (/^:{2,}/.test(plainText(inlines)))
      report(
        parsing,
        node,
        'document/directive-text',
        'this line looks like a directive but is not one',
        'check its braces and quotation marks, and close containers with as many colons',
      );
    return inlines.length === 0 ? [] : [{ kind: 'paragraph', inlines, span: spanOf(parsing, node) }];
  }
  if (node.type === 'list') {
    const items = node.children.map((item) => item.children.flatMap((c) => (c.type === 'paragraph' ? phrasing(parsing, c.children) : [])));
    return [{ kind: 'list', ordered: node.ordered === true, items, span: spanOf(parsing, node) }];
  }
  if (node.type === 'heading' && node.depth > 2) {
    const inlines = phrasing(parsing, node.children);
    return [{ kind: 'heading', inlines, anchor: '', span: spanOf(parsing, node) }];
  }
  if (node.type === 'containerDirective' || node.type === 'leafDirective') {
    if (MEDIA.has(node.name)) return blocksOf(parsing, node.children as RootContent[]).map((b) => ({ ...b, only: node.name as Medium }));
    const read = DIRECTIVES[node.name];
    if (!read) {
      const close = nearest(node.name, [...Object.keys(DIRECTIVES), ...STRUCTURE]);
      report(
        parsing,
        node,
        'document/unknown-directive',
        `there is no directive "${node.name}"`,
        close === undefined ? 'see the template language in the README' : `did you mean "${close}"?`,
      );
      return [];
    }
    const block = read(parsing, node, attributesOf(node));
    return block ? [{ ...block, span: spanOf(parsing, node) }] : [];
  }
  if (node.type !== 'html')
    report(
      parsing,
      node,
      'document/unknown-block',
      `a ${node.type} has no place in a briefing`,
      'use paragraphs, lists, tables and directives',
    );
  return [];
};

/** The blocks a list of Markdown nodes becomes. */
export const blocksOf = (parsing: Parsing, nodes: readonly RootContent[]): readonly Block[] => nodes.flatMap((n) => blockOf(parsing, n));
