import type { List, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import type { Span } from '../base/span.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { Block, BlockOf, Inline, Medium, Section, Subsection, Tile, Tone } from './document.ts';
import { inlinesFrom, plainText, splitInlines, trimInlines, withReferences, withSlots } from './inlines.ts';
import { parseProse, parseTemplateMarkdown } from './markdown.ts';
import { SLOT_TOKEN, type Slot, type TemplateLine } from './slot.ts';

/** A filled template (see text/fill.ts). */
export interface ParseInput {
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly lines: readonly (TemplateLine | undefined)[];
  readonly files: readonly string[];
  /** Figures computed for a chart's `rate` and `derive` attributes; ids in order of the years. */
  readonly derive: (rule: 'cagr' | 'path', of: string, from: number, to: number) => readonly string[];
}

type Directive = ContainerDirective | LeafDirective;
type Attributes = Readonly<Record<string, string>>;

interface Parsing extends ParseInput {
  readonly diagnostics: Diagnostic[];
}

interface OpenSubsection {
  title: readonly Inline[];
  only: Medium | undefined;
  blocks: Block[];
  note: readonly Inline[];
  sources: string[];
  span: Span;
}

interface OpenSection {
  title: readonly Inline[];
  only: Medium | undefined;
  subsections: OpenSubsection[];
  span: Span;
}

const spanOf = (parsing: Parsing, node: { readonly position?: RootContent['position'] }): Span => {
  const line = node.position?.start.line ?? 1;
  let at: TemplateLine | undefined;
  for (let i = line - 1; i >= 0 && !at; i--) at = parsing.lines[i];
  const position = { line: at?.line ?? line, column: node.position?.start.column ?? 1, offset: 0 };
  return { file: parsing.files[at?.file ?? 0] ?? '', start: position, end: { ...position, column: position.column + 1 } };
};

const report = (
  parsing: Parsing,
  node: { readonly position?: RootContent['position'] },
  code: string,
  message: string,
  ...hints: readonly string[]
): void => {
  parsing.diagnostics.push({ code, severity: 'error', message, span: spanOf(parsing, node), hints });
};

const readText =
  (parsing: Parsing) =>
  (text: string): readonly Inline[] =>
    withSlots(text, parsing.slots);

const phrasing = (parsing: Parsing, nodes: readonly PhrasingContent[]): readonly Inline[] =>
  trimInlines(inlinesFrom(nodes, readText(parsing)));

const attributesOf = (node: Directive): Attributes =>
  Object.fromEntries(Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? '']));

const attributeInlines = (parsing: Parsing, attributes: Attributes, name: string): readonly Inline[] =>
  withSlots(attributes[name] ?? '', parsing.slots);

const windowOf = (text: string): { readonly from: number; readonly to: number } | undefined => {
  const match = /^(\d{4})-(\d{4})$/.exec(text.trim());
  return match ? { from: Number(match[1]), to: Number(match[2]) } : undefined;
};

const idList = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter((id) => id !== '');

const chartSpec = (parsing: Parsing, node: Directive, attributes: Attributes, id: string): ChartSpec | undefined => {
  const of = attributes['of'] ?? '';
  if (attributes['kind'] === 'bar') return { kind: 'bar', id, of };
  if (attributes['kind'] === 'column') {
    const windows = idList(attributes['rate']).flatMap((w) => windowOf(w) ?? []);
    return {
      kind: 'column',
      id,
      of,
      rates: windows.flatMap((w) => parsing.derive('cagr', of, w.from, w.to)),
      path: attributes['derive'] === 'cagr' ? windows.flatMap((w) => parsing.derive('path', of, w.from, w.to)) : [],
    };
  }
  const close = nearest(attributes['kind'] ?? '', ['bar', 'column']);
  report(
    parsing,
    node,
    'document/unknown-chart',
    `there is no chart kind "${attributes['kind'] ?? ''}"`,
    close === undefined ? 'use column or bar' : `did you mean "${close}"?`,
  );
  return undefined;
};

const listItems = (parsing: Parsing, node: Directive): readonly (readonly (readonly Inline[])[])[] => {
  const list = node.children.find((c): c is List => c.type === 'list');
  return (list?.children ?? []).map((item) => {
    const paragraph = item.children.find((c): c is Paragraph => c.type === 'paragraph');
    return splitInlines(phrasing(parsing, paragraph?.children ?? []), '|');
  });
};

const figureIn = (inlines: readonly Inline[] | undefined): Extract<Inline, { kind: 'figure' }> | undefined =>
  inlines?.find((i): i is Extract<Inline, { kind: 'figure' }> => i.kind === 'figure');

const toneOf = (text: string | undefined): Tone => (text === 'positive' || text === 'negative' ? text : 'neutral');

type DirectiveReader = (parsing: Parsing, node: Directive, attributes: Attributes) => Block | undefined;

