import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path, RawData } from '../input/raw-data.ts';
import { decimalOf } from './decimal.ts';
import type { Citation, Stated } from './market.ts';
import type { MarketFile } from './schema.ts';

/** A file of the right shape, and where to report what its shape cannot tell. */
export interface Given {
  readonly file: MarketFile;
  readonly raw: RawData;
  /** The language of a text that could not be told in the document's own. */
  readonly foreign: (path: Path) => string | undefined;
  /** The text of the file itself where a translation stands in its place. */
  readonly original: (path: Path) => string | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
}

type SeriesEntry = MarketFile['series'][number];
type SourceEntry = SeriesEntry['source'];
type ValueEntry = Pick<SeriesEntry['points'][number], 'value' | 'low' | 'high' | 'missing' | 'qualifier' | 'decimals' | 'note'>;

/** An optional property is left out rather than set to undefined: the types are exact. */
export const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });

export const fail = (g: Given, path: Path, code: string, message: string, ...hints: readonly string[]): void =>
  g.report({ code, severity: 'error', message, span: g.raw.spanOf(path), hints });

/** Decimals say how a number was printed: fewer than it has would print another number. */
const checkDecimals = (g: Given, entry: ValueEntry, key: 'value' | 'low' | 'high', path: Path): void => {
  const printed = entry[key];
  if (printed === undefined || printed === null || entry.decimals === undefined) return;
  const { decimals } = decimalOf(printed);
  if (entry.decimals < decimals)
    fail(
      g,
      [...path, 'decimals'],
      'market/decimals-too-few',
      `${printed} has ${decimals} decimal${decimals === 1 ? '' : 's'}, but "decimals" is ${entry.decimals}`,
      'leave "decimals" out: digits are printed as the source has them',
    );
};

const FIRST_YEAR = 1700;
const LAST_YEAR = 2150;

/** A year that a market can speak of. Everything after relies on it: spans of years stay short. */
export const yearOf = (g: Given, entry: string | number, path: Path): number => {
  const year = Number(entry);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    fail(
      g,
      path,
      'market/year-range',
      `${year} is not a year between ${FIRST_YEAR} and ${LAST_YEAR}`,
      'check for a digit too many or too few',
    );
  return year;
};

/** A value, a range, or missing with a reason: exactly one of them. */
export const statedOf = (g: Given, entry: ValueEntry, path: Path): Stated => {
  const extras = { ...given('qualifier', entry.qualifier), ...given('note', entry.note) };
  const hasValue = entry.value !== null && entry.value !== undefined;
  const hasRange = entry.low !== undefined || entry.high !== undefined;
  const claims = [hasValue, hasRange, entry.missing !== undefined].filter(Boolean).length;
  if (claims > 1)
    fail(
      g,
      path,
      'market/contradicting-value',
      'this is given as more than one of a value, a range and missing',
      'keep the one that the source prints',
    );
  if (claims === 0)
    fail(g, path, 'market/value-missing', 'this has no value', 'give "value", or "low" and "high", or "missing: undisclosed"');
  for (const key of ['value', 'low', 'high'] as const) checkDecimals(g, entry, key, path);
  if (entry.value !== null && entry.value !== undefined) return { kind: 'value', value: decimalOf(entry.value, entry.decimals), ...extras };
  if (entry.low !== undefined && entry.high !== undefined) {
    const low = decimalOf(entry.low, entry.decimals);
    const high = decimalOf(entry.high, entry.decimals);
    if (low.value > high.value)
      fail(g, path, 'market/range-reversed', 'the low end of the range is above the high end', 'exchange "low" and "high"');
    return { kind: 'range', low, high, ...extras };
  }
  if (hasRange)
    fail(
      g,
      path,
      'market/half-a-range',
      'a range needs both "low" and "high"',
      'for one bound alone use value with qualifier over or under',
    );
  return { kind: 'missing', reason: entry.missing ?? 'not-available', ...given('note', entry.note) };
};

export const citationOf = (entry: {
  readonly id: string;
  readonly locator?: string | undefined;
  readonly asPrinted?: string | undefined;
}): Citation => ({
  source: entry.id,
  ...given('locator', entry.locator),
  ...given('asPrinted', entry.asPrinted),
});

export const requireCitation = (g: Given, own: SourceEntry, inherited: SourceEntry, path: Path): Citation => {
  const entry = own ?? inherited;
  if (!entry)
    fail(
      g,
      path,
      'market/source-missing',
      'this figure has no source',
      'add "source: { id: …, locator: … }" here or on what it belongs to',
    );
  // What a point leaves out of its citation it takes from its series, if both read the same source: a place in one is none in another.
  const shared = inherited && inherited.id === entry?.id ? citationOf(inherited) : {};
  return entry ? { ...shared, ...citationOf(entry) } : { source: '' };
};
