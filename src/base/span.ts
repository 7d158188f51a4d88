/** A place in a text file. Lines and columns count from 1, offsets (UTF-16 units) from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file, end exclusive. `file` is the path as the user gave it. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}
