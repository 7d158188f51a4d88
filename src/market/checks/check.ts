import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Market } from '../market.ts';

/** A cross-check of a whole market: pure, and silent where it has not enough to judge. */
export type Check = (market: Market) => readonly Diagnostic[];
