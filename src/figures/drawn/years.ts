import type { LedgerDraft } from '../draft.ts';
import type { DrawRequest } from './drawn.ts';

/** The years that any of the series has a point for, ascending; only those asked for, if any are. */
export const yearsOf = (draft: LedgerDraft, request: DrawRequest): readonly number[] => {
  const series = request.of.flatMap((id) => draft.sets.get(id)?.members.map((m) => m.id) ?? [id]);
  const own = series.flatMap((id) => draft.groups.get(id)?.members.flatMap((m) => draft.figures.get(m.figure)?.period.to ?? []) ?? []);
  return [...new Set(own)].filter((y) => request.years === undefined || request.years.includes(y)).sort((a, b) => a - b);
};

/** The first and the last of some years; nothing where there are not two. */
export const endsOf = (years: readonly number[]): readonly number[] => {
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined || first === last ? [] : [first, last];
};
