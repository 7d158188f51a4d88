import type { Diagnostic } from '../base/diagnostic.ts';
import type { Env } from '../env/env.ts';
import { readInput } from '../input/index.ts';
import { checkMarket } from '../market/checks/index.ts';
import { readMarket } from '../market/read.ts';
import { EXIT } from './exit.ts';
import { marketFiles } from './files.ts';
import { type Io, showDiagnostics } from './io.ts';

export interface ValidateArguments {
  readonly strict?: boolean;
  readonly json?: boolean;
}

const validateOne = (file: string, bytes: Uint8Array): readonly Diagnostic[] => {
  const raw = readInput(file, bytes);
  if (!raw.value) return raw.diagnostics;
  const market = readMarket(raw.value);
  return [...raw.diagnostics, ...market.diagnostics, ...(market.value ? checkMarket(market.value) : [])];
};

/** Checks market files without building anything; shows every problem of each. */
export const runValidate = async (given: readonly string[], args: ValidateArguments, env: Env, io: Io): Promise<number> => {
  const files = await marketFiles(given, env);
  if (files.length === 0) {
    io.err('error cli/no-files: no market files are given and there are none in ./data');
    return EXIT.usage;
  }
  let exit: number = EXIT.ok;
  const all: { readonly file: string; readonly diagnostics: readonly Diagnostic[] }[] = [];
  for (const file of files) {
    const bytes = await env.readFile(env.resolve(file));
    if (!bytes) {
      io.err(`error cli/no-file: there is no file ${file}`);
      exit = Math.max(exit, EXIT.usage);
      continue;
    }
    const diagnostics = validateOne(file, bytes);
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
