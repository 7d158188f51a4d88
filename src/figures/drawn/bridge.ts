import type { LedgerDraft } from '../draft.ts';
import type { Drawn, DrawRequest } from './drawn.ts';
import { seriesDrawn } from './series.ts';
import { endsOf, yearsOf } from './years.ts';

/** Levels of one series that have room with the changes between them. */
const MOST_LEVELS = 4;

/** At most `most` of the years, evenly chosen, the first and last among them. */
const spread = (years: readonly number[], most: number): readonly number[] =>
  years.length <= most ? years : Array.from({ length: most }, (_, i) => years[Math.round((i * (years.length - 1)) / (most - 1))] ?? 0);

/**
 * A bridge. One series: its years, each with the change from the one before. A set: its total in the first and last of the
 * years, and the change of each member between them; those that move least become "Other".
 */
export const bridgeDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const [id = ''] = request.of;
  const years = yearsOf(draft, request);
  const set = draft.sets.get(id);
  if (set) {
    const ends = endsOf(years);
    const [from, to] = ends;
    if (from === undefined || to === undefined) return undefined;
    return seriesDrawn(draft, { ...request, years: ends, total: true, beside: undefined, differences: [{ from, to }] });
  }
  const shown = spread(years, MOST_LEVELS);
  const drawn = seriesDrawn(draft, { ...request, years: shown, beside: 'change' });
  return drawn && { ...drawn, ...(shown.length < years.length ? { passedOver: years.length - shown.length } : {}) };
};
