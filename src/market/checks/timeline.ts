import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Status } from '../market.ts';
import type { Check } from './check.ts';

const ORDER: Readonly<Record<Status, number>> = { actual: 0, provisional: 1, estimate: 2, forecast: 3 };

/** Points ascend in time and in status: no actual after a forecast; a forecast for a year already past is stale. */
export const timeline: Check = (market) => {
  const found: Diagnostic[] = [];
  const asOf = Number(market.asOf.slice(0, 4));
  for (const series of market.series) {
    series.points.forEach((point, i) => {
      const before = series.points[i - 1];
      if (before && before.year > point.year)
        found.push({
          code: 'market/points-order',
          severity: 'error',
          message: `${point.year} stands after ${before.year}`,
          span: point.span,
          hints: ['list the points from the first year to the last'],
        });
      if (before && before.year < point.year && ORDER[before.status] > ORDER[point.status])
        found.push({
          code: 'market/status-order',
          severity: 'warning',
          message: `${point.year} is called ${point.status}, but ${before.year} before it ${before.status}`,
          span: point.span,
          related: [{ message: `${before.year} is here`, span: before.span }],
          hints: ['actuals come before estimates, estimates before forecasts'],
        });
      if (point.status === 'forecast' && point.year < asOf)
        found.push({
          code: 'market/stale-forecast',
          severity: 'warning',
          message: `${point.year} is a forecast, but the data stands for ${market.asOf}`,
          span: point.span,
          hints: ['look for the actual value, or correct "asOf"'],
        });
    });
  }
  return found;
};
