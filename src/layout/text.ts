import type { FigureId } from '../base/id.ts';
import type { ColorToken } from '../charts/paint.ts';
import type { Direction } from '../fonts/script.ts';

/** A stretch of text of one look. Figures are already printed: `figure` says which one the text is. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Points. */
  readonly size: number;
  readonly color: ColorToken;
  readonly figure?: FigureId;
  readonly link?: Link;
  readonly superscript?: boolean;
  /** Number of the footnote this run is the mark of (report only). */
  readonly footnote?: number;
}

/** Where a click leads: out to an https address, or to an anchor of the same document, of which the text is the whole label or its number. */
export type Link =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'anchor'; readonly anchor: string; readonly part?: 'number' };

export interface Paragraph {
  readonly runs: readonly Run[];
  /** The side of the box, whichever way the text runs. */
  readonly align: 'left' | 'center' | 'right';
  /** Left to right where nothing is said. */
  readonly direction?: Direction;
  /** Multiple of the font's own line height in decks (1 = single). */
  readonly lineSpacing: number;
  /** Points. */
  readonly spaceAfter: number;
  readonly bullet?: 'disc' | 'number';
}
