import type { FigureId } from '../base/id.ts';
import type { Citation, Confidence, Missing, Qualifier, ScoreAxes, Unit } from '../market/market.ts';
import type { FigureNames } from './figure-names.ts';

export type FigureStatus = 'actual' | 'estimate' | 'forecast' | 'provisional' | 'derived';

/**
 * How a figure is printed: `value` "$4.54 bn", `long` "US$4.54 billion", `bare` "4.54" (the unit stands elsewhere), `plain`
 * as `value` without a plus sign ("22.4%" inside a sentence that says "grows"); `year` and `period` print not the value but
 * the time it stands for, `unit` what it is counted in.
 */
export type FigureForm = 'value' | 'long' | 'bare' | 'plain' | 'year' | 'period' | 'unit';

/** What is known of a quantity. `decimals` is how many are printed: the source's own, or by the rounding rule for what is derived. */
export type Quantity =
  | { readonly kind: 'value'; readonly value: number; readonly decimals: number; readonly qualifier?: Qualifier }
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly decimals: number; readonly qualifier?: Qualifier }
  | { readonly kind: 'undisclosed'; readonly reason: Missing };

/**
 * The unit of a figure: a series' unit, or what a derivation gives. A `multiple` is a plain ratio printed with ×, `points` are
 * percentage points: the difference of two percentages.
 */
export type FigureUnit =
  | Unit
  | { readonly kind: 'multiple' }
  | { readonly kind: 'points' }
  | { readonly kind: 'rank'; readonly of: number };

export type Rule = 'cagr' | 'yoy' | 'change' | 'multiple' | 'share' | 'rank' | 'compound' | 'remainder' | 'sum' | 'index' | 'mean';

export type Origin =
  | { readonly kind: 'stated'; readonly citation: Citation }
  /** A judgement of the authors, which no source holds. */
  | { readonly kind: 'editorial' }
  | { readonly kind: 'derived'; readonly rule: Rule; readonly from: readonly FigureId[] };

/** One number of the briefing, with everything a reader may ask about it. */
export interface Figure {
  readonly id: FigureId;
  /** What it is, as a phrase: "Global market, 2029", "CAGR, global market, 2024–2029". */
  readonly label: string;
  readonly quantity: Quantity;
  readonly unit: FigureUnit;
  /** A year, or the first and last year of a span. */
  readonly period: { readonly from: number; readonly to: number };
  readonly status: FigureStatus;
  readonly origin: Origin;
  /** True where the sign carries meaning (growth, change): it is then always printed. */
  readonly signed: boolean;
  readonly note?: string;
  /** How sure the source is of it. */
  readonly confidence?: Confidence;
}

export type MemberRole = 'subject' | 'other' | 'total' | 'plain';

/** Figures that belong together in a chart or table: a series by year, or the parts of a whole in one year. */
export interface FigureGroup {
  readonly id: string;
  readonly kind: 'series' | 'parts';
  readonly label: string;
  readonly short: string;
  /** The group inside a sentence: "the global market". */
  readonly phrase: string;
  readonly unit: Unit;
  readonly members: readonly { readonly label: string; readonly figure: FigureId; readonly role: MemberRole }[];
  /** For parts: the whole they belong to, if it is a figure. */
  readonly whole?: FigureId;
  readonly exhaustive: boolean;
  /** For a series: what it measures, where, on what basis, and what it leaves out. */
  readonly scope?: { readonly measure: string; readonly area: string; readonly basis?: string; readonly excludes?: string };
  readonly growthInWords?: string;
}

export interface SetMember {
  /** Id of the series. */
  readonly id: string;
  readonly label: string;
  readonly role: MemberRole;
}

/** Series side by side over the same years: the members of one dimension of a cube, all other dimensions at their total. */
export interface SeriesSet {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly unit: Unit;
  readonly members: readonly SetMember[];
  /** Id of the series of their total, if it is published. */
  readonly total?: string;
}

/** Two dimensions of a cube against each other: rows × columns of cells for each of its years. */
export interface FigureGrid {
  readonly id: string;
  readonly label: string;
  readonly short: string;
  readonly unit: Unit;
  readonly years: readonly number[];
  readonly rows: readonly SetMember[];
  readonly columns: readonly SetMember[];
  /** The series at a row and a column; `total` names the sum of a direction. */
  readonly seriesAt: (row: string, column: string) => string;
}

/** The points of a body of prose that charts can place: by two scores, or in time. */
export interface FigurePoints {
  /** The name of the body, e.g. "opportunities". */
  readonly id: string;
  readonly label: string;
  readonly axes?: ScoreAxes;
  readonly source?: string;
  readonly points: readonly {
    readonly label: string;
    readonly scores?: { readonly x: FigureId; readonly y: FigureId };
    readonly when?: number;
  }[];
}

/** Every figure of a briefing, by id, in a stable order. */
export interface Ledger {
  readonly figures: ReadonlyMap<FigureId, Figure>;
  readonly groups: ReadonlyMap<string, FigureGroup>;
  readonly sets: ReadonlyMap<string, SeriesSet>;
  readonly grids: ReadonlyMap<string, FigureGrid>;
  /** Bodies of prose by name. */
  readonly bodies: ReadonlyMap<string, FigurePoints>;
  /** Who publishes, by id of the source: competing figures are named after it. */
  readonly publishers: ReadonlyMap<string, string>;
  /** How figures are called, in the document's language. */
  readonly names: FigureNames;
}
