import type { ListItem, Paragraph, RootContent } from 'mdast';
import { isAnchor, nearest } from '../base/id.ts';
import { own } from '../base/own.ts';
import { DIRECTIVES } from './directives.ts';
import type { Block, Inline, Medium } from './document.ts';
import { plainText } from './inlines.ts';
import { attributesOf, type Parsing, phrasing, report, spanOf } from './parsing.ts';
import { proseBlocks } from './prose.ts';
import { SLOT_TOKEN, type Slot } from './slot.ts';

/** Containers that say where their blocks stand: in one medium alone, or, for templates that choose by a helper, in both. */
export const MEDIA = new Set(['deck', 'report', 'both']);

/** Where a container's blocks stand that is in another: `none` where the one leaves out what the other holds. */
export const mediumWithin = (outer: Medium | undefined, name: string): Medium | undefined | 'none' => {
  const inner = name === 'both' ? undefined : (name as Medium);
  if (inner === undefined || outer === undefined || inner === outer) return outer ?? inner;
  return 'none';
};

const STRUCTURE = new Set([...MEDIA, 'front', 'note', 'source', 'short', 'column', 'data-tables', 'layout', 'divider', 'anchor']);

const slotsIn = (parsing: Parsing, paragraph: Paragraph): readonly Slot[] | undefined => {
  const text = paragraph.children.map((c) => (c.type === 'text' ? c.value : '\u0000')).join('');
  if (text.replace(SLOT_TOKEN, '').trim() !== '') return undefined;
  const slots = [...text.matchAll(SLOT_TOKEN)].flatMap((m) => parsing.slots[Number.parseInt(m[1] ?? '', 36)] ?? []);
  return slots.length > 0 && slots.every((s) => s.kind !== 'inlines') ? slots : undefined;
};

const expandSlot = (parsing: Parsing, slot: Slot): readonly Block[] => {
  if (slot.kind === 'blocks') return slot.blocks;
  if (slot.kind !== 'prose') return [];
  // A template shows most prose twice, in the report and in the notes: it is read once, and what is found in it told once.
  const known = parsing.prose.get(slot.markdown);
  if (known) return known;
  const blocks = proseBlocks(slot, (d) => {
    parsing.diagnostics.push(d);
  });
  parsing.prose.set(slot.markdown, blocks);
  return blocks;
};

const refuse = (parsing: Parsing, node: RootContent): void =>
  report(
    parsing,
    node,
    'document/unknown-block',
    `a ${node.type} has no place in a briefing`,
    'use paragraphs, lists, tables and directives',
  );

/** An item's paragraphs follow each other; items nested in it follow it. */
const itemsOf = (parsing: Parsing, item: ListItem): readonly (readonly Inline[])[] => {
  const own: Inline[] = [];
  const nested: (readonly Inline[])[] = [];
  for (const child of item.children) {
    if (child.type === 'paragraph')
      own.push(...(own.length > 0 ? [{ kind: 'text', text: ' ' } as const] : []), ...phrasing(parsing, child.children));
    else if (child.type === 'list') nested.push(...child.children.flatMap((i) => itemsOf(parsing, i)));
    else refuse(parsing, child);
  }
  return own.length === 0 ? nested : [own, ...nested];
};

/** The blocks one Markdown node becomes: none, one, or what a slot or a medium container holds. */
export const blockOf = (parsing: Parsing, node: RootContent): readonly Block[] => {
  if (node.type === 'paragraph') {
    const slots = slotsIn(parsing, node);
    if (slots) return slots.flatMap((slot) => expandSlot(parsing, slot));
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
    return [
      {
        kind: 'list',
        ordered: node.ordered === true,
        items: node.children.flatMap((i) => itemsOf(parsing, i)),
        span: spanOf(parsing, node),
      },
    ];
  }
  if (node.type === 'heading' && node.depth > 2) {
    const inlines = phrasing(parsing, node.children);
    return [{ kind: 'heading', inlines, anchor: '', span: spanOf(parsing, node) }];
  }
  if (node.type === 'containerDirective' || node.type === 'leafDirective') {
    if (MEDIA.has(node.name)) {
      const only = mediumWithin(undefined, node.name);
      const blocks = blocksOf(parsing, node.children as RootContent[]);
      return only === undefined || only === 'none' ? blocks : blocks.map((b) => ({ ...b, only }));
    }
    const read = own(DIRECTIVES, node.name);
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
    const attributes = attributesOf(node);
    const id = attributes['id'];
    if (id !== undefined && !isAnchor(id)) {
      report(parsing, node, 'document/not-an-id', `"${id}" is not an id`, 'use a–z, 0–9, full stop and hyphen, e.g. id="chart-size"');
      return [];
    }
    const block = read(parsing, node, attributes);
    return block ? [{ ...block, span: spanOf(parsing, node) }] : [];
  }
  if (node.type !== 'html') refuse(parsing, node);
  return [];
};

/** The blocks a list of Markdown nodes becomes. */
export const blocksOf = (parsing: Parsing, nodes: readonly RootContent[]): readonly Block[] => nodes.flatMap((n) => blockOf(parsing, n));
