import type { Box, Emu } from '../base/geometry.ts';
import type { Theme } from '../brand/theme.ts';
import type { CompiledChart } from '../charts/native.ts';
import type { ColorToken, Fill, Stroke } from '../charts/paint.ts';
import type { SlideLayoutName } from '../document/slide-layout.ts';
import type { Direction } from '../fonts/script.ts';
import type { Paragraph } from './text.ts';

/** A planned deck: every box placed, every text fitted. The writer only translates. */
export interface Deck {
  readonly size: { readonly w: Emu; readonly h: Emu };
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  readonly direction: Direction;
  /** ISO date for document properties. */
  readonly date: string;
  readonly theme: Theme;
  readonly master: Master;
  readonly layouts: readonly SlideLayout[];
  /** The sections of the document that have slides, in order: PowerPoint groups its slides by them. */
  readonly sections: readonly DeckSection[];
  readonly slides: readonly Slide[];
}

export interface DeckSection {
  readonly id: string;
  readonly name: string;
}

export type LayoutName = 'cover' | SlideLayoutName;

/** What every layout shows and inherits from: rules, logo and fixed text, and the kinds of placeholders. */
export interface Master {
  readonly background: ColorToken;
  /** Not read aloud. */
  readonly artwork: readonly Shape[];
  readonly placeholders: readonly Placeholder[];
}

/** A layout: what a customer would call a page of the template. */
export interface SlideLayout {
  readonly name: LayoutName;
  /** As PowerPoint lists it. */
  readonly title: string;
  readonly background: ColorToken;
  /** Whether the master's artwork is hidden. */
  readonly ownArtwork: boolean;
  readonly artwork: readonly Shape[];
  readonly placeholders: readonly Placeholder[];
}

export interface Placeholder {
  readonly role: Role;
  /** The index that a slide's shape has in common with its layout's, unique in a layout. The title needs none. */
  readonly index: number;
  readonly align: 'left' | 'right';
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly color: ColorToken;
  readonly anchor: Anchor;
  readonly lineSpacing: number;
}

/** What stands on every slide of a layout, in its own placeholder. */
export type Furniture = 'title' | 'subtitle' | 'tracker' | 'footer' | 'confidentiality' | 'number';

/** What a placeholder is for. `content` takes a chart, a table or text. */
export type Role =
  | Furniture
  | 'heading'
  | 'chart'
  | 'table'
  | 'picture'
  | 'content'
  | 'body'
  | 'label'
  | 'statement'
  | 'reading-heading'
  | 'reading'
  | 'key-figure'
  | 'takeaway'
  | 'note'
  | 'section-number'
  | 'story'
  | 'quotation'
  | 'attribution';

export type Anchor = 'top' | 'middle' | 'bottom';

export interface Slide {
  /** Stable within the document, e.g. `global-size` or `sources-2`. */
  readonly id: string;
  readonly layout: LayoutName;
  readonly section: string;
  /** The title as plain text: unique in the deck. */
  readonly title: string;
  /** In reading order; this is the order of the shape tree. */
  readonly shapes: readonly Shape[];
  /** Speaker notes; empty when there are none. */
  readonly notes: readonly Paragraph[];
}

export type Shape =
  | { readonly kind: 'placeholder'; readonly placeholder: Furniture; readonly box: Box; readonly paragraphs: readonly Paragraph[] }
  | {
      readonly kind: 'text';
      readonly name: string;
      /** What it is on the slide, where a layout has a placeholder for it. */
      readonly role?: Role;
      /** Index of the placeholder it fills. */
      readonly slot?: number;
      readonly box: Box;
      readonly anchor: Anchor;
      readonly fill: Fill;
      readonly stroke?: Stroke;
      /** Inner margins. */
      readonly inset: { readonly left: Emu; readonly top: Emu; readonly right: Emu; readonly bottom: Emu };
      readonly paragraphs: readonly Paragraph[];
    }
  /** Decoration: hidden from assistive technology. */
  | { readonly kind: 'rect'; readonly name: string; readonly box: Box; readonly fill: Fill; readonly stroke?: Stroke }
  | { readonly kind: 'line'; readonly name: string; readonly box: Box; readonly stroke: Stroke }
  | {
      readonly kind: 'table';
      readonly name: string;
      readonly slot?: number;
      readonly alt: string;
      readonly box: Box;
      readonly columns: readonly Emu[];
      /** The first row is the header row. */
      readonly rows: readonly TableRow[];
    }
  | { readonly kind: 'chart'; readonly name: string; readonly slot?: number; readonly box: Box; readonly chart: CompiledChart }
  | {
      readonly kind: 'picture';
      readonly name: string;
      readonly slot?: number;
      readonly alt: string;
      readonly box: Box;
      readonly png: Uint8Array;
    };

export interface TableRow {
  readonly height: Emu;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly paragraphs: readonly Paragraph[];
  readonly align: 'left' | 'right';
  /** Extra space on the left, where a text column follows a column of numbers. */
  readonly lead: Emu;
  /** Extra space on the right, where a number has fewer decimals than others of its column. */
  readonly trail: Emu;
  readonly ruleBelow: Stroke;
  readonly fill?: Fill;
}