/** What each block directive of the template language becomes. */
const DIRECTIVES: Readonly<Record<string, DirectiveReader>> = {
  chart: (parsing, node, attributes) => {
    const id = attributes['id'] ?? `chart-${attributes['of'] ?? ''}`;
    const spec = chartSpec(parsing, node, attributes, id);
    return (
      spec && {
        kind: 'chart',
        anchor: id,
        spec,
        caption: attributeInlines(parsing, attributes, 'caption'),
        heading: attributeInlines(parsing, attributes, 'heading'),
        note: attributeInlines(parsing, attributes, 'note'),
        sources: idList(attributes['sources']),
      }
    );
  },
  table: (parsing, node, attributes) => {
    const table = node.children.find((c): c is Table => c.type === 'table');
    if (!table) {
      report(
        parsing,
        node,
        'document/table-empty',
        'this table directive holds no table',
        'write a Markdown table with | between the columns',
      );
      return undefined;
    }
    const [head, ...body] = table.children.map((row) => row.children.map((cell) => phrasing(parsing, cell.children)));
    return {
      kind: 'table',
      anchor: attributes['id'] ?? `table-${spanOf(parsing, node).start.line}`,
      caption: attributeInlines(parsing, attributes, 'caption'),
      subtitle: attributeInlines(parsing, attributes, 'unit'),
      columns: (head ?? []).map((header, i) => ({
        header,
        align: table.align?.[i] === 'right' ? 'right' : 'left',
        weight: i === 0 ? 2 : 1,
      })),
      rows: body.map((cells) => ({ cells, emphasis: false })),
      note: attributeInlines(parsing, attributes, 'note'),
      sources: idList(attributes['sources']),
    };
  },
  tiles: (parsing, node) => ({
    kind: 'tiles',
    tiles: listItems(parsing, node).flatMap(([value, label = [], detail = []]): readonly Tile[] => {
      const figure = figureIn(value);
      if (!figure)
        report(parsing, node, 'document/tile-without-figure', 'a tile begins with a figure', 'write "- {{fig …}} | label | detail"');
      return figure ? [{ figure: figure.figure, form: figure.form, label, detail }] : [];
    }),
  }),
  callouts: (parsing, node, attributes) => ({
    kind: 'callouts',
    heading: attributeInlines(parsing, attributes, 'heading'),
    items: listItems(parsing, node).map(([value, text]) => {
      const figure = figureIn(value);
      return figure && text ? { figure: figure.figure, form: figure.form, text } : { form: 'value', text: text ?? value ?? [] };
    }),
  }),
  rows: (parsing, node, attributes) => ({
    kind: 'rows',
    heading: attributeInlines(parsing, attributes, 'heading'),
    tone: toneOf(attributes['tone']),
    rows: listItems(parsing, node).map(([label = [], text = []]) => ({ label, text })),
  }),
  columns: (parsing, node, attributes) => ({
    kind: 'columns',
    split: (attributes['split'] ?? '6-6').split('-').map(Number),
    columns: node.children.flatMap((child) =>
      child.type === 'containerDirective' && child.name === 'column' ? [blocksOf(parsing, child.children as RootContent[])] : [],
    ),
  }),
  takeaway: (parsing, node) => {
    const paragraph = node.children.find((c): c is Paragraph => c.type === 'paragraph');
    return { kind: 'takeaway', inlines: phrasing(parsing, paragraph?.children ?? []) };
  },
  notes: (parsing, node) => ({ kind: 'notes', blocks: blocksOf(parsing, node.children as RootContent[]) }),
  trace: (parsing, _node, attributes) => ({
    kind: 'trace',
    anchor: attributes['id'] ?? 'table-figures',
    caption: attributeInlines(parsing, attributes, 'caption'),
    headers: { figure: '', value: '', basis: '', where: '', slides: '' },
    rows: [],
    note: attributeInlines(parsing, attributes, 'note'),
  }),
};

const MEDIA = new Set(['deck', 'report']);
const STRUCTURE = new Set(['deck', 'report', 'note', 'source', 'column']);

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

const blockOf = (parsing: Parsing, node: RootContent): readonly Block[] => {
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

const blocksOf = (parsing: Parsing, nodes: readonly RootContent[]): readonly Block[] => nodes.flatMap((n) => blockOf(parsing, n));

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

const walk = (parsing: Parsing, nodes: readonly RootContent[], only: Medium | undefined, sections: OpenSection[]): void => {
  for (const node of nodes) {
    const section = sections.at(-1);
    const subsection = section?.subsections.at(-1);
    if (node.type === 'heading' && node.depth === 1) {
      sections.push({ title: phrasing(parsing, node.children), only, subsections: [], span: spanOf(parsing, node) });
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
        only: only ?? section.only,
        blocks: [],
        note: [],
        sources: [],
        span: spanOf(parsing, node),
      });
    } else if (node.type === 'containerDirective' && MEDIA.has(node.name)) {
      walk(parsing, node.children as RootContent[], node.name as Medium, sections);
    } else if (node.type === 'containerDirective' && node.name === 'note' && subsection) {
      subsection.note = node.children.flatMap((c) => (c.type === 'paragraph' ? phrasing(parsing, c.children) : []));
    } else if (node.type === 'leafDirective' && node.name === 'source' && subsection) {
      subsection.sources.push(...idList(attributesOf(node)['ids']));
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
      subsection?.blocks.push(...blocks.map((b) => (only === undefined ? b : { ...b, only })));
    }
  }
};

const closeSubsection = (open: OpenSubsection, sectionId: string, index: number, slug: (text: string) => string): Subsection => ({
  id: `${sectionId}-${index + 1}`,
  title: open.title,
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
  const parsing: Parsing = { ...input, diagnostics: [] };
  const open: OpenSection[] = [];
  walk(parsing, parseTemplateMarkdown(input.text).children, undefined, open);
  const slug = slugger();
  const sections = open.map((section): Section => {
    const id = slug(plainText(section.title));
    return {
      id,
      title: section.title,
      ...(section.only === undefined ? {} : { only: section.only }),
      subsections: section.subsections.map((s, i) => closeSubsection(s, id, i, slug)),
      span: section.span,
    };
  });
  return { value: sections, diagnostics: parsing.diagnostics };
};
