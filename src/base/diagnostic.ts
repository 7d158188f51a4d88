import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * One finding about the user's input. `code` is permanent (`room/what-is-wrong`, kebab case) so that scripts and people can
 * name it; `message` states the fact in lower case without a full stop; each hint says one thing the user can do.
 */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  readonly hints?: readonly string[];
}

/** What a stage gives: a value as complete as it could be made, and everything found on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export const isError = (d: Diagnostic): boolean => d.severity === 'error';

export const hasErrors = (ds: readonly Diagnostic[]): boolean => ds.some(isError);
