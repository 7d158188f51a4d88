import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Position, Span, TextSpan } from '../base/span.ts';
import { startOf } from './decode.ts';
import type { Path, RawData } from './raw-data.ts';

const MAX_DEPTH = 40;
/** Aliases are expanded into copies; more than this many nodes in all is a bomb, not a market. */
const MAX_NODES = 500_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

class Limit extends Error {}

interface Reading {
  readonly file: string;
  readonly lines: LineCounter;
  readonly document: Document.Parsed;
  readonly diagnostics: Diagnostic[];
  nodes: number;
}

const position = (lines: LineCounter, offset: number): Position => {
  const { line, col } = lines.linePos(offset);
  return { line, column: col, offset };
};

const spanFrom = (reading: Reading, start: number, end: number): Span => ({
  file: reading.file,
  start: position(reading.lines, start),
  end: position(reading.lines, Math.max(end, start + 1)),
});

const nodeSpan = (reading: Reading, node: unknown): Span => {
  const range = (node as Node | null)?.range;
  return range ? spanFrom(reading, range[0], range[1]) : startOf(reading.file);
};

const refuse = (reading: Reading, node: unknown, code: string, message: string, hint: string): undefined => {
  reading.diagnostics.push({ code, severity: 'error', message, span: nodeSpan(reading, node), hints: [hint] });
  return undefined;
};

/** Tags would make a value something else than it looks like. */
const checkTag = (reading: Reading, node: unknown): void => {
  const tag = isScalar(node) ? node.tag : undefined;
  if (tag !== undefined && !tag.startsWith('tag:yaml.org,2002:'))
    refuse(reading, node, 'input/tag', `the tag ${tag} is not read`, 'write a plain value');
};

/** A node as plain values. `open` holds the mappings and lists the node stands in. Mappings become objects without prototype; aliases are followed, but never into themselves. */
const toValue = (reading: Reading, node: unknown, depth: number, open: Set<unknown>): unknown => {
  reading.nodes++;
  if (reading.nodes > MAX_NODES) throw new Limit('input/too-many-nodes');
  if (depth > MAX_DEPTH) throw new Limit('input/too-deep');
  if (isAlias(node)) {
    const target = node.resolve(reading.document);
    if (target === undefined || open.has(target))
      return refuse(reading, node, 'input/alias-cycle', `the alias *${node.source} leads back into itself`, 'write the value out');
    return toValue(reading, target, depth, open);
  }
  if (isMap(node)) {
    const object: Record<string, unknown> = Object.create(null);
    open.add(node);
    for (const pair of node.items) {
      checkTag(reading, pair.key);
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
      if (FORBIDDEN_KEYS.has(key))
        refuse(reading, pair.key, 'input/forbidden-key', `the key "${key}" is not allowed`, 'choose another name');
      else if (key === '<<') refuse(reading, pair.key, 'input/merge-key', 'merge keys (<<) are not read', 'write the values out');
      else object[key] = toValue(reading, pair.value, depth + 1, open);
    }
    open.delete(node);
    return object;
  }
  if (isSeq(node)) {
    open.add(node);
    const values = node.items.map((item) => toValue(reading, item, depth + 1, open));
    open.delete(node);
    return values;
  }
  if (!isScalar(node)) return null;
  checkTag(reading, node);
  if (typeof node.value === 'number' && !Number.isFinite(node.value))
    return refuse(
      reading,
      node,
      'input/not-a-number',
      `${String(node.source ?? node.value)} is not a number a market can have`,
      'leave the value out and write "missing: not-available"',
    );
  if (typeof node.value === 'bigint') return Number(node.value);
  return node.value instanceof Date ? node.value.toISOString().slice(0, 10) : node.value;
};

const LIMIT_MESSAGES: Readonly<Record<string, string>> = {
  'input/too-many-nodes': `the file has more than ${MAX_NODES} values once its aliases are expanded`,
  'input/too-deep': `the file nests more than ${MAX_DEPTH} levels deep`,
};

const nodeAt = (reading: Reading, path: Path): { readonly node: unknown; readonly key: unknown } => {
  let node: unknown = reading.document.contents;
  let key: unknown;
  for (const step of path) {
    const target: unknown = isAlias(node) ? node.resolve(reading.document) : node;
    if (isMap(target)) {
      const pair = target.items.find((p) => isPair(p) && isScalar(p.key) && String(p.key.value) === String(step));
      if (!pair) break;
      key = pair.key;
      node = pair.value ?? pair.key;
    } else if (isSeq(target) && typeof step === 'number' && target.items[step] !== undefined) {
      node = target.items[step];
      key = node;
    } else break;
  }
  return { node, key };
};

