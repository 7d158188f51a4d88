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

/** The place of a text. Where `linewise`, each of its lines is a line of the file, the first one at `start`, equally indented. */
export interface TextSpan extends Span {
  readonly linewise: boolean;
}

/** The place of what stands in a text from an offset on: its own line where the text is linewise, else the text's. */
export const spanWithin = (span: TextSpan, text: string, offset: number, length = 1): Span => {
  if (!span.linewise) return span;
  const before = text.slice(0, offset).split('\n');
  const start = { line: span.start.line + before.length - 1, column: span.start.column + (before.at(-1)?.length ?? 0), offset: 0 };
  return { file: span.file, start, end: { ...start, column: start.column + length } };
};
