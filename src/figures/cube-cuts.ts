import { filled } from '../base/pattern.ts';
import { cubeSeriesId } from '../market/figure-ids.ts';
import type { Cube, Dimension, Market, Member } from '../market/market.ts';
import { smallLettersOf } from '../market/small-letters.ts';
import type { FigureGrid, Ledger, MemberRole, SeriesSet, SetMember } from './ledger.ts';

/** Residual parts stand last and grey, a subject stands out. */
export const roleOf = (member: Pick<Member, 'residual' | 'subject'>): MemberRole => {
  if (member.residual) return 'other';
  return member.subject ? 'subject' : 'plain';
};

const dimensionsOf = (market: Market, cube: Cube): readonly Dimension[] =>
  cube.dimensions.flatMap((id) => market.dimensions.filter((d) => d.id === id));

/** For each dimension its members over the years, with their total: what stacked columns show. */
export const cubeSets = (market: Market, cube: Cube, ledger: Ledger): readonly SeriesSet[] => {
  const small = smallLettersOf(market).ofDimension;
  return dimensionsOf(market, cube).map((dimension) => {
    const total = cubeSeriesId(cube, {});
    return {
      id: `${cube.id}.${dimension.id}`,
      label: filled(ledger.names.by, { measure: cube.label, dimension: small(dimension.label) }),
      short: dimension.label,
      unit: cube.unit,
      members: dimension.members
        .map((m): SetMember => ({ id: cubeSeriesId(cube, { [dimension.id]: m.id }), label: m.label, role: roleOf(m) }))
        .filter((m) => ledger.groups.has(m.id)),
      ...(ledger.groups.has(total) ? { total } : {}),
    };
  });
};

/** Each pair of dimensions. A cube of two has one grid, of its own id; of more, each pair is named by both. */
export const cubeGrids = (market: Market, cube: Cube, { names }: Ledger): readonly FigureGrid[] => {
  const dimensions = dimensionsOf(market, cube);
  const small = smallLettersOf(market).ofDimension;
  const members = (d: Dimension): readonly SetMember[] => d.members.map((m) => ({ id: m.id, label: m.label, role: roleOf(m) }));
  return dimensions.flatMap((row, i) =>
    dimensions.slice(i + 1).map(
      (column): FigureGrid => ({
        id: dimensions.length === 2 ? cube.id : `${cube.id}.${row.id}.${column.id}`,
        label: filled(names.byTwo, { measure: cube.label, dimension: small(row.label), second: small(column.label) }),
        short: cube.short,
        unit: cube.unit,
        years: cube.years,
        rows: members(row),
        columns: members(column),
        seriesAt: (r, c) => cubeSeriesId(cube, { [row.id]: r, [column.id]: c }),
      }),
    ),
  );
};