/** A literal block (`|`) keeps its lines and loses its indentation: its first line is the one below the indicator. */
const textSpan = (reading: Reading, text: string, node: unknown): TextSpan => {
  const span = nodeSpan(reading, node);
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL') return { ...span, linewise: false };
  const lines = text.slice(span.start.offset, span.end.offset).split('\n').slice(1);
  const indent = /^ */.exec(lines.find((l) => l.trim() !== '') ?? '')?.[0].length ?? 0;
  return { ...span, start: { line: span.start.line + 1, column: indent + 1, offset: span.start.offset }, linewise: true };
};

/** "Map keys must be unique at line 3, column 1:\n\nid: x" → the sentence alone; place and frame are ours. */
const sentence = (message: string): string => {
  const first = (message.split('\n')[0] ?? message).replace(/ at line \d+, column \d+:?$/, '');
  return first.slice(0, 1).toLowerCase() + first.slice(1);
};

interface Problem {
  readonly code: string;
  readonly message?: string;
  readonly hints: readonly string[];
}

/** Problems of the parser that have a code of their own. */
const PROBLEMS: Readonly<Partial<Record<string, Problem>>> = {
  DUPLICATE_KEY: { code: 'input/duplicate-key', message: 'this key stands twice in the same mapping', hints: ['keep one of the two'] },
  TAG_RESOLVE_FAILED: { code: 'input/tag', hints: [] },
  MULTIPLE_DOCS: {
    code: 'input/two-documents',
    message: 'the file holds a second document',
    hints: ['a market is one document: put the other into a file of its own, or remove the line ---'],
  },
};

/** Reads YAML or JSON, which is a subset of it here: one reader finds duplicate keys in both. */
export const readYaml = (file: string, text: string): Outcome<RawData | undefined> => {
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      strict: true,
      uniqueKeys: true,
      merge: false,
      schema: 'core',
      customTags: [],
      // Findings are kept, none is printed; with "silent" a second document would be dropped without one.
      logLevel: 'error',
    });
  } catch (error) {
    // The parser recurses: thousands of nested lists exhaust its stack.
    if (!(error instanceof RangeError)) throw error;
    return {
      value: undefined,
      diagnostics: [
        {
          code: 'input/too-deep',
          severity: 'error',
          message: LIMIT_MESSAGES['input/too-deep'] ?? '',
          span: startOf(file),
          hints: ['a market file needs about eight levels'],
        },
      ],
    };
  }
  const reading: Reading = { file, lines, document, diagnostics: [], nodes: 0 };
  for (const problem of [...document.errors, ...document.warnings]) {
    const known = PROBLEMS[problem.code];
    reading.diagnostics.push({
      code: known?.code ?? 'input/syntax',
      severity: 'error',
      message: known?.message ?? sentence(problem.message),
      span: spanFrom(reading, problem.pos[0], problem.pos[1]),
      hints: known?.hints ?? [],
    });
  }
  if (reading.diagnostics.length > 0) return { value: undefined, diagnostics: reading.diagnostics };
  if (document.contents === null) {
    return {
      value: undefined,
      diagnostics: [
        {
          code: 'input/empty',
          severity: 'error',
          message: 'the file is empty',
          span: startOf(file),
          hints: ['"marketbrief init" writes an example to start from'],
        },
      ],
    };
  }
  try {
    const value = toValue(reading, document.contents, 0, new Set());
    const raw: RawData = {
      file,
      text,
      value,
      spanOf: (path) => nodeSpan(reading, nodeAt(reading, path).node),
      textSpanOf: (path) => textSpan(reading, text, nodeAt(reading, path).node),
      keySpanOf: (path) => {
        const { node, key } = nodeAt(reading, path);
        return nodeSpan(reading, key ?? node);
      },
    };
    return { value: reading.diagnostics.length > 0 ? undefined : raw, diagnostics: reading.diagnostics };
  } catch (error) {
    if (!(error instanceof Limit)) throw error;
    return {
      value: undefined,
      diagnostics: [
        {
          code: error.message,
          severity: 'error',
          message: LIMIT_MESSAGES[error.message] ?? '',
          span: startOf(file),
          hints: ['write the values out, without nested aliases'],
        },
      ],
    };
  }
};
