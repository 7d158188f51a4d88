import type { Env } from '../env/env.ts';

/** The market files of a folder: YAML and JSON, without the schema that stands beside them. */
export const marketFiles = async (given: readonly string[], env: Env): Promise<readonly string[]> => {
  if (given.length > 0) return given;
  const names = await env.listFolder(env.resolve('data'));
  return names.filter((n) => /\.(ya?ml|json)$/.test(n) && !n.endsWith('.schema.json') && !n.includes('/')).map((n) => `data/${n}`);
};
