import type { LedgerDraft } from '../draft.ts';
import { sameUnit } from '../quantity.ts';
import type { Drawn, DrawnSeries, DrawRequest } from './drawn.ts';
import { seriesDrawn } from './series.ts';
import { endsOf, yearsOf } from './years.ts';

/** The items of two breakdowns, found by their names: those of the first, then what only the second has. */
const partsPairs = (draft: LedgerDraft, ids: readonly string[]): Drawn | undefined => {
  const [one, two] = ids.map((id) => draft.groups.get(id));
  if (ids.length !== 2 || one?.kind !== 'parts' || two?.kind !== 'parts' || !sameUnit(one.unit, two.unit)) return undefined;
  const all = [...one.members, ...two.members.filter((m) => !one.members.some((o) => o.label === m.label))];
  return {
    label: one.label,
    unit: one.unit,
    places: [one, two].map((g) => ({ id: g.id, label: g.label, role: 'plain' })),
    series: all.map(
      (item): DrawnSeries => ({
        id: item.figure,
        label: item.label,
        role: item.role,
        points: [one, two].flatMap((g) => g.members.filter((m) => m.label === item.label).map((m) => ({ at: g.id, figure: m.figure }))),
        rates: [],
        differences: [],
      }),
    ),
  };
};

/** Two values of each item: the parts of two breakdowns of one unit, or series in the first and last of the years. */
export const pairsDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  if (request.of.some((id) => draft.groups.get(id)?.kind === 'parts')) return partsPairs(draft, request.of);
  const ends = endsOf(yearsOf(draft, request));
  const drawn = ends.length === 2 ? seriesDrawn(draft, { ...request, years: ends }) : undefined;
  const listed = request.of.length > 1 && !request.of.some((id) => draft.sets.has(id));
  return drawn && listed ? { ...drawn, label: drawn.series.map((s) => s.label).join(', ') } : drawn;
};
