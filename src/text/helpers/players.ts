import { startingSentence } from '../../base/letter-case.ts';
import type { Inline, TableColumn, TableRow } from '../../document/document.ts';
import type { Breakdown } from '../../market/market.ts';
import { MARKET_SIZE } from '../../market/text-places.ts';
import { exempt, type Filling, inlinesOf, plain, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, tableNote } from '../symbols.ts';
import { leadersOf, leadersSum, playerBreakdown } from './rankings.ts';
import { forBothMedia } from './series-tables.ts';

const breakdownOf = (filling: Filling, id: unknown): Breakdown | undefined => filling.market.breakdowns.find((b) => b.id === id);

/** "44.2% = 18.4% + 14.1% + 11.7%": the sum that the title tells, where the rows hold its parts. */
const sumNote = (filling: Filling, breakdown: Breakdown | undefined): readonly Inline[] => {
  const sum = leadersSum(filling, breakdown?.id);
  if (!sum) return [];
  const parts = leadersOf(filling, breakdown?.id).flatMap((f, i): readonly Inline[] => [
    ...(i === 0 ? [] : [exempt(' + ')]),
    { kind: 'figure', figure: f.id, form: 'value' },
  ]);
  return say(filling, { span: NOWHERE }, 'players.sum', {
    sum: putInlines(filling, { kind: 'figure', figure: sum.id, form: 'value' }),
    parts: putInlines(filling, ...parts),
  });
};

export const playerHelpers = {
  /**
   * `measure ID ["start"]`: what the parts of a breakdown or cube are parts of: "sales", "the market"; or as a sentence begins; or, with
   * "head", as a heading: "Sales", "Market".
   */
  measure: (filling, at, [id, place]) => {
    const of = breakdownOf(filling, id)?.of;
    const measure = filling.market.series.find((s) => s.id === of || (of === undefined && s.id.startsWith(`${String(id)}.`)))?.measure;
    if (measure === undefined || measure === MARKET_SIZE)
      return putInlines(filling, ...say(filling, at, `measure.market${place === undefined ? '' : `-${String(place)}`}`, {}));
    return putInlines(filling, plain(place === undefined ? measure : startingSentence(measure)));
  },
  'player-count': (filling) => putInlines(filling, exempt(String(filling.market.players.length))),
  /** `player-number`: the same as a number, for `count=`. */
  'player-number': (filling) => String(filling.market.players.length),
  /** `players-table`: name, role, share where a breakdown states one. */
  'players-table': (filling, at, _args, named) => {
    const { players } = filling.market;
    const breakdown = playerBreakdown(filling);
    const hasRoles = players.some((p) => p.role !== undefined);
    const shareOf = new Map(breakdown?.items.map((i) => [i.id, `${breakdown.id}.${i.id}`] as const));
    const columns: readonly TableColumn[] = [
      { header: say(filling, at, 'players.name', {}), align: 'left', weight: 1.6 },
      ...(hasRoles ? [{ header: say(filling, at, 'players.role', {}), align: 'left', weight: 3 } as const] : []),
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
      return { emphasis: false, cells: [[plain(p.name)], ...(hasRoles ? [[plain(p.role ?? '')]] : []), ...(breakdown ? [share] : [])] };
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
