import type { FigureId } from '../base/id.ts';
import type { DataTable } from './data-table.ts';
import type { ColorToken, Fill, Stroke } from './paint.ts';
import type { Scene } from './scene.ts';

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
  readonly categoryAxis: {
    readonly labels: TextStyle;
    readonly line: Stroke;
    /** 1 = every category is labelled, 2 = every second … */
    readonly labelEvery: number;
  };
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
  /** Rows that hold a number, ascending by index, each with its look and label. */
  readonly points: readonly NativePoint[];
}

export interface NativePoint {
  readonly index: number;
  readonly fill: Fill;
  readonly stroke?: Stroke;
  /** Spreadsheet format code, e.g. `0.00` or `"n/d"`; null where the label is left out. */
  readonly label: { readonly format: string; readonly style: TextStyle } | null;
}

/** Marks over the plot. Coordinates are fractions of the frame; sizes of text and lines are points. */
export type Annotation =
  | {
      readonly kind: 'line';
      readonly name: string;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Stroke;
    }
  | {
      readonly kind: 'box';
      readonly name: string;
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      /** `pill` has fully round ends; `pointer` is a triangle that points down (LibreOffice draws no line ends in charts). */
      readonly shape: 'rect' | 'pill' | 'pointer';
      readonly fill: Fill;
      readonly stroke?: Stroke;
      readonly text?: {
        readonly text: string;
        readonly style: TextStyle;
        readonly align: 'left' | 'center' | 'right';
        readonly figure?: FigureId;
      };
    };

export interface ChartFigure {
  readonly figure: FigureId;
  readonly text: string;
  /** Whether a cell of the workbook holds it too. */
  readonly workbook: boolean;
}

/** What a chart kind compiles to, for one frame size. */
export interface CompiledChart {
  readonly native: NativeChart;
  readonly scene: Scene;
  /** Alternative text by the house formula, at most 400 characters. */
  readonly alt: string;
  /** Every figure drawn, with the string it is drawn as. */
  readonly printed: readonly ChartFigure[];
  /** The figures the alternative text tells. */
  readonly told: readonly ChartFigure[];
}
