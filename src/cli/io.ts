import type { Diagnostic } from '../base/diagnostic.ts';
import { renderDiagnostic } from '../base/render-diagnostic.ts';

/** Results go to stdout, everything else to stderr; colours only to a terminal that wants them. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly color: boolean;
  readonly interactive: boolean;
}

export const processIo = (): Io => ({
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  color: process.stderr.isTTY === true && process.env['NO_COLOR'] === undefined,
  interactive: process.stderr.isTTY === true,
});

/** Shows findings with the lines they are about. `texts` holds the sources by file name. */
export const showDiagnostics = (diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>, io: Io, notes: boolean): void => {
  for (const d of diagnostics) {
    if (d.severity === 'note' && !notes) continue;
    io.err(renderDiagnostic(d, d.span ? texts.get(d.span.file) : undefined, { color: io.color }));
  }
};
