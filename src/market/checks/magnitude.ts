import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Check } from './check.ts';

const MOST = 20;

/** Neighbouring values differ by less than twentyfold, and sizes are not negative: beyond, a magnitude is mixed up. */
export const magnitude: Check = (market) => {
  const found: Diagnostic[] = [];
  for (const series of market.series) {
    const known = series.points.flatMap((p) =>
      p.stated.kind === 'value' ? [{ year: p.year, value: p.stated.value.value, span: p.span }] : [],
    );
    known.forEach((point, i) => {
      const before = known[i - 1];
      if (point.value < 0 && series.unit.kind === 'money' && series.isSize)
        found.push({
          code: 'market/negative-size',
          severity: 'warning',
          message: `a market cannot be of ${point.value} in ${point.year}`,
          span: point.span,
          hints: ['check the sign, or name the measure for what it is'],
        });
      if (!before || before.value <= 0 || point.value <= 0) return;
      const ratio = point.value / before.value;
      if (ratio > MOST || ratio < 1 / MOST)
        found.push({
          code: 'market/magnitude-step',
          severity: 'warning',
          message: `${point.year} is ${ratio > 1 ? ratio.toFixed(0) : `1/${(1 / ratio).toFixed(0)}`} times ${before.year}`,
          span: point.span,
          related: [{ message: `${before.year} is here`, span: before.span }],
          hints: ['check whether one value is in millions and the other in billions'],
        });
    });
  }
  return found;
};
