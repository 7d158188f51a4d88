import type { Figure, FigureStatus } from '../figures/ledger.ts';
import type { Fill, Stroke } from './paint.ts';

/** How a value's status is drawn: the same on every page and in every format. */
export type LookName = FigureStatus | 'undisclosed';

export interface Look {
  readonly fill: Fill;
  readonly stroke?: Stroke;
}

const outline = (color: Stroke['color']): Stroke => ({ color, width: 0.75, dashed: false });

export const LOOKS: Readonly<Record<LookName, Look>> = {
  actual: { fill: { kind: 'solid', color: 'navy' } },
  estimate: { fill: { kind: 'solid', color: 'blue' } },
  provisional: { fill: { kind: 'solid', color: 'blue' } },
  forecast: { fill: { kind: 'solid', color: 'forecast' }, stroke: outline('hatch') },
  derived: { fill: { kind: 'hatch', style: 'derived', color: 'hatch' }, stroke: outline('hatch') },
  undisclosed: { fill: { kind: 'hatch', style: 'undisclosed', color: 'nodata' }, stroke: outline('nodataLine') },
};

/** The order of the legend. */
export const LOOK_ORDER: readonly LookName[] = ['actual', 'provisional', 'estimate', 'forecast', 'derived', 'undisclosed'];

export const lookOf = (figure: Figure): LookName => (figure.quantity.kind === 'undisclosed' ? 'undisclosed' : figure.status);
