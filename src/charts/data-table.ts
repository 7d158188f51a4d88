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

/** A number unrounded, a text (never evaluated), or an empty cell. */
export type DataCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' };
