import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Span } from '../../base/span.ts';
import type { Check } from './check.ts';

/** Ids are unique among series, cubes and breakdowns, and a series names each year once. */
export const idsUnique: Check = (market) => {
  const found: Diagnostic[] = [];
  const seen = new Map<string, Span>();
  for (const { id, span } of [...market.series, ...market.breakdowns]) {
    const first = seen.get(id);
    if (first)
      found.push({
        code: 'market/duplicate-id',
        severity: 'error',
        message: `the id "${id}" is given twice`,
        span,
        related: [{ message: 'first given here', span: first }],
        hints: ['give each series and breakdown an id of its own'],
      });
    seen.set(id, span);
  }
  for (const series of market.series) {
    const years = new Map<number, Span>();
    for (const point of series.points) {
      const first = years.get(point.year);
      if (first)
        found.push({
          code: 'market/duplicate-point',
          severity: 'error',
          message: `the series "${series.id}" has two points for ${point.year}`,
          span: point.span,
          related: [{ message: 'the first one', span: first }],
          hints: ['keep one; put a competing figure under "alternatives"'],
        });
      years.set(point.year, point.span);
    }
  }
  return found;
};
