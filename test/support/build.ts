import { readFileSync } from 'node:fs';
import { compile } from '../../src/build/compile.ts';
import type { Compilation, Format } from '../../src/build/options.ts';
import { nodeEnv } from '../../src/env/node.ts';

export const CHINA = 'data/china-ai-medical-imaging.yaml';

export const buildBytes = (bytes: Uint8Array, formats: readonly Format[], path = 'example.json'): Promise<Compilation> =>
  compile({ path, bytes }, { formats }, nodeEnv());

export const buildFile = (path: string, formats: readonly Format[]): Promise<Compilation> => buildBytes(readFileSync(path), formats, path);

export const fileOf = (built: Compilation, format: Format): Uint8Array => {
  const file = built.files.find((f) => f.format === format);
  if (!file) throw new Error(`no ${format} was built: ${built.diagnostics.map((d) => d.message).join('; ')}`);
  return file.bytes;
};
