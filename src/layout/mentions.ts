import type { Inline } from '../document/document.ts';
import type { Run } from './text.ts';

/** What only one medium knows: the text of a mention, where a link within the document leads, and where a footnote goes. */
export interface Mentions {
  /** The anchor behind the id of a slide, chart or table; undefined where the medium does not lead there. */
  readonly link?: (id: string) => string | undefined;
  /** The pieces of its text; those with a link lead to an exhibit. Undefined where there is none. */
  readonly reference?: (anchor: string) => readonly Pick<Run, 'text' | 'link'>[] | undefined;
  readonly footnote?: (children: readonly Inline[]) => number;
}
