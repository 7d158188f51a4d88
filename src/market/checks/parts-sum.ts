import type { Diagnostic } from '../../base/diagnostic.ts';
import { halfUnit } from '../decimal.ts';
import type { Cube, Market, Point, Series } from '../market.ts';
import type { Check } from './check.ts';

interface Sum {
  readonly total: Series;
  readonly dimension: string;
  readonly parts: readonly Series[];
  /** Members of the dimension, listed in the cube or not. */
  readonly members: number;
}

/** Every row of a cube that is a total, with the rows it is the total of, in each direction. */
const sumsOf = (market: Market, cube: Cube): readonly Sum[] => {
  const rows = market.series.filter((s) => s.id.startsWith(`${cube.id}.`) && Object.keys(s.members).length === cube.dimensions.length);
  return rows.flatMap((total) =>
    cube.dimensions.flatMap((dimension): readonly Sum[] => {
      if (total.members[dimension] !== 'total') return [];
      const parts = rows.filter(
        (r) => r.members[dimension] !== 'total' && cube.dimensions.every((d) => d === dimension || r.members[d] === total.members[d]),
      );
      const members = market.dimensions.find((d) => d.id === dimension)?.members.length ?? parts.length;
      return parts.length === 0 ? [] : [{ total, dimension, parts, members }];
    }),
  );
};

const checkYear = (sum: Sum, point: Point): Diagnostic | undefined => {
  const { stated } = point;
  if (stated.kind !== 'value' || stated.qualifier !== undefined) return undefined;
  const parts = sum.parts.map((p) => p.points.find((x) => x.year === point.year)?.stated);
  const values = parts.flatMap((p) => (p?.kind === 'value' && p.qualifier === undefined ? [p.value] : []));
  const added = values.reduce((total, v) => total + v.value, 0);
  const tolerance = values.reduce((total, v) => total + halfUnit(v), 0) + halfUnit(stated.value) + 1e-9;
  const rest = stated.value.value - added;
  const all = Math.max(sum.members, parts.length);
  if (values.length < all) {
    return {
      code: 'market/parts-open',
      severity: rest < -tolerance ? 'warning' : 'note',
      message: `${all - values.length} of ${all} parts of "${sum.total.id}" are not listed or not exact in ${point.year}: ${rest.toFixed(stated.value.decimals)} of ${stated.value.value.toFixed(stated.value.decimals)} stay open`,
      span: point.span,
      hints: rest < -tolerance ? ['the disclosed parts alone exceed the total: check them against the source'] : [],
    };
  }
  if (Math.abs(rest) <= tolerance) return undefined;
  return {
    code: 'market/parts-do-not-sum',
    severity: 'warning',
    message: `the parts of "${sum.total.id}" in ${point.year} add to ${added.toFixed(stated.value.decimals)}, but the total is ${stated.value.value.toFixed(stated.value.decimals)} (${sum.dimension})`,
    span: point.span,
    hints: [
      `they differ by ${rest.toFixed(stated.value.decimals)}, more than rounding allows (${tolerance.toFixed(stated.value.decimals + 1)})`,
    ],
  };
};

/** Cube totals equal the sum of their parts in every direction, within n times half a unit of the last printed digit. */
export const partsSum: Check = (market) =>
  market.cubes.flatMap((cube) => sumsOf(market, cube).flatMap((sum) => sum.total.points.flatMap((p) => checkYear(sum, p) ?? [])));
