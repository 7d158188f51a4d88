import { filled } from '../base/pattern.ts';
import { alternativeIds, growthId, itemId, pointId } from '../market/figure-ids.ts';
import type { Breakdown, Cube, Growth, Market, Series, Stated } from '../market/market.ts';
import { type SmallLetters, smallLettersOf } from '../market/small-letters.ts';
import { bodyPoints, scoreFigures } from './body-points.ts';
import { cubeGrids, cubeSets, roleOf } from './cube-cuts.ts';
import { addFigure, type LedgerDraft } from './draft.ts';
import { ENGLISH_FIGURE_NAMES, type FigureNames } from './figure-names.ts';
import type { Figure, FigureGroup } from './ledger.ts';
import { PERCENT, quantityOf } from './quantity.ts';

export { windowId } from '../market/figure-ids.ts';

const noteOf = (stated: Stated): { readonly note?: string } => (stated.note === undefined ? {} : { note: stated.note });

const seriesFigures = (series: Series, names: FigureNames): readonly Figure[] =>
  series.points.flatMap((point) => {
    const shared = {
      label: filled(names.inYear, { name: series.short, year: point.year }),
      unit: series.unit,
      period: { from: point.year, to: point.year },
      status: point.status,
      signed: false,
    };
    const stated: Figure = {
      ...shared,
      id: pointId(series.id, point.year),
      quantity: quantityOf(point.stated),
      origin: { kind: 'stated', citation: point.citation },
      ...(point.confidence === undefined ? {} : { confidence: point.confidence }),
      ...noteOf(point.stated),
    };
    const ids = alternativeIds(series.id, point);
    const competing = point.alternatives.map(
      (alternative, i): Figure => ({
        ...shared,
        id: ids[i] ?? '',
        quantity: quantityOf(alternative.stated),
        origin: { kind: 'stated', citation: alternative.citation },
        ...noteOf(alternative.stated),
      }),
    );
    return [stated, ...competing];
  });

const seriesGroup = (series: Series): FigureGroup => ({
  id: series.id,
  kind: 'series',
  label: series.label,
  short: series.short,
  phrase: series.phrase,
  unit: series.unit,
  members: series.points.map((p) => ({ label: String(p.year), figure: pointId(series.id, p.year), role: 'plain' })),
  exhaustive: false,
  scope: {
    measure: series.measure,
    area: series.area,
    ...(series.basis === undefined ? {} : { basis: series.basis }),
    ...(series.excludes === undefined ? {} : { excludes: series.excludes }),
  },
  ...(series.growthInWords === undefined ? {} : { growthInWords: series.growthInWords }),
});

const growthFigure = (growth: Growth, series: Series | undefined, names: FigureNames): Figure => ({
  id: growthId(growth),
  label: filled(names.cagr, { name: series?.short ?? growth.of, years: `${growth.from}–${growth.to}` }),
  quantity: quantityOf(growth.stated),
  unit: PERCENT,
  period: { from: growth.from, to: growth.to },
  status: series?.points.find((p) => p.year === growth.to)?.status ?? 'forecast',
  origin: { kind: 'stated', citation: growth.citation },
  signed: true,
  ...noteOf(growth.stated),
});

/** The members of one dimension in one year, all other dimensions at their total: what a ranked bar chart shows. */
const cubeSlices = (market: Market, cube: Cube, draft: LedgerDraft, small: SmallLetters): readonly FigureGroup[] =>
  cube.dimensions.flatMap((dimensionId, axis) => {
    const dimension = market.dimensions.find((d) => d.id === dimensionId);
    if (!dimension) return [];
    const seriesAt = (member: string): string => [cube.id, ...cube.dimensions.map((_, i) => (i === axis ? member : 'total'))].join('.');
    return cube.years.map((year): FigureGroup => {
      const whole = `${seriesAt('total')}.${year}`;
      return {
        id: `${cube.id}.${dimensionId}.${year}`,
        kind: 'parts',
        label: filled(draft.names.by, { measure: cube.label, dimension: small.ofDimension(dimension.label) }),
        short: dimension.label,
        phrase: filled(draft.names.phrase, { name: small.ofDimension(dimension.label) }),
        unit: cube.unit,
        members: dimension.members
          .map((m) => ({ label: m.label, figure: `${seriesAt(m.id)}.${year}`, role: roleOf(m) }))
          .filter((m) => draft.figures.has(m.figure)),
        ...(draft.figures.has(whole) ? { whole } : {}),
        exhaustive: true,
      };
    });
  });

/** Parts have the status of the whole they are of. */
const breakdownFigures = (breakdown: Breakdown, status: Figure['status'], small: SmallLetters, names: FigureNames): readonly Figure[] =>
  breakdown.items.map((item) => ({
    id: itemId(breakdown.id, item),
    label: filled(names.partInYear, { part: item.label, name: small.ofName(breakdown.label), year: breakdown.year }),
    quantity: quantityOf(item.stated),
    unit: breakdown.unit,
    period: { from: breakdown.year, to: breakdown.year },
    status,
    origin: { kind: 'stated', citation: item.citation },
    signed: false,
    ...noteOf(item.stated),
  }));

const breakdownGroup = (breakdown: Breakdown, draft: LedgerDraft, small: SmallLetters): FigureGroup => {
  const whole = pointId(breakdown.of, breakdown.year);
  return {
    id: breakdown.id,
    kind: 'parts',
    label: breakdown.label,
    short: breakdown.dimension,
    phrase: filled(draft.names.phrase, { name: small.ofDimension(breakdown.dimension) }),
    unit: breakdown.unit,
    members: breakdown.items.map((item) => ({ label: item.label, figure: itemId(breakdown.id, item), role: roleOf(item) })),
    ...(draft.figures.has(whole) ? { whole } : {}),
    exhaustive: breakdown.exhaustive,
  };
};

/** Every published figure of a market, and the groups charts and tables ask for. Derivations are added later, on demand. */
export const openLedger = (market: Market, names: FigureNames = ENGLISH_FIGURE_NAMES): LedgerDraft => {
  const draft: LedgerDraft = {
    figures: new Map(),
    groups: new Map(),
    sets: new Map(),
    grids: new Map(),
    bodies: new Map(),
    publishers: new Map(market.sources.map((s) => [s.id, s.publisher])),
    names,
  };
  const small = smallLettersOf(market);
  const byId = new Map(market.series.map((s) => [s.id, s]));
  for (const series of market.series) {
    for (const figure of seriesFigures(series, names)) addFigure(draft, figure);
    draft.groups.set(series.id, seriesGroup(series));
  }
  for (const growth of market.growth) addFigure(draft, growthFigure(growth, byId.get(growth.of), names));
  for (const breakdown of market.breakdowns) {
    const status = draft.figures.get(pointId(breakdown.of, breakdown.year))?.status ?? 'actual';
    for (const figure of breakdownFigures(breakdown, status, small, names)) addFigure(draft, figure);
    draft.groups.set(breakdown.id, breakdownGroup(breakdown, draft, small));
  }
  for (const [name, body] of Object.entries(market.narratives)) {
    for (const figure of scoreFigures(name, body, Number(market.asOf.slice(0, 4)))) addFigure(draft, figure);
    draft.bodies.set(name, bodyPoints(name, body));
  }
  for (const cube of market.cubes) {
    for (const group of cubeSlices(market, cube, draft, small)) draft.groups.set(group.id, group);
    for (const set of cubeSets(market, cube, draft)) draft.sets.set(set.id, set);
    for (const grid of cubeGrids(market, cube, draft)) draft.grids.set(grid.id, grid);
  }
  return draft;
};
