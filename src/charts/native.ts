import type { FigureId } from '../base/id.ts';
import type { DataTable } from './data-table.ts';
import type { ColorToken, Fill, Stroke } from './paint.ts';
import type { Scene } from './scene.ts';

/** A chart in Office vocabulary, for both Office writers. Lengths of `area` and annotations are fractions of the frame. */
export interface NativeChart {
  readonly id: string;
  readonly language: string;
  readonly table: DataTable;
  /** Column id of the data table with the categories. */
  readonly categories: string;
  /** Inner plot area as fractions (0–1) of the frame. */
  readonly area: Area;
  /** Points: the size the chart was made for. */
  readonly frame: { readonly width: number; readonly height: number };
  readonly axes: Axes;
  /** Lines run on over empty cells; without, an empty cell is a gap. */
  readonly blanks?: 'bridged';
  /** Drawn in order, the first below. */
  readonly layers: readonly Layer[];
  /** Drawn in the chart's own drawing part, in order. */
  readonly annotations: readonly Annotation[];
}

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Scales are fixed: overlays rely on them. */
export interface ValueAxis {
  readonly min: number;
  readonly max: number;
  /** Labels and light gridlines; hidden without. */
  readonly shown?: ShownAxis;
}

export interface ShownAxis {
  readonly labels: TextStyle;
  readonly format: string;
  /** A tick without text is a gridline alone. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  readonly step: number;
  readonly gridlines: boolean;
}

export interface CategoryAxis {
  readonly labels: TextStyle;
  /** Not drawn at width 0. */
  readonly line: Stroke;
  /** 1 = every category is labelled, 2 = every second … */
  readonly labelEvery: number;
  /** Names are not drawn: annotations stand in their place. */
  readonly hidden?: true;
}

export type Axes =
  /** `column`: values upwards. `bar`: values to the right, the first category on top. */
  | {
      readonly kind: 'category';
      readonly direction: 'column' | 'bar';
      readonly category: CategoryAxis;
      readonly value: ValueAxis;
      /** For layers on the second axis: beyond the first one, at the right of columns. */
      readonly second?: ValueAxis;
    }
  /** Two value axes; each line is drawn where the other axis crosses it. */
  | {
      readonly kind: 'xy';
      readonly x: ValueAxis;
      readonly y: ValueAxis;
      readonly crossX: number;
      readonly crossY: number;
      readonly line: Stroke;
    }
  /** Areas along a scale of whole numbers from 0: variable widths. */
  | { readonly kind: 'width'; readonly most: number; readonly value: ValueAxis; readonly line: Stroke }
  | { readonly kind: 'none' };

export type Layer =
  | {
      readonly kind: 'bar';
      readonly grouping: 'clustered' | 'stacked' | 'percent';
      /** Per cent of the bar's width. */
      readonly gapWidth: number;
      readonly overlap: number;
      readonly series: readonly NativeSeries[];
      /** In clusters of its own on the second axis, at the same places as those of the first. */
      readonly second?: true;
    }
  | { readonly kind: 'line'; readonly series: readonly NativeSeries[]; readonly second?: true }
  | { readonly kind: 'area'; readonly series: readonly NativeSeries[] }
  | { readonly kind: 'scatter'; readonly series: readonly NativeSeries[] }
  /** Bubble areas follow the values; `most` is the radius of the largest in points. */
  | { readonly kind: 'bubble'; readonly series: readonly NativeSeries[]; readonly most: number }
  /** `hole` is the inner radius as a fraction of the outer. */
  | { readonly kind: 'ring'; readonly series: readonly [NativeSeries]; readonly hole: number };

export type LayerKind = Layer['kind'];
export type LayerOf<K extends LayerKind> = Extract<Layer, { kind: K }>;

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly color: ColorToken;
}

export interface NativeSeries {
  /** Column id of the data table. The column's header is the series' name. */
  readonly values: string;
  /** Columns with the horizontal places and the sizes of scatter and bubble points. */
  readonly x?: string;
  readonly sizes?: string;
  readonly fill: Fill;
  readonly stroke?: Stroke;
  /** Diameter in points of the marks of lines and scatter points; none without. */
  readonly marker?: number;
  /** A line through scatter points in the order of their rows; an empty row breaks it. `stroke` is the outline of their marks. */
  readonly joined?: Stroke;
  /** Rows that hold a number, ascending by index, each with its look and label. */
  readonly points: readonly NativePoint[];
}

export interface NativePoint {
  readonly index: number;
  readonly fill: Fill;
  readonly stroke?: Stroke;
  /** Null where the label is left out. */
  readonly label: NativeLabel | null;
}

/** Where a label stands by its mark: beyond the end of a bar, in its middle, at its start, or on one side of a point. */
export type LabelPosition = 'outEnd' | 'ctr' | 'inEnd' | 'inBase' | 't' | 'b' | 'l' | 'r';

export interface NativeLabel {
  /** In lines where the cell it comes from has line feeds; else in one. */
  readonly text: string;
  /** Spreadsheet format code, e.g. `0.00` or `"n/d"`, that makes the cell's number this text. */
  readonly format: string;
  readonly style: TextStyle;
  readonly position: LabelPosition;
  /** The figure it prints, if it is one. */
  readonly figure?: FigureId;
  /** Column id whose cell is shown instead of the value: names of points. */
  readonly from?: string;
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
      /** `pill` has fully round ends; pointers are triangles that point down, up or right (LibreOffice draws no line ends in charts). */
      readonly shape: 'rect' | 'pill' | 'pointer' | 'pointerUp' | 'pointerRight';
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
