import { isError } from '../base/diagnostic.ts';
import { compile } from '../build/compile.ts';
import type { Compilation } from '../build/options.ts';
import type { Env } from '../env/env.ts';
import { type ChoiceArguments, choicesOf, emptyOption, languageOption } from './build-options.ts';
import { EXIT } from './exit.ts';
import { marketFiles, NO_FILES, readGiven } from './files.ts';
import { type Io, showDiagnostics } from './io.ts';

export interface OutlineArguments extends ChoiceArguments {
  readonly lang?: string;
  readonly template?: string;
  readonly json?: boolean;
}

/** Prints the action titles in order: read alone, they tell the story. Several files are told apart by their names. */
export const runOutline = async (given: readonly string[], args: OutlineArguments, env: Env, io: Io): Promise<number> => {
  const files = await marketFiles(given, env);
  const choices = choicesOf(args);
  const language = languageOption(args.lang);
  const wrong = language && 'wrong' in language ? language.wrong : undefined;
  const usage = typeof choices === 'string' ? choices : (emptyOption(args) ?? wrong);
  if (typeof choices === 'string' || usage !== undefined || files.length === 0) {
    io.err(usage === undefined ? NO_FILES : `error cli/usage: ${usage}`);
    return EXIT.usage;
  }
  let exit: number = EXIT.ok;
  const outlines: { readonly file: string; readonly outline: Compilation['outline'] }[] = [];
  for (const file of files) {
    const read = await readGiven(file, env, io);
    if ('unread' in read) {
      exit = Math.max(exit, EXIT.usage);
      continue;
    }
    const options = {
      formats: ['json'] as const,
      ...choices,
      ...language,
      ...(args.template === undefined ? {} : { template: args.template }),
    };
    const compilation = await compile({ path: file, bytes: read.bytes }, options, env);
    showDiagnostics(compilation.diagnostics, new Map([[file, new TextDecoder().decode(read.bytes)]]), io, false);
    if (compilation.diagnostics.some(isError)) {
      exit = Math.max(exit, EXIT.invalidInput);
      continue;
    }
    outlines.push({ file, outline: compilation.outline });
    if (args.json) continue;
    if (files.length > 1) io.out(file);
    compilation.outline.forEach((slide, i) => {
      io.out(`${String(i + 1).padStart(2)}  ${slide.title}`);
    });
  }
  if (args.json && outlines.length > 0) io.out(JSON.stringify(files.length === 1 ? outlines[0]?.outline : outlines, null, 2));
  return exit;
};
