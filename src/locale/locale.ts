import type { FigureNames } from '../figures/figure-names.ts';
import type { Figure, FigureForm, FigureStatus, FigureUnit } from '../figures/ledger.ts';

/** Everything code itself says in a language. Sentences of documents live in the templates' words files. */
export interface Locale {
  /** The language tag that documents carry, with a region. */
  readonly language: string;
  /** What the language is called in itself. */
  readonly autonym: string;
  /** Which way its lines run. */
  readonly direction: 'ltr' | 'rtl';
  readonly paper: 'a4' | 'letter';
  /** The powers of ten in which amounts of others are told, see `Language`. */
  readonly rescale: Readonly<Record<number, number>>;
  readonly colon: string;
  readonly semicolon: string;
  /** Between items that code puts side by side, behind a sentence, and between two sentences. */
  readonly comma: string;
  readonly stop: string;
  readonly sentenceSpace: string;
  /** Around words quoted from a source. */
  readonly quotes: readonly [open: string, close: string];
  /** The only place where a figure becomes text. Undisclosed figures print as `undisclosed` in every form. */
  readonly print: (figure: Figure, form: FigureForm) => string;
  /** "n/d". */
  readonly undisclosed: string;
  /** "–": the source does not cover this. */
  readonly notCovered: string;
  /** "2024E": year with the suffix of its status (A, E, F, P; D for what is derived between published years). */
  readonly period: (year: number, status: FigureStatus) => string;
  /** "2023–2029", or one year when both are equal. */
  readonly years: (from: number, to: number) => string;
  /** A number of a scale, which stands for no figure. */
  readonly number: (value: number, decimals: number) => string;
  /** "US$ billion", "%", "units". */
  readonly unit: (unit: FigureUnit) => string;
  /** "15 January 2025" from an ISO date. */
  readonly date: (iso: string) => string;
  /** "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  readonly figureNames: FigureNames;
  readonly words: LocaleWords;
}

/** Fixed words and patterns; `{name}` is replaced. Every language has every key (a parity test reads them from `en`). */
export interface LocaleWords {
  readonly status: Readonly<Record<FigureStatus, string>>;
  readonly legend: Readonly<Record<FigureStatus | 'undisclosed', string>>;
  /** By the name of a chart's kind. */
  readonly chartKind: Readonly<Record<string, string>>;
  /** Header of the helper column that draws bars of undisclosed values: begins with "placeholder" in every language, as tools know it. */
  readonly placeholder: string;
  /** Sentences that end a note. */
  readonly scalesDiffer: Readonly<Record<'slide' | 'figure', string>>;
  /** A step of a bridge. */
  readonly change: string;
  /** Between two steps of a funnel. */
  readonly ofStepAbove: string;
  /** Headers of columns that place marks. */
  readonly helperColumns: Readonly<
    Record<
      | 'labelShift'
      | 'labelPlace'
      | 'yearHeight'
      | 'nameHeight'
      | 'value'
      | 'after'
      | 'base'
      | 'up'
      | 'upBelow'
      | 'down'
      | 'downBelow'
      | 'level'
      | 'room'
      | 'gutter'
      | 'low'
      | 'high'
      | 'width'
      | 'widthBelow'
      | 'endOf'
      | 'end'
      | 'line',
      string
    >
  >;
  readonly dataColumns: {
    readonly period: string;
    readonly item: string;
    readonly name: string;
    readonly printed: string;
    readonly status: string;
    readonly source: string;
    readonly number: string;
    readonly year: string;
  };
  readonly cagr: string;
  readonly mean: string;
  /** Headings of growth: of every year on the one before, or of columns that are more than a year apart. */
  readonly growthOn: { readonly year: string; readonly column: string };
  readonly share: string;
  /** The ends of an axis without numbers. */
  readonly axisEnds: { readonly low: string; readonly high: string };
  /** On a matrix whose scores are the authors' judgement. */
  readonly illustrativePlacement: string;
  /** Before the names of points that have none. */
  readonly withoutScores: string;
  readonly withoutYear: string;
  /** What the areas of bubbles stand for. */
  readonly size: string;
  /** Header of the helper column with the edges of a market map's columns. */
  readonly width: string;
  /** Names of places that are not drawn, before the names. */
  readonly unnamed: string;
  readonly notDrawn: string;
  readonly belowZero: string;
  readonly total: string;
  /** Behind the name of a series, of its column of indices. */
  readonly index: string;
  /** The series that the smallest ones are folded into. */
  readonly other: string;
  /** Header of the helper column that places the labels of totals. */
  readonly labelHeight: string;
  /** Headers of the helper columns that draw the band between the low and the high case. */
  readonly band: { readonly floor: string; readonly width: string };
  readonly altSeries: string;
  readonly altPoint: string;
  /** A part of a whole, where `year` is its name. */
  readonly altPart: string;
  /** Before what is told of one series of several. */
  readonly altMarked: string;
  readonly altCagr: string;
  readonly altGrowth: string;
  readonly altChange: string;
  /** A line at the value of a year or a part. */
  readonly altLevel: string;
  readonly altMean: string;
  /** Behind a list of names. */
  readonly altMore: { readonly one: string; readonly other: string };
  readonly altUndisclosed: { readonly one: string; readonly other: string };
  /** Said where segments of a stack are too small for their labels. */
  readonly altSmallShares: string;
  /** Of a table, behind its columns. */
  readonly altRows: string;
  readonly altHighest: string;
  readonly altLowest: string;
}
