import type { FigureNames } from '../figures/figure-names.ts';
import type { FigureStatus } from '../figures/ledger.ts';
import type { Qualifier } from '../market/market.ts';
import type { LocaleWords } from './locale.ts';

/** Names of powers of ten: 0, 3, 6, 9, 12; where a language counts in myriads also 4 and 8. */
export type Scales = Readonly<Record<number, string>>;

/** How an amount of money is put together from `{sign}`, `{n}`, `{scale}` and `{currency}`. */
export interface MoneyStyle {
  /** Of a unit with a scale: millions, billions … */
  readonly scaled: string;
  readonly plain: string;
  readonly scales: Scales;
  /** By ISO 4217 code; a code that is not there stands for itself. */
  readonly currencies: Readonly<Record<string, string>>;
}

/**
 * Everything that differs between languages, as data: frozen here and held by tests, so that a document does not change with the
 * version of a library.
 */
export interface Language {
  /** The name by which it is asked for, BCP 47, e.g. "pt-BR". */
  readonly code: string;
  /** The tag that documents carry, with a region. */
  readonly tag: string;
  /** What it is called in itself. */
  readonly autonym: string;
  readonly direction: 'ltr' | 'rtl';
  /** The paper its readers print on. */
  readonly paper: 'a4' | 'letter';
  readonly number: {
    readonly group: string;
    readonly point: string;
    /** The least count of digits before the point that are grouped: 5 leaves 4540 as it is. */
    readonly groupFrom: number;
  };
  /** Behind the number. */
  readonly percent: string;
  readonly points: string;
  readonly multiple: string;
  /** Between the ends of a range of values, one of which may be negative. */
  readonly rangeOfSigned: string;
  /** `value` in tiles, titles, tables and labels; `long` in running text. */
  readonly money: { readonly value: MoneyStyle; readonly long: MoneyStyle };
  /** Counts: `{n}`, `{scale}`, `{of}`. */
  readonly count: { readonly scaled: string; readonly plain: string; readonly scales: Scales };
  /**
   * The power of ten in which amounts of a given one are told, e.g. 9 → 8 where billions are told in hundreds of millions (亿). The figures
   * themselves are brought to it, so that prose, tables, charts and workbooks agree.
   */
  readonly rescale: Readonly<Record<number, number>>;
  /** What changes where a name of a scale meets the next word ("milliards de euros" → "milliards d’euros"). */
  readonly elision?: readonly [before: RegExp, after: string];
  /** The unit of a chart or table: `{scale}`, `{currency}`, `{of}`. */
  readonly unit: {
    readonly money: string;
    readonly moneyPlain: string;
    readonly count: string;
    readonly countPlain: string;
    readonly percent: string;
    readonly points: string;
    readonly multiple: string;
    readonly rank: string;
    readonly index: string;
    readonly indexOf: string;
  };
  /** `{n}` of `{of}`. */
  readonly rank: string;
  readonly undisclosed: string;
  readonly notApplicable: string;
  /** Around a value `{x}`, in words and as a sign. */
  readonly qualifiers: Readonly<Record<Qualifier, string>>;
  readonly qualifierSigns: Readonly<Record<Qualifier, string>>;
  /** Letters behind years; explained under each exhibit. */
  readonly suffixes: Readonly<Record<FigureStatus, string>>;
  /** `{d}`, `{month}`, `{m}`, `{y}`. */
  readonly date: string;
  readonly months: readonly string[];
  /** Between items of a list, and before its last. */
  readonly list: { readonly between: string; readonly last: string };
  /** Behind a word that announces what follows, and between parts of an enumeration, with the spaces they take. */
  readonly colon: string;
  readonly semicolon: string;
  /** Between items that code puts side by side, behind a sentence, and between two sentences. */
  readonly comma: string;
  readonly stop: string;
  readonly sentenceSpace: string;
  /** Around words quoted from a source. */
  readonly quotes: readonly [open: string, close: string];
  readonly figureNames: FigureNames;
  readonly words: LocaleWords;
}
