import type { Diagnostic } from '../base/diagnostic.ts';
import { type FigureId, nearest } from '../base/id.ts';
import type { Span } from '../base/span.ts';
import type { Block, Inline, Section } from './document.ts';
import { flatBlocks } from './figures-in.ts';

export interface CheckInput {
  readonly sections: readonly Section[];
  /** Names that hold digits without being figures. */
  readonly terms: readonly string[];
  /** True for a figure that exists or can be derived; derives it. */
  readonly hasFigure: (id: FigureId) => boolean;
  readonly figureIds: () => Iterable<FigureId>;
  readonly hasSource: (id: string) => boolean;
}

interface Place {
  readonly span?: Span;
}

const DIGITS = /\p{Nd}/u;

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text of inlines that no helper and no figure accounts for. Pieces are joined, so that a term may span emphasis. */
const unaccounted = (inlines: readonly Inline[]): string =>
  inlines
    .map((i) =>
      i.kind === 'text' ? (i.exempt ? ' ' : i.text) : 'children' in i ? (i.kind === 'link' ? ' ' : unaccounted(i.children)) : ' ',
    )
    .join('');

const inlineLists = (block: Block): readonly (readonly Inline[])[] => {
  if (block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'takeaway') return [block.inlines];
  if (block.kind === 'list') return block.items;
  if (block.kind === 'table')
    return [block.caption, block.note, ...block.columns.map((c) => c.header), ...block.rows.flatMap((r) => r.cells)];
  if (block.kind === 'chart') return [block.caption, block.heading, block.note];
  if (block.kind === 'tiles')
    return block.tiles.flatMap((t) => [[{ kind: 'figure', figure: t.figure, form: t.form } as const], t.label, t.detail]);
  if (block.kind === 'callouts')
    return [
      block.heading,
      ...block.items.flatMap((i) => [i.figure === undefined ? [] : [{ kind: 'figure', figure: i.figure, form: i.form } as const], i.text]),
    ];
  if (block.kind === 'rows') return [block.heading, ...block.rows.flatMap((r) => [r.label, r.text])];
  if (block.kind === 'columns') return block.columns.flatMap((c) => c.flatMap(inlineLists));
  if (block.kind === 'notes') return block.blocks.flatMap(inlineLists);
  if (block.kind === 'trace') return [block.caption, block.note];
  return [];
};

const anchorOf = (block: Block): readonly string[] =>
  block.kind === 'chart' || block.kind === 'table' || block.kind === 'trace' ? [block.anchor] : [];

const references = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((i) => ('children' in i ? [i, ...references(i.children)] : [i]));

/** Every figure and source named in the tree exists, and every digit has a figure, a helper or a declared term behind it. */
export const checkDocument = (input: CheckInput): readonly Diagnostic[] => {
  const anchors = new Set(input.sections.flatMap((s) => s.subsections.flatMap((u) => flatBlocks(u.blocks).flatMap(anchorOf))));
  const found: Diagnostic[] = [];
  const seen = new Set<string>();
  const terms =
    input.terms.length === 0
      ? undefined
      : new RegExp(
          input.terms
            .map(escaped)
            .sort((a, b) => b.length - a.length)
            .join('|'),
          'g',
        );
  const add = (diagnostic: Diagnostic): void => {
    const key = `${diagnostic.code}|${diagnostic.message}`;
    if (!seen.has(key)) found.push(diagnostic);
    seen.add(key);
  };

  const checkInlines = (inlines: readonly Inline[], place: Place): void => {
    const span = place.span ? { span: place.span } : {};
    for (const i of references(inlines)) {
      if (i.kind === 'figure' && !input.hasFigure(i.figure)) {
        const close = nearest(i.figure, input.figureIds());
        add({
          code: 'document/unknown-figure',
          severity: 'error',
          message: `there is no figure "${i.figure}"`,
          ...span,
          hints: close === undefined ? [] : [`did you mean "${close}"?`],
        });
      }
      if (i.kind === 'cite' && !input.hasSource(i.source))
        add({
          code: 'document/unknown-source',
          severity: 'error',
          message: `there is no source "${i.source}"`,
          ...span,
          hints: ['sources are listed under "sources" in the market file'],
        });
    }
    for (const i of references(inlines))
      if (i.kind === 'reference' && !anchors.has(i.anchor)) {
        const close = nearest(i.anchor, anchors);
        add({
          code: 'document/unknown-anchor',
          severity: 'error',
          message: `there is no chart or table "${i.anchor}" to refer to`,
          ...span,
          hints: close === undefined ? ['give the exhibit this id'] : [`did you mean "${close}"?`],
        });
      }
    const text = terms ? unaccounted(inlines).replace(terms, ' ') : unaccounted(inlines);
    const at = DIGITS.exec(text)?.index;
    if (at !== undefined) {
      const around = text.slice(Math.max(0, at - 30), at + 30).trim();
      add({
        code: 'document/untraced-digit',
        severity: 'warning',
        message: `"${around}" holds a number that no figure stands behind`,
        ...span,
        hints: [
          'write it as a figure, {{fig "id"}} in a template or [@fig:id] in the data',
          'if it belongs to a name, add the name to "terms" in the market file',
        ],
      });
    }
  };

  for (const section of input.sections) {
    checkInlines(section.title, section);
    for (const subsection of section.subsections) {
      checkInlines(subsection.title, subsection);
      checkInlines(subsection.note, subsection);
      for (const block of subsection.blocks)
        for (const inlines of inlineLists(block)) checkInlines(inlines, block.span ? block : subsection);
    }
  }
  return found;
};
