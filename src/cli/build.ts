import { isError } from '../base/diagnostic.ts';
import { compile } from '../build/compile.ts';
import { type BuildOptions, type Compilation, FORMATS, type Format } from '../build/options.ts';
import type { Env } from '../env/env.ts';
import { EXIT } from './exit.ts';
import { marketFiles } from './files.ts';
import { type Io, showDiagnostics } from './io.ts';
import { alignedTable } from './table.ts';

export interface BuildArguments {
  readonly to?: string;
  readonly out: string;
  readonly template?: string;
  readonly brand?: string;
  readonly param?: Readonly<Record<string, string>>;
  readonly draft?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

const PARAMETERS = new Set(['client', 'date', 'confidentiality', 'data-tables']);

const formatsOf = (to: string | undefined): readonly Format[] | string => {
  const names = (to ?? 'pptx,docx,pdf').split(',').map((n) => n.trim());
  const wrong = names.find((n) => !(FORMATS as readonly string[]).includes(n));
  return wrong === undefined ? (names as Format[]) : `"${wrong}" is not a format: use ${FORMATS.join(', ')}`;
};

/** A day of the calendar: Date.parse alone takes 30 February for 2 March. */
const isDate = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const optionsOf = (args: BuildArguments): BuildOptions | string => {
  const formats = formatsOf(args.to);
  if (typeof formats === 'string') return formats;
  const given = args.param ?? {};
  const unknown = Object.keys(given).find((k) => !PARAMETERS.has(k));
  if (unknown !== undefined) return `"${unknown}" is not a parameter: use ${[...PARAMETERS].join(', ')}`;
  const empty = Object.keys(given).find((k) => given[k] === '');
  if (empty !== undefined) return `"${empty}" has no value: write -P ${empty}=…`;
  const { client, date, confidentiality, 'data-tables': dataTables } = given;
  if (dataTables !== undefined && dataTables !== 'yes' && dataTables !== 'no') return `data-tables is yes or no, not "${dataTables}"`;
  if (date !== undefined && !isDate(date)) return `"${date}" is not a date: use YYYY-MM-DD`;
  return {
    formats,
    ...(args.template === undefined ? {} : { template: args.template }),
    ...(args.brand === undefined ? {} : { brand: args.brand }),
    ...(client === undefined ? {} : { client }),
    ...(date === undefined ? {} : { date }),
    ...(confidentiality === undefined ? {} : { confidentiality }),
    dataTables: dataTables !== 'no',
    draft: args.draft ?? false,
    strict: args.strict ?? false,
  };
};

interface Built {
  readonly file: string;
  readonly compilation: Compilation;
  readonly exit: number;
}

const findings = (c: Compilation): number => c.diagnostics.filter((d) => d.severity !== 'note').length;

const exitOf = (c: Compilation, strict: boolean): number => {
  if (c.diagnostics.some((d) => d.severity === 'error')) return EXIT.invalidInput;
  return strict && c.diagnostics.some((d) => d.severity === 'warning') ? EXIT.strictFindings : EXIT.ok;
};

const buildOne = async (
  file: string,
  args: BuildArguments,
  options: BuildOptions,
  taken: Map<string, string>,
  env: Env,
  io: Io,
): Promise<Built | undefined> => {
  const bytes = await env.readFile(env.resolve(file));
  if (!bytes) {
    io.err(`error cli/no-file: there is no file ${file}`);
    return undefined;
  }
  if (args.verbose || io.interactive) io.err(`building ${file}`);
  const compilation = await compile({ path: file, bytes }, options, env);
  const shown = args.quiet ? compilation.diagnostics.filter(isError) : compilation.diagnostics;
  showDiagnostics(shown, new Map([[file, new TextDecoder().decode(bytes)]]), io, args.verbose ?? false);
  const exit = exitOf(compilation, options.strict ?? false);
  if (exit === EXIT.strictFindings) io.err(`${file}: nothing written, since --strict takes warnings for errors`);
  if (exit !== EXIT.ok) return { file, compilation, exit };
  const other = taken.get(compilation.id);
  if (other !== undefined) {
    io.err(`error cli/same-id: ${file} has the id "${compilation.id}", and so has ${other}: its documents would be overwritten`);
    return { file, compilation, exit: EXIT.invalidInput };
  }
  taken.set(compilation.id, file);
  try {
    for (const output of compilation.files) await env.writeFile(env.resolve(args.out, compilation.id, output.name), output.bytes);
  } catch (error) {
    io.err(`error cli/cannot-write: ${error instanceof Error ? error.message : String(error)}`);
    return { file, compilation, exit: EXIT.output };
  }
  return { file, compilation, exit };
};

const report = (built: readonly Built[], args: BuildArguments, io: Io): void => {
  if (args.json) {
    io.out(
      JSON.stringify(
        built.map((b) => ({
          file: b.file,
          id: b.compilation.id,
          exit: b.exit,
          outputs: b.exit === EXIT.ok ? b.compilation.files.map((f) => `${args.out}/${b.compilation.id}/${f.name}`) : [],
          counts: b.compilation.counts,
          diagnostics: b.compilation.diagnostics,
        })),
        null,
        2,
      ),
    );
    return;
  }
  const done = built.filter((b) => b.exit === EXIT.ok);
  if (args.quiet || done.length === 0) return;
  const rows = done.map((b) => [
    `${args.out}/${b.compilation.id}/`,
    [...new Set(b.compilation.files.map((f) => f.name.split('.').at(-1)))].join(' '),
    b.compilation.counts.slides,
    b.compilation.counts.reportPages,
    b.compilation.counts.charts,
    b.compilation.counts.figures,
    findings(b.compilation),
  ]);
  for (const line of alignedTable(['built', 'files', 'slides', 'pages', 'charts', 'figures', 'findings'], rows)) io.out(line);
};

/** Builds market files; each is whole or not written at all, and one bad file does not stop the others. */
export const runBuild = async (given: readonly string[], args: BuildArguments, env: Env, io: Io): Promise<number> => {
  const options = optionsOf(args);
  if (typeof options === 'string') {
    io.err(`error cli/usage: ${options}`);
    return EXIT.usage;
  }
  const files = await marketFiles(given, env);
  if (files.length === 0) {
    io.err(
      'error cli/no-files: no market files are given and there are none in ./data\n  hint: "marketbrief init" makes a folder that builds at once',
    );
    return EXIT.usage;
  }
  const built: Built[] = [];
  const taken = new Map<string, string>();
  let missing = false;
  for (const file of files) {
    const one = await buildOne(file, args, options, taken, env, io);
    if (one) built.push(one);
    else missing = true;
  }
  report(built, args, io);
  return Math.max(missing ? EXIT.usage : EXIT.ok, ...built.map((b) => b.exit));
};
