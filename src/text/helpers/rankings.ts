import { filled } from '../../base/pattern.ts';
import { bySize, leaders, leadOf } from '../../figures/derive/rank.ts';
import { share } from '../../figures/derive/share.ts';
import { sumOf } from '../../figures/derive/sum.ts';
import type { Figure, FigureGroup } from '../../figures/ledger.ts';
import type { Breakdown } from '../../market/market.ts';
import { exempt, type Filling, groupOf, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { isDisclosed, seriesFigures } from '../windows.ts';

/** How many of the largest are summed. */
const LEADERS = 3;

const breakdownOf = (filling: Filling, id: unknown): Breakdown | undefined => filling.market.breakdowns.find((b) => b.id === id);

export const leadersOf = (filling: Filling, id: unknown): readonly Figure[] => {
  const group = filling.draft.groups.get(String(id));
  return group ? leaders(filling.draft, group, LEADERS) : [];
};

/** The sum of the three largest parts of a breakdown, where there are more and it is certain which they are. */
export const leadersSum = (filling: Filling, id: unknown): Figure | undefined => {
  const breakdown = breakdownOf(filling, id);
  const ids = leadersOf(filling, id).map((f) => f.id);
  if (!breakdown || ids.length === 0) return undefined;
  const label = filled(filling.draft.names.leaders, { name: breakdown.label, year: breakdown.year });
  return sumOf(filling.draft, `${breakdown.id}.leaders.sum`, label, breakdown.unit, breakdown.year, ids);
};

/** The largest part as a share of the whole: itself where parts are in per cent. */
const portionOf = (filling: Filling, group: FigureGroup, part: Figure | undefined): Figure | undefined => {
  if (!part || group.unit.kind === 'percent') return part;
  const portion = group.whole === undefined ? undefined : share(filling.draft, part.id, group.whole);
  return isDisclosed(portion) ? portion : undefined;
};

/** Whether it is certain which part is the largest, and what share it has. */
export const hasCertainShare = (filling: Filling, group: FigureGroup): boolean =>
  leadOf(filling.draft, group) === 'certain' && portionOf(filling, group, bySize(filling.draft, group)[0]) !== undefined;

/** Items of a breakdown are players when ids and names agree: ids alone may be alike by chance. */
const isOfPlayers = (filling: Filling, breakdown: Breakdown): boolean =>
  breakdown.items.some((item) =>
    filling.market.players.some((p) => {
      const [a, b] = [p.name.toLowerCase(), item.label.toLowerCase()];
      return p.id === item.id && (a.includes(b) || b.includes(a));
    }),
  );

/** The breakdown that the shares in the table of players are of. */
export const playerBreakdown = (filling: Filling): Breakdown | undefined => filling.market.breakdowns.find((b) => isOfPlayers(filling, b));

export const rankingHelpers = {
  /** `largest GROUP [n]`: the n-th largest disclosed part; "last" is the smallest. "Other" is no part. */
  largest: (filling, at, [id, place]) => {
    const group = groupOf(filling, at, id);
    const parts = group ? bySize(filling.draft, group) : [];
    return parts.at(place === 'last' ? -1 : Number(place ?? 1) - 1)?.id ?? '';
  },
  /** `portion GROUP`: its largest part as a share of the whole; empty where none follows. */
  portion: (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    return (group && portionOf(filling, group, bySize(filling.draft, group)[0])?.id) ?? '';
  },
  /**
   * `by-ranking GROUP KEY`: KEY-share or KEY-value where it is certain which part is the largest, by what is known of it; KEY-withheld,
   * KEY-open, KEY-tied or KEY-none where that is not.
   */
  'by-ranking': (filling, at, [id, key]) => {
    const group = groupOf(filling, at, id);
    const lead = group ? leadOf(filling.draft, group) : 'none';
    const portion = group && portionOf(filling, group, bySize(filling.draft, group)[0]);
    return `${String(key)}-${lead === 'certain' ? (portion ? 'share' : 'value') : lead}`;
  },
  /** `group-year GROUP`: the year its parts are of. */
  'group-year': (filling, at, [id]) => {
    const group = groupOf(filling, at, id);
    const year = group && seriesFigures(filling, group)[0]?.period.to;
    return year === undefined ? '' : putInlines(filling, exempt(String(year)));
  },
  /** `leaders BREAKDOWN`: the sum of the three largest parts, where there are more; empty otherwise. */
  leaders: (filling, _at, [id]) => leadersSum(filling, id)?.id ?? '',
  /** `player-breakdowns`, `other-breakdowns`: those of the players of the market file, and those of anything else. */
  'player-breakdowns': (filling) => filling.market.breakdowns.filter((b) => isOfPlayers(filling, b)).map((b) => b.id),
  'other-breakdowns': (filling) => filling.market.breakdowns.filter((b) => !isOfPlayers(filling, b)).map((b) => b.id),
} as const satisfies Record<string, Helper>;
