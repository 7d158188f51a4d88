import { isError } from '../base/diagnostic.ts';
import { compile } from '../build/compile.ts';
import type { BuildOptions, Compilation } from '../build/options.ts';
import { publish } from '../build/publish.ts';
import { type Env, failureOf } from '../env/env.ts';
import { type BuildArguments, optionsOf } from './build-options.ts';
import { EXIT } from './exit.ts';
import { marketFiles, NO_FILES, readGiven, type Unread } from './files.ts';
import { type Io, showDiagnostics } from './io.ts';
import { alignedTable } from './table.ts';

type Built = { readonly file: string; readonly exit: number } & ({ readonly compilation: Compilation } | { readonly unread: Unread });

/** Which file an id was built from: a second one would overwrite its documents. */
export type Taken = Map<string, string>;

const findings = (c: Compilation): number => c.diagnostics.filter((d) => d.severity !== 'note').length;

const exitOf = (c: Compilation, strict: boolean): number => {
  if (c.diagnostics.some(isError)) return EXIT.invalidInput;
  return strict && c.diagnostics.some((d) => d.severity === 'warning') ? EXIT.strictFindings : EXIT.ok;
};

const buildOne = async (file: string, args: BuildArguments, options: BuildOptions, taken: Taken, env: Env, io: Io): Promise<Built> => {
  const read = await readGiven(file, env, io);
  if ('unread' in read) return { file, unread: read.unread, exit: EXIT.usage };
  const { bytes } = read;
  if (args.verbose || io.interactive) io.err(`building ${file}`);
  const compilation = await compile({ path: file, bytes }, options, env);
  const shown = args.quiet ? compilation.diagnostics.filter(isError) : compilation.diagnostics;
  showDiagnostics(shown, new Map([[file, new TextDecoder().decode(bytes)]]), io, args.verbose ?? false);
  const exit = exitOf(compilation, options.strict ?? false);
  if (exit === EXIT.strictFindings) io.err(`${file}: nothing written, since --strict takes warnings for errors`);
  if (exit !== EXIT.ok) return { file, compilation, exit };
  const other = taken.get(compilation.id);
  if (other !== undefined && other !== file) {
    io.err(`error cli/same-id: ${file} has the id "${compilation.id}", and so has ${other}: its documents would be overwritten`);
    return { file, compilation, exit: EXIT.invalidInput };
  }
  for (const [id, of] of taken) if (of === file) taken.delete(id);
  taken.set(compilation.id, file);
  try {
    await publish(compilation, args.out, env);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    io.err(`error cli/cannot-write: ${error instanceof Error ? error.message : String(error)}`);
    return { file, compilation, exit: EXIT.output };
  }
  return { file, compilation, exit };
};

const asJson = (built: Built, out: string): Readonly<Record<string, unknown>> => {
  const { file, exit } = built;
  if ('unread' in built) return { file, exit, outputs: [], diagnostics: [{ ...built.unread, severity: 'error' }] };
  const { id, files, counts, diagnostics } = built.compilation;
  return { file, id, exit, outputs: exit === EXIT.ok ? files.map((f) => `${out}/${id}/${f.name}`) : [], counts, diagnostics };
};

const report = (built: readonly Built[], args: BuildArguments, io: Io): void => {
  if (args.json) {
    io.out(
      JSON.stringify(
        built.map((b) => asJson(b, args.out)),
        null,
        2,
      ),
    );
    return;
  }
  const done = built.flatMap((b) => (b.exit === EXIT.ok && 'compilation' in b ? [b.compilation] : []));
  if (args.quiet || done.length === 0) return;
  const rows = done.map((c) => [
    `${args.out}/${c.id}/`,
    [...new Set(c.files.map((f) => (f.format === 'figures' ? 'json' : f.format)))].join(' '),
    c.counts.slides,
    c.counts.reportPages,
    c.counts.charts,
    c.counts.figures,
    findings(c),
  ]);
  for (const line of alignedTable(['built', 'files', 'slides', 'pages', 'charts', 'figures', 'findings'], rows)) io.out(line);
};

/** Builds market files; each is whole or not written at all, and one bad file does not stop the others. */
export const runBuild = async (
  given: readonly string[],
  args: BuildArguments,
  env: Env,
  io: Io,
  taken: Taken = new Map(),
): Promise<number> => {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    io.err(`error cli/usage: ${options}`);
    return EXIT.usage;
  }
  const files = await marketFiles(given, env);
  if (files.length === 0) {
    io.err(NO_FILES);
    return EXIT.usage;
  }
  const built: Built[] = [];
  for (const file of files) built.push(await buildOne(file, args, options, taken, env, io));
  report(built, args, io);
  return Math.max(...built.map((b) => b.exit));
};
