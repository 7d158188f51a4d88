import { nearest } from '../base/id.ts';
import { compile } from '../build/compile.ts';
import type { Compilation } from '../build/options.ts';
import type { Env } from '../env/env.ts';
import type { Figure } from '../figures/ledger.ts';
import { localeFor } from '../locale/index.ts';
import { EXIT } from './exit.ts';
import { marketFiles } from './files.ts';
import { type Io, showDiagnostics } from './io.ts';

export interface ExplainArguments {
  readonly json?: boolean;
}

const FORMATS = ['pptx', 'docx', 'pdf'] as const;

const originLines = (figure: Figure, compilation: Compilation): readonly string[] => {
  const { origin } = figure;
  const locale = localeFor('en');
  if (origin.kind === 'stated') {
    const { source, locator, asPrinted } = origin.citation;
    return [
      `source    ${source}${locator === undefined ? '' : `, ${locator}`}`,
      ...(asPrinted === undefined ? [] : [`printed   “${asPrinted}”`]),
    ];
  }
  const inputs = origin.from.map((id) => {
    const input = compilation.ledger.figures.get(id);
    return `          ${id}${input ? ` = ${locale.print(input, 'value')}` : ''}`;
  });
  return [`rule      ${origin.rule}`, 'from', ...inputs];
};

const placeLines = (figure: Figure, compilation: Compilation): readonly string[] => {
  const lines = FORMATS.flatMap((format) => {
    const places = (compilation.printed[format] ?? []).filter((p) => p.figure === figure.id);
    return places.map((p) => `          ${format.padEnd(5)} ${p.where}: ${p.text}`);
  });
  return lines.length === 0 ? ['printed in no document'] : ['places', ...[...new Set(lines)]];
};

/** Tells all about one figure: value, unit, status, source and place, or rule and inputs, and where each file prints it. */
export const runExplain = async (id: string, given: readonly string[], args: ExplainArguments, env: Env, io: Io): Promise<number> => {
  const known = new Set<string>();
  for (const file of await marketFiles(given, env)) {
    const bytes = await env.readFile(env.resolve(file));
    if (!bytes) {
      io.err(`error cli/no-file: there is no file ${file}`);
      return EXIT.usage;
    }
    const compilation = await compile({ path: file, bytes }, { formats: FORMATS }, env);
    if (compilation.ledger.figures.size === 0)
      showDiagnostics(compilation.diagnostics, new Map([[file, new TextDecoder().decode(bytes)]]), io, false);
    for (const figure of compilation.ledger.figures.keys()) known.add(figure);
    const figure = compilation.ledger.figures.get(id);
    if (!figure) continue;
    if (args.json) {
      const places = Object.fromEntries(FORMATS.map((f) => [f, (compilation.printed[f] ?? []).filter((p) => p.figure === id)]));
      io.out(JSON.stringify({ file, ...figure, places }, null, 2));
      return EXIT.ok;
    }
    const locale = localeFor('en');
    const lines = [
      `${figure.id}  (${file})`,
      `what      ${figure.label}`,
      `value     ${locale.print(figure, 'long').replaceAll('\u00a0', ' ')}`,
      `unit      ${locale.unit(figure.unit)}`,
      `period    ${locale.years(figure.period.from, figure.period.to)}`,
      `status    ${figure.status}`,
      ...originLines(figure, compilation),
      ...placeLines(figure, compilation),
    ];
    for (const line of lines) io.out(line);
    return EXIT.ok;
  }
  const close = nearest(id, known);
  io.err(`error cli/unknown-figure: there is no figure "${id}"${close === undefined ? '' : `\n  hint: did you mean "${close}"?`}`);
  return EXIT.invalidInput;
};
