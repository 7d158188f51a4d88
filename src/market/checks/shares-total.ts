import type { Diagnostic } from '../../base/diagnostic.ts';
import { halfUnit } from '../decimal.ts';
import type { Check } from './check.ts';

/** Shares said to be complete add to 100 %; incomplete ones stay below it, and what is left is reported, not failed. */
export const sharesTotal: Check = (market) =>
  market.breakdowns.flatMap((b): readonly Diagnostic[] => {
    if (b.unit.kind !== 'percent') return [];
    const values = b.items.flatMap((i) => (i.stated.kind === 'value' ? [i.stated.value] : []));
    const sum = values.reduce((total, v) => total + v.value, 0);
    const tolerance = values.reduce((total, v) => total + halfUnit(v), 0) + 1e-9;
    const decimals = Math.max(0, ...values.map((v) => v.decimals));
    const complete = values.length === b.items.length;
    if (sum > 100 + tolerance)
      return [
        {
          code: 'market/shares-over',
          severity: 'warning',
          message: `the shares of "${b.id}" add to ${sum.toFixed(decimals)} %`,
          span: b.span,
          hints: ['check for a share of another year or of a part'],
        },
      ];
    if (b.exhaustive && complete && sum < 100 - tolerance)
      return [
        {
          code: 'market/shares-under',
          severity: 'warning',
          message: `the shares of "${b.id}" are said to be complete but add to ${sum.toFixed(decimals)} %`,
          span: b.span,
          hints: ['add what is missing, or write "exhaustive: false"'],
        },
      ];
    if (!b.exhaustive && sum < 100 - tolerance)
      return [
        {
          code: 'market/shares-open',
          severity: 'note',
          message: `the shares of "${b.id}" leave ${(100 - sum).toFixed(decimals)} % open`,
          span: b.span,
        },
      ];
    return [];
  });
