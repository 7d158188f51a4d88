import type { Span, TextSpan } from '../base/span.ts';

export type Path = readonly (string | number)[];

/** What a file holds before anyone judged its shape: plain values, and where each stands. */
export interface RawData {
  readonly file: string;
  readonly text: string;
  /** Objects have no prototype; keys that could touch one never get here. */
  readonly value: unknown;
  /** The place of a value; of its nearest parent when the path does not exist. */
  readonly spanOf: (path: Path) => Span;
  /** The place of a text, by lines where it is written as a literal block (`|`). */
  readonly textSpanOf: (path: Path) => TextSpan;
  /** The place of the key that holds a value. */
  readonly keySpanOf: (path: Path) => Span;
}
