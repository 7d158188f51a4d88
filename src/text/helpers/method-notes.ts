import type { BlockOf } from '../../document/document.ts';
import type { Figure } from '../../figures/ledger.ts';
import { type CallSite, exempt, type Filling, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { rateOf, seriesFigures } from '../windows.ts';

type StatementRow = BlockOf<'rows'>['rows'][number];

/** Series named one by one; of more, the number of the others is told. */
const MOST_NAMED = 4;

/** "Order intake (2026)": a series with some of its years. */
const namedYears = (filling: Filling, series: string, years: readonly number[]): string => {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const consecutive = years.length > 1 && last - first === years.length - 1;
  const told = consecutive ? filling.locale.years(first, last) : filling.locale.list(years.map(String));
  return `${filling.draft.groups.get(series)?.phrase ?? series} (${told})`;
};

/** Years of each series that hold a figure of some sort. */
const yearsBySeries = (filling: Filling, isMeant: (f: Figure) => boolean, seriesOf: (f: Figure) => string): readonly string[] => {
  const years = new Map<string, number[]>();
  for (const f of filling.draft.figures.values()) if (isMeant(f)) years.set(seriesOf(f), [...(years.get(seriesOf(f)) ?? []), f.period.to]);
  return [...years]
    .filter(([s]) => filling.draft.groups.has(s))
    .map(([s, all]) =>
      namedYears(
        filling,
        s,
        all.toSorted((a, b) => a - b),
      ),
    );
};

const series = (id: string): string => id.replace(/(?:\.path)?\.\d{4}$/, '');

/** Rows on the windows of growth, on what is derived and withheld, and on rounding; those the market file tells of itself are left out. */
const rowsOf = (filling: Filling, at: CallSite): readonly StatementRow[] => {
  const { market, draft, locale } = filling;
  const row = (key: string, names: readonly string[]): readonly StatementRow[] => {
    if (names.length === 0) return [];
    const shown = names.length > MOST_NAMED + 1 ? names.slice(0, MOST_NAMED) : names;
    const list = putInlines(filling, exempt(locale.list(shown)));
    const more = putInlines(filling, exempt(String(names.length - shown.length)));
    const label = say(filling, at, `method.${key}`, {});
    return [{ label, text: say(filling, at, `method.${key}-${shown === names ? 'text' : 'more'}`, { list, more }) }];
  };
  const windows = market.headline.flatMap((id) => {
    const group = draft.groups.get(id);
    const rate = group && seriesFigures(filling, group).length > 1 ? rateOf(filling, group) : undefined;
    return group && rate && rate.quantity.kind !== 'undisclosed'
      ? [`${group.phrase} (${locale.years(rate.period.from, rate.period.to)})`]
      : [];
  });
  const derived = yearsBySeries(
    filling,
    (f) => f.origin.kind === 'derived' && f.origin.rule === 'compound',
    (f) => series(f.id),
  );
  const withheld = yearsBySeries(
    filling,
    (f) => f.origin.kind === 'stated' && f.quantity.kind === 'undisclosed' && /\.\d{4}$/.test(f.id),
    (f) => series(f.id),
  );
  const rows = [
    ...row('windows', windows),
    ...row('derived', derived),
    ...row('withheld', withheld),
    { label: say(filling, at, 'method.rounding', {}), text: say(filling, at, 'method.rounding-text', {}) },
  ];
  const told = market.method.map((m) => m.label.toLowerCase());
  return rows.filter(
    ({ label }) =>
      !told.includes(
        label
          .map((i) => (i.kind === 'text' ? i.text : ''))
          .join('')
          .toLowerCase(),
      ),
  );
};

export const methodNoteHelpers = {
  /** `method-notes`: what holds for any briefing, for the report: windows of growth, derived and withheld years, rounding. */
  'method-notes': (filling, at) => {
    const rows = rowsOf(filling, at);
    return rows.length === 0 ? '' : putBlocks(filling, { kind: 'rows', heading: [], tone: 'neutral', rows });
  },
} as const satisfies Record<string, Helper>;
