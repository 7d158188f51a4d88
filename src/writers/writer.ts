import type { FigureId } from '../base/id.ts';

/** A figure printed in a file: what `verify` must find again, and what `explain` tells. */
export interface Printed {
  readonly figure: FigureId;
  readonly text: string;
  /** For a reader: "slide 3, title", "page 6", "slide 3, chart global-size". */
  readonly where: string;
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly printed: readonly Printed[];
}
