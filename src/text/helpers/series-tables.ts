import { startingSentence } from '../../base/letter-case.ts';
import type { Block, Inline, TableColumn, TableRow } from '../../document/document.ts';
import { pointOf } from '../../figures/draft.ts';
import type { Figure, FigureGroup } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import { exempt, type Filling, groupOf, inlinesOf, plain, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, tableNote } from '../symbols.ts';
import { ratesOf, seriesFigures } from '../windows.ts';

type Named = Readonly<Record<string, unknown>>;
type TableBlock = Extract<Block, { kind: 'table' }>;

const figure = (id: string, form: 'value' | 'bare' | 'plain' | 'long' = 'bare'): Inline => ({ kind: 'figure', figure: id, form });

/** Ids of the sources that state the figures. */
export const sourcesOf = (figures: readonly (Figure | undefined)[]): readonly string[] => [
  ...new Set(figures.flatMap((f) => (f?.origin.kind === 'stated' ? [f.origin.citation.source] : []))),
];

/**
 * A table under a short heading in the deck, where the title of the slide says what it shows, and under a caption that is a
 * statement in the report.
 */
export const forBothMedia = (filling: Filling, table: TableBlock, named: Named): string => {
  const heading = inlinesOf(filling, named['heading']);
  return heading.length === 0
    ? putBlocks(filling, table)
    : putBlocks(filling, { ...table, caption: heading, only: 'deck' }, { ...table, only: 'report' });
};

const word = (filling: Filling, key: string): readonly Inline[] => say(filling, { span: NOWHERE }, key, {});

/** Years × series, then the published growth rates: what the sources say, side by side. */
const comparisonTable = (filling: Filling, groups: readonly FigureGroup[], named: Named): TableBlock => {
  const years = [...new Set(groups.flatMap((g) => seriesFigures(filling, g).map((f) => f.period.to)))].sort((a, b) => a - b);
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
  const rates = groups.map((g) => ratesOf(filling, g.id));
  // As many rows as the series with most stated rates needs; the rates their stories are told by stand in the last.
  const most = Math.max(0, ...rates.map((r) => r.length));
  const rateRow = (back: number): TableRow => ({
    emphasis: true,
    cells: [
      word(filling, 'compare.rate'),
      ...rates.map((own): readonly Inline[] => {
        const rate = own.at(-back);
        return rate
          ? [figure(rate.id, 'plain'), exempt(` (${filling.locale.years(rate.period.from, rate.period.to)})`)]
          : [exempt(filling.locale.notCovered)];
      }),
    ],
  });
  const columns: readonly TableColumn[] = [
    { header: word(filling, 'compare.year'), align: 'left', weight: 1 },
    ...groups.map((g): TableColumn => ({ header: [plain(g.short)], align: 'right', weight: 1.2 })),
  ];
  const rows = [...years.map(yearRow), ...Array.from({ length: most }, (_, i) => rateRow(most - i))];
  const units = [...new Set(groups.map((g) => filling.locale.unit(g.unit)))];
  return {
    kind: 'table',
    anchor: String(named['id'] ?? `table-${groups[0]?.id ?? ''}`),
    caption: inlinesOf(filling, named['caption']),
    subtitle: [exempt(filling.locale.list(units))],
    columns,
    rows,
    note: tableNote(filling, { columns, rows }, [inlinesOf(filling, named['note'])]),
    sources: sourcesOf([...groups.flatMap((g) => seriesFigures(filling, g)), ...rates.flat()]),
  };
};

/** Figures of the years on which publishers differ: the series' own first. */
export const competingFigures = (filling: Filling, seriesId: unknown): readonly Figure[] => {
  const series = filling.market.series.find((s) => s.id === seriesId);
  return (series?.points ?? [])
    .filter((p) => p.alternatives.length > 0)
    .flatMap((p) =>
      [...filling.draft.figures.values()].filter(
        (f) => f.origin.kind === 'stated' && (f.id === `${series?.id}.${p.year}` || f.id.startsWith(`${series?.id}.${p.year}.alt.`)),
      ),
    );
};

/** "In 2025 the published values run from … to …", where one year is contested and its values are exact. */
const competingCaption = (filling: Filling, figures: readonly Figure[]): readonly Inline[] => {
  const byValue = figures.filter((f) => exactValue(f) !== undefined).sort((a, b) => (exactValue(a) ?? 0) - (exactValue(b) ?? 0));
  const [low, high] = [byValue[0], byValue.at(-1)];
  const years = new Set(figures.map((f) => f.period.to));
  if (!low || !high || low === high || years.size > 1) return word(filling, 'size.competing-caption-plain');
  return say(filling, { span: NOWHERE }, 'size.competing-caption', {
    year: putInlines(filling, exempt(String(low.period.to))),
    low: putInlines(filling, figure(low.id, 'long')),
    high: putInlines(filling, figure(high.id, 'long')),
  });
};

