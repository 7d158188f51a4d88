import type * as z from 'zod';
import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import type { RawData } from '../input/raw-data.ts';

type Issue = z.core.$ZodIssue;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((v, step) => (typeof v === 'object' && v !== null ? (v as Record<PropertyKey, unknown>)[step] : undefined), value);

const steps = (path: readonly PropertyKey[]): readonly (string | number)[] => path.map((p) => (typeof p === 'symbol' ? String(p) : p));

const shown = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"` : String(value);
};

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'a mapping',
  array: 'a list',
  boolean: 'true or false',
  record: 'a mapping',
};

const didYouMean = (wanted: string, known: Iterable<string>): readonly string[] => {
  const close = nearest(wanted, known);
  return close === undefined ? [] : [`did you mean "${close}"?`];
};

/** "XX", "n/a" and their kin: a withheld number written as if it were one. */
const isPlaceholder = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:(?:US)?\$?\s*)?X{2,}|^n\/?[ad]$|^[\u2013\u2014-]$|^tbd$/i.test(value.trim());

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hints: readonly string[];
  /** Show the key instead of the value. */
  readonly onKey?: boolean;
}

const findingOf = (
  issue: Issue,
  raw: RawData,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly (Finding & { readonly path: readonly PropertyKey[] })[] => {
  const name = String(issue.path.at(-1) ?? 'the file');
  const value = at(raw.value, issue.path);
  const one = (finding: Finding) => [{ ...finding, path: issue.path }];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'market/unknown-key',
      message: `"${key}" is not a key here`,
      hints: didYouMean(key, knownKeys(issue.path)),
      onKey: true,
      path: [...issue.path, key],
    }));
  }
  if (value === undefined && issue.code !== 'custom')
    return one({ code: 'market/missing-key', message: `"${name}" is missing`, hints: [`add "${name}:" here`] });
  if (isPlaceholder(value))
    return one({
      code: 'market/placeholder-value',
      message: `${shown(value)} stands where a number should be`,
      hints: ['leave the value out and write "missing: undisclosed"', 'keep the source’s words under source: asPrinted'],
    });
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((e) => e.code === 'invalid_format' || e.code === 'invalid_value');
    if (issue.discriminator !== undefined || inner === undefined)
      return one({
        code: 'market/wrong-shape',
        message: `${shown(value)} does not fit "${name}"`,
        hints: inner?.message === undefined ? [] : [inner.message],
      });
    return one({ code: 'market/wrong-value', message: `${shown(value)} is ${inner.message}`, hints: [] });
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return one({
      code: 'market/unknown-value',
      message: `${shown(value)} is not a known "${name}"`,
      hints: [...(typeof value === 'string' ? didYouMean(value, values) : []), `use one of ${values.join(', ')}`],
    });
  }
  if (issue.code === 'invalid_type')
    return one({
      code: 'market/wrong-type',
      message: `"${name}" should be ${EXPECTED[issue.expected] ?? issue.expected}, but is ${shown(value)}`,
      hints: [],
    });
  if (issue.code === 'invalid_format')
    return one({ code: 'market/wrong-value', message: `${shown(value)} is ${issue.message}`, hints: [] });
  if (issue.code === 'too_small')
    return one({
      code: 'market/too-few',
      message: `"${name}" needs at least ${String(issue.minimum)}${issue.origin === 'array' ? ' entries' : ''}`,
      hints: [],
    });
  if (issue.code === 'too_big')
    return one({
      code: 'market/too-many',
      message: `"${name}" may have at most ${String(issue.maximum)}${issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' characters' : ''}`,
      hints: [],
    });
  return one({ code: 'market/wrong-value', message: `${shown(value)} does not fit "${name}": ${issue.message}`, hints: [] });
};

/** Validation issues as findings with their place in the file. */
export const shapeFindings = (
  issues: readonly Issue[],
  raw: RawData,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Diagnostic[] =>
  issues.flatMap((issue) =>
    findingOf(issue, raw, knownKeys).map(
      (f): Diagnostic => ({
        code: f.code,
        severity: 'error',
        message: f.message,
        span: f.onKey ? raw.keySpanOf(steps(f.path)) : raw.spanOf(steps(f.path)),
        hints: f.hints,
      }),
    ),
  );
