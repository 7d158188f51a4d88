/** Colour tokens of the house, resolved by a theme. `cat1`–`cat6` are the categorical palette in order. */
export type ColorToken =
  | 'ink'
  | 'ink2'
  | 'ink3'
  | 'navy'
  | 'blue'
  | 'teal'
  | 'gold'
  | 'rust'
  | 'grey'
  | 'forecast'
  | 'hatch'
  | 'nodata'
  | 'nodataLine'
  | 'panel'
  | 'highlight'
  | 'rule'
  | 'grid'
  | 'negative'
  | 'positive'
  | 'warning'
  | 'page'
  /** The ground of the cover. */
  | 'cover'
  | 'coverText'
  | 'coverMuted';

/** `derived` and `undisclosed` are diagonal hatches (a:pattFill wdUpDiag, ltUpDiag; clipped lines in PDF and SVG). */
export type Fill =
  | { readonly kind: 'none' }
  | { readonly kind: 'solid'; readonly color: ColorToken }
  | { readonly kind: 'hatch'; readonly style: 'derived' | 'undisclosed'; readonly color: ColorToken };

export interface Stroke {
  readonly color: ColorToken;
  /** Points. */
  readonly width: number;
  readonly dashed: boolean;
}

/** Lengths of dashes and of the gaps between them in widths of the line: the preset "dash" of Office. */
export const DASH = { on: 4, off: 3 } as const;
