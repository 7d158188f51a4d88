import type { Diagnostic } from '../base/diagnostic.ts';
import type { PartialUse } from './template-ast.ts';

/** Parts that take themselves in, directly or by way of others: filling them would not end. `uses` is by name of the part. */
export const partialCycles = (uses: ReadonlyMap<string, readonly PartialUse[]>): readonly Diagnostic[] => {
  const reaches = (from: string, to: string, seen: Set<string> = new Set()): boolean =>
    (uses.get(from) ?? []).some(({ name }) => {
      if (name === to) return true;
      if (seen.has(name)) return false;
      seen.add(name);
      return reaches(name, to, seen);
    });
  return [...uses].flatMap(([part, list]) =>
    list
      .filter(({ name }) => name === part || reaches(name, part))
      .map(
        ({ name, span }): Diagnostic => ({
          code: 'text/part-in-itself',
          severity: 'error',
          message: name === part ? `"${part}" takes itself in` : `"${part}" takes in "${name}", which leads back to it`,
          span,
          hints: ['take the part in from outside, e.g. from briefing.md.hbs'],
        }),
      ),
  );
};
