import type { Diagnostic } from '../base/diagnostic.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { CompiledChart } from './native.ts';
import type { ChartSpec } from './spec.ts';

/** Sizes of a chart's text in points, by the medium it stands in. */
export interface ChartScale {
  readonly value: number;
  readonly axis: number;
  readonly legend: number;
  readonly pill: number;
  readonly pillHeight: number;
  /** Length and height of a legend key. */
  readonly key: { readonly w: number; readonly h: number };
}

export const DECK_SCALE: ChartScale = { value: 14, axis: 12, legend: 11, pill: 14, pillHeight: 26, key: { w: 15, h: 9 } };
export const REPORT_SCALE: ChartScale = { value: 10, axis: 9, legend: 9, pill: 10, pillHeight: 20, key: { w: 14, h: 9 } };

export interface ChartContext {
  readonly ledger: Ledger;
  readonly locale: Locale;
  /** Points. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly scale: ChartScale;
}

export interface Compilation {
  readonly chart: CompiledChart;
  readonly diagnostics: readonly Diagnostic[];
}

/** A chart kind: from ids to a native chart and a scene of the same geometry, with alternative text. */
export interface ChartKind<S extends ChartSpec> {
  readonly compile: (spec: S, context: ChartContext) => Compilation;
}
