import { type Env, failureOf } from '../env/env.ts';
import type { Io } from './io.ts';

/** The market files given, each once, or those of ./data: YAML and JSON, without the schema that stands beside them. */
export const marketFiles = async (given: readonly string[], env: Env): Promise<readonly string[]> => {
  if (given.length > 0) return [...new Set(given)];
  const names = await env.listFolder(env.resolve('data'));
  return names.filter((n) => /\.(ya?ml|json)$/.test(n) && !n.endsWith('.schema.json') && !n.includes('/')).map((n) => `data/${n}`);
};

export const NO_FILES =
  'error cli/no-files: no market files are given and there are none in ./data\n  hint: "marketbrief init" makes a folder that builds at once';

/** A file that could not be read, as a finding. */
export interface Unread {
  readonly code: 'cli/no-file' | 'cli/cannot-read';
  readonly message: string;
}

const read = async (file: string, env: Env): Promise<Uint8Array | Unread> => {
  try {
    return (await env.readFile(env.resolve(file))) ?? { code: 'cli/no-file', message: `there is no file ${file}` };
  } catch (error) {
    const why = failureOf(error);
    if (why === undefined) throw error;
    return { code: 'cli/cannot-read', message: `${file} cannot be read: ${why}` };
  }
};

/** The bytes of a file the user named; where there is none, that is said. */
export const readGiven = async (file: string, env: Env, io: Io): Promise<{ readonly bytes: Uint8Array } | { readonly unread: Unread }> => {
  const result = await read(file, env);
  if (result instanceof Uint8Array) return { bytes: result };
  io.err(`error ${result.code}: ${result.message}`);
  return { unread: result };
};
