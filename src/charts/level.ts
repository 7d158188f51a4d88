import type { Figure } from '../figures/ledger.ts';

/** A line across the plot at an exact value: that of a year or a part, which it is called after, or a mean. */
export interface Level {
  readonly figure: Figure;
  readonly mean: boolean;
  readonly of: string;
}
