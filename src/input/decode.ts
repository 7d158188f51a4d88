import type { Diagnostic } from '../base/diagnostic.ts';
import type { Span } from '../base/span.ts';

/** 10 MB: the longest text that is read at all. */
export const MAX_BYTES = 10_000_000;

export const startOf = (file: string): Span => {
  const start = { line: 1, column: 1, offset: 0 };
  return { file, start, end: start };
};

const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark, NUL in every other byte of the first characters is UTF-16: valid market files begin in ASCII.
  if (bytes[0] !== 0 && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] !== 0 && bytes.length > 1) return 'utf-16be';
  return 'utf-8';
};

/** The text of a file by the encoding its bytes show. Size and encoding are settled before anything is parsed. */
export const decode = (file: string, bytes: Uint8Array): { readonly text: string } | { readonly diagnostic: Diagnostic } => {
  if (bytes.length > MAX_BYTES) {
    return {
      diagnostic: {
        code: 'input/too-large',
        severity: 'error',
        message: `the file has ${bytes.length} bytes, more than the ${MAX_BYTES} that are read`,
        span: startOf(file),
        hints: ['split the market into several files, or leave out series that no document shows'],
      },
    };
  }
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return {
      diagnostic: {
        code: 'input/encoding',
        severity: 'error',
        message: `the bytes are not valid ${encoding.toUpperCase()}`,
        span: startOf(file),
        hints: ['save the file as UTF-8'],
      },
    };
  }
};
