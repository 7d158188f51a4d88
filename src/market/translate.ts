import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import { nearest } from '../base/id.ts';
import { own } from '../base/own.ts';
import type { Path, RawData } from '../input/raw-data.ts';
import { baseOf } from './languages.ts';
import { type TextPlace, textPlaces } from './text-places.ts';

/** A market file in the language of a document. */
export interface Translated {
  readonly raw: RawData;
  /** The language of a text that has no translation; undefined for one in the document's own language. */
  readonly foreign: (path: Path) => string | undefined;
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

const unknownKeys = (
  raw: RawData,
  translations: Readonly<Record<string, unknown>>,
  places: readonly TextPlace[],
): readonly Diagnostic[] => {
  const known = new Set(places.map((p) => p.key));
  return Object.entries(translations).flatMap(([language, texts]) =>
    Object.keys(isObject(texts) ? texts : {})
      .filter((key) => !known.has(key))
      .map((key): Diagnostic => {
        const close = nearest(key, known);
        return {
          code: 'market/unknown-translation',
          severity: 'error',
          message: `"${key}" is no text of this file`,
          span: raw.keySpanOf(['translations', language, key]),
          hints: [close === undefined ? 'name a text by its path, with ids for list items: series.ID.label' : `did you mean "${close}"?`],
        };
      }),
  );
};

const missingTexts = (raw: RawData, language: string, all: number, missing: readonly TextPlace[]): readonly Diagnostic[] => {
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).map((p) => p.key);
  return [
    {
      code: 'market/untranslated',
      severity: 'warning',
      message: `${missing.length} of ${all} texts have no translation into "${language}" and stay as they are: ${named.join(', ')}${missing.length > MOST_NAMED ? ' …' : ''}`,
      span: raw.keySpanOf(['translations', language]),
      hints: [`add them under "translations: ${language}:", each by its path in the file`],
    },
  ];
};

/**
 * The file with its texts in another language, as far as its `translations` go. The language of the file itself needs none. Findings keep
 * their places: in a translated text they name the translation's lines.
 */
export const translate = (raw: RawData, wanted?: string): Outcome<Translated> => {
  const file = isObject(raw.value) ? raw.value : {};
  const from = typeof file['language'] === 'string' ? file['language'] : 'en';
  const language = wanted ?? from;
  const given = file['translations'];
  const translations = isObject(given) ? given : {};
  const places = textPlaces(file);
  const diagnostics = [...unknownKeys(raw, translations, places)];
  if (language === from) return { value: { raw, foreign: () => undefined }, diagnostics };

  const texts = own(translations, language) ?? own(translations, baseOf(language));
  const needed = baseOf(language) !== baseOf(from);
  const found = new Map<string, Path>();
  let value: unknown = Object.assign(Object.create(null), file, { language });
  const missing: TextPlace[] = [];
  for (const place of places) {
    const text = isObject(texts) ? texts[place.key] : undefined;
    if (typeof text === 'string') {
      value = withText(value, place.path, text);
      found.set(keyOf(place.path), ['translations', own(translations, language) === undefined ? baseOf(language) : language, place.key]);
    } else if (needed) missing.push(place);
  }
  diagnostics.push(...missingTexts(raw, language, places.length, missing));
  const untranslated = new Set(missing.map((p) => keyOf(p.path)));
  const placed = (path: Path): Path => found.get(keyOf(path)) ?? path;
  return {
    value: {
      raw: {
        ...raw,
        value,
        spanOf: (path) => raw.spanOf(placed(path)),
        textSpanOf: (path) => raw.textSpanOf(placed(path)),
        keySpanOf: (path) => raw.keySpanOf(placed(path)),
      },
      foreign: (path) => (untranslated.has(keyOf(path)) ? from : undefined),
    },
    diagnostics,
  };
};
