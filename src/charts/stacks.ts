import type { ChartContext } from './kind.ts';
import { placeNames, rowOf, type SeriesRow, seriesRows, stackOrder } from './series-cells.ts';
import type { ChartSpec } from './spec.ts';

/** The height of the stub on a stack with a withheld part: a share of what all stacks reach. It carries no value. */
const STUB = 0.07;

/** Parts of a whole piled up at each place. */
export interface Stacks {
  readonly rows: readonly SeriesRow[];
  readonly total: SeriesRow | undefined;
  readonly names: readonly string[];
  /** By place: what is piled above and below zero, whether a part is withheld, the height of its stub. */
  readonly heights: readonly { readonly up: number; readonly down: number; readonly withheld: boolean }[];
  readonly stub: number;
}

export const stacksOf = (spec: ChartSpec, context: ChartContext): Stacks => {
  const rows = stackOrder(seriesRows(spec, context));
  const total = spec.drawn.total ? rowOf(spec.drawn.total, 'ink', spec, context) : undefined;
  const heights = spec.drawn.places.map((_, i) => {
    const values = rows.flatMap((r) => r.cells[i]?.value ?? []);
    return {
      up: values.filter((v) => v > 0).reduce((a, b) => a + b, 0),
      down: values.filter((v) => v < 0).reduce((a, b) => a + b, 0),
      withheld: rows.some((r) => r.cells[i] !== undefined && r.cells[i]?.value === undefined),
    };
  });
  const span = Math.max(0, ...heights.map((h) => h.up)) - Math.min(0, ...heights.map((h) => h.down)) || 1;
  return { rows, total, names: placeNames(spec, rows, context), heights, stub: STUB * span };
};
