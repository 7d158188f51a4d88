import type { Diagnostic } from '../../base/diagnostic.ts';
import { cubeSeriesId } from '../figure-ids.ts';
import type { Check } from './check.ts';

/** A cube states its grand total, and for each dimension a row at the total of all others: what a template shows of a cube are such rows. */
export const cubeTotals: Check = (market) => {
  const ids = new Set(market.series.map((s) => s.id));
  return market.cubes.flatMap((cube): readonly Diagnostic[] => {
    const missing = cube.dimensions.filter((id) => {
      const members = market.dimensions.find((d) => d.id === id)?.members;
      return members && !members.some((m) => ids.has(cubeSeriesId(cube, { [id]: m.id })));
    });
    const rows = ids.has(cubeSeriesId(cube, {})) ? [] : [{ what: 'no row of its total', at: 'at: {}' }];
    return [
      ...rows,
      ...missing.map((id) => ({ what: `no row of a member of "${id}" with all else at its total`, at: `at: { ${id}: … }` })),
    ].map(({ what, at }) => ({
      code: 'market/cube-without-total',
      severity: 'warning',
      message: `the cube "${cube.id}" has ${what}`,
      span: cube.span,
      hints: [
        'the shipped template shows cubes by their totals and leaves this one out',
        `add a row with "${at}"; write { missing: undisclosed } where the source gives no value`,
      ],
    }));
  });
};
