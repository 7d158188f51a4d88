import type { FigureId } from '../base/id.ts';
import type { BreakdownItem, Cube, Growth, Point } from './market.ts';

/** The longest id of a figure. */
export const MOST_ID = 64;

/** Growth windows are written 2024-2029 in ids and 2024–2029 in labels. */
export const windowId = (from: number, to: number): string => `${from}-${to}`;

export const pointId = (series: string, year: number): FigureId => `${series}.${year}`;

export const growthId = (growth: Pick<Growth, 'of' | 'from' | 'to'>): FigureId => `${growth.of}.cagr.${windowId(growth.from, growth.to)}`;

export const itemId = (breakdown: string, item: Pick<BreakdownItem, 'id'>): FigureId => `${breakdown}.${item.id}`;

/** The scores of a body of prose are named by the number of their point, counted from 1: `opportunities.1.x`. */
export const scoreId = (narrative: string, index: number, axis: 'x' | 'y'): FigureId => `${narrative}.${index + 1}.${axis}`;

/**
 * Ids of the competing figures of a point, in its order: named after their source, or numbered where two are of one source or
 * the id would be too long.
 */
export const alternativeIds = (series: string, point: Pick<Point, 'year' | 'alternatives'>): readonly FigureId[] => {
  const of = pointId(series, point.year);
  const named = point.alternatives.map((a) => `${of}.alt.${a.citation.source}`);
  return named.map((id, i) => (id.length > MOST_ID || named.indexOf(id) !== i ? `${of}.alt.${i + 1}` : id));
};

/** The series of a cube where the named dimensions have a member and all others are at their total. */
export const cubeSeriesId = (cube: Pick<Cube, 'id' | 'dimensions'>, at: Readonly<Record<string, string>>): string =>
  [cube.id, ...cube.dimensions.map((d) => at[d] ?? 'total')].join('.');
