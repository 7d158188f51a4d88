import type { Block, Inline, TableColumn, TableRow, Tone } from '../../document/document.ts';
import { withReferences } from '../../document/inlines.ts';
import { MOST_RANKED } from '../../figures/derive/share.ts';
import { pointOf } from '../../figures/draft.ts';
import type { Figure, FigureGroup } from '../../figures/ledger.ts';
import { exempt, type Filling, groupOf, inlinesOf, NOWHERE, plain, publishedRate, put, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { narrativeOf, sourceEntry } from './words.ts';

const figure = (id: string, form: 'value' | 'bare' | 'plain' = 'bare'): Inline => ({ kind: 'figure', figure: id, form });

const isTone = (tone: unknown): tone is Tone => tone === 'positive' || tone === 'negative';

/** The figures of a series in order of their years. */
export const seriesFigures = (filling: Filling, group: FigureGroup): readonly Figure[] =>
  group.members.flatMap((m) => filling.draft.figures.get(m.figure) ?? []);

/** Ids of the sources that state the figures. */
export const sourcesOf = (figures: readonly (Figure | undefined)[]): readonly string[] => [
  ...new Set(figures.flatMap((f) => (f?.origin.kind === 'stated' ? [f.origin.citation.source] : []))),
];

/** Years × series, then the published growth rates: what the sources say, side by side. */
const comparisonTable = (filling: Filling, groups: readonly FigureGroup[], named: Readonly<Record<string, unknown>>): Block => {
  const years = [...new Set(groups.flatMap((g) => seriesFigures(filling, g).map((f) => f.period.to)))].sort((a, b) => a - b);
  const word = (key: string): readonly Inline[] => say(filling, NOWHERE, key, {});
  const yearRow = (year: number): TableRow => ({
    emphasis: false,
    cells: [
      [exempt(String(year))],
      ...groups.map((g): readonly Inline[] => {
        const point = pointOf(filling.draft, g.id, year);
        return [point ? figure(point.id) : exempt(filling.locale.notCovered)];
      }),
    ],
  });
  const rates = groups.map((g) => publishedRate(filling, g.id));
  const rateRow: TableRow = {
    emphasis: true,
    cells: [
      word('compare.rate'),
      ...rates.map((r): readonly Inline[] =>
        r ? [figure(r.id, 'plain'), exempt(` (${filling.locale.years(r.period.from, r.period.to)})`)] : [exempt(filling.locale.notCovered)],
      ),
    ],
  };
  const columns: readonly TableColumn[] = [
    { header: word('compare.year'), align: 'left', weight: 1 },
    ...groups.map((g): TableColumn => ({ header: [plain(g.short)], align: 'right', weight: 1.2 })),
  ];
  const units = [...new Set(groups.map((g) => filling.locale.unit(g.unit)))];
  return {
    kind: 'table',
    anchor: String(named['id'] ?? `table-${groups[0]?.id ?? ''}`),
    caption: inlinesOf(filling, named['caption']),
    subtitle: [exempt(filling.locale.list(units))],
    columns,
    rows: [...years.map(yearRow), ...(rates.some((r) => r) ? [rateRow] : [])],
    note: inlinesOf(filling, named['note']),
    sources: sourcesOf([...groups.flatMap((g) => seriesFigures(filling, g)), ...rates]),
  };
};

/** One row for each publisher of a contested point. */
const competingTable = (filling: Filling, seriesId: string, named: Readonly<Record<string, unknown>>): Block | undefined => {
  const series = filling.market.series.find((s) => s.id === seriesId);
  const word = (key: string): readonly Inline[] => say(filling, NOWHERE, key, {});
  if (!series) return undefined;
  const figures = series.points
    .filter((p) => p.alternatives.length > 0)
    .flatMap((p) =>
      [...filling.draft.figures.values()].filter(
        (f) => f.id === `${series.id}.${p.year}` || f.id.startsWith(`${series.id}.${p.year}.alt.`),
      ),
    );
  const publisher = (f: Figure): string => {
    const id = f.origin.kind === 'stated' ? f.origin.citation.source : '';
    return filling.market.sources.find((s) => s.id === id)?.short ?? id;
  };
  return {
    kind: 'table',
    anchor: String(named['id'] ?? `table-${seriesId}.sources`),
    caption: inlinesOf(filling, named['caption']),
    subtitle: [exempt(filling.locale.unit(series.unit))],
    columns: [
      { header: word('competing.source'), align: 'left', weight: 3 },
      { header: word('compare.year'), align: 'right', weight: 1 },
      { header: word('competing.value'), align: 'right', weight: 1 },
    ],
    rows: figures.map((f) => ({ emphasis: false, cells: [[exempt(publisher(f))], [exempt(String(f.period.to))], [figure(f.id)]] })),
    note: inlinesOf(filling, named['note']),
    sources: sourcesOf(figures),
  };
};

/** The note under a chart or table of a series: what was computed, what is withheld, what the letters mean. */
const chartNote = (filling: Filling, group: FigureGroup, path: readonly string[]): readonly Inline[] => {
  const figures = seriesFigures(filling, group);
  const derived = path.flatMap((id) => filling.draft.figures.get(id) ?? []);
  const has = (test: (f: Figure) => boolean): boolean => figures.some(test);
  const at = NOWHERE;
  const notes: (readonly Inline[])[] = [];
  const [firstDerived, lastDerived] = [derived[0], derived.at(-1)];
  const rate = firstDerived?.origin.kind === 'derived' ? firstDerived.origin.from[1] : undefined;
  const start = firstDerived?.origin.kind === 'derived' ? firstDerived.origin.from[0] : undefined;
  if (firstDerived && lastDerived && rate && start)
    notes.push(
      say(filling, at, 'note.derived', {
        years: putInlines(filling, exempt(filling.locale.years(firstDerived.period.to, lastDerived.period.to))),
        rate: putInlines(filling, figure(rate, 'plain')),
        start: putInlines(filling, exempt(String(filling.draft.figures.get(start)?.period.to ?? ''))),
      }),
    );
  if (has((f) => f.quantity.kind === 'undisclosed')) notes.push(say(filling, at, 'note.undisclosed', {}));
  if (has((f) => f.quantity.kind === 'range' || (f.quantity.kind === 'value' && f.quantity.qualifier !== undefined)))
    notes.push(say(filling, at, 'note.qualified', {}));
  if (group.kind === 'parts' && group.members.length > MOST_RANKED)
    notes.push(
      say(filling, at, 'note.largest', {
        shown: putInlines(filling, exempt(String(MOST_RANKED))),
        count: putInlines(filling, exempt(String(group.members.length))),
      }),
    );
  if (group.kind === 'series') notes.push(say(filling, at, 'note.status', {}));
  return notes.flatMap((n, i) => (i === 0 ? n : [plain(' '), ...n]));
};

export const blockHelpers = {
  /** `prose "drivers"`: the paragraphs of the data. */
  prose: (filling, at, [name]) => {
    const narrative = narrativeOf(filling, at, name);
    return narrative ? put(filling, { kind: 'prose', markdown: narrative.body, span: narrative.bodySpan }) : '';
  },
  /** `points "drivers" heading=(word "drivers") tone="positive"`: statement rows. */
  points: (filling, at, [name], named) => {
    const narrative = narrativeOf(filling, at, name);
    if (!narrative) return '';
    return putBlocks(filling, {
      kind: 'rows',
      heading: inlinesOf(filling, named['heading']),
      tone: isTone(named['tone']) ? named['tone'] : 'neutral',
      rows: narrative.points.map((p) => ({ label: [plain(p.label)], text: withReferences(p.text, 'value') })),
    });
  },
  /** `compare "a" "b" caption=…`: the series side by side, year by year. Undefined names are left out. */
  compare: (filling, at, ids, named) => {
    const groups = ids.flat().flatMap((id) => (id === '' ? [] : (groupOf(filling, at, id) ?? [])));
    return groups.length === 0 ? '' : putBlocks(filling, comparisonTable(filling, groups, named));
  },
  'compare-headlines': (filling, _at, _ids, named) => {
    const groups = filling.market.headline.flatMap((id) => filling.draft.groups.get(id) ?? []);
    return putBlocks(filling, comparisonTable(filling, groups, named));
  },
  'other-series': (filling, _at, _args, named) => {
    const { headline, series } = filling.market;
    const groups = series
      .filter((s) => Object.keys(s.members).length === 0 && !headline.includes(s.id))
      .flatMap((s) => filling.draft.groups.get(s.id) ?? []);
    return groups.length === 0 ? '' : putBlocks(filling, comparisonTable(filling, groups, named));
  },
  'competing-table': (filling, _at, [series], named) => {
    const block = competingTable(filling, String(series), named);
    return block ? putBlocks(filling, block) : '';
  },
  /** `players-table`: name, role, share where a breakdown states one. */
  'players-table': (filling, at, _args, named) => {
    const shares = filling.market.breakdowns.flatMap((b) => b.items.map((i) => [i.id, `${b.id}.${i.id}`] as const));
    const shareOf = new Map(shares);
    const withShare = filling.market.players.some((p) => shareOf.has(p.id));
    return putBlocks(filling, {
      kind: 'table',
      anchor: String(named['id'] ?? 'table-players'),
      caption: inlinesOf(filling, named['caption']),
      subtitle: [],
      columns: [
        { header: say(filling, at, 'players.name', {}), align: 'left', weight: 1.6 },
        { header: say(filling, at, 'players.role', {}), align: 'left', weight: 3 },
        ...(withShare ? [{ header: say(filling, at, 'players.share', {}), align: 'right', weight: 0.9 } as const] : []),
      ],
      rows: filling.market.players.map((p) => {
        const id = shareOf.get(p.id);
        const share: readonly Inline[] = [id === undefined ? exempt(filling.locale.notCovered) : figure(id, 'value')];
        return { emphasis: false, cells: [[plain(p.name)], [plain(p.role ?? '')], ...(withShare ? [share] : [])] };
      }),
      note: inlinesOf(filling, named['note']),
      sources: [...new Set(filling.market.players.flatMap((p) => p.citation?.source ?? []))],
    });
  },
  /** `chart-note S PATH`: the note a chart of the series needs. */
  'chart-note': (filling, at, [id, path]) => {
    const group = groupOf(filling, at, id);
    return group ? putInlines(filling, ...chartNote(filling, group, Array.isArray(path) ? path : [])) : '';
  },
  /** `sources-list`: the numbered sources. */
  'sources-list': (filling) =>
    putBlocks(filling, {
      kind: 'sources',
      entries: filling.market.sources.map((s) => ({ source: s.id, number: s.number, inlines: sourceEntry(s, filling.locale.date) })),
    }),
  'abbreviations-table': (filling, at, _args, named) =>
    putBlocks(filling, {
      kind: 'table',
      anchor: 'table-abbreviations',
      caption: inlinesOf(filling, named['caption']),
      subtitle: [],
      columns: [
        { header: say(filling, at, 'abbreviations.short', {}), align: 'left', weight: 1 },
        { header: say(filling, at, 'abbreviations.long', {}), align: 'left', weight: 4 },
      ],
      rows: Object.entries(filling.market.abbreviations).map(([k, v]) => ({ emphasis: false, cells: [[plain(k)], [plain(v)]] })),
      note: [],
      sources: [],
    }),
} as const satisfies Record<string, Helper>;
