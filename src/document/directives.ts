import type { List, Paragraph, RootContent, Table } from 'mdast';
import { chartBlock } from './chart-directive.ts';
import type { Block, Inline, Tile, Tone } from './document.ts';
import { heatBlock } from './heat-directive.ts';
import { type Attributes, attributeInlines, cellsOf, type Directive, idList, type Parsing, phrasing, report, spanOf } from './parsing.ts';

const listItems = (parsing: Parsing, node: Directive): readonly (readonly (readonly Inline[])[])[] => {
  const list = node.children.find((c): c is List => c.type === 'list');
  return (list?.children ?? []).map((item) => {
    const paragraph = item.children.find((c): c is Paragraph => c.type === 'paragraph');
    return cellsOf(parsing, paragraph?.children ?? []);
  });
};

const figureIn = (inlines: readonly Inline[] | undefined): Extract<Inline, { kind: 'figure' }> | undefined =>
  inlines?.find((i): i is Extract<Inline, { kind: 'figure' }> => i.kind === 'figure');

const toneOf = (text: string | undefined): Tone => (text === 'positive' || text === 'negative' ? text : 'neutral');

type DirectiveReader = (parsing: Parsing, node: Directive, attributes: Attributes) => Block | undefined;

/** What each block directive of the template language becomes. */
export const DIRECTIVES: Readonly<Record<string, DirectiveReader>> = {
  chart: chartBlock,
  heat: heatBlock,
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
      child.type === 'containerDirective' && child.name === 'column' ? [parsing.blocks(parsing, child.children as RootContent[])] : [],
    ),
  }),
  takeaway: (parsing, node) => {
    const paragraph = node.children.find((c): c is Paragraph => c.type === 'paragraph');
    return { kind: 'takeaway', inlines: phrasing(parsing, paragraph?.children ?? []) };
  },
  quote: (parsing, node, attributes) => {
    const inlines = node.children.flatMap((c) => (c.type === 'paragraph' ? phrasing(parsing, c.children) : []));
    const name = attributeInlines(parsing, attributes, 'by');
    if (inlines.length === 0 || name.length === 0)
      report(
        parsing,
        node,
        'document/quote-incomplete',
        'a quotation needs its words and who said them',
        'write :::quote{by="name" role="role, company" sources="id"}, then the words in a paragraph',
      );
    return { kind: 'quote', inlines, name, role: attributeInlines(parsing, attributes, 'role'), sources: idList(attributes['sources']) };
  },
  closing: (parsing, node) => ({
    kind: 'closing',
    items: parsing.blocks(parsing, node.children as RootContent[]).flatMap((b) => {
      if (b.kind === 'paragraph') return [b.inlines];
      if (b.kind === 'list') return b.items;
      report(parsing, node, 'document/closing-block', `a closing text holds no ${b.kind}`, 'use paragraphs and lists in it');
      return [];
    }),
  }),
  notes: (parsing, node) => ({ kind: 'notes', blocks: parsing.blocks(parsing, node.children as RootContent[]) }),
  trace: (parsing, _node, attributes) => ({
    kind: 'trace',
    anchor: attributes['id'] ?? 'table-figures',
    caption: attributeInlines(parsing, attributes, 'caption'),
    headers: { figure: '', value: '', basis: '', where: '', slides: '' },
    rows: [],
    note: attributeInlines(parsing, attributes, 'note'),
  }),
};
