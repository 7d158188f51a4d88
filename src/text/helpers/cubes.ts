import type { Inline, TableColumn, TableRow } from '../../document/document.ts';
import { compare } from '../../figures/derive/change.ts';
import { share } from '../../figures/derive/share.ts';
import { pointOf } from '../../figures/draft.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue, PERCENT } from '../../figures/quantity.ts';
import { exempt, type Filling, inlinesOf, plain, putInlines } from '../context.ts';
import { type Cut, cutOf } from '../cut.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { NOWHERE, tableNote } from '../symbols.ts';
import { hasCertainShare } from './rankings.ts';
import { forBothMedia, sourcesOf } from './series-tables.ts';

/** Keeps a range of years in one piece where a header breaks: readers break after a dash. */
const unbroken = (years: string): string => years.replace('\u2013', '\u2013\u2060');

const ALL: Figure = {
  id: 'all',
  label: '',
  quantity: { kind: 'value', value: 100, decimals: 1 },
  unit: PERCENT,
  period: { from: 0, to: 0 },
  status: 'derived',
  origin: { kind: 'derived', rule: 'share', from: [] },
  signed: false,
};

/** Said only where the printed shares do not add up to the whole. */
const roundingNote = (filling: Filling, shares: readonly (Figure | undefined)[], whole: Inline): readonly Inline[] => {
  const printed = shares.map(exactValue).map((v) => (v === undefined ? undefined : Math.round(v * 10)));
  if (printed.includes(undefined) || printed.length === 0) return [];
  return printed.reduce<number>((sum, v) => sum + (v ?? 0), 0) === 1000
    ? []
    : say(filling, { span: NOWHERE }, 'note.rounding', { whole: putInlines(filling, whole) });
};

/** Members of a dimension × chosen years with share, total and growth. */
const cubeTable = (filling: Filling, cut: Cut, named: Readonly<Record<string, unknown>>): string => {
  const { cube, dimension, members, seriesAt, totals, years, from, to } = cut;
  const at = { span: NOWHERE };
  const nothing: Inline = exempt(filling.locale.notCovered);
  const whole = totals.find((f) => f.period.to === from);
  const shareIn = (series: string): Figure | undefined => {
    const part = pointOf(filling.draft, series, from);
    return part && whole && share(filling.draft, part.id, whole.id);
  };
  const cell = (figure: Figure | undefined, form: 'bare' | 'plain' | 'value'): readonly Inline[] => [
    figure ? { kind: 'figure', figure: figure.id, form } : nothing,
  ];
  // The whole is all of itself: said in print, and nothing to trace.
  const everything: Inline = exempt(filling.locale.print(ALL, 'value'));
  const row = (label: readonly Inline[], series: string, emphasis: boolean): TableRow => ({
    emphasis,
    cells: [
      label,
      ...years.map((y) => cell(pointOf(filling.draft, series, y), 'bare')),
      ...(whole ? [series === seriesAt('total') ? [everything] : cell(shareIn(series), 'value')] : []),
      ...(from === to ? [] : [cell(compare(filling.draft, 'cagr', series, from, to), 'plain')]),
    ],
  });
  const statusIn = (year: number) => totals.find((f) => f.period.to === year)?.status;
  const head = (year: number): string => {
    const status = statusIn(year);
    return status === undefined ? String(year) : filling.locale.period(year, status);
  };
  const columns: readonly TableColumn[] = [
    { header: [plain(dimension.label)], align: 'left', weight: 2.4 },
    ...years.map((y): TableColumn => ({ header: [exempt(head(y))], align: 'right', weight: 1.1 })),
    ...(whole
      ? [
          {
            header: say(filling, at, 'cube.share', { year: putInlines(filling, exempt(String(from))) }),
            align: 'right',
            weight: 1,
          } as const,
        ]
      : []),
    ...(from === to
      ? []
      : [
          {
            header: [exempt(`${filling.locale.words.cagr} ${unbroken(filling.locale.years(from, to))}`)],
            align: 'right',
            weight: 1.35,
          } as const,
        ]),
  ];
  const rows = [
    ...members.map((m) => row([plain(m.label)], seriesAt(m.id), false)),
    ...(totals.length > 0 ? [row(say(filling, at, 'cube.total', {}), seriesAt('total'), true)] : []),
  ];
  const rounding = roundingNote(
    filling,
    members.map((m) => shareIn(seriesAt(m.id))),
    everything,
  );
  return forBothMedia(
    filling,
    {
      kind: 'table',
      anchor: String(named['id'] ?? `table-${cube.id}.${dimension.id}`),
      caption: inlinesOf(filling, named['caption']),
      subtitle: [exempt(filling.locale.unit(cube.unit))],
      columns,
      rows,
      note: tableNote(
        filling,
        { columns, rows },
        [inlinesOf(filling, named['note']), rounding],
        years.flatMap((y) => statusIn(y) ?? []),
      ),
      sources: sourcesOf(totals),
    },
    named,
  );
};

interface Grower {
  readonly name: string;
  readonly rate: Figure;
}

/** The member with the highest growth rate. None while a rate is unknown: it might be the highest. */
const fastest = (filling: Filling, cut: Cut | undefined): Grower | undefined => {
  const growers = (cut?.dimension.members ?? [])
    .filter((m) => !m.residual && cut && cut.from !== cut.to && filling.draft.groups.has(cut.seriesAt(m.id)))
    .flatMap((m): readonly Grower[] =>
      cut ? [{ name: m.label, rate: compare(filling.draft, 'cagr', cut.seriesAt(m.id), cut.from, cut.to) }] : [],
    );
  if (growers.some((g) => exactValue(g.rate) === undefined)) return undefined;
  return growers.sort((a, b) => (exactValue(b.rate) ?? 0) - (exactValue(a.rate) ?? 0))[0];
};

export const cubeHelpers = {
  /** `last-year CUBE`. */
  'last-year': (filling, _at, [cube]) =>
    putInlines(filling, exempt(String(filling.market.cubes.find((c) => c.id === cube)?.years.at(-1) ?? ''))),
  /** `fastest CUBE DIMENSION`: the highest known growth rate of a member to the last year; empty when none is known. */
  fastest: (filling, _at, [cube, dimension]) => fastest(filling, cutOf(filling, cube, dimension))?.rate.id ?? '',
  /** `fastest-name CUBE DIMENSION`: whose rate that is. */
  'fastest-name': (filling, _at, [cube, dimension]) =>
    putInlines(filling, plain(fastest(filling, cutOf(filling, cube, dimension))?.name ?? '')),
  /** `grows-and-leads CUBE DIMENSION`: whether it is certain which member is the largest, with its share, and which grows fastest. */
  'grows-and-leads': (filling, _at, [cube, dimension]) => {
    const cut = cutOf(filling, cube, dimension);
    const slice = cut && filling.draft.groups.get(`${cut.cube.id}.${cut.dimension.id}.${cut.from}`);
    return slice !== undefined && fastest(filling, cut) !== undefined && hasCertainShare(filling, slice);
  },
  /** `cube-table CUBE DIMENSION heading=… caption=…`: the members over the years with share, total and growth. */
  'cube-table': (filling, _at, [cube, dimension], named) => {
    const cut = cutOf(filling, cube, dimension);
    return cut ? cubeTable(filling, cut, named) : '';
  },
} as const satisfies Record<string, Helper>;
