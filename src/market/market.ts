import type { Span, TextSpan } from '../base/span.ts';
import type { LanguageCode } from './languages.ts';

/** Status of a published value (SDMX OBS_STATUS A, E, F, P). What marketbrief computes is `derived`, see figures/ledger.ts. */
export type Status = 'actual' | 'estimate' | 'forecast' | 'provisional';
export type Missing = 'undisclosed' | 'not-available' | 'not-applicable' | 'not-collected';
export type Confidence = 'low' | 'medium' | 'high';
export type Qualifier = 'about' | 'over' | 'at-least' | 'under' | 'up-to' | 'almost';

/** A number with the decimals it was printed with: 4.50 has two. */
export interface Decimal {
  readonly value: number;
  readonly decimals: number;
}

/** What a source says of one quantity. Never a bare number: it may be a range, qualified, or missing with a reason. */
export type Stated =
  | { readonly kind: 'value'; readonly value: Decimal; readonly qualifier?: Qualifier; readonly note?: string }
  | { readonly kind: 'range'; readonly low: Decimal; readonly high: Decimal; readonly qualifier?: Qualifier; readonly note?: string }
  | { readonly kind: 'missing'; readonly reason: Missing; readonly note?: string };

export interface Citation {
  readonly source: string;
  readonly locator?: string;
  readonly asPrinted?: string;
}

export type Unit =
  | { readonly kind: 'money'; readonly currency: string; readonly scale: number; readonly prices?: 'nominal' | 'real' }
  | { readonly kind: 'count'; readonly of: string; readonly scale: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'index'; readonly base?: string };

export interface Alternative {
  readonly stated: Stated;
  readonly citation: Citation;
}

export interface Point {
  readonly year: number;
  readonly stated: Stated;
  readonly status: Status;
  readonly confidence?: Confidence;
  readonly citation: Citation;
  readonly alternatives: readonly Alternative[];
  readonly span: Span;
}

/** One quantity of one scope over years, ascending. A cube's cells become series too (`cube.segment.region`). */
export interface Series {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  /** The series inside a sentence: "the global market", "China’s market". */
  readonly phrase: string;
  readonly measure: string;
  /** Whether it measures a size, which is never below zero; told by the measure in the file's own language. */
  readonly isSize: boolean;
  readonly area: string;
  /** What is counted and what is not, in the source's words. */
  readonly basis?: string;
  readonly excludes?: string;
  /** Dimension id → member id, or "total" in a cube. */
  readonly members: Readonly<Record<string, string>>;
  readonly unit: Unit;
  readonly growthInWords?: string;
  readonly points: readonly Point[];
  readonly span: Span;
}

export interface Growth {
  readonly of: string;
  readonly from: number;
  readonly to: number;
  /** In per cent. */
  readonly stated: Stated;
  readonly citation: Citation;
  readonly span: Span;
}

export interface Member {
  readonly id: string;
  readonly label: string;
  readonly residual: boolean;
  readonly subject: boolean;
  readonly span: Span;
}

export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly members: readonly Member[];
  readonly span: Span;
}

export interface Area {
  readonly id: string;
  readonly label: string;
  readonly code?: string;
  readonly span: Span;
}

export interface Cube {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly unit: Unit;
  readonly dimensions: readonly string[];
  readonly years: readonly number[];
  readonly span: Span;
}

export interface BreakdownItem {
  readonly id: string;
  readonly label: string;
  readonly stated: Stated;
  readonly residual: boolean;
  readonly subject: boolean;
  readonly citation: Citation;
  readonly span: Span;
}

export interface Breakdown {
  readonly id: string;
  readonly label: string;
  readonly of: string;
  readonly dimension: string;
  readonly year: number;
  readonly unit: Unit;
  /** Shares of 100 %, or values that are part of the series' own. */
  readonly parts: 'shares' | 'values';
  readonly exhaustive: boolean;
  readonly items: readonly BreakdownItem[];
  readonly span: Span;
}

