import type { FigureId } from '../../base/id.ts';
import type { Unit } from '../../market/market.ts';
import type { MemberRole } from '../ledger.ts';

/**
 * What the ids of a chart name: series over years, the parts of a whole, a grid of two dimensions in one year, levels and the
 * changes between them, steps each a share of the one before, two values of each item, one figure by several publishers, or the
 * points of a body of prose by their scores or in time.
 */
export type DrawnShape = 'series' | 'parts' | 'grid' | 'bridge' | 'steps' | 'pairs' | 'competing' | 'placements' | 'moments';

/** A figure computed for each drawn one: growth on the point before, change from it, share of the whole, index of the first. */
export type Beside = 'growth' | 'change' | 'share' | 'index';

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface DrawRequest {
  readonly shape: DrawnShape;
  readonly of: readonly string[];
  readonly beside?: Beside | undefined;
  /** More series than this: the smallest become one, "Other". */
  readonly fold?: number;
  /** Only these years; all without. */
  readonly years?: readonly number[];
  /** Growth rates asked for. */
  readonly windows: readonly Window[];
  /** Compute the years between the ends of the windows by compounding. */
  readonly path: boolean;
  /** Changes between two years asked for. */
  readonly differences: readonly Window[];
  readonly mean: boolean;
  /** Which of the series the chart is called after, counted from 0; the first without. */
  readonly named?: number;
  /** Bring the total of a set, summed where none is published; the whole of parts; the totals of a grid. */
  readonly total?: boolean;
  /** Where no window is asked for, growth is over all years drawn. */
  readonly growth?: boolean;
}

export interface DrawnPoint {
  /** A year, the id of a grid's column, of a breakdown or of an axis. */
  readonly at: string;
  readonly figure: FigureId;
  readonly beside?: FigureId;
  /** Of a grid: the value as a share (0–1) of the largest; undefined where it is withheld or not above zero. */
  readonly weight?: number;
}

export interface DrawnSeries {
  readonly id: string;
  readonly label: string;
  readonly role: MemberRole;
  readonly points: readonly DrawnPoint[];
  readonly rates: readonly FigureId[];
  readonly differences: readonly FigureId[];
  /** Of the series' points; of a part, the mean of its breakdown. */
  readonly mean?: FigureId;
  /** The year of a moment: a date, no quantity, so no figure. */
  readonly when?: number;
}

/** Every figure a chart draws, resolved and computed once: charts only look them up. */
export interface Drawn {
  readonly label: string;
  readonly unit: Unit;
  /** Years ascending, the columns of a grid, breakdowns, or the axes of placements. */
  readonly places: readonly { readonly id: string; readonly label: string; readonly role: MemberRole }[];
  readonly series: readonly DrawnSeries[];
  /** How many series became "Other", where there were more than the kind tells apart. */
  readonly folded?: number;
  /** Of a set or grid, if published. */
  readonly total?: DrawnSeries;
  /** The total of a grid or of parts, where it is asked for and known. */
  readonly whole?: FigureId;
  /** The parts are all there are. */
  readonly exhaustive?: true;
  /** How many years were passed over because there is no room for the levels of all. */
  readonly passedOver?: number;
  /** The placements are the authors' judgement. */
  readonly editorial?: true;
  /** The source of what is drawn without figures. */
  readonly source?: string;
}

/** Ids of all figures that are drawn, in reading order. */
export const figuresDrawn = (drawn: Drawn): readonly FigureId[] => {
  const rows = [...drawn.series, ...(drawn.total ? [drawn.total] : [])];
  return [
    ...rows.flatMap((s) => s.points.map((p) => p.figure)),
    ...(drawn.whole === undefined ? [] : [drawn.whole]),
    ...rows.flatMap((s) => [
      ...s.rates,
      ...s.differences,
      ...(s.mean === undefined ? [] : [s.mean]),
      ...s.points.flatMap((p) => p.beside ?? []),
    ]),
  ];
};
