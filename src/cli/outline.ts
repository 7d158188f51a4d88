import { compile } from '../build/compile.ts';
import type { Env } from '../env/env.ts';
import { EXIT } from './exit.ts';
import { type Io, showDiagnostics } from './io.ts';

export interface OutlineArguments {
  readonly template?: string;
  readonly json?: boolean;
}

/** Prints the action titles in order: read alone, they tell the story. */
export const runOutline = async (file: string, args: OutlineArguments, env: Env, io: Io): Promise<number> => {
  const bytes = await env.readFile(env.resolve(file));
  if (!bytes) {
    io.err(`error cli/no-file: there is no file ${file}`);
    return EXIT.usage;
  }
  const compilation = await compile(
    { path: file, bytes },
    { formats: ['json'], ...(args.template === undefined ? {} : { template: args.template }) },
    env,
  );
  showDiagnostics(compilation.diagnostics, new Map([[file, new TextDecoder().decode(bytes)]]), io, false);
  if (compilation.diagnostics.some((d) => d.severity === 'error')) return EXIT.invalidInput;
  if (args.json) io.out(JSON.stringify(compilation.outline, null, 2));
  else
    compilation.outline.forEach((slide, i) => {
      io.out(`${String(i + 1).padStart(2)}  ${slide.title}`);
    });
  return EXIT.ok;
};
