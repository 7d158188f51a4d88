import { nearest } from '../base/id.ts';
import { compile } from '../build/compile.ts';
import type { Compilation } from '../build/options.ts';
import type { Env } from '../env/env.ts';
import type { Figure } from '../figures/ledger.ts';
import { localeFor } from '../locale/index.ts';
import { EXIT } from './exit.ts';
import { marketFiles, NO_FILES, readGiven } from './files.ts';
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
  if (origin.kind === 'editorial') return ['source    none: a judgement of the authors'];
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
  const files = await marketFiles(given, env);
  if (files.length === 0) {
    io.err(NO_FILES);
    return EXIT.usage;
  }
  for (const file of files) {
    const read = await readGiven(file, env, io);
    if ('unread' in read) return EXIT.usage;
    const { bytes } = read;
    const compilation = await compile({ path: file, bytes }, { formats: FORMATS }, env);
    if (compilation.ledger.figures.size === 0)
      showDiagnostics(compilation.diagnostics, new Map([[file, new TextDecoder().decode(bytes)]]), io, false);
    for (const figure of compilation.ledger.figures.keys()) known.add(figure);
    const figure = compilation.figure(id);
    if (!figure) continue;
    if (args.json) {
      const places = Object.fromEntries(FORMATS.map((f) => [f, (compilation.printed[f] ?? []).filter((p) => p.figure === figure.id)]));
      io.out(JSON.stringify({ file, ...figure, places }, null, 2));
      return EXIT.ok;
    }
    const locale = localeFor('en');
    const { note, confidence } = figure;
    const lines = [
      `${figure.id}  (${file})`,
      `what      ${figure.label}`,
      `value     ${locale.print(figure, 'long').replaceAll('\u00a0', ' ')}`,
      `unit      ${locale.unit(figure.unit)}`,
      `period    ${locale.years(figure.period.from, figure.period.to)}`,
      `status    ${figure.status}${confidence === undefined ? '' : `, confidence ${confidence}`}`,
      ...(note === undefined ? [] : [`note      ${note}`]),
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
