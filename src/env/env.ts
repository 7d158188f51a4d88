import type { FontFace, FontFamily } from '../base/font-packages.ts';

/** The only door to the outside. Everything else is a function of what comes through it. */
export interface Env {
  /** File bytes, or undefined when there is no such file. Other failures reject. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  /** Files below a folder by path, links to files among them; none when there is no such folder. */
  readonly listFolder: (path: string) => Promise<readonly string[]>;
  /**
   * Writes files of absolute paths and creates their folders. All are written beside their targets first and then renamed: a file
   * is whole or absent, and where one cannot be written none is replaced.
   */
  readonly writeFiles: (files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) => Promise<void>;
  /** Absolute path of a font face's file, or undefined where its package is installed neither in the folder of work nor beside the program. */
  readonly fontFile: (family: FontFamily, face: FontFace) => string | undefined;
  /** Absolute path of a folder that ships with the program. */
  readonly shipped: (folder: 'templates' | 'data') => string;
  readonly resolve: (...parts: readonly string[]) => string;
  /** Seconds since 1970 from SOURCE_DATE_EPOCH, if it is set and valid. */
  readonly sourceDateEpoch: number | undefined;
}

const FAILURES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'a part of its path does not exist',
  ENOSPC: 'no space is left',
  EROFS: 'it is read-only',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'it is in use',
};

/** Why the outside refused something, or undefined where an error is our own. */
export const failureOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !('syscall' in error)) return undefined;
  return FAILURES[error.code] ?? error.message;
};
