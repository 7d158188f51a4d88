import type { Diagnostic } from '../base/diagnostic.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { AltInput } from './alt-text.ts';
import type { NativeChart } from './native.ts';
import type { ChartSpec } from './spec.ts';

/** Sizes of a chart's text in points, by the medium it stands in. */
export interface ChartScale {
  readonly value: number;
  readonly axis: number;
  readonly legend: number;
  /** Labels inside of the parts of a stack, and the least height of a part that has one. */
  readonly segment: { readonly size: number; readonly least: number };
  /** Names of series beside their marks, and the least distance of two. */
  readonly name: { readonly size: number; readonly apart: number };
  readonly pill: number;
  readonly pillHeight: number;
  /** Length and height of a legend key. */
  readonly key: { readonly w: number; readonly h: number };
}

export const DECK_SCALE: ChartScale = {
  value: 14,
  axis: 12,
  legend: 11,
  segment: { size: 11, least: 12.24 },
  name: { size: 12, apart: 17.28 },
  pill: 14,
  pillHeight: 26,
  key: { w: 15, h: 9 },
};
export const REPORT_SCALE: ChartScale = {
  value: 10,
  axis: 9,
  legend: 9,
  segment: { size: 8, least: 9.5 },
  name: { size: 9, apart: 12.5 },
  pill: 10,
  pillHeight: 20,
  key: { w: 14, h: 9 },
};

export interface ChartContext {
  readonly ledger: Ledger;
  readonly locale: Locale;
  /** Points. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly scale: ChartScale;
  /**
   * How much value a point of length stands for at least: the scale of another chart of the same unit on the same page, so that
   * equal lengths mean equal values. Kinds that are `comparable` keep to it. The sheet does not depend on it.
   */
  readonly valuePerPoint?: number;
}

/** What a kind makes of a specification: the native chart, from which the scene is drawn, and what to say of it. */
export interface ChartDraft {
  readonly native: NativeChart;
  readonly alt: AltInput;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ChartKind {
  /** Lengths of its marks carry values of one scale, which it draws as the context says. Parts of a hundred per cent do not. */
  readonly comparable?: true;
  /** The height it wants on a page of a report, points; `alone`: it may take the room of other exhibits. */
  readonly height: (spec: ChartSpec, context: Pick<ChartContext, 'ledger'>, alone: boolean) => number;
  readonly compile: (spec: ChartSpec, context: ChartContext) => ChartDraft;
  /** The unit it draws, where that is not the unit of its series: an index, per cent. */
  readonly unit?: (spec: ChartSpec, context: Pick<ChartContext, 'ledger' | 'locale'>) => string;
}
