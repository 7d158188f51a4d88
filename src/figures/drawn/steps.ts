import { share } from '../derive/share.ts';
import { type LedgerDraft, pointOf } from '../draft.ts';
import type { Figure, MemberRole } from '../ledger.ts';
import { sameUnit } from '../quantity.ts';
import type { Drawn, DrawnSeries, DrawRequest } from './drawn.ts';
import { yearsOf } from './years.ts';

/** Steps that have room for their share of the one before. */
export const MOST_STEPS = 6;

interface Step {
  readonly id: string;
  readonly label: string;
  readonly role: MemberRole;
  readonly figure: Figure;
}

/** The series in the latest of the years that the most of them have. */
const seriesSteps = (draft: LedgerDraft, request: DrawRequest): readonly Step[] => {
  const groups = request.of.flatMap((id) => draft.groups.get(id) ?? []).filter((g) => g.kind === 'series');
  const count = (year: number): number => groups.filter((g) => pointOf(draft, g.id, year)).length;
  const [year] = [...yearsOf(draft, request)].sort((a, b) => count(b) - count(a) || b - a);
  return groups.flatMap((g): readonly Step[] => {
    const figure = pointOf(draft, g.id, year ?? 0);
    return figure ? [{ id: g.id, label: g.short, role: 'plain', figure }] : [];
  });
};

/** Steps from the widest to the narrowest as the author orders them, each with its share of the one before. */
export const stepsDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const parts = draft.groups.get(request.of[0] ?? '');
  const steps =
    request.of.length === 1 && parts?.kind === 'parts'
      ? parts.members.flatMap((m): readonly Step[] => {
          const figure = draft.figures.get(m.figure);
          return figure ? [{ id: m.figure, label: m.label, role: m.role, figure }] : [];
        })
      : seriesSteps(draft, request);
  const [first] = steps;
  if (!parts || !first || steps.length < 2 || !steps.every((s) => sameUnit(s.figure.unit, first.figure.unit))) return undefined;
  return {
    label: parts.kind === 'parts' ? parts.label : steps.map((s) => s.label).join(', '),
    unit: parts.unit,
    places: [],
    series: steps.map((step, i): DrawnSeries => {
      const before = steps[i - 1];
      const beside = before && i < MOST_STEPS ? share(draft, step.figure.id, before.figure.id).id : undefined;
      return {
        id: step.id,
        label: step.label,
        role: step.role,
        points: [{ at: 'step', figure: step.figure.id, ...(beside === undefined ? {} : { beside }) }],
        rates: [],
        differences: [],
      };
    }),
  };
};
