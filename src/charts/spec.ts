import type { FigureId } from '../base/id.ts';

/** What a template asks for. Ids only: values come from the ledger. */
export type ChartSpec = ColumnSpec | BarSpec;

/** Columns over years of one series, status by fill. */
export interface ColumnSpec {
  readonly kind: 'column';
  readonly id: string;
  /** A group of kind `series`. */
  readonly of: string;
  /** Stated or derived rates drawn as bracket and pill from their first to their last year. */
  readonly rates: readonly FigureId[];
  /** Figures derived for the years between published ones, by year; drawn hatched. */
  readonly path: readonly FigureId[];
}

/** Ranked horizontal bars of the parts of a whole in one year; "Other" and undisclosed last. */
export interface BarSpec {
  readonly kind: 'bar';
  readonly id: string;
  /** A group of kind `parts`. */
  readonly of: string;
}

export type ChartKindName = ChartSpec['kind'];