export interface Player {
  readonly id: string;
  readonly name: string;
  readonly role?: string;
  readonly citation?: Citation;
  readonly span: Span;
}

export const NARRATIVES = ['statement', 'drivers', 'restraints', 'opportunities', 'challenges', 'technology', 'trends'] as const;
export type NarrativeName = (typeof NARRATIVES)[number];

export const TITLES = ['drivers-and-restraints', 'opportunities-and-challenges'] as const;
export type TitleName = (typeof TITLES)[number];

/** What the two scores of points measure. `editorial`: they are the authors' judgement and stand in no source. */
export interface ScoreAxes {
  readonly x: string;
  readonly y: string;
  readonly editorial: boolean;
}

export interface NarrativePoint {
  readonly label: string;
  readonly text: string;
  /** From 1 to 5 on each axis. */
  readonly scores?: { readonly x: Decimal; readonly y: Decimal };
  readonly when?: number;
}

export interface Narrative {
  readonly headline: string;
  /** The name of its section, where it is not the template's own. */
  readonly title?: string;
  /** There where any point has scores. */
  readonly axes?: ScoreAxes;
  readonly points: readonly NarrativePoint[];
  /** Markdown: paragraphs, lists, emphasis, links, and `[@fig:ID]`, `[@source:ID]`. */
  readonly body: string;
  /** Of the body, where it is not that of the document. */
  readonly language?: string;
  readonly citation?: Citation;
  readonly span: Span;
  /** Of the body, so that a finding inside of it names the line. */
  readonly bodySpan: TextSpan;
}

export interface Source {
  readonly id: string;
  /** 1, 2, 3 … in the order of the file: the number in square brackets. */
  readonly number: number;
  readonly type: string;
  readonly title: string;
  readonly publisher: string;
  readonly short: string;
  readonly author?: string;
  readonly url?: string;
  readonly issued?: string;
  readonly accessed?: string;
  readonly note?: string;
  readonly span: Span;
}

/** A text of the file in which figures and sources can be named (`[@fig:ID]`, `[@source:ID]`), and where it stands. */
export interface ReferenceText {
  readonly text: string;
  readonly span: TextSpan;
}

/** A name that is told in full once, and short everywhere else. */
export interface FullName {
  readonly short: string;
  readonly full: string;
}

/** A market file that holds together: references resolve, series are one unit each, ascending in time. */
export interface Market {
  readonly file: string;
  readonly id: string;
  readonly illustrative: boolean;
  /** Of the documents. */
  readonly language: LanguageCode;
  readonly title: string;
  readonly subtitle: string;
  readonly shortTitle: string;
  readonly name: string;
  /** ISO 8601 date. */
  readonly asOf: string;
  readonly edition: { readonly number: number; readonly note?: string; readonly publisher?: string; readonly rights?: string };
  readonly terms: readonly string[];
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Of parts and players that are called by a short name. */
  readonly fullNames: readonly FullName[];
  readonly areas: readonly Area[];
  readonly dimensions: readonly Dimension[];
  readonly sources: readonly Source[];
  readonly headline: readonly string[];
  /** The same ids with their places. */
  readonly headlineAt: readonly { readonly id: string; readonly span: Span }[];
  readonly series: readonly Series[];
  readonly growth: readonly Growth[];
  readonly cubes: readonly Cube[];
  readonly breakdowns: readonly Breakdown[];
  readonly players: readonly Player[];
  readonly definition?: Narrative;
  readonly narratives: Readonly<Partial<Record<NarrativeName, Narrative>>>;
  /** The author's action titles of slides with two bodies of prose. */
  readonly titles: Readonly<Partial<Record<TitleName, string>>>;
  readonly method: readonly { readonly label: string; readonly text: string }[];
  readonly disclaimer?: string;
  readonly texts: readonly ReferenceText[];
}
