import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Market } from '../market.ts';
import { cagrAgrees } from './cagr-agrees.ts';
import type { Check } from './check.ts';
import { cubeTotals } from './cube-totals.ts';
import { idsUnique } from './ids-unique.ts';
import { magnitude } from './magnitude.ts';
import { partsSum } from './parts-sum.ts';
import { rateMagnitude } from './rate-magnitude.ts';
import { referencesResolve } from './references-resolve.ts';
import { sharesTotal } from './shares-total.ts';
import { timeline } from './timeline.ts';

const CHECKS: readonly Check[] = [
  idsUnique,
  referencesResolve,
  cubeTotals,
  timeline,
  magnitude,
  cagrAgrees,
  rateMagnitude,
  partsSum,
  sharesTotal,
];

/** Every cross-check of a market. Structure that does not hold is an error; arithmetic that does not is a warning. */
export const checkMarket = (market: Market): readonly Diagnostic[] => CHECKS.flatMap((check) => check(market));
