import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Market } from '../market.ts';

/** Every cross-check of a market, each in a file of its own. */
export const checkMarket = (_market: Market): readonly Diagnostic[] => [];
