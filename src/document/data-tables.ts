import type { Drawn, DrawnSeries } from '../figures/drawn/drawn.ts';
import type { BlockOf, Inline, TableRow } from './document.ts';

/** Columns of figures a page has room for; more stand in a further table. */
const MOST_COLUMNS = 6;

export interface DataTableWords {
  /** Before the mention of the chart: "Data of". */
  readonly caption: readonly Inline[];
  readonly item: readonly Inline[];
  readonly value: readonly Inline[];
}

interface Line {
  readonly id: string;
  readonly label: readonly Inline[];
  readonly emphasis: boolean;
}

const said = (text: string): readonly Inline[] => [{ kind: 'text', text, exempt: true }];

const seriesLines = (drawn: Drawn, words: DataTableWords): readonly (Line & { readonly series: DrawnSeries })[] =>
  [...drawn.series, ...(drawn.total ? [drawn.total] : [])].map((series) => ({
    id: series.id,
    label: said(series.label === '' ? '' : series.label),
    emphasis: series.role === 'total',
    series,
    ...(series.label === '' ? { label: words.value } : {}),
  }));

const figureAt = (series: DrawnSeries, place: string): readonly Inline[] => {
  if (series.when !== undefined) return said(String(series.when));
  const point = series.points.find((p) => p.at === place);
  return point ? [{ kind: 'figure', figure: point.figure, form: 'bare' }] : said('–');
};

/** A year, as one of its figures prints it; else the name of a column. */
const placeLabel = (drawn: Drawn, place: Drawn['places'][number]): readonly Inline[] => {
  const all = [...drawn.series, ...(drawn.total ? [drawn.total] : [])];
  const point = all.flatMap((s) => s.points).find((p) => p.at === place.id);
  return point && /^\d{4}$/.test(place.id) ? [{ kind: 'figure', figure: point.figure, form: 'year' }] : said(place.label);
};

/** ", US$ billion". */
const unitOf = ({ series }: Drawn): readonly Inline[] => {
  const figure = series.flatMap((s) => s.points)[0]?.figure;
  return figure === undefined
    ? []
    : [
        { kind: 'text', text: ', ' },
        { kind: 'figure', figure, form: 'unit' },
      ];
};

const tableBlock = (
  chart: BlockOf<'chart'>,
  part: number,
  head: readonly Line[],
  rows: readonly TableRow[],
  words: DataTableWords,
): BlockOf<'table'> => ({
  kind: 'table',
  group: 'data-tables',
  anchor: part === 0 ? `data-${chart.anchor}` : `data-${chart.anchor}-${part + 1}`,
  caption: [...words.caption, { kind: 'text', text: ' ' }, { kind: 'reference', anchor: chart.anchor }],
  subtitle: [...(chart.heading.length > 0 ? chart.heading : said(chart.spec.drawn.label)), ...unitOf(chart.spec.drawn)],
  columns: [
    { header: words.item, align: 'left', weight: 2 },
    ...head.map((h) => ({ header: h.label, align: 'right', weight: 1 }) as const),
  ],
  rows,
  note: [],
  sources: [],
});

const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** The figures of one chart as tables: whichever is more, series or places, goes down. */
const tablesOf = (chart: BlockOf<'chart'>, words: DataTableWords): readonly BlockOf<'table'>[] => {
  const { drawn } = chart.spec;
  const series = seriesLines(drawn, words);
  const places = drawn.places.map((p): Line => ({ id: p.id, label: placeLabel(drawn, p), emphasis: false }));
  // Moments have a year each and no names of places.
  const moments = drawn.series.some((s) => s.when !== undefined);
  if (series.length <= places.length && !moments) {
    return chunks(series, MOST_COLUMNS).map((head, part) => {
      const rows = places.map((p): TableRow => ({ cells: [p.label, ...head.map((s) => figureAt(s.series, p.id))], emphasis: false }));
      return tableBlock(chart, part, head, rows, words);
    });
  }
  const heads = places.length === 1 ? places.map((p) => ({ ...p, label: words.value })) : places;
  return chunks(heads, MOST_COLUMNS).map((head, part) => {
    const rows = series.map((s): TableRow => ({ cells: [s.label, ...head.map((p) => figureAt(s.series, p.id))], emphasis: s.emphasis }));
    return tableBlock(chart, part, head, rows, words);
  });
};

/** What every chart draws, as tables for those who cannot see it, chart by chart. */
export const dataTables = (charts: readonly BlockOf<'chart'>[], words: DataTableWords): readonly BlockOf<'table'>[] =>
  charts.flatMap((chart) => tablesOf(chart, words));
