import type { FigureId } from '../base/id.ts';

/**
 * The sheet behind a chart: the authority for its cells. `ooxml/workbook.ts` alone knows cell references. The cell of a
 * withheld value is empty where it is plotted, since Office draws a text there as zero; "As printed" holds its "n/d".
 */
export interface DataTable {
  readonly sheet: string;
  /** The first column holds the categories. One header row. */
  readonly columns: readonly DataColumn[];
}

export interface DataColumn {
  readonly id: string;
  readonly header: string;
  /** Spreadsheet number format of the number cells, e.g. `0.00`. */
  readonly format: string;
  readonly cells: readonly DataCell[];
}

/** A cell of the same sheet: a column by id, a row counted from 0 below the header. */
export interface CellPlace {
  readonly column: string;
  readonly row: number;
}

/** The two levels of a bar; zero where there is no cell. */
export interface Floating {
  readonly from?: CellPlace;
  readonly to?: CellPlace;
}

/** What a computed cell computes, so that it follows an edit. Its value is ours, and the same as a spreadsheet's. */
export type Formula =
  | { readonly kind: 'sum'; readonly of: readonly CellPlace[] }
  /** `to` − `from`. */
  | { readonly kind: 'difference'; readonly from: CellPlace; readonly to: CellPlace }
  /** `to` ÷ `from` − 1, in per cent. */
  | { readonly kind: 'growth'; readonly from: CellPlace; readonly to: CellPlace }
  /** `part` ÷ `whole`, in per cent. */
  | { readonly kind: 'share'; readonly part: CellPlace; readonly whole: CellPlace }
  /** What `of` leave open up to a hundred: of shares in per cent. */
  | { readonly kind: 'remainder'; readonly of: readonly CellPlace[] }
  /** (`to` ÷ `from`)^(1 ÷ years) − 1, in per cent. */
  | { readonly kind: 'cagr'; readonly from: CellPlace; readonly to: CellPlace; readonly years: number }
  /** The other cell with the opposite sign: bars that point left. */
  | { readonly kind: 'negative'; readonly of: CellPlace }
  | { readonly kind: 'highest'; readonly of: readonly CellPlace[] }
  | { readonly kind: 'lowest'; readonly of: readonly CellPlace[] }
  /** What is left on each side of a cell that is centred under the highest of some. */
  | { readonly kind: 'margin'; readonly of: CellPlace; readonly among: readonly CellPlace[] }
  /** What lies between zero and a bar that floats between two levels. */
  | ({ readonly kind: 'under' } & Floating)
  /** How much of a rise stands above zero, and below it. A fall is the rise from its end to its start. */
  | ({ readonly kind: 'above' } & Floating)
  | ({ readonly kind: 'below' } & Floating);

/** A number unrounded, a text (never evaluated), or an empty cell. */
export type DataCell =
  | { readonly kind: 'number'; readonly value: number; readonly figure?: FigureId; readonly formula?: Formula }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' };
