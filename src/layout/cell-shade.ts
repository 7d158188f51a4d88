import type { Fill } from '../charts/paint.ts';
import type { Run } from './text.ts';

/** From nothing to the largest value, one hue: darker is more. */
const RAMP = ['page', 'highlight', 'forecast', 'hatch', 'blue'] as const;

/** The ramp's step of a weight from 0 to 1. */
const stepOf = (weight: number): (typeof RAMP)[number] => RAMP[Math.min(RAMP.length - 1, Math.floor(weight * RAMP.length))] ?? 'page';

/** The fill of a cell whose value is this share of the largest; none where it has no weight, e.g. where it is withheld. */
export const shadeOf = (weight: number | undefined): Fill | undefined =>
  weight === undefined ? undefined : { kind: 'solid', color: stepOf(weight) };

/** Text on a shade: the darkest step asks for white, the others for ink (VISUAL, contrast of at least 4.5). */
export const onShade = (runs: readonly Run[], weight: number | undefined): readonly Run[] =>
  weight !== undefined && stepOf(weight) === 'blue' ? runs.map((r) => ({ ...r, color: 'page' })) : runs;
