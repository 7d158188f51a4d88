import type { Block, Inline, TableColumn, TableRow } from '../../document/document.ts';
import { compare } from '../../figures/derive/change.ts';
import { pointOf } from '../../figures/draft.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import type { Cube, Dimension } from '../../market/market.ts';
import { exempt, type Filling, inlinesOf, NOWHERE, plain, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { seriesFigures, sourcesOf } from './blocks.ts';

/** A cube along one of its dimensions, all others at their total. */
interface Cut {
  readonly cube: Cube;
  readonly dimension: Dimension;
  readonly seriesAt: (member: string) => string;
  readonly totals: readonly Figure[];
  /** First year, latest year that is no forecast, last year. Growth is told from the second to the third. */
  readonly years: readonly number[];
  readonly from: number;
  readonly to: number;
}

const cutOf = (filling: Filling, cubeId: unknown, dimensionId: unknown): Cut | undefined => {
  const cube = filling.market.cubes.find((c) => c.id === cubeId);
  const dimension = filling.market.dimensions.find((d) => d.id === dimensionId);
  if (!cube || !dimension) return undefined;
  const axis = cube.dimensions.indexOf(dimension.id);
  const seriesAt = (member: string): string => [cube.id, ...cube.dimensions.map((_, i) => (i === axis ? member : 'total'))].join('.');
  const group = filling.draft.groups.get(seriesAt('total'));
  const totals = group ? seriesFigures(filling, group) : [];
  const from = totals.filter((f) => f.status !== 'forecast').at(-1)?.period.to ?? cube.years[0] ?? 0;
  const years = [...new Set([cube.years[0] ?? from, from, cube.years.at(-1) ?? from])];
  return { cube, dimension, seriesAt, totals, years, from, to: years.at(-1) ?? from };
};

/** Members of a dimension × chosen years with total and growth. */
const cubeTable = (filling: Filling, cut: Cut, named: Readonly<Record<string, unknown>>): Block => {
  const { cube, dimension, seriesAt, totals, years, from, to } = cut;
  const row = (label: readonly Inline[], series: string, emphasis: boolean): TableRow => ({
    emphasis,
    cells: [
      label,
      ...years.map((y): readonly Inline[] => {
        const point = pointOf(filling.draft, series, y);
        return [point ? { kind: 'figure', figure: point.id, form: 'bare' } : exempt(filling.locale.notCovered)];
      }),
      [
        from === to
          ? exempt(filling.locale.notCovered)
          : { kind: 'figure', figure: compare(filling.draft, 'cagr', series, from, to).id, form: 'value' },
      ],
    ],
  });
  return {
    kind: 'table',
    anchor: String(named['id'] ?? `table-${cube.id}.${dimension.id}`),
    caption: inlinesOf(filling, named['caption']),
    subtitle: [exempt(filling.locale.unit(cube.unit))],
    columns: [
      { header: [plain(dimension.label)], align: 'left', weight: 2.5 },
      ...years.map((y): TableColumn => ({ header: [exempt(String(y))], align: 'right', weight: 1 })),
      { header: [exempt(`${filling.locale.words.cagr} ${filling.locale.years(from, to)}`)], align: 'right', weight: 1.7 },
    ],
    rows: [
      ...dimension.members.map((m) => row([plain(m.label)], seriesAt(m.id), false)),
      ...(totals.length > 0 ? [row(say(filling, NOWHERE, 'cube.total', {}), seriesAt('total'), true)] : []),
    ],
    note: inlinesOf(filling, named['note']),
    sources: sourcesOf(totals),
  };
};

interface Grower {
  readonly name: string;
  readonly rate: Figure;
}

/** The member with the highest growth rate, of those whose rate is known. */
const fastest = (filling: Filling, cut: Cut | undefined): Grower | undefined =>
  cut?.dimension.members
    .filter((m) => !m.residual && cut.from !== cut.to && filling.draft.groups.has(cut.seriesAt(m.id)))
    .map((m): Grower => ({ name: m.label, rate: compare(filling.draft, 'cagr', cut.seriesAt(m.id), cut.from, cut.to) }))
    .filter((g) => exactValue(g.rate) !== undefined)
    .sort((a, b) => (exactValue(b.rate) ?? 0) - (exactValue(a.rate) ?? 0))[0];

export const cubeHelpers = {
  /** `last-year CUBE`. */
  'last-year': (filling, _at, [cube]) =>
    putInlines(filling, exempt(String(filling.market.cubes.find((c) => c.id === cube)?.years.at(-1) ?? ''))),
  /** `fastest CUBE DIMENSION`: the highest known growth rate of a member to the last year; empty when none is known. */
  fastest: (filling, _at, [cube, dimension]) => fastest(filling, cutOf(filling, cube, dimension))?.rate.id ?? '',
  /** `fastest-name CUBE DIMENSION`: whose rate that is. */
  'fastest-name': (filling, _at, [cube, dimension]) =>
    putInlines(filling, plain(fastest(filling, cutOf(filling, cube, dimension))?.name ?? '')),
  /** `cube-table CUBE DIMENSION caption=…`: the members over the years with total and growth. */
  'cube-table': (filling, _at, [cube, dimension], named) => {
    const cut = cutOf(filling, cube, dimension);
    return cut ? putBlocks(filling, cubeTable(filling, cut, named)) : '';
  },
} as const satisfies Record<string, Helper>;
