import type { Path } from '../input/raw-data.ts';

/** A text of a market file that stands on pages, under the key by which translations name it. */
export interface TextPlace {
  /** The path in the file, with the ids of list items in place of their numbers: `series.global.size.label`. */
  readonly key: string;
  readonly path: Path;
  readonly text: string;
}

/** A star stands for every item of a list or key of a mapping. Sources keep the words they were published under; notes on them are ours. */
const PATTERNS = [
  'title',
  'subtitle',
  'shortTitle',
  'name',
  'areas.*.label',
  'dimensions.*.label',
  'dimensions.*.members.*.label',
  'dimensions.*.members.*.short',
  'series.*.label',
  'series.*.short',
  'series.*.phrase',
  'series.*.growthInWords',
  'series.*.unit.of',
  'series.*.scope.measure',
  'cubes.*.label',
  'cubes.*.short',
  'cubes.*.phrase',
  'cubes.*.unit.of',
  'cubes.*.measure',
  'breakdowns.*.label',
  'breakdowns.*.dimension',
  'breakdowns.*.items.*.label',
  'breakdowns.*.items.*.short',
  'players.*.name',
  'players.*.short',
  'players.*.role',
  ...['definition', 'narratives.*'].flatMap((body) =>
    ['headline', 'title', 'axes.x', 'axes.y', 'points.*.label', 'points.*.text', 'body'].map((field) => `${body}.${field}`),
  ),
  'titles.*',
  'method.*.label',
  'method.*.text',
  'abbreviations.*',
  'sources.*.note',
  'edition.note',
  'edition.rights',
  'disclaimer',
].map((pattern) => pattern.split('.'));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const placesAt = (value: unknown, pattern: readonly string[], key: readonly string[], path: Path): readonly TextPlace[] => {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof value === 'string' ? [{ key: key.join('.'), path, text: value }] : [];
  if (!isObject(value)) return [];
  if (step !== '*') return Object.hasOwn(value, step) ? placesAt(value[step], rest, [...key, step], [...path, step]) : [];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, i) => {
      const id = isObject(item) && typeof item['id'] === 'string' ? item['id'] : String(i + 1);
      return placesAt(item, rest, [...key, id], [...path, i]);
    });
  return Object.keys(value).flatMap((name) => placesAt(value[name], rest, [...key, name], [...path, name]));
};

/** The measure that templates have their own word for in each language; it stands on no page. */
export const MARKET_SIZE = 'market-size';

/** Every text of a file that can be translated, whatever else is wrong with the file. */
export const textPlaces = (value: unknown): readonly TextPlace[] =>
  PATTERNS.flatMap((pattern) => placesAt(value, pattern, [], [])).filter(
    (place) => place.path.at(-1) !== 'measure' || place.text !== MARKET_SIZE,
  );
