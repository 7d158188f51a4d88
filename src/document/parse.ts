import type { RootContent } from 'mdast';
import type { Outcome } from '../base/diagnostic.ts';
import { isAnchor, nearest } from '../base/id.ts';
import type { Span } from '../base/span.ts';
import { dataTables } from './data-tables.ts';
import type { Block, BlockOf, Inline, Medium, Section, Subsection } from './document.ts';
import { flatBlocks } from './figures-in.ts';
import { plainText } from './inlines.ts';
import { parseTemplateMarkdown } from './markdown.ts';
import { blockOf, blocksOf, MEDIA, mediumWithin } from './parse-blocks.ts';
import {
  attributeInlines,
  attributesOf,
  type Directive,
  idList,
  type ParseInput,
  type Parsing,
  phrasing,
  report,
  spanOf,
} from './parsing.ts';
import { SLIDE_LAYOUTS, type SlideLayoutName } from './slide-layout.ts';
import { reportUnclosed } from './unclosed.ts';

interface OpenSubsection {
  title: readonly Inline[];
  short: readonly Inline[];
  only: Medium | undefined;
  layout: SlideLayoutName | undefined;
  anchors: string[];
  blocks: Block[];
  note: readonly Inline[];
  sources: string[];
  span: Span;
}

interface OpenSection {
  title: readonly Inline[];
  only: Medium | undefined;
  /** What the slide that opens the section says; empty for its first title. */
  divider: { readonly story: readonly Inline[]; readonly beyond: number | undefined; readonly span: Span } | undefined;
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

const isLayout = (name: string): name is SlideLayoutName => (SLIDE_LAYOUTS as readonly string[]).includes(name);

const layoutOf = (parsing: Parsing, node: Directive): SlideLayoutName | undefined => {
  const name = attributesOf(node)['name'] ?? '';
  if (isLayout(name)) return name;
  const close = nearest(name, SLIDE_LAYOUTS);
  const hint = close === undefined ? `use ${SLIDE_LAYOUTS.join(', ')}` : `did you mean "${close}"?`;
  report(parsing, node, 'document/unknown-layout', `there is no slide layout "${name}"`, hint);
  return undefined;
};

const anchorsOf = (parsing: Parsing, node: Directive): readonly string[] => {
  const ids = idList(attributesOf(node)['id']);
  const wrong = ids.find((id) => !isAnchor(id));
  if (ids.length > 0 && wrong === undefined) return ids;
  report(
    parsing,
    node,
    'document/not-an-id',
    `"${wrong ?? ''}" is not an id`,
    'write ::anchor{id="drivers"}: a–z, 0–9, full stop and hyphen',
  );
  return [];
};

const beyondOf = (parsing: Parsing, node: Directive, given: string | undefined): number | undefined => {
  if (given === undefined || /^\d+$/.test(given)) return given === undefined ? undefined : Number(given);
  report(parsing, node, 'document/not-a-number', `"${given}" is no number of slides`, 'write ::divider{beyond="20"}');
  return undefined;
};

const walk = (parsing: Parsing, nodes: readonly RootContent[], only: Medium | undefined, sections: OpenSection[], front = false): void => {
  for (const node of nodes) {
    const section = sections.at(-1);
    const subsection = section?.subsections.at(-1);
    if (node.type === 'heading' && node.depth === 1) {
      sections.push({
        title: phrasing(parsing, node.children),
        only,
        front,
        divider: undefined,
        subsections: [],
        span: spanOf(parsing, node),
      });
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
        layout: undefined,
        anchors: [],
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
    } else if (node.type === 'leafDirective' && node.name === 'layout' && subsection) {
      subsection.layout = layoutOf(parsing, node);
    } else if (node.type === 'leafDirective' && node.name === 'anchor' && subsection) {
      subsection.anchors.push(...anchorsOf(parsing, node));
    } else if (node.type === 'leafDirective' && node.name === 'divider' && section && !subsection) {
      const attributes = attributesOf(node);
      section.divider = {
        story: attributeInlines(parsing, attributes, 'story'),
        beyond: beyondOf(parsing, node, attributes['beyond']),
        span: spanOf(parsing, node),
      };
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
  ...(open.layout === undefined ? {} : { layout: open.layout }),
  ...(open.anchors.length === 0 ? {} : { anchors: open.anchors }),
  blocks: open.blocks.map(
    (b): Block => (b.kind === 'heading' ? ({ ...b, anchor: slug(plainText(b.inlines)) } satisfies BlockOf<'heading'>) : b),
  ),
  note: open.note,
  sources: open.sources,
  span: open.span,
});

/** The slide that opens a section: its story is what it was given, else the first title the deck shows. */
const dividerOf = (open: OpenSection, id: string): readonly Subsection[] => {
  const first = open.subsections.find((s) => s.only !== 'report');
  if (!open.divider || !first || open.only === 'report') return [];
  const { story, beyond, span } = open.divider;
  return [
    {
      id: `${id}-divider`,
      title: open.title,
      short: [],
      only: 'deck',
      blocks: [{ kind: 'divider', story: story.length > 0 ? story : first.title, ...(beyond === undefined ? {} : { beyond }), span }],
      note: [],
      sources: [],
      span,
    },
  ];
};

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
      subsections: [...dividerOf(section, id), ...section.subsections.map((s, i) => closeSubsection(s, id, i, slug))],
      span: section.span,
    };
  });
  return { value: sections, diagnostics: parsing.diagnostics };
};
