import type { FigureId } from '../../base/id.ts';
import { addFigure, type LedgerDraft } from '../draft.ts';
import type { Figure } from '../ledger.ts';
import { printedDecimals } from '../quantity.ts';
import type { Drawn, DrawRequest } from './drawn.ts';
import { seriesDrawn } from './series.ts';
import { endsOf, yearsOf } from './years.ts';

/** Levels of one series that have room with the changes between them. */
const MOST_LEVELS = 4;

/** At most `most` of the years, evenly chosen, the first and last among them. */
const spread = (years: readonly number[], most: number): readonly number[] =>
  years.length <= most ? years : Array.from({ length: most }, (_, i) => years[Math.round((i * (years.length - 1)) / (most - 1))] ?? 0);

/**
 * All changes of a bridge with as many decimals as its levels and the finest of them print, so that the labels of one exhibit add up by
 * eye: a change is known as exactly as the levels it is the difference of. The figure itself changes: prose prints the same.
 */
const withOneCount = (draft: LedgerDraft, drawn: Drawn | undefined): Drawn | undefined => {
  if (!drawn) return undefined;
  const figures = (ids: readonly (FigureId | undefined)[]): readonly Figure[] => ids.flatMap((id) => draft.figures.get(id ?? '') ?? []);
  const rows = [...drawn.series, ...(drawn.total ? [drawn.total] : [])];
  const changes = figures(rows.flatMap((s) => [...s.differences, ...s.points.map((p) => p.beside)]));
  // Members of a set are no labels of the bridge: its total is.
  const levels = figures((drawn.total ? [drawn.total] : rows).flatMap((s) => s.points.map((p) => p.figure)));
  const decimals = Math.max(0, ...[...levels, ...changes].map(printedDecimals));
  for (const figure of changes)
    if (figure.quantity.kind === 'value') addFigure(draft, { ...figure, quantity: { ...figure.quantity, decimals } });
  return drawn;
};

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
    return withOneCount(
      draft,
      seriesDrawn(draft, { ...request, years: ends, total: true, beside: undefined, differences: [{ from, to }] }),
    );
  }
  const shown = spread(years, MOST_LEVELS);
  const drawn = withOneCount(draft, seriesDrawn(draft, { ...request, years: shown, beside: 'change' }));
  return drawn && { ...drawn, ...(shown.length < years.length ? { passedOver: years.length - shown.length } : {}) };
};
