import type { Inline } from '../document/document.ts';

/** What only one medium knows: the text of a mention, where a link within the document leads, and where a footnote goes. */
export interface Mentions {
  /** The anchor behind the id of a slide, chart or table; undefined where the medium does not lead there. */
  readonly link?: (id: string) => string | undefined;
  readonly reference?: (anchor: string) => string | undefined;
  readonly footnote?: (children: readonly Inline[]) => number;
}
