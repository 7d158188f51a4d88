import { meanOfParts } from '../derive/indexed.ts';
import { share } from '../derive/share.ts';
import type { LedgerDraft } from '../draft.ts';
import type { Drawn, DrawnSeries, DrawRequest } from './drawn.ts';

/** The parts of one or more breakdowns, in the order of the file. */
export const partsDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const groups = request.of.flatMap((id) => {
    const group = draft.groups.get(id);
    return group?.kind === 'parts' ? [group] : [];
  });
  const [first] = groups;
  if (!first || groups.length < request.of.length) return undefined;
  return {
    label: groups.map((g) => g.label).join(', '),
    unit: first.unit,
    places: groups.map((g) => ({ id: g.id, label: g.label, role: 'plain' })),
    series: groups.flatMap((group) => {
      const mean = request.mean ? meanOfParts(draft, group).id : undefined;
      return group.members.map((m): DrawnSeries => {
        const beside =
          request.beside === 'share' && group.whole !== undefined && group.unit.kind !== 'percent'
            ? share(draft, m.figure, group.whole).id
            : undefined;
        return {
          id: m.figure,
          label: m.label,
          role: m.role,
          points: [{ at: group.id, figure: m.figure, ...(beside === undefined ? {} : { beside }) }],
          rates: [],
          differences: [],
          ...(mean === undefined ? {} : { mean }),
        };
      });
    }),
    ...(request.total && first.whole !== undefined ? { whole: first.whole } : {}),
    ...(groups.every((g) => g.exhaustive) ? { exhaustive: true } : {}),
  };
};
