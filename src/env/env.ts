/** The only door to the outside. Everything else is a function of what comes through it. */
export interface Env {
  /** File bytes, or undefined when there is no such file. Other failures reject. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  readonly listFolder: (path: string) => Promise<readonly string[]>;
  /** Writes beside the target and renames, so that a file is whole or absent. Creates folders. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** An embedded font face; parsed fonts are kept for the life of the process by the caller. */
  readonly readFont: (face: 'regular' | 'bold' | 'italic' | 'boldItalic') => Promise<Uint8Array>;
  /** Absolute path of a folder that ships with the program. */
  readonly shipped: (folder: 'templates' | 'data') => string;
  readonly resolve: (...parts: readonly string[]) => string;
  /** Seconds since 1970 from SOURCE_DATE_EPOCH, if it is set and valid. */
  readonly sourceDateEpoch: number | undefined;
  readonly log: (line: string) => void;
}
