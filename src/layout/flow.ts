import type { Theme } from '../brand/theme.ts';
import type { CompiledChart } from '../charts/native.ts';
import type { Fill } from '../charts/paint.ts';
import type { Cover } from '../document/document.ts';
import type { Direction } from '../fonts/script.ts';
import type { Run } from './text.ts';

/** A planned report as a stream of styled blocks: Word flows it itself, `pages.ts` breaks it into the pages of the PDF. */
export interface Flow {
  readonly page: PageGeometry;
  readonly language: string;
  readonly direction: Direction;
  readonly title: string;
  readonly publisher: string;
  /** ISO date for document properties. */
  readonly date: string;
  readonly theme: Theme;
  readonly cover: Cover;
  /** Running head (left), foot (left) and the sticker shown on every page ("ILLUSTRATIVE"), if any. */
  readonly runningHead: string;
  readonly confidentiality: string;
  readonly sticker?: string;
  /** Pages between cover and contents. */
  readonly front: readonly FrontPage[];
  readonly contentsTitle: string;
  /** Titles of the lists below the contents: each is printed where there are three or more to list. */
  readonly lists: { readonly figure?: string; readonly table?: string };
  /** Words the writers need: "Figure", "Table", "continued". */
  readonly words: {
    readonly figure: string;
    readonly table: string;
    readonly continued: string;
    readonly page: string;
    readonly preparedFor: string;
  };
  /** Where captions begin, right of their numbers, points. */
  readonly captionIndent: number;
  readonly blocks: readonly FlowBlock[];
  /** Footnotes in order; the run with `footnote: n` marks number n, counted from 1. */
  readonly footnotes: readonly { readonly number: number; readonly runs: readonly Run[] }[];
}

/** A page without a number in the contents: the imprint. */
export interface FrontPage {
  readonly title: string;
  readonly blocks: readonly FlowBlock[];
}

/** Points. The text zone starts `rail + gutter` right of the left margin; figures and tables span rail, gutter and text. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly rail: number;
  readonly gutter: number;
}

/** What figures and tables span. */
export const fullWidth = (page: PageGeometry): number => page.width - page.margin.left - page.margin.right;

/** What running text spans. */
export const textZone = (page: PageGeometry): number => fullWidth(page) - page.rail - page.gutter;

/** Names of the report's paragraph styles; sizes and leading stand in `STYLES`. */
export type FlowStyle = 'lead' | 'body' | 'bullet' | 'numbered' | 'fact' | 'note' | 'source' | 'textSource';

export interface TypeStyle {
  /** Points. */
  readonly size: number;
  readonly leading: number;
  readonly after: number;
  readonly bold: boolean;
}

/** The type scale of the report, shared by Word styles and the page plan. */
export const STYLES = {
  coverTitle: { size: 32, leading: 36, after: 0, bold: true },
  h1: { size: 20, leading: 24, after: 10, bold: true },
  h2: { size: 13, leading: 17, after: 4, bold: true },
  lead: { size: 12, leading: 17, after: 10, bold: true },
  body: { size: 10, leading: 14.5, after: 7.25, bold: false },
  bullet: { size: 10, leading: 14.5, after: 4, bold: false },
  numbered: { size: 10, leading: 14.5, after: 6, bold: false },
  /** Its name stands in the rail. */
  fact: { size: 10, leading: 14.5, after: 7.25, bold: false },
  caption: { size: 10, leading: 14, after: 0, bold: true },
  subtitle: { size: 9, leading: 13, after: 4, bold: false },
  table: { size: 9, leading: 12, after: 0, bold: false },
  railValue: { size: 24, leading: 27, after: 0, bold: true },
  railText: { size: 9, leading: 12, after: 12, bold: false },
  note: { size: 8, leading: 11, after: 0, bold: false },
  source: { size: 8, leading: 11, after: 14, bold: false },
  /** The source of running text. */
  textSource: { size: 8, leading: 11, after: 10, bold: false },
  footnote: { size: 8, leading: 11, after: 2, bold: false },
  runningHead: { size: 8, leading: 11, after: 0, bold: false },
  toc1: { size: 10, leading: 18, after: 0, bold: true },
  toc2: { size: 10, leading: 16, after: 0, bold: false },
} as const satisfies Record<string, TypeStyle>;

/** Lowest height of a table row in the report, points. */
export const TABLE_ROW_HEIGHT = 17;

/** Left and right of a cell's text, points; the first column has none on its left. */
export const TABLE_CELL_PAD = 4;

/** Around the text of a takeaway, points. */
export const TAKEAWAY_PAD = 10;

export interface RailItem {
  readonly value: readonly Run[];
  readonly text: readonly Run[];
}

/** `leadsToSource`: its last lines stand on the page of the line that follows it, the source of its text. */
export type FlowBlock =
  /**
   * Level 1 hangs its number in the rail; the rail figures stand below the number, beside the text. It starts a page, unless it may run on
   * and the page before has room (`pages/run-on.ts`).
   */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2;
      readonly number: string;
      readonly anchor: string;
      readonly text: string;
      readonly runs: readonly Run[];
      readonly rail: readonly RailItem[];
      readonly mayRunOn?: true;
    }
  /** `zone: 'text'` is the text zone, `'full'` spans the rail too. */
  | {
      readonly kind: 'paragraph';
      readonly style: FlowStyle;
      readonly zone: 'text' | 'full';
      /** The document's, or the other where most of its letters run that way: then it begins at the far end of its zone. */
      readonly direction: Direction;
      readonly runs: readonly Run[];
      readonly keepWithNext: boolean;
      readonly marker?: string;
      /** Space below, where it is not the style's. Points. */
      readonly after?: number;
      readonly leadsToSource?: true;
    }
  /** Unbreakable: rule, caption, subtitle, chart, note, source. */
  | {
      readonly kind: 'figure';
      readonly number: number;
      readonly anchor: string;
      readonly caption: readonly Run[];
      readonly subtitle: readonly Run[];
      readonly chart: CompiledChart;
      /** Points; the width is the full width. */
      readonly height: number;
      readonly note: readonly Run[];
      readonly source: readonly Run[];
      readonly leadsToSource?: true;
    }
  | {
      readonly kind: 'table';
      readonly number: number;
      readonly anchor: string;
      readonly caption: readonly Run[];
      readonly subtitle: readonly Run[];
      /** Points; together the full width. */
      readonly columns: readonly FlowColumn[];
      readonly header: readonly (readonly Run[])[];
      readonly rows: readonly FlowTableRow[];
      readonly note: readonly Run[];
      readonly source: readonly Run[];
      /** A summary for screen readers. */
      readonly alt: string;
      readonly leadsToSource?: true;
    }
  /** A boxed conclusion. */
  | { readonly kind: 'takeaway'; readonly runs: readonly Run[]; readonly fill: Fill; readonly leadsToSource?: true };

export interface FlowColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
  /** Extra space on the left, where a text column follows a column of numbers. */
  readonly lead: number;
}

export interface FlowTableRow {
  readonly cells: readonly (readonly Run[])[];
  /** Extra space on the right of each cell, where a number has fewer decimals than others of its column. Points. */
  readonly trails: readonly number[];
  /** By cell, where values are shaded. */
  readonly fills?: readonly (Fill | undefined)[];
  /** Totals: bold with a heavier rule above. */
  readonly emphasis: boolean;
}
