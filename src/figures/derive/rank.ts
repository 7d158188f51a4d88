import type { FigureId } from '../../base/id.ts';
import { filled } from '../../base/pattern.ts';
import { addFigure, type LedgerDraft } from '../draft.ts';
import type { Figure, FigureGroup, Ledger } from '../ledger.ts';
import { exactValue, limitsOf } from '../quantity.ts';

/** Where a part stands in a ranking: a range at its low end, a bound at its number, as charts draw them. */
const drawn = ({ quantity }: Figure): number => {
  if (quantity.kind === 'undisclosed') return Number.NEGATIVE_INFINITY;
  return quantity.kind === 'range' ? quantity.low : quantity.value;
};

/** Members of a parts group by value, largest first; the residual and what is undisclosed come last, in file order. */
export const ranked = (ledger: Ledger, group: FigureGroup): readonly Figure[] => {
  const weigh = (member: FigureGroup['members'][number]): number => {
    const figure = ledger.figures.get(member.figure);
    return figure === undefined || member.role === 'other' ? Number.NEGATIVE_INFINITY : drawn(figure);
  };
  return [...group.members]
    .sort((a, b) => {
      const [x, y] = [weigh(a), weigh(b)];
      return x === y ? 0 : y - x;
    })
    .flatMap((m) => ledger.figures.get(m.figure) ?? []);
};

/** Disclosed parts, those that are certainly large first: by the least that each can be. "Other" is no part. */
export const bySize = (ledger: Ledger, group: FigureGroup): readonly Figure[] => {
  const others = new Set(group.members.filter((m) => m.role === 'other').map((m) => m.figure));
  const least = (f: Figure): number => limitsOf(f)?.low ?? Number.NEGATIVE_INFINITY;
  const parts = ranked(ledger, group).filter((f) => f.quantity.kind !== 'undisclosed' && !others.has(f.id));
  return [...parts].sort((a, b) => (least(a) === least(b) ? 0 : least(b) - least(a)));
};

/**
 * How sure it is that the first of `bySize` is the largest part: `certain`; `withheld` when some part is undisclosed; `open` when a
 * bound or range may exceed it; `tied` when another is as large; `none` when no part is disclosed.
 */
export type Lead = 'certain' | 'withheld' | 'open' | 'tied' | 'none';

export const leadOf = (ledger: Ledger, group: FigureGroup): Lead => {
  const [first, ...others] = bySize(ledger, group);
  const least = limitsOf(first)?.low;
  if (first === undefined || least === undefined) return 'none';
  const most = Math.max(...others.map((f) => limitsOf(f)?.high ?? Number.NEGATIVE_INFINITY));
  if (most > least || least === Number.NEGATIVE_INFINITY) return 'open';
  if (most === least) return 'tied';
  const withheld = group.members.some((m) => m.role !== 'other' && ledger.figures.get(m.figure)?.quantity.kind === 'undisclosed');
  return withheld ? 'withheld' : 'certain';
};

/** The largest parts, if it is certain which they are and all are exact: only then have they a sum. */
export const leaders = (ledger: Ledger, group: FigureGroup, count: number): readonly Figure[] => {
  const parts = bySize(ledger, group);
  const [first, rest] = [parts.slice(0, count), parts.slice(count)];
  const least = exactValue(first.at(-1));
  const withheld = group.members.some((m) => ledger.figures.get(m.figure)?.quantity.kind === 'undisclosed');
  if (withheld || rest.length === 0 || least === undefined || first.some((f) => exactValue(f) === undefined)) return [];
  return rest.every((f) => (limitsOf(f)?.high ?? 0) <= least) ? first : [];
};

/** The place of a part among the disclosed parts of its group, 1 = largest. Undisclosed where a bound or range leaves it open. */
export const rank = (draft: LedgerDraft, groupId: string, part: FigureId): Figure => {
  const id = `${part}.rank`;
  const known = draft.figures.get(id);
  if (known) return known;
  const group = draft.groups.get(groupId);
  const disclosed = group ? bySize(draft, group) : [];
  const figure = draft.figures.get(part);
  const place = disclosed.findIndex((f) => f.id === part) + 1;
  const own = limitsOf(figure);
  const isOpen = disclosed.some((f) => {
    const other = limitsOf(f);
    return f.id !== part && own && other && own.low < other.high && other.low < own.high;
  });
  return addFigure(draft, {
    id,
    label: filled(draft.names.rank, { name: figure?.label ?? part }),
    quantity: place === 0 || isOpen ? { kind: 'undisclosed', reason: 'undisclosed' } : { kind: 'value', value: place, decimals: 0 },
    unit: { kind: 'rank', of: disclosed.length },
    period: figure?.period ?? { from: 0, to: 0 },
    status: 'derived',
    origin: { kind: 'derived', rule: 'rank', from: disclosed.map((f) => f.id) },
    signed: false,
  });
};
