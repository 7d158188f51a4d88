import type { FigureId } from '../base/id.ts';
import type { Figure, FigureGrid, FigureGroup, FigurePoints, Ledger, SeriesSet } from './ledger.ts';

/** A ledger while a briefing is being written: derivations are added as the template asks for them. */
export interface LedgerDraft extends Ledger {
  readonly figures: Map<FigureId, Figure>;
  readonly groups: Map<string, FigureGroup>;
  readonly sets: Map<string, SeriesSet>;
  readonly grids: Map<string, FigureGrid>;
  readonly bodies: Map<string, FigurePoints>;
}

export const addFigure = (draft: LedgerDraft, figure: Figure): Figure => {
  draft.figures.set(figure.id, figure);
  return figure;
};

/** The figure of a series' member at a year, published or undisclosed; undefined when the series has no such point. */
export const pointOf = (ledger: Ledger, series: string, year: number): Figure | undefined => {
  const group = ledger.groups.get(series);
  if (group?.kind !== 'series') return undefined;
  for (const member of group.members) {
    const figure = ledger.figures.get(member.figure);
    if (figure?.period.to === year) return figure;
  }
  return undefined;
};
