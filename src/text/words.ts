import type { Diagnostic } from '../base/diagnostic.ts';

/** A sentence, or one for each case of a choice: by the sign of a figure, or by a count. */
export type Pattern = string | Readonly<Partial<Record<PatternCase, string>>>;
export type PatternCase = 'up' | 'down' | 'flat' | 'undisclosed' | 'one' | 'other';

/** The words and sentences of a template in one language, by key. `{name}` stands for an argument of `say`. */
export type Words = ReadonlyMap<string, Pattern>;

/** Words that stand on pages whatever the sections of a template. */
const NEEDED = [
  ...['label', 'prepared-for', 'edition', 'confidentiality', 'illustrative', 'draft'].map((w) => `document.${w}`),
  ...[
    'note',
    'source',
    'sources',
    'figure',
    'table',
    'continued',
    'page',
    'contents',
    'figures',
    'tables',
    'takeaway',
    'quotation',
    'slide',
  ].map((w) => `layout.${w}`),
];

const CASES: ReadonlySet<string> = new Set<PatternCase>(['up', 'down', 'flat', 'undisclosed', 'one', 'other']);

const isCases = (value: unknown): value is Partial<Record<PatternCase, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).length > 0 &&
  Object.entries(value).every(([k, v]) => CASES.has(k) && typeof v === 'string');

/** Words over others that are only read when the first one is asked for that `own` lacks. */
const over = (own: ReadonlyMap<string, Pattern>, others: () => Words): Words => {
  let known: Words | undefined;
  const rest = (): Words => {
    known ??= others();
    return known;
  };
  return Object.assign(new Map(own), {
    get: (key: string) => own.get(key) ?? rest().get(key),
    has: (key: string) => own.has(key) || rest().has(key),
    keys: () => new Set([...own.keys(), ...rest().keys()]).values(),
  });
};

/**
 * Reads the flat mapping of a words file; each wrong entry is a finding and is left out. What it lacks is taken from `shipped`, so that a
 * template keeps working when a helper needs a word more.
 */
export const readWords = (
  file: string,
  value: unknown,
  shipped: () => Words = () => new Map(),
): { readonly words: Words; readonly diagnostics: readonly Diagnostic[] } => {
  const own = new Map<string, Pattern>();
  const diagnostics: Diagnostic[] = [];
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  for (const [key, entry] of entries) {
    if (typeof entry === 'string' || isCases(entry)) own.set(key, entry);
    else
      diagnostics.push({
        code: 'text/words-entry',
        severity: 'error',
        message: `"${key}" in ${file} is neither a sentence nor a choice of up, down, flat, undisclosed, one and other`,
        hints: ['write a text, or a mapping of cases to texts'],
      });
  }
  const words = over(own, shipped);
  for (const key of NEEDED)
    if (typeof words.get(key) !== 'string')
      diagnostics.push({
        code: 'text/words-missing',
        severity: 'error',
        message: `${file} has no "${key}", which every document needs`,
        hints: [`add "${key}: …"; the shipped template's words file shows it`],
      });
  return { words, diagnostics };
};
