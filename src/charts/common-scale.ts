import type { NativeChart } from './native.ts';
import { niceStep } from './nice-step.ts';
import type { RoundScale } from './scales.ts';

/** Float noise of a quotient. */
const NOISE = 1e-9;

/**
 * How much value a point of length stands for along the scale of a chart's bars, columns or lines; undefined where no length of it
 * carries a value.
 */
export const valuePerPoint = ({ axes, area, frame, layers }: NativeChart): number | undefined => {
  if (axes.kind !== 'category') return undefined;
  const drawn = layers.some((l) => l.series.some((s) => s.points.length > 0 && !s.values.startsWith('placeholder')));
  const length = axes.direction === 'column' ? area.h * frame.height : area.w * frame.width;
  return drawn ? (axes.value.max - axes.value.min) / length : undefined;
};

export interface Ends {
  readonly min: number;
  readonly max: number;
}

/**
 * The ends of a hidden axis drawn at a coarser scale: `length` points of plot, of which `foot` are for labels below `bottom`, the
 * lowest value. As they are where no scale is given, or theirs is as coarse.
 */
export const endsAt = (
  own: Ends,
  { bottom, foot, length }: { readonly bottom: number; readonly foot: number; readonly length: number },
  perPoint: number | undefined,
): Ends => {
  if (perPoint === undefined || perPoint * length <= (own.max - own.min) * (1 + NOISE)) return own;
  const min = bottom - perPoint * foot;
  return { min, max: min + perPoint * length };
};

/** Further counts of steps that are tried: with one count alone, round ends may leave most of a span empty. */
const ASIDE = [0, 1, 2, 3, -1] as const;

/**
 * The round scale that holds `own` and takes up as much of `span` as round ends can, in about `steps` steps, from zero where that
 * fills it as well.
 */
const roundWithin = (own: RoundScale, span: number, steps: number): RoundScale => {
  const lows = span >= Math.max(0, own.max) - Math.min(0, own.min) ? [Math.min(0, own.min), own.min] : [own.min];
  const scales = lows.flatMap((low) =>
    ASIDE.flatMap((more): readonly RoundScale[] => {
      const { step, decimals } = niceStep(span / Math.max(1, steps + more));
      const first = Math.floor(low / step + NOISE);
      const count = Math.floor(span / step + NOISE);
      if (count < 1 || (first + count) * step < own.max - NOISE * step) return [];
      const ticks = Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toFixed(Math.min(100, decimals))));
      return [{ min: ticks[0] ?? own.min, max: ticks.at(-1) ?? own.max, step, decimals, ticks }];
    }),
  );
  return scales.reduce((best, s) => (s.max - s.min > (best.max - best.min) * (1 + NOISE) ? s : best), own);
};

/**
 * An axis that is shown, drawn at a coarser scale. It ends at a round number all the same, so that it may take less than the
 * `length` points there are. As it is where no scale is given, or its own is as coarse.
 */
export const roundAt = (
  own: RoundScale,
  length: number,
  steps: number,
  perPoint: number | undefined,
): { readonly scale: RoundScale; readonly length: number } => {
  if (perPoint === undefined || perPoint * length <= (own.max - own.min) * (1 + NOISE)) return { scale: own, length };
  const scale = roundWithin(own, perPoint * length, steps);
  return { scale, length: (scale.max - scale.min) / perPoint };
};
