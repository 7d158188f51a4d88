import type { FigureId } from '../base/id.ts';
import type { DataTable } from './data-table.ts';
import type { ColorToken, Fill, Stroke } from './paint.ts';

/** A chart in Office vocabulary, for both Office writers. Lengths of `plot` and annotations are fractions of the frame. */
export interface NativeChart {
  readonly id: string;
  readonly language: string;
  /** Bars with a category and a value axis; other plots join this union with their kinds. */
  readonly plot: BarPlot;
  readonly table: DataTable;
  /** Drawn in the chart's own drawing part, in order. */
  readonly annotations: readonly Annotation[];
}

export interface BarPlot {
  readonly kind: 'bar';
  /** `column` stands on the category axis, `bar` lies along it (first category on top). */
  readonly direction: 'column' | 'bar';
  /** Inner plot area as fractions (0–1) of the frame. */
  readonly area: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Per cent of the bar's width. */
  readonly gapWidth: number;
  readonly overlap: number;
  /** Fixed: overlays rely on it. */
  readonly valueAxis: { readonly min: number; readonly max: number };
  readonly categoryAxis: { readonly labels: TextStyle; readonly line: Stroke };
  /** Column id of the data table with the categories. */
  readonly categories: string;
  readonly series: readonly NativeSeries[];
}

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: ColorToken;
}

export interface NativeSeries {
  /** Column id of the data table. The column's header is the series' name. */
  readonly values: string;
  readonly fill: Fill;
  readonly stroke?: Stroke;
  /** Spreadsheet format code of the labels, e.g. `0.00` or `"n/d"`. */
  readonly labelFormat: string;
  readonly labels: TextStyle;
  /** Points that differ from the series, by row index, ascending. A point whose label is hidden has `labels: null`. */
  readonly points: readonly { readonly index: number; readonly fill?: Fill; readonly stroke?: Stroke; readonly labels?: TextStyle | null; readonly labelFormat?: string }[];
}

/** Marks over the plot. Coordinates are fractions of the frame; sizes of text and lines are points. */
export type Annotation =
  | { readonly kind: 'line'; readonly name: string; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly stroke: Stroke; readonly arrow: boolean }
  | {
      readonly kind: 'box';
      readonly name: string;
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      /** `pill` has fully round ends. */
      readonly shape: 'rect' | 'pill';
      readonly fill: Fill;
      readonly stroke?: Stroke;
      readonly text?: { readonly text: string; readonly style: TextStyle; readonly align: 'left' | 'center' | 'right'; readonly figure?: FigureId };
    };

/** What a chart kind compiles to, for one frame size. */
export interface CompiledChart {
  readonly native: NativeChart;
  readonly scene: import('./scene.ts').Scene;
  /** Alternative text by the house formula, at most 400 characters. */
  readonly alt: string;
  /** Every figure drawn, with the string it is drawn as. */
  readonly printed: readonly { readonly figure: FigureId; readonly text: string }[];
}
