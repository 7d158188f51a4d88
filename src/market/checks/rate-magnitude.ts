import type { Check } from './check.ts';

/** A rate below one per cent with three or more decimals is a fraction written where per cent is meant. */
export const rateMagnitude: Check = (market) =>
  market.growth.flatMap((g) => {
    if (g.stated.kind !== 'value') return [];
    const { value, decimals } = g.stated.value;
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
