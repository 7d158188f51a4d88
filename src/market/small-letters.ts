import { insideSentence, smallWords } from '../base/letter-case.ts';
import { baseOf } from './languages.ts';

/** First words of series that name no place, though an area may be called so. */
const NO_PLACES: ReadonlySet<string> = new Set([
  'global',
  'world',
  'worldwide',
  'international',
  'domestic',
  'regional',
  'national',
  'total',
]);

/** What of a market tells names and common words apart. */
interface Vocabulary {
  readonly language: string;
  readonly areas: readonly { readonly label: string }[];
  readonly terms: readonly string[];
  readonly name: string;
  readonly narratives: Readonly<Record<string, { readonly body: string } | undefined>>;
}

/** How the labels of a market stand inside a sentence. */
export interface SmallLetters {
  /** A label that may begin with any name: it is left alone unless its first word stands in small letters somewhere in the file. */
  readonly ofName: (label: string) => string;
  /** The label of a dimension, which is a common word ("Application") unless it begins with an area or a term. */
  readonly ofDimension: (label: string) => string;
}

/** Languages in which a common noun has a small letter inside a sentence; German writes it large, others know no small letters. */
const SMALL: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'pt']);

const AS_IT_IS: SmallLetters = { ofName: (label) => label, ofDimension: (label) => label };

const readVocabulary = (market: Vocabulary): SmallLetters => {
  if (!SMALL.has(baseOf(market.language))) return AS_IT_IS;
  const words = (label: string): readonly string[] => label.split(/[^\p{L}\p{N}]+/u);
  const names = new Set([...market.areas.map((a) => a.label), ...market.terms].flatMap(words));
  const common = smallWords([market.name, ...Object.values(market.narratives).flatMap((n) => n?.body ?? [])]);
  const isNoPlace = (word: string): boolean => NO_PLACES.has(word.toLowerCase());
  return {
    ofName: (label) => insideSentence(label, (word) => !isNoPlace(word) && (names.has(word) || !common.has(word.toLowerCase()))),
    ofDimension: (label) => insideSentence(label, (word) => !isNoPlace(word) && names.has(word)),
  };
};

/** Prose is read once for each market, however many labels ask. */
const known = new WeakMap<Vocabulary, SmallLetters>();

export const smallLettersOf = (market: Vocabulary): SmallLetters => {
  const made = known.get(market) ?? readVocabulary(market);
  known.set(market, made);
  return made;
};
