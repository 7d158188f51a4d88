import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import type { Span } from '../base/span.ts';
import { lineMark } from '../document/slot.ts';

/** The parts of Handlebars' syntax tree this room looks at. Its own types do not name them all. */
interface Node {
  readonly type: string;
  readonly loc: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}
interface PathNode extends Node {
  readonly original: string;
  readonly parts: readonly string[];
  readonly data: boolean;
}
interface CallNode extends Node {
  readonly path: PathNode;
  readonly params: readonly Node[];
  hash?: {
    type: 'Hash';
    pairs: { type: 'HashPair'; key: string; value: Node & { value?: string; original?: string }; loc: Node['loc'] }[];
    loc: Node['loc'];
  };
  readonly escaped?: boolean;
  readonly program?: ProgramNode;
  readonly inverse?: ProgramNode;
}
interface ContentNode extends Node {
  value: string;
  readonly original: string;
}
export interface ProgramNode extends Node {
  readonly body: readonly Node[];
  readonly blockParams?: readonly string[];
}

/** The hidden argument that tells a helper where it was called. */
export const CALL_SITE = '__at';

const BUILT_IN = new Set(['if', 'unless', 'each']);

export interface PreparedFile {
  readonly file: string;
  readonly index: number;
}

/** A part that a file takes in. */
export interface PartialUse {
  readonly name: string;
  readonly span: Span;
}

interface PreparedTemplate {
  readonly diagnostics: readonly Diagnostic[];
  readonly uses: readonly PartialUse[];
}

const spanOf = (file: string, loc: Node['loc']): Span => ({
  file,
  start: { line: loc.start.line, column: loc.start.column + 1, offset: 0 },
  end: { line: loc.end.line, column: loc.end.column + 1, offset: 0 },
});

/** Marks the end of each line of literal text with the line it stands on, so that findings after filling can name it. */
const markLines = (node: ContentNode, file: PreparedFile): void => {
  const skipped = node.value === '' ? '' : node.original.slice(0, Math.max(0, node.original.indexOf(node.value)));
  let line = node.loc.start.line + (skipped.match(/\n/g)?.length ?? 0);
  node.value = node.value.replace(/\n/g, () => `${lineMark({ file: file.index, line: line++ })}\n`);
};

/**
 * Holds a template to the house language and prepares it: refuses `{{{ }}}`, bare values, decorators, computed partials and
 * unknown helpers; adds line marks and call sites. The tree is changed in place before it is compiled.
 */
export const prepareTemplate = (
  ast: ProgramNode,
  file: PreparedFile,
  helpers: ReadonlySet<string>,
  partials: ReadonlySet<string>,
): PreparedTemplate => {
  const found: Diagnostic[] = [];
  const uses: PartialUse[] = [];
  const refuse = (code: string, loc: Node['loc'], message: string, hint: string): void => {
    found.push({ code, severity: 'error', message, span: spanOf(file.file, loc), hints: [hint] });
  };

  const checkCall = (node: CallNode): void => {
    const name = node.path.original;
    if (!helpers.has(name) && !BUILT_IN.has(name)) {
      const close = nearest(String(name), [...helpers, ...BUILT_IN]);
      refuse(
        'text/unknown-helper',
        node.loc,
        `"${String(name)}" is not a helper`,
        close === undefined ? 'see the list of helpers in the README' : `did you mean "${close}"?`,
      );
      return;
    }
    if (BUILT_IN.has(name) && node.params.length !== 1)
      refuse(
        'text/missing-argument',
        node.loc,
        `{{#${name}}} takes one argument, but has ${node.params.length || 'none'}`,
        `write {{#${name} (has "drivers")}} or another helper in brackets`,
      );
    for (const param of node.params) visitArgument(param);
    for (const pair of node.hash?.pairs ?? []) visitArgument(pair.value);
    if (BUILT_IN.has(name)) return;
    const at = `${file.index}:${node.loc.start.line}:${node.loc.start.column + 1}`;
    node.hash ??= { type: 'Hash', pairs: [], loc: node.loc };
    node.hash.pairs.push({
      type: 'HashPair',
      key: CALL_SITE,
      value: { type: 'StringLiteral', value: at, original: at, loc: node.loc },
      loc: node.loc,
    });
  };

  const visitArgument = (node: Node): void => {
    if (node.type === 'SubExpression') checkCall(node as CallNode);
  };

  const handlers: Readonly<Record<string, (node: Node) => void>> = {
    ContentStatement: (node) => markLines(node as ContentNode, file),
    CommentStatement: () => undefined,
    MustacheStatement: (node) => {
      const call = node as CallNode;
      if (call.escaped === false)
        refuse(
          'text/raw-value',
          node.loc,
          'a raw value {{{ }}} is not allowed',
          'use a helper with two braces: values are put in after the Markdown is read',
        );
      else if (call.params.length === 0 && (call.hash?.pairs.length ?? 0) === 0 && !helpers.has(call.path.original))
        refuse(
          'text/bare-value',
          node.loc,
          `"${call.path.original}" is not a helper, and bare values are not printed`,
          'give the name to a helper, e.g. {{label s}}',
        );
      else if (BUILT_IN.has(call.path.original))
        refuse(
          'text/not-a-value',
          node.loc,
          `"${call.path.original}" is no value`,
          `write {{#${call.path.original} …}} … {{/${call.path.original}}}`,
        );
      else checkCall(call);
    },
    BlockStatement: (node) => {
      const block = node as CallNode;
      checkCall(block);
      if (helpers.has(block.path.original))
        refuse(
          'text/not-a-block',
          node.loc,
          `"${block.path.original}" holds no text`,
          `write {{${block.path.original} …}} without #, or {{#if}}, {{#unless}}, {{#each}}`,
        );
      if (block.program) visitProgram(block.program);
      if (block.inverse) visitProgram(block.inverse);
    },
    PartialStatement: (node) => {
      const partial = node as unknown as { readonly name: PathNode; readonly params: readonly Node[]; readonly loc: Node['loc'] };
      const name = partial.name.original;
      if (partial.name.type !== 'PathExpression' && partial.name.type !== 'StringLiteral')
        refuse('text/computed-partial', node.loc, 'a part must be named directly', 'write {{> sections/name}}');
      else if (!partials.has(name)) {
        const close = nearest(name, partials);
        refuse(
          'text/unknown-part',
          node.loc,
          `the template has no part "${name}"`,
          close === undefined ? 'parts are the .md.hbs files of the template folder' : `did you mean "${close}"?`,
        );
      } else uses.push({ name, span: spanOf(file.file, node.loc) });
    },
  };

  const visitProgram = (program: ProgramNode): void => {
    for (const node of program.body) {
      const handle = handlers[node.type];
      if (handle) handle(node);
      else
        refuse(
          'text/forbidden-syntax',
          node.loc,
          `${node.type} is not part of the template language`,
          'see the template language in the README',
        );
    }
  };

  visitProgram(ast);
  return { diagnostics: found, uses };
};
