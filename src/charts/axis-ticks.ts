import type { FigureUnit } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { ShownAxis, TextStyle } from './native.ts';
import { niceStep } from './nice-step.ts';
import { decimalsFormat } from './number-format.ts';

/** Ends and distance of labelled ticks: both ends are ticks. */
export interface Ticks {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Below this, a difference from a number, or a number itself, is nothing. */
const LEAST = 1e-9;

/** Sums of steps leave binary noise; twelve digits are more than any axis shows. */
const clean = (n: number): number => Number(n.toPrecision(12));

/** Round ends around a range of numbers, at most `most` steps apart. */
export const niceTicks = (low: number, high: number, most: number): Ticks => {
  // What differs by less than its last digits is one number, and gets room at both sides.
  const size = Math.max(Math.abs(low), Math.abs(high));
  const aside = size > LEAST ? size * 0.1 : 1;
  const [from, to] = high - low > size * LEAST && size > LEAST ? [low, high] : [low - aside, high + aside];
  // One step fewer than allowed: rounding both ends outwards may add one.
  const { step } = niceStep((to - from) / Math.max(1, most - 1));
  return { min: clean(Math.floor(clean(from / step)) * step), max: clean(Math.ceil(clean(to / step)) * step), step };
};

/** Round ends, so far out that marks of a radius in points stay inside of an axis `length` points long. */
export const ticksAround = (marks: readonly { readonly value: number; readonly radius: number }[], length: number, most: number): Ticks => {
  if (marks.length === 0) return niceTicks(0, 1, most);
  let low = Math.min(...marks.map((m) => m.value));
  let high = Math.max(...marks.map((m) => m.value));
  let ticks = niceTicks(low, high, most);
  // Wider ends make marks wider in values, less so each time: a few rounds are enough.
  for (let round = 0; round < 12; round++) {
    const { min, max } = ticks;
    const perPoint = (max - min) / length;
    const under = Math.max(...marks.map((m) => min - (m.value - m.radius * perPoint)));
    const over = Math.max(...marks.map((m) => m.value + m.radius * perPoint - max));
    if (under <= 0 && over <= 0) break;
    if (under > 0) low = min - under;
    if (over > 0) high = max + over;
    ticks = niceTicks(low, high, most);
  }
  return ticks;
};

const valuesOf = ({ min, max, step }: Ticks): readonly number[] =>
  Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => clean(min + i * step));

/** Labels of ticks in a unit, as figures of that unit are printed. `positive`: ticks below zero are room for marks, not labelled. */
export const shownTicks = (ticks: Ticks, unit: FigureUnit, positive: boolean, labels: TextStyle, locale: Locale): ShownAxis => {
  const { decimals } = niceStep(ticks.step);
  const text = (value: number): string =>
    locale.print(
      {
        id: '',
        label: '',
        quantity: { kind: 'value', value, decimals },
        unit,
        period: { from: 0, to: 0 },
        status: 'actual',
        origin: { kind: 'derived', rule: 'mean', from: [] },
        signed: false,
      },
      'bare',
    );
  const format = decimalsFormat(decimals, unit.kind === 'percent' ? '%' : '');
  return {
    labels,
    format: positive ? `${format};;${format}` : `${format};"−"${format};${format}`,
    ticks: valuesOf(ticks).map((value) => ({ value, text: positive && value < 0 ? '' : text(value) })),
    step: ticks.step,
    gridlines: true,
  };
};
