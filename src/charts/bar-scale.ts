import { endsAt } from './common-scale.ts';

/** Heights of bars that carry no value: a share of the plot when alone, of the highest bar among disclosed ones. */
const PLACEHOLDER = { alone: 0.5, among: 0.15 };
/** Bars keep this share of the plot, however much room their labels need. */
const LEAST_BARS = 0.3;

export interface BarScale {
  readonly min: number;
  readonly max: number;
  /** The value to which bars are drawn that stand for withheld ones. */
  readonly placeholder: number;
}

/** From the values alone, so that the sheet is the same whatever the size of the frame. */
export const placeholderOf = (values: readonly number[]): number =>
  values.length === 0 ? PLACEHOLDER.alone : PLACEHOLDER.among * (Math.max(0, ...values) || -Math.min(...values) || 1);

/**
 * The value axis of bars from zero with room for labels beyond their ends: `length` points of plot, of which `head` beyond the
 * highest and `foot` beyond the lowest below zero are for labels. `withheld`: some bars stand for withheld values.
 * The axis is hidden, since every bar has its label, and ends where its labels do: a round end would only take height from the bars.
 */
export const barScale = (
  values: readonly number[],
  withheld: boolean,
  { length, head, foot }: { readonly length: number; readonly head: number; readonly foot: number },
  valuePerPoint: number | undefined,
): BarScale => {
  const placeholder = placeholderOf(values);
  if (values.length === 0) return { min: 0, max: 1, placeholder };
  const highest = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  // Where no value is above zero, the axis still has to hold the bars that stand for withheld ones.
  const top = withheld ? Math.max(highest, placeholder) : highest;
  const below = bottom < 0 ? foot : 0;
  const usable = Math.max(length * LEAST_BARS, length - head - below);
  const perPoint = (top - bottom || 1) / usable;
  const own = { min: bottom - perPoint * below, max: top + perPoint * (length - usable - below) };
  return { ...endsAt(own, { bottom, foot: below, length }, valuePerPoint), placeholder };
};