/** One row for each publisher of a contested point. */
const competingTable = (filling: Filling, seriesId: string, named: Named): TableBlock | undefined => {
  const series = filling.market.series.find((s) => s.id === seriesId);
  if (!series) return undefined;
  const figures = competingFigures(filling, seriesId);
  const publisher = (f: Figure): string => {
    const id = f.origin.kind === 'stated' ? f.origin.citation.source : '';
    return filling.market.sources.find((s) => s.id === id)?.short ?? id;
  };
  const columns: readonly TableColumn[] = [
    { header: word(filling, 'competing.source'), align: 'left', weight: 3 },
    { header: word(filling, 'compare.year'), align: 'right', weight: 1 },
    { header: word(filling, 'competing.value'), align: 'right', weight: 1 },
  ];
  const rows = figures.map((f) => ({ emphasis: false, cells: [[exempt(publisher(f))], [exempt(String(f.period.to))], [figure(f.id)]] }));
  return {
    kind: 'table',
    anchor: String(named['id'] ?? `table-${seriesId}.sources`),
    caption: competingCaption(filling, figures),
    subtitle: [exempt(filling.locale.unit(series.unit))],
    columns,
    rows,
    note: tableNote(filling, { columns, rows }, [inlinesOf(filling, named['note'])]),
    sources: sourcesOf(figures),
  };
};

const headlineGroups = (filling: Filling): readonly FigureGroup[] =>
  filling.market.headline.flatMap((id) => filling.draft.groups.get(id) ?? []);

/** Series that are neither headlines nor cells of a cube. */
const otherGroups = (filling: Filling): readonly FigureGroup[] =>
  filling.market.series
    .filter((s) => Object.keys(s.members).length === 0 && !filling.market.headline.includes(s.id))
    .flatMap((s) => filling.draft.groups.get(s.id) ?? []);

/** "3 of 6 values are published; those of China’s market are withheld." */
const disclosedOf = (filling: Filling, groups: readonly FigureGroup[]): readonly Inline[] => {
  const known = (g: FigureGroup): number => seriesFigures(filling, g).filter((f) => f.quantity.kind !== 'undisclosed').length;
  const count = (n: number): string => putInlines(filling, exempt(String(n)));
  const withheld = groups.filter((g) => known(g) === 0);
  const total = groups.reduce((sum, g) => sum + known(g), 0);
  const all = groups.reduce((sum, g) => sum + g.members.length, 0);
  const key =
    total === 0 ? 'compare.none' : total === all ? 'compare.all' : withheld.length === 0 ? 'compare.known' : 'compare.known-withheld';
  return say(filling, { span: NOWHERE }, key, {
    count: total,
    known: count(total),
    all: count(all),
    markets: putInlines(filling, plain(filling.locale.list(withheld.map((g) => g.phrase)))),
  });
};

/** The lowest and the highest exact figure of the one year on which publishers differ; nothing where there is no such year. */
const competingEnds = (filling: Filling, series: unknown): readonly Figure[] => {
  const figures = competingFigures(filling, series).filter((f) => exactValue(f) !== undefined);
  const [low, high] = [Math.min, Math.max].map((end) => end(...figures.map((f) => exactValue(f) ?? 0)));
  if (figures.length < 2 || low === high || new Set(figures.map((f) => f.period.to)).size > 1) return [];
  return [low, high].flatMap((value) => figures.find((f) => exactValue(f) === value) ?? []);
};

export const seriesTableHelpers = {
  /** `competing-end S "low"|"high"`: the ends of what publishers say of one year; empty where they contest several, or none exactly. */
  'competing-end': (filling, _at, [series, end]) => competingEnds(filling, series)[end === 'low' ? 0 : 1]?.id ?? '',
  /** `compare "a" "b" caption=…`: the series side by side, year by year. Undefined names are left out. */
  compare: (filling, at, ids, named) => {
    const groups = ids.flat().flatMap((id) => (id === '' ? [] : (groupOf(filling, at, id) ?? [])));
    return groups.length === 0 ? '' : forBothMedia(filling, comparisonTable(filling, groups, named), named);
  },
  /** `compare-headlines heading=…`: the headline series; the caption says how many of the values are published. */
  'compare-headlines': (filling, _at, _ids, named) => {
    const groups = headlineGroups(filling);
    return forBothMedia(filling, { ...comparisonTable(filling, groups, named), caption: disclosedOf(filling, groups) }, named);
  },
  'other-series': (filling, _at, _args, named) => {
    const groups = otherGroups(filling);
    if (groups.length === 0) return '';
    const table = comparisonTable(filling, groups, named);
    // The unit stands alone under the caption.
    return putBlocks(filling, {
      ...table,
      subtitle: table.subtitle.map((i) => (i.kind === 'text' ? { ...i, text: startingSentence(i.text) } : i)),
    });
  },
  /** `other-names`: those series as a list; `other-years`: the years they cover. */
  'other-names': (filling) => putInlines(filling, plain(filling.locale.list(otherGroups(filling).map((g) => g.phrase)))),
  'other-years': (filling) => {
    const years = otherGroups(filling).flatMap((g) => seriesFigures(filling, g).map((f) => f.period.to));
    return putInlines(filling, exempt(filling.locale.years(Math.min(...years), Math.max(...years))));
  },
  /** `competing-table S`: what each publisher says of the years on which they differ. */
  'competing-table': (filling, _at, [series], named) => {
    const block = competingTable(filling, String(series), named);
    return block ? forBothMedia(filling, block, named) : '';
  },
} as const satisfies Record<string, Helper>;
