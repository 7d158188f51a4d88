import { textWidth } from '../fonts/measure.ts';
import { STYLES } from './flow.ts';

/** Points: the column of "Figure 99" with its space; wider from "Figure 100" on. */
const LEAST = 52;
/** Between a number and its caption. */
const GAP = 5;

/** Where the captions of a report begin, right of their numbers: the same for all, as wide as its last figure and table need. */
export const captionIndent = (exhibits: readonly { readonly word: string; readonly count: number }[]): number =>
  Math.max(
    LEAST,
    ...exhibits.map(({ word, count }) =>
      Math.ceil(textWidth(`${word}\u00a0${count}`, { size: STYLES.caption.size, bold: true, italic: false }) + GAP),
    ),
  );
