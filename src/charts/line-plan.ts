import type { Diagnostic } from '../base/diagnostic.ts';
import type { Figure } from '../figures/ledger.ts';
import type { AltInput } from './alt-text.ts';
import type { DataColumn } from './data-table.ts';
import type { Level } from './level.ts';
import type { Line } from './line-table.ts';
import type { LayerOf } from './native.ts';
import type { SeriesRow } from './series-cells.ts';

export interface DrawnLine extends Line {
  /** Points. */
  readonly width: number;
  /** Its points are marked, if they are not too many. */
  readonly marked: boolean;
}

/** What alternative texts tell of series over years: years alone for one series, else with its name. */
export const yearsTold = (rows: readonly SeriesRow[]): AltInput['points'] =>
  rows.flatMap((r) =>
    r.cells.flatMap((c) =>
      c ? [{ at: rows.length === 1 ? String(c.figure.period.to) : [c.figure.period.to, r.label], figure: c.figure }] : [],
    ),
  );

/** What a kind of line chart draws; the rest is the same for all of them. */
export interface LinePlan {
  readonly lines: readonly DrawnLine[];
  /** Of the places. */
  readonly names: readonly string[];
  /** By place: whose status the dividing line shows. */
  readonly statuses: readonly (Figure | undefined)[];
  /** The sheet, without the column of the marks of withheld values. */
  readonly columns: readonly DataColumn[];
  /** Under the lines. */
  readonly areas?: LayerOf<'area'>;
  /** A value at which a line runs across the plot. */
  readonly level?: number;
  /** Lines across the plot at values, which stand beside them. */
  readonly levels?: readonly Level[];
  readonly alt: AltInput;
  readonly diagnostics: readonly Diagnostic[];
}
