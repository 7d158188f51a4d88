import type { PhrasingContent } from 'mdast';
import type { FigureForm } from '../figures/ledger.ts';
import type { Inline } from './document.ts';
import { REFERENCE } from './references.ts';
import { SLOT_TOKEN, type Slot } from './slot.ts';

/** A text of the data with its references to figures and sources. In running prose a figure is printed in full. */
export const withReferences = (text: string, form: 'long' | 'value' = 'long'): readonly Inline[] => {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const [whole, kind, id = '', chosen] = match;
    if (match.index > from) inlines.push({ kind: 'text', text: text.slice(from, match.index) });
    inlines.push(
      kind === 'fig' ? { kind: 'figure', figure: id, form: (chosen as FigureForm | undefined) ?? form } : { kind: 'cite', source: id },
    );
    from = match.index + whole.length;
  }
  if (from < text.length) inlines.push({ kind: 'text', text: text.slice(from) });
  return inlines;
};

/** A text of the filled template with the tokens in it replaced by what they stand for. Block slots give nothing here: they are refused before. */
export const withSlots = (text: string, slots: readonly Slot[]): readonly Inline[] => {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(SLOT_TOKEN)) {
    if (match.index > from) inlines.push({ kind: 'text', text: text.slice(from, match.index) });
    const slot = slots[Number.parseInt(match[1] ?? '', 36)];
    if (slot?.kind === 'inlines') inlines.push(...slot.inlines);
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ kind: 'text', text: text.slice(from) });
  return inlines;
};

type TextReader = (text: string) => readonly Inline[];

/** Markdown's inline content as ours. A soft line break is a space; images, code and HTML have no place in a briefing and give their text. */
export const inlinesFrom = (nodes: readonly PhrasingContent[], read: TextReader, links = OUTSIDE): readonly Inline[] =>
  nodes.flatMap((node) => inlineFrom(node, read, links));

/** Where a link may lead: out, or from a template also to a slide, chart or table (`#id`). */
const OUTSIDE = /^https:\/\//;
export const OUT_OR_WITHIN = /^(?:https:\/\/|#[a-z0-9.-]+$)/;

const inlineFrom = (node: PhrasingContent, read: TextReader, links: RegExp): readonly Inline[] => {
  if (node.type === 'text') return read(node.value.replace(/\s*\n\s*/g, ' '));
  if (node.type === 'strong') return [{ kind: 'strong', children: inlinesFrom(node.children, read, links) }];
  if (node.type === 'emphasis') return [{ kind: 'emphasis', children: inlinesFrom(node.children, read, links) }];
  if (node.type === 'break') return [{ kind: 'text', text: ' ' }];
  if (node.type === 'link') {
    const children = inlinesFrom(node.children, read, links);
    return links.test(node.url) ? [{ kind: 'link', url: node.url, children }] : children;
  }
  if (node.type === 'image') return read(node.alt ?? '');
  if ('value' in node) return read(node.value);
  return 'children' in node ? inlinesFrom(node.children as PhrasingContent[], read, links) : [];
};

/** Inlines cut at a separator typed in the template (never inside of an inserted value), trimmed at the cuts. */
export const splitInlines = (inlines: readonly Inline[], separator: string): readonly (readonly Inline[])[] => {
  const parts: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind !== 'text' || inline.exempt || !inline.text.includes(separator)) {
      parts.at(-1)?.push(inline);
      continue;
    }
    inline.text.split(separator).forEach((text, i) => {
      if (i > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ kind: 'text', text });
    });
  }
  return parts.map(trimInlines);
};

/** Without spaces at both ends and without empty texts. */
export const trimInlines = (inlines: readonly Inline[]): readonly Inline[] => {
  const trimmed = inlines.map((inline, i): Inline => {
    if (inline.kind !== 'text') return inline;
    let text = inline.text;
    if (i === 0) text = text.trimStart();
    if (i === inlines.length - 1) text = text.trimEnd();
    return { ...inline, text };
  });
  return trimmed.filter((i) => i.kind !== 'text' || i.text !== '');
};

/** The words of inlines without their figures: for ids and for finding out whether anything is there. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map((i) => (i.kind === 'text' ? i.text : 'children' in i ? plainText(i.children) : '')).join('');
