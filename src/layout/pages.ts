import type { Theme } from '../brand/theme.ts';
import type { ChartFigure } from '../charts/native.ts';
import type { Fill, Stroke } from '../charts/paint.ts';
import type { Scene } from '../charts/scene.ts';
import type { Direction } from '../fonts/script.ts';
import type { Run } from './text.ts';

/** A report broken into pages. All lengths are points from the top left corner of the page. */
export interface Pages {
  readonly width: number;
  readonly height: number;
  readonly language: string;
  /** Which side lines begin on, and which way a line runs that says nothing else. */
  readonly direction: Direction;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly theme: Theme;
  readonly pages: readonly Page[];
  /** The root's children, in reading order. Leaves name marks by `mark` number. */
  readonly structure: readonly StructureNode[];
  readonly outline: readonly OutlineItem[];
  /** Page number (as printed) of each anchor: headings, figures, tables. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** What the Word file of the same report is told: the page of each anchor there, and which sections begin below another. */
  readonly word: { readonly pageOf: ReadonlyMap<string, number>; readonly ranOn: ReadonlySet<string> };
  /** Distance from the top of that page, points. */
  readonly yOf: (anchor: string) => number;
}

export interface Page {
  /** The folio; the cover is page 1 and prints none. */
  readonly number: number;
  readonly items: readonly PageItem[];
}

/** `mark` ties an item to a leaf of the structure; without it the item is an artifact. */
export type PageItem =
  | {
      readonly kind: 'line';
      readonly mark?: number;
      /** The left end, whichever way the line runs. */
      readonly x: number;
      readonly baseline: number;
      readonly runs: readonly Run[];
      /** Of its paragraph, where it is not the document's. */
      readonly direction?: Direction;
    }
  | {
      readonly kind: 'rect';
      readonly mark?: number;
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly fill: Fill;
      readonly stroke?: Stroke;
    }
  | {
      readonly kind: 'rule';
      readonly mark?: number;
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: Stroke;
    }
  | {
      readonly kind: 'scene';
      readonly mark?: number;
      readonly x: number;
      readonly y: number;
      readonly scene: Scene;
      readonly name: string;
      readonly told: readonly ChartFigure[];
    }
  | {
      readonly kind: 'picture';
      readonly mark?: number;
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly png: Uint8Array;
    };

/** PDF 1.7 standard structure types used here. */
export type StructureTag =
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Figure'
  | 'Caption'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Note'
  | 'Span';

export interface StructureNode {
  readonly tag: StructureTag;
  readonly alt?: string;
  readonly bbox?: readonly [number, number, number, number];
  /** For TH. */
  readonly scope?: 'Column' | 'Row';
  readonly children: readonly (StructureNode | { readonly mark: number })[];
}

export interface OutlineItem {
  readonly title: string;
  readonly anchor: string;
  readonly page: number;
  readonly y: number;
  readonly children: readonly OutlineItem[];
}
