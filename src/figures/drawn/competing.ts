import { type LedgerDraft, pointOf } from '../draft.ts';
import type { Figure } from '../ledger.ts';
import type { Drawn, DrawnSeries, DrawRequest } from './drawn.ts';
import { yearsOf } from './years.ts';

const alternativesOf = (draft: LedgerDraft, figure: Figure): readonly Figure[] =>
  // What is computed from an alternative begins with its id too.
  [...draft.figures.values()].filter((f) => f.origin.kind === 'stated' && f.id.startsWith(`${figure.id}.alt.`));

/** The figures that publishers give for one series in one year, the briefing's own first: the last year on which several do. */
export const competingDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const group = draft.groups.get(request.of[0] ?? '');
  if (group?.kind !== 'series') return undefined;
  const points = yearsOf(draft, request).flatMap((year) => pointOf(draft, group.id, year) ?? []);
  const own = points.findLast((f) => alternativesOf(draft, f).length > 0) ?? points.at(-1);
  if (!own) return undefined;
  return {
    label: group.label,
    unit: group.unit,
    places: [{ id: String(own.period.to), label: String(own.period.to), role: 'plain' }],
    series: [own, ...alternativesOf(draft, own)].map((figure): DrawnSeries => {
      const source = figure.origin.kind === 'stated' ? figure.origin.citation.source : '';
      return {
        id: figure.id,
        label: draft.publishers.get(source) ?? source,
        role: figure === own ? 'subject' : 'plain',
        points: [{ at: String(figure.period.to), figure: figure.id }],
        rates: [],
        differences: [],
      };
    }),
  };
};
