import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** Compares a readable dump with the file that is expected; `npm run golden` writes the file anew. */
export const expectGolden = (path: string, actual: string): void => {
  const text = actual.endsWith('\n') ? actual : `${actual}\n`;
  if (process.env['GOLDEN'] === 'update') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path), `${path} is missing: run npm run golden and look at what it writes`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
};
