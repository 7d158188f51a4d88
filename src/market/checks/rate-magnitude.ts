import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Check } from './check.ts';

/** A rate below one per cent with three or more decimals is a fraction written where per cent is meant; none loses all or more. */
export const rateMagnitude: Check = (market) =>
  market.growth.flatMap((g): readonly Diagnostic[] => {
    if (g.stated.kind !== 'value') return [];
    const { value, decimals } = g.stated.value;
    if (value <= -100)
      return [
        {
          code: 'market/rate-impossible',
          severity: 'error',
          message: `a rate of ${value.toFixed(decimals)} % a year leaves nothing of "${g.of}"`,
          span: g.span,
          hints: ['check the rate and its sign against the source'],
        },
      ];
    if (value === 0 || Math.abs(value) >= 1 || decimals < 3) return [];
    return [
      {
        code: 'market/rate-as-fraction',
        severity: 'warning',
        message: `the rate of "${g.of}" is ${value} %, less than one per cent`,
        span: g.span,
        hints: [`if ${(value * 100).toFixed(decimals - 2)} % is meant, write it so: rates are in per cent`],
      },
    ];
  });
