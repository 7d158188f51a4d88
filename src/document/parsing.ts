import type { PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';
import type { Drawn, DrawRequest } from '../figures/drawn/drawn.ts';
import type { Block, Inline } from './document.ts';
import { inlinesFrom, OUT_OR_WITHIN, splitInlines, trimInlines, withSlots } from './inlines.ts';
import { CELL_BREAK, SLOT_TOKEN, type Slot, type TemplateLine } from './slot.ts';

/** A filled template (see text/fill.ts). */
export interface ParseInput {
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly lines: readonly (TemplateLine | undefined)[];
  readonly files: readonly string[];
  /** Resolves and computes what a chart draws; undefined when its ids name nothing of that shape. */
  readonly draw: (request: DrawRequest) => Drawn | undefined;
  /** Every id a chart can be of. */
  readonly drawable: () => Iterable<string>;
}

export type Directive = ContainerDirective | LeafDirective;
/** Attribute text by name; values of helpers stand in it as slot tokens. */
export type Attributes = Readonly<Record<string, string>>;

/** What reading one filled template carries along. */
export interface Parsing extends ParseInput {
  readonly diagnostics: Diagnostic[];
  /** Blocks of prose by its Markdown. */
  readonly prose: Map<string, readonly Block[]>;
  /** Reads the children of a container. Handed down so that directives need not know the reader of blocks. */
  readonly blocks: (parsing: Parsing, nodes: readonly RootContent[]) => readonly Block[];
}

/** The template line a node came from. */
export const spanOf = (parsing: Parsing, node: { readonly position?: RootContent['position'] }): Span => {
  const line = node.position?.start.line ?? 1;
  let at: TemplateLine | undefined;
  for (let i = line - 1; i >= 0 && !at; i--) at = parsing.lines[i];
  const position = { line: at?.line ?? line, column: node.position?.start.column ?? 1, offset: 0 };
  return { file: parsing.files[at?.file ?? 0] ?? '', start: position, end: { ...position, column: position.column + 1 } };
};

/** Records an error at a node. */
export const report = (
  parsing: Parsing,
  node: { readonly position?: RootContent['position'] },
  code: string,
  message: string,
  ...hints: readonly string[]
): void => {
  parsing.diagnostics.push({ code, severity: 'error', message, span: spanOf(parsing, node), hints });
};

/** A helper that gives blocks stands alone in its paragraph: inside of a line it would be lost. */
const refuseBlocks = (parsing: Parsing, text: string, node: { readonly position?: RootContent['position'] }): void => {
  for (const match of text.matchAll(SLOT_TOKEN)) {
    const slot = parsing.slots[Number.parseInt(match[1] ?? '', 36)];
    if (slot && slot.kind !== 'inlines')
      report(
        parsing,
        node,
        'document/block-in-line',
        'a block stands inside of a line of text',
        'put the helper on a line of its own, with an empty line before and after it',
      );
  }
};

const readText =
  (parsing: Parsing, node: { readonly position?: RootContent['position'] }) =>
  (text: string): readonly Inline[] => {
    refuseBlocks(parsing, text, node);
    return withSlots(text, parsing.slots);
  };

export const phrasing = (parsing: Parsing, nodes: readonly PhrasingContent[]): readonly Inline[] =>
  trimInlines(nodes.flatMap((node) => inlinesFrom([node], readText(parsing, node), OUT_OR_WITHIN)));

/** Inline content cut at the bars typed in the template. A bar inside of an inserted value is text: values are put in afterwards. */
export const cellsOf = (parsing: Parsing, nodes: readonly PhrasingContent[]): readonly (readonly Inline[])[] =>
  splitInlines(
    nodes.flatMap((node) =>
      inlinesFrom(
        [node],
        node.type === 'text' ? (text) => withSlots(text.replaceAll('|', CELL_BREAK), parsing.slots) : readText(parsing, node),
        OUT_OR_WITHIN,
      ),
    ),
    CELL_BREAK,
  );

export const attributesOf = (node: Directive): Attributes =>
  Object.fromEntries(Object.entries(node.attributes ?? {}).map(([k, v]) => [k, v ?? '']));

export const attributeInlines = (parsing: Parsing, attributes: Attributes, name: string): readonly Inline[] =>
  withSlots(attributes[name] ?? '', parsing.slots);

/** Ids separated by blanks. */
export const idList = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter((id) => id !== '');
