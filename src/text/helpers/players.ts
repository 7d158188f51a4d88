import type { Inline, TableColumn, TableRow } from '../../document/document.ts';
import { ranked } from '../../figures/derive/share.ts';
import { sumOf } from '../../figures/derive/sum.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import type { Breakdown } from '../../market/market.ts';
import { exempt, type Filling, inlinesOf, plain, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, tableNote } from '../symbols.ts';
import { forBothMedia } from './series-tables.ts';
import { capitalised } from './words.ts';

/** How many of the largest are summed. */
const LEADERS = 3;

const breakdownOf = (filling: Filling, id: unknown): Breakdown | undefined => filling.market.breakdowns.find((b) => b.id === id);

/** The largest parts with an exact value, where there are more of them than that; "Other" is none. */
const leadersOf = (filling: Filling, breakdown: Breakdown | undefined): readonly Figure[] => {
  const group = filling.draft.groups.get(breakdown?.id ?? '');
  if (!group) return [];
  const others = new Set(group.members.filter((m) => m.role === 'other').map((m) => m.figure));
  const known = ranked(filling.draft, group).filter((f) => exactValue(f) !== undefined && !others.has(f.id));
  return known.length > LEADERS ? known.slice(0, LEADERS) : [];
};

const leadersSum = (filling: Filling, breakdown: Breakdown | undefined): Figure | undefined => {
  const leaders = leadersOf(filling, breakdown);
  if (!breakdown || leaders.length === 0) return undefined;
  const ids = leaders.map((f) => f.id);
  const label = `${breakdown.label}, the largest together, ${breakdown.year}`;
  return sumOf(filling.draft, `${breakdown.id}.leaders.sum`, label, breakdown.unit, breakdown.year, ids);
};

/** "44.2% = 18.4% + 14.1% + 11.7%": the sum that the title tells, where the rows hold its parts. */
const sumNote = (filling: Filling, breakdown: Breakdown | undefined): readonly Inline[] => {
  const sum = leadersSum(filling, breakdown);
  if (!sum) return [];
  const parts = leadersOf(filling, breakdown).flatMap((f, i): readonly Inline[] => [
    ...(i === 0 ? [] : [exempt(' + ')]),
    { kind: 'figure', figure: f.id, form: 'value' },
  ]);
  return say(filling, { span: NOWHERE }, 'players.sum', {
    sum: putInlines(filling, { kind: 'figure', figure: sum.id, form: 'value' }),
    parts: putInlines(filling, ...parts),
  });
};

export const playerHelpers = {
  /** `leaders BREAKDOWN`: the sum of the three largest parts, where there are more; empty otherwise. */
  leaders: (filling, _at, [id]) => leadersSum(filling, breakdownOf(filling, id))?.id ?? '',
  /** `measure ID ["start"]`: what the parts of a breakdown or cube are parts of: "sales", "the market"; or as a sentence begins. */
  measure: (filling, at, [id, place]) => {
    const of = breakdownOf(filling, id)?.of;
    const measure = filling.market.series.find((s) => s.id === of || (of === undefined && s.id.startsWith(`${String(id)}.`)))?.measure;
    if (measure === undefined || measure === 'market-size')
      return putInlines(filling, ...say(filling, at, place === 'start' ? 'measure.market-start' : 'measure.market', {}));
    return putInlines(filling, plain(place === 'start' ? capitalised(measure) : measure));
  },
  'player-count': (filling) => putInlines(filling, exempt(String(filling.market.players.length))),
  /** `players-table`: name, role, share where a breakdown states one. */
  'players-table': (filling, at, _args, named) => {
    const { players, breakdowns } = filling.market;
    const breakdown = breakdowns.find((b) => b.items.some((i) => players.some((p) => p.id === i.id)));
    const shareOf = new Map(breakdown?.items.map((i) => [i.id, `${breakdown.id}.${i.id}`] as const));
    const columns: readonly TableColumn[] = [
      { header: say(filling, at, 'players.name', {}), align: 'left', weight: 1.6 },
      { header: say(filling, at, 'players.role', {}), align: 'left', weight: 3 },
      ...(breakdown
        ? [
            {
              header: say(filling, at, 'players.share', { year: putInlines(filling, exempt(String(breakdown.year))) }),
              align: 'right',
              weight: 0.9,
            } as const,
          ]
        : []),
    ];
    const rows = players.map((p): TableRow => {
      const id = shareOf.get(p.id);
      const share: readonly Inline[] = [
        id === undefined ? exempt(filling.locale.notCovered) : { kind: 'figure', figure: id, form: 'value' },
      ];
      return { emphasis: false, cells: [[plain(p.name)], [plain(p.role ?? '')], ...(breakdown ? [share] : [])] };
    });
    return forBothMedia(
      filling,
      {
        kind: 'table',
        anchor: String(named['id'] ?? 'table-players'),
        caption: inlinesOf(filling, named['caption']),
        subtitle: [],
        columns,
        rows,
        note: tableNote(filling, { columns, rows }, [inlinesOf(filling, named['note']), sumNote(filling, breakdown)]),
        sources: [...new Set(players.flatMap((p) => p.citation?.source ?? []))],
      },
      named,
    );
  },
} as const satisfies Record<string, Helper>;
