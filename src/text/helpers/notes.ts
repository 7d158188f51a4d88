import type { Inline } from '../../document/document.ts';
import { MOST_RANKED } from '../../figures/derive/share.ts';
import type { Figure, FigureGroup } from '../../figures/ledger.ts';
import { exempt, type Filling, groupOf, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, sentences, symbolNotes } from '../symbols.ts';
import { seriesFigures } from './series-tables.ts';

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

/** The note under a chart: what was computed, how withheld values and ranges are drawn, what its signs and letters mean. */
const chartNote = (filling: Filling, group: FigureGroup, path: readonly string[]): readonly Inline[] => {
  const figures = seriesFigures(filling, group);
  const derived = path.flatMap((id) => filling.draft.figures.get(id) ?? []);
  const word = (key: string, args: Readonly<Record<string, unknown>> = {}): readonly Inline[] => say(filling, { span: NOWHERE }, key, args);
  const has = (kind: Figure['quantity']['kind']): boolean => figures.some((f) => f.quantity.kind === kind);
  const symbols = symbolNotes(filling, {
    figures: [...figures, ...derived].map((figure) => ({ figure, form: 'bare' })),
    notCovered: false,
    letters: group.kind === 'series' ? [...figures, ...derived].map((f) => f.status) : [],
  });
  const largest = group.kind === 'parts' && group.members.length > MOST_RANKED;
  return sentences([
    derivedNote(filling, derived),
    ...symbols,
    ...(has('undisclosed') ? [word('note.heights')] : []),
    ...(has('range') ? [word('note.range')] : []),
    ...(largest
      ? [
          word('note.largest', {
            shown: putInlines(filling, exempt(String(MOST_RANKED))),
            count: putInlines(filling, exempt(String(group.members.length))),
          }),
        ]
      : []),
  ]);
};

export const noteHelpers = {
  /** `chart-note S PATH`: the note a chart of the series needs. */
  'chart-note': (filling, at, [id, path]) => {
    const group = groupOf(filling, at, id);
    return group ? putInlines(filling, ...chartNote(filling, group, Array.isArray(path) ? path : [])) : '';
  },
} as const satisfies Record<string, Helper>;
