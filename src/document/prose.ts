import type { ListItem, RootContent } from 'mdast';
import type { Diagnostic } from '../base/diagnostic.ts';
import { spanWithin } from '../base/span.ts';
import type { Block, Inline } from './document.ts';
import { inlinesFrom, trimInlines, withReferences } from './inlines.ts';
import { parseProse } from './markdown.ts';
import type { Slot } from './slot.ts';

type Prose = Extract<Slot, { kind: 'prose' }>;

/** What has no place in prose, and what to write instead. */
const REFUSED: Readonly<Partial<Record<RootContent['type'], readonly [name: string, hint: string]>>> = {
  blockquote: ['a block quote', 'write it as a paragraph in quotation marks'],
  code: ['a block of code', 'write it as a paragraph; begin its lines less than four spaces in'],
  table: ['a table', 'put figures into series or breakdowns, and words into a list'],
  thematicBreak: ['a rule', 'leave it out'],
  html: ['HTML', 'write plain text'],
  definition: ['a definition of a link', 'write [text](https://…) where it is used'],
};

const read = (text: string): readonly Inline[] => withReferences(text);

const SPACE: Inline = { kind: 'text', text: ' ' };

/**
 * Prose of the data as paragraphs and flat lists; headings become paragraphs. What a document cannot show is an error at its
 * line: nothing is left out in silence.
 */
export const proseBlocks = (prose: Prose, report: (diagnostic: Diagnostic) => void): readonly Block[] => {
  const placeOf = (node: RootContent) => spanWithin(prose.span, prose.markdown, node.position?.start.offset ?? 0);
  const refuse = (node: RootContent): void => {
    const [name, hint] = REFUSED[node.type] ?? [`a ${node.type}`, 'use paragraphs and lists'];
    report({
      code: 'document/prose-block',
      severity: 'error',
      message: `${name} has no place in prose`,
      span: placeOf(node),
      hints: [hint],
    });
  };
  const textOf = (node: Extract<RootContent, { type: 'paragraph' | 'heading' }>): readonly Inline[] =>
    trimInlines(inlinesFrom(node.children, read));

  /** An item's paragraphs follow each other; items nested in it follow it. */
  const itemsOf = (item: ListItem): readonly (readonly Inline[])[] => {
    const own: Inline[] = [];
    const nested: (readonly Inline[])[] = [];
    for (const child of item.children) {
      if (child.type === 'paragraph' || child.type === 'heading') own.push(...(own.length > 0 ? [SPACE] : []), ...textOf(child));
      else if (child.type === 'list') nested.push(...child.children.flatMap(itemsOf));
      else refuse(child);
    }
    return own.length === 0 ? nested : [own, ...nested];
  };

  return parseProse(prose.markdown).children.flatMap((node): readonly Block[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return [{ kind: 'paragraph', inlines: textOf(node), span: placeOf(node) }];
    if (node.type === 'list')
      return [{ kind: 'list', ordered: node.ordered === true, items: node.children.flatMap(itemsOf), span: placeOf(node) }];
    refuse(node);
    return [];
  });
};
