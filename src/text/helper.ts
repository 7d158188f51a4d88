import type { CallSite, Filling } from './context.ts';

/**
 * A helper of the template language. It returns a token (inlines or blocks), a plain id, a truth value, or a list of ids for
 * `each`; never text of the data.
 */
export type Helper = (
  filling: Filling,
  at: CallSite,
  args: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
) => string | boolean | readonly string[];
