import { ranked } from '../figures/derive/rank.ts';
import type { Figure } from '../figures/ledger.ts';
import type { Cube, Dimension, Member } from '../market/market.ts';
import type { Filling } from './context.ts';
import { seriesFigures } from './windows.ts';

/** A cube along one of its dimensions, all others at their total. */
export interface Cut {
  readonly cube: Cube;
  readonly dimension: Dimension;
  /** By value in the year of the shares, as a ranked chart has them: the residual last. */
  readonly members: readonly Member[];
  readonly seriesAt: (member: string) => string;
  readonly totals: readonly Figure[];
  /** First year, latest year that is no forecast, last year. Growth is told from the second to the third. */
  readonly years: readonly number[];
  readonly from: number;
  readonly to: number;
}

export const cutOf = (filling: Filling, cubeId: unknown, dimensionId: unknown): Cut | undefined => {
  const cube = filling.market.cubes.find((c) => c.id === cubeId);
  const dimension = filling.market.dimensions.find((d) => d.id === dimensionId);
  if (!cube || !dimension) return undefined;
  const axis = cube.dimensions.indexOf(dimension.id);
  const seriesAt = (member: string): string => [cube.id, ...cube.dimensions.map((_, i) => (i === axis ? member : 'total'))].join('.');
  const group = filling.draft.groups.get(seriesAt('total'));
  const totals = group ? seriesFigures(filling, group) : [];
  const from = totals.filter((f) => f.status !== 'forecast').at(-1)?.period.to ?? cube.years[0] ?? 0;
  const years = [...new Set([cube.years[0] ?? from, from, cube.years.at(-1) ?? from])];
  const slice = filling.draft.groups.get(`${cube.id}.${dimension.id}.${from}`);
  const order = slice ? ranked(filling.draft, slice).map((f) => f.id) : [];
  const place = (m: Member): number => {
    const at = order.indexOf(`${seriesAt(m.id)}.${from}`);
    return at < 0 ? order.length : at;
  };
  const members = [...dimension.members].sort((a, b) => place(a) - place(b));
  return { cube, dimension, members, seriesAt, totals, years, from, to: years.at(-1) ?? from };
};
