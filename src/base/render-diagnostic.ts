import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Span } from './span.ts';

const MOST_COLUMNS = 100;

const ANSI: Readonly<Record<Severity, string>> = { error: '\u001b[31m', warning: '\u001b[33m', note: '\u001b[36m' };
const RESET = '\u001b[0m';

const place = (span: Span): string => `${span.file}:${span.start.line}:${span.start.column}`;

/** The line of a span with the line above it and a mark below; long lines are cut to a window around the mark. */
const frame = (span: Span, text: string): readonly string[] => {
  const lines = text.split(/\r\n|\n|\r/);
  const line = lines[span.start.line - 1];
  if (line === undefined) return [];
  const column = span.start.column - 1;
  const from = line.length <= MOST_COLUMNS ? 0 : Math.max(0, Math.min(column - MOST_COLUMNS / 2, line.length - MOST_COLUMNS));
  const cut = (s: string): string => s.slice(from, from + MOST_COLUMNS).replaceAll('\t', ' ');
  const sameLine = span.end.line === span.start.line;
  const length = Math.max(1, Math.min((sameLine ? span.end.column : line.length + 1) - span.start.column, MOST_COLUMNS - (column - from)));
  const width = String(span.start.line).length;
  const row = (n: number, s: string): string => `  ${String(n).padStart(width)} | ${cut(s)}`.trimEnd();
  const above = lines[span.start.line - 2];
  return [
    ...(above === undefined || above.trim() === '' ? [] : [row(span.start.line - 1, above)]),
    row(span.start.line, line),
    `  ${' '.repeat(width)} | ${' '.repeat(column - from)}${'^'.repeat(length)}`,
  ];
};

/** A finding as a person reads it: severity, code, place, message; the line in question; what to do. */
export const renderDiagnostic = (d: Diagnostic, sourceText?: string, options: { readonly color?: boolean } = {}): string => {
  const severity = options.color ? `${ANSI[d.severity]}${d.severity}${RESET}` : d.severity;
  const head = `${severity} ${d.code}${d.span ? ` ${place(d.span)}` : ''}: ${d.message}`;
  const code = d.span && sourceText !== undefined ? frame(d.span, sourceText) : [];
  const related = (d.related ?? []).map((r) => `  see ${place(r.span)}: ${r.message}`);
  return [head, ...code, ...related, ...(d.hints ?? []).map((h) => `  hint: ${h}`)].join('\n');
};
