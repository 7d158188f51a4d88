import type { Diagnostic } from '../base/diagnostic.ts';
import { readBriefing } from '../build/read-briefing.ts';
import type { Env } from '../env/env.ts';
import { type ChoiceArguments, choicesOf, emptyOption, languageOption } from './build-options.ts';
import { EXIT } from './exit.ts';
import { marketFiles, NO_FILES, readGiven } from './files.ts';
import { type Io, showDiagnostics } from './io.ts';

export interface ValidateArguments extends ChoiceArguments {
  readonly lang?: string;
  readonly template?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Checks market files without building anything, up to the tree of their documents; shows every problem of each. */
export const runValidate = async (given: readonly string[], args: ValidateArguments, env: Env, io: Io): Promise<number> => {
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
  const all: { readonly file: string; readonly diagnostics: readonly object[] }[] = [];
  for (const file of files) {
    const read = await readGiven(file, env, io);
    if ('unread' in read) {
      all.push({ file, diagnostics: [{ ...read.unread, severity: 'error' }] });
      exit = Math.max(exit, EXIT.usage);
      continue;
    }
    const { bytes } = read;
    const { diagnostics } = await readBriefing(
      { path: file, bytes },
      { ...choices, ...language, ...(args.template === undefined ? {} : { template: args.template }) },
      env,
    );
    all.push({ file, diagnostics });
    if (diagnostics.some((d) => d.severity === 'error')) exit = Math.max(exit, EXIT.invalidInput);
    else if (args.strict && diagnostics.some((d) => d.severity === 'warning')) exit = Math.max(exit, EXIT.strictFindings);
    if (args.json) continue;
    showDiagnostics(diagnostics, new Map([[file, new TextDecoder().decode(bytes)]]), io, true);
    const count = (severity: Diagnostic['severity']): number => diagnostics.filter((d) => d.severity === severity).length;
    const counted = (severity: Diagnostic['severity']): string => `${count(severity)} ${severity}${count(severity) === 1 ? '' : 's'}`;
    io.out(`${file}: ${counted('error')}, ${counted('warning')}, ${counted('note')}`);
  }
  if (args.json) io.out(JSON.stringify(all, null, 2));
  return exit;
};
