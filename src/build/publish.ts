import type { Env } from '../env/env.ts';
import type { Compilation } from './options.ts';

/** Whether an absolute path lies below a folder. */
export const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder) && (/[\\/]$/.test(folder) || /^[\\/]./.test(path.slice(folder.length)));

/**
 * Writes the files of a briefing into the folder of its id below `out`: all of them or, where one cannot be written, none. Names
 * are made of ids; one that led out of the folder would be a bug.
 */
export const publish = async (compilation: Compilation, out: string, env: Env): Promise<void> => {
  const folder = env.resolve(out, compilation.id);
  const files = compilation.files.map((f) => ({ path: env.resolve(folder, f.name), bytes: f.bytes }));
  const outside = files.find((f) => !isBelow(f.path, folder));
  if (outside || !isBelow(folder, env.resolve(out))) throw new RangeError(`${outside?.path ?? folder} lies outside of ${out}`);
  await env.writeFiles(files);
};
