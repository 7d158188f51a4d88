import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import type { Path, RawData } from '../input/raw-data.ts';
import { baseOf } from './languages.ts';
import { type TextPlace, textPlaces } from './text-places.ts';

/** A market file in the language of a document. */
export interface Translated {
  readonly raw: RawData;
  /** The language of a text that has no translation; undefined for one in the document's own language. */
  readonly foreign: (path: Path) => string | undefined;
  /** The text of the file itself where a translation stands in its place. */
  readonly original: (path: Path) => string | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with another text at a path; what does not lie on the path is shared. */
const withText = (value: unknown, path: Path, text: string): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === step ? withText(item, rest, text) : item));
  if (!isObject(value)) return value;
  return Object.assign(Object.create(null), value, { [step]: withText(value[step], rest, text) });
};

const keyOf = (path: Path): string => path.join('\u0000');

/** How many missing texts a finding names. */
const MOST_NAMED = 3;

/** Texts of one language, by the path of the text, and where each stands. */
interface Texts {
  readonly language: string;
  readonly texts: Readonly<Record<string, unknown>>;
  readonly raw: RawData;
  /** Path of the mapping in its file. */
  readonly at: Path;
}

const inFile = (raw: RawData, translations: Readonly<Record<string, unknown>>): readonly Texts[] =>
  Object.entries(translations).flatMap(([language, texts]) =>
    isObject(texts) ? [{ language, texts, raw, at: ['translations', language] }] : [],
  );

const unknownKeys = ({ texts, raw, at }: Texts, known: ReadonlySet<string>): readonly Diagnostic[] =>
  Object.keys(texts)
    .filter((key) => !known.has(key))
    .map((key): Diagnostic => {
      const close = nearest(key, known);
      return {
        code: 'market/unknown-translation',
        severity: 'error',
        message: `"${key}" is no text of this market`,
        span: raw.keySpanOf([...at, key]),
        hints: [close === undefined ? 'name a text by its path, with ids for list items: series.ID.label' : `did you mean "${close}"?`],
      };
    });

const missingTexts = (raw: RawData, language: string, all: number, missing: readonly TextPlace[]): readonly Diagnostic[] => {
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).map((p) => p.key);
  return [
    {
      code: 'market/untranslated',
      severity: 'warning',
      message: `${missing.length} of ${all} texts have no translation into "${language}" and stay as they are: ${named.join(', ')}${missing.length > MOST_NAMED ? ' …' : ''}`,
      span: raw.keySpanOf(['translations', language]),
      hints: [`add them under "translations: ${language}:", or to a file of their own beside this one, each by its path in the file`],
    },
  ];
};

/**
 * The file with its texts in another language, as far as its own `translations` and those of a file beside it (`beside`: a mapping of
 * paths to texts) go. The language of the file itself needs none. Findings keep their places: in a translated text they name the
 * translation's lines.
 */
export const translate = (raw: RawData, wanted?: string, beside?: RawData): Outcome<Translated> => {
  const file = isObject(raw.value) ? raw.value : {};
  const from = typeof file['language'] === 'string' ? file['language'] : 'en';
  const language = wanted ?? from;
  const given = file['translations'];
  // Most builds ask for nothing of all this.
  if (language === from && given === undefined)
    return { value: { raw, foreign: () => undefined, original: () => undefined }, diagnostics: [] };
  const places = textPlaces(file);
  const known = new Set(places.map((p) => p.key));
  const own = inFile(raw, isObject(given) ? given : {});
  const extra: readonly Texts[] = isObject(beside?.value) ? [{ language, texts: beside.value, raw: beside, at: [] }] : [];
  const diagnostics = [...own, ...extra].flatMap((t) => unknownKeys(t, known));
  if (language === from) return { value: { raw, foreign: () => undefined, original: () => undefined }, diagnostics };

  // The file beside comes first, then the very language, then its base.
  const sources = [...extra, ...own.filter((t) => t.language === language), ...own.filter((t) => t.language === baseOf(language))];
  const needed = baseOf(language) !== baseOf(from);
  const found = new Map<string, { readonly raw: RawData; readonly path: Path; readonly text: string }>();
  let value: unknown = Object.assign(Object.create(null), file, { language });
  const missing: TextPlace[] = [];
  for (const place of places) {
    const source = sources.find((t) => typeof t.texts[place.key] === 'string');
    if (source) {
      value = withText(value, place.path, String(source.texts[place.key]));
      found.set(keyOf(place.path), { raw: source.raw, path: [...source.at, place.key], text: place.text });
    } else if (needed) missing.push(place);
  }
  diagnostics.push(...missingTexts(raw, language, places.length, missing));
  const untranslated = new Set(missing.map((p) => keyOf(p.path)));
  const placed = (path: Path): { readonly raw: RawData; readonly path: Path } => found.get(keyOf(path)) ?? { raw, path };
  return {
    value: {
      raw: {
        ...raw,
        value,
        spanOf: (path) => placed(path).raw.spanOf(placed(path).path),
        textSpanOf: (path) => placed(path).raw.textSpanOf(placed(path).path),
        keySpanOf: (path) => placed(path).raw.keySpanOf(placed(path).path),
      },
      foreign: (path) => (untranslated.has(keyOf(path)) ? from : undefined),
      original: (path) => found.get(keyOf(path))?.text,
    },
    diagnostics,
  };
};
