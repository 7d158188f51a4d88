import type { Inline } from '../../document/document.ts';
import { MOST_RANKED } from '../../figures/derive/share.ts';
import type { Figure } from '../../figures/ledger.ts';
import { type CallSite, exempt, type Filling, groupOf, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, sentences, symbolNotes } from '../symbols.ts';
import { seriesFigures } from '../windows.ts';

/** Which years were computed, from what. */
const derivedNote = (filling: Filling, derived: readonly Figure[]): readonly Inline[] => {
  const [first, last] = [derived[0], derived.at(-1)];
  const [start, rate] = first?.origin.kind === 'derived' ? first.origin.from : [];
  if (!first || !last || start === undefined || rate === undefined) return [];
  return say(filling, { span: NOWHERE }, 'note.derived', {
    count: derived.length,
    years: putInlines(filling, exempt(filling.locale.years(first.period.to, last.period.to))),
    rate: putInlines(filling, { kind: 'figure', figure: rate, form: 'plain' }),
    start: putInlines(filling, exempt(String(filling.draft.figures.get(start)?.period.to ?? ''))),
  });
};

/** What a chart draws, by the ids it is of. */
interface Drawing {
  readonly figures: readonly Figure[];
  /** Its years bear the letters of their statuses. */
  readonly hasYears: boolean;
  /** Named parts of a whole, of which a ranked chart shows the largest. */
  readonly parts: number;
}

const drawingOf = (filling: Filling, at: CallSite, id: unknown, year: unknown): Drawing => {
  const { groups, sets, grids } = filling.draft;
  const seriesOf = (ids: readonly string[]): readonly Figure[] =>
    [...new Set(ids)].flatMap((s) => groups.get(s) ?? []).flatMap((g) => seriesFigures(filling, g));
  const set = sets.get(String(id));
  if (set)
    return {
      figures: seriesOf([...set.members.map((m) => m.id), ...(set.total === undefined ? [] : [set.total])]),
      hasYears: true,
      parts: 0,
    };
  const grid = grids.get(String(id));
  if (grid) {
    const places = (own: readonly { readonly id: string }[]): readonly string[] => [...own.map((m) => m.id), 'total'];
    const ids = places(grid.rows).flatMap((r) => places(grid.columns).map((c) => grid.seriesAt(r, c)));
    const shown = year === undefined ? grid.years.at(-1) : Number(year);
    return { figures: seriesOf(ids).filter((f) => f.period.to === shown), hasYears: false, parts: 0 };
  }
  const group = groupOf(filling, at, id);
  const figures = group ? seriesFigures(filling, group) : [];
  return {
    figures,
    hasYears: group?.kind === 'series',
    parts: group?.kind === 'parts' ? group.members.filter((m) => m.role !== 'other').length : 0,
  };
};

/** The note under a chart: what was computed, how withheld values and ranges are drawn, what its signs and letters mean. */
const chartNote = (filling: Filling, drawings: readonly Drawing[], path: readonly string[]): readonly Inline[] => {
  const figures = drawings.flatMap((d) => d.figures);
  const derived = path.flatMap((id) => filling.draft.figures.get(id) ?? []);
  const word = (key: string, args: Readonly<Record<string, unknown>> = {}): readonly Inline[] => say(filling, { span: NOWHERE }, key, args);
  const has = (kind: Figure['quantity']['kind']): boolean => figures.some((f) => f.quantity.kind === kind);
  const lettered = drawings.filter((d) => d.hasYears).flatMap((d) => d.figures);
  const symbols = symbolNotes(filling, {
    figures: [...figures, ...derived].map((figure) => ({ figure, form: 'bare' })),
    notCovered: false,
    letters: [...lettered, ...derived].map((f) => f.status),
  });
  // A grid has cells, not bars.
  const hasBars = drawings.some((d) => (d.hasYears || d.parts > 0) && d.figures.some((f) => f.quantity.kind === 'undisclosed'));
  const parts = drawings.reduce((sum, d) => sum + d.parts, 0);
  return sentences(
    [
      derivedNote(filling, derived),
      ...symbols,
      ...(hasBars ? [word('note.heights')] : []),
      ...(has('range') ? [word('note.range')] : []),
      ...(parts > MOST_RANKED
        ? [
            word('note.largest', {
              shown: putInlines(filling, exempt(String(MOST_RANKED))),
              count: putInlines(filling, exempt(String(parts))),
            }),
          ]
        : []),
    ],
    filling.locale,
  );
};

export const noteHelpers = {
  /** `chart-note ID… [PATH]`: the note a chart of these series, parts, sets or grids needs; the ids of `path S` may stand last; a grid is of its last year, or of `year=`. */
  'chart-note': (filling, at, args, named) => {
    const drawings = args.filter((a) => !Array.isArray(a)).map((id) => drawingOf(filling, at, id, named['year']));
    return putInlines(
      filling,
      ...chartNote(
        filling,
        drawings,
        args
          .filter((a) => Array.isArray(a))
          .flat()
          .map(String),
      ),
    );
  },
} as const satisfies Record<string, Helper>;
