import type { RootContent } from 'mdast';
import type { Outcome } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import { dataTables } from './data-tables.ts';
import type { Block, BlockOf, Inline, Medium, Section, Subsection } from './document.ts';
import { flatBlocks } from './figures-in.ts';
import { plainText } from './inlines.ts';
import { parseTemplateMarkdown } from './markdown.ts';
import { blockOf, blocksOf, MEDIA, mediumWithin } from './parse-blocks.ts';
import { attributeInlines, attributesOf, idList, type ParseInput, type Parsing, phrasing, report, spanOf } from './parsing.ts';
import { reportUnclosed } from './unclosed.ts';

interface OpenSubsection {
  title: readonly Inline[];
  short: readonly Inline[];
  only: Medium | undefined;
  blocks: Block[];
  note: readonly Inline[];
  sources: string[];
  span: Span;
}

interface OpenSection {
  title: readonly Inline[];
  only: Medium | undefined;
  front: boolean;
  subsections: OpenSubsection[];
  span: Span;
}

/** Ids of sections and headings: words joined by hyphens, numbered where they repeat. */
const slugger = (): ((text: string) => string) => {
  const used = new Map<string, number>();
  return (text) => {
    const slug =
      text
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40) || 'section';
    const count = (used.get(slug) ?? 0) + 1;
    used.set(slug, count);
    return count === 1 ? slug : `${slug}-${count}`;
  };
};

/** Blocks marked for the medium of their container, without those of the other one: marked for it, or spoken in it. */
const shownIn = (blocks: readonly Block[], only: Medium | undefined): readonly Block[] => {
  if (only === undefined) return blocks;
  return blocks
    .filter((b) => (b.only === undefined || b.only === only) && !(b.kind === 'notes' && only === 'report'))
    .map((b) => (b.kind === 'columns' ? { ...b, columns: b.columns.map((c) => shownIn(c, only)), only } : { ...b, only }));
};

/** Blocks without those of the deck alone. */
const inReport = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((b) => b.only !== 'deck').map((b) => (b.kind === 'columns' ? { ...b, columns: b.columns.map(inReport) } : b));

/** The charts of the report read so far, in reading order. */
const chartsIn = (sections: readonly OpenSection[]): readonly BlockOf<'chart'>[] =>
  sections.flatMap((s) => s.subsections.flatMap((u) => flatBlocks(inReport(u.blocks)).flatMap((b) => (b.kind === 'chart' ? [b] : []))));

const walk = (parsing: Parsing, nodes: readonly RootContent[], only: Medium | undefined, sections: OpenSection[], front = false): void => {
  for (const node of nodes) {
    const section = sections.at(-1);
    const subsection = section?.subsections.at(-1);
    if (node.type === 'heading' && node.depth === 1) {
      sections.push({ title: phrasing(parsing, node.children), only, front, subsections: [], span: spanOf(parsing, node) });
    } else if (node.type === 'heading' && node.depth === 2) {
      if (!section)
        report(
          parsing,
          node,
          'document/slide-outside-section',
          'a slide (##) stands before the first section (#)',
          'begin with a line "# section name"',
        );
      section?.subsections.push({
        title: phrasing(parsing, node.children),
        short: [],
        only: only ?? section.only,
        blocks: [],
        note: [],
        sources: [],
        span: spanOf(parsing, node),
      });
    } else if (node.type === 'containerDirective' && MEDIA.has(node.name)) {
      const inner = mediumWithin(only, node.name);
      if (inner !== 'none') walk(parsing, node.children as RootContent[], inner, sections, front);
    } else if (node.type === 'containerDirective' && node.name === 'front') {
      if (only !== 'deck') walk(parsing, node.children as RootContent[], 'report', sections, true);
    } else if (node.type === 'containerDirective' && node.name === 'note' && subsection) {
      subsection.note = node.children.flatMap((c) => (c.type === 'paragraph' ? phrasing(parsing, c.children) : []));
    } else if (node.type === 'leafDirective' && node.name === 'short' && subsection) {
      subsection.short = attributeInlines(parsing, attributesOf(node), 'text');
    } else if (node.type === 'leafDirective' && node.name === 'source' && subsection) {
      subsection.sources.push(...idList(attributesOf(node)['ids']));
    } else if (node.type === 'leafDirective' && node.name === 'data-tables' && subsection) {
      const attributes = attributesOf(node);
      const words = (name: string): readonly Inline[] => attributeInlines(parsing, attributes, name);
      subsection.blocks.push(
        ...dataTables(chartsIn(sections), { caption: words('caption'), item: words('item'), value: words('value') }).map((b) => ({
          ...b,
          ...(only === undefined ? {} : { only }),
        })),
      );
    } else {
      const blocks = blockOf(parsing, node);
      if (!subsection && blocks.length > 0)
        report(
          parsing,
          node,
          'document/text-outside-slide',
          'text stands outside of a slide',
          'begin the slide with a line "## action title"',
        );
      subsection?.blocks.push(...shownIn(blocks, only));
    }
  }
};

const closeSubsection = (open: OpenSubsection, sectionId: string, index: number, slug: (text: string) => string): Subsection => ({
  id: `${sectionId}-${index + 1}`,
  title: open.title,
  short: open.short,
  ...(open.only === undefined ? {} : { only: open.only }),
  blocks: open.blocks.map(
    (b): Block => (b.kind === 'heading' ? ({ ...b, anchor: slug(plainText(b.inlines)) } satisfies BlockOf<'heading'>) : b),
  ),
  note: open.note,
  sources: open.sources,
  span: open.span,
});

/** Reads a filled template as sections. Findings name the template's file and line. */
export const parseDocument = (input: ParseInput): Outcome<readonly Section[]> => {
  const parsing: Parsing = { ...input, diagnostics: [], prose: new Map(), blocks: blocksOf };
  const open: OpenSection[] = [];
  const root = parseTemplateMarkdown(input.text);
  reportUnclosed(parsing, root);
  // What stands in an open container cannot be judged: its end is not known.
  if (parsing.diagnostics.length === 0) walk(parsing, root.children, undefined, open);
  const slug = slugger();
  const sections = open.map((section): Section => {
    const id = slug(plainText(section.title));
    return {
      id,
      title: section.title,
      ...(section.only === undefined ? {} : { only: section.only }),
      ...(section.front ? { front: true } : {}),
      subsections: section.subsections.map((s, i) => closeSubsection(s, id, i, slug)),
      span: section.span,
    };
  });
  return { value: sections, diagnostics: parsing.diagnostics };
};
