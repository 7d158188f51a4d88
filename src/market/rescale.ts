import type { Decimal, Market, Stated, Unit } from './market.ts';

type Rescale = Readonly<Record<number, number>>;

/** The same amount in a unit 10^by times as large. Digits stay: 4.54 in a unit ten times smaller is 45.4. */
const shifted = ({ value, decimals }: Decimal, by: number): Decimal => ({
  value: Number((value * 10 ** -by).toPrecision(15)),
  decimals: Math.max(0, decimals + by),
});

const shiftedStated = (stated: Stated, by: number): Stated => {
  if (stated.kind === 'missing') return stated;
  return stated.kind === 'value'
    ? { ...stated, value: shifted(stated.value, by) }
    : { ...stated, low: shifted(stated.low, by), high: shifted(stated.high, by) };
};

const scaleOf = (unit: Unit): number | undefined => (unit.kind === 'money' || unit.kind === 'count' ? unit.scale : undefined);

/** How far a unit moves: −1 where billions become hundreds of millions. */
const shiftOf = (unit: Unit, rescale: Rescale): number => {
  const scale = scaleOf(unit);
  return scale === undefined ? 0 : (rescale[scale] ?? scale) - scale;
};

const inUnit = (unit: Unit, by: number): Unit =>
  unit.kind === 'money' || unit.kind === 'count' ? { ...unit, scale: unit.scale + by } : unit;

/**
 * The market with its amounts in the powers of ten a language counts in, so that prose, tables, charts and workbooks of a document all
 * speak of the same unit. Whatever is not moved stays the same object.
 */
export const rescaled = (market: Market, rescale: Rescale): Market => {
  if (Object.keys(rescale).length === 0) return market;
  return {
    ...market,
    series: market.series.map((s) => {
      const by = shiftOf(s.unit, rescale);
      if (by === 0) return s;
      return {
        ...s,
        unit: inUnit(s.unit, by),
        points: s.points.map((p) => ({
          ...p,
          stated: shiftedStated(p.stated, by),
          alternatives: p.alternatives.map((a) => ({ ...a, stated: shiftedStated(a.stated, by) })),
        })),
      };
    }),
    cubes: market.cubes.map((c) => ({ ...c, unit: inUnit(c.unit, shiftOf(c.unit, rescale)) })),
    breakdowns: market.breakdowns.map((b) => {
      const by = shiftOf(b.unit, rescale);
      if (by === 0) return b;
      return { ...b, unit: inUnit(b.unit, by), items: b.items.map((i) => ({ ...i, stated: shiftedStated(i.stated, by) })) };
    }),
  };
};
