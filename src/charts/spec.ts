import type { Beside, Drawn, DrawnShape } from '../figures/drawn/drawn.ts';

/** What a template may say of a chart beside its id, caption, heading, note and sources. */
export type ChartAttribute = 'rate' | 'derive' | 'difference' | 'level' | 'mean' | 'years' | 'highlight' | 'axis' | 'order';

/** What a kind draws, and what may be asked of it. */
export interface ChartShape {
  readonly of: DrawnShape;
  /** How many ids `of` takes. */
  readonly ids: { readonly least: number; readonly most: number };
  /** A figure computed for each drawn one. */
  readonly beside?: Beside;
  /** Series it tells apart at most: beyond, the smallest become "Other". */
  readonly fold?: number;
  /** It shows the total of a set, or the whole of parts. */
  readonly total?: true;
  /** Which of its series it is called after, counted from 0; the first without. */
  readonly named?: number;
  /** Growth is part of it, over all years where no window is asked for. */
  readonly growth?: true;
  /** Means are part of it where no levels are asked for. */
  readonly mean?: true;
  /** What `level` names where that is not years: a part, or values, one for each direction. */
  readonly levels?: 'part' | 'values';
  readonly attributes: readonly ChartAttribute[];
}

const ONE = { least: 1, most: 1 } as const;

/** Every kind: the union of charts. Adding one is a line here, a file in `kinds/`, and its line in the index there. */
export const CHART_SHAPES = {
  column: { of: 'series', ids: ONE, attributes: ['rate', 'derive', 'difference', 'level', 'mean', 'years'] },
  'stacked-column': {
    of: 'series',
    ids: { least: 1, most: 6 },
    fold: 6,
    total: true,
    attributes: ['rate', 'difference', 'level', 'mean', 'years', 'highlight'],
  },
  'clustered-column': {
    of: 'series',
    ids: { least: 1, most: 4 },
    fold: 4,
    attributes: ['rate', 'difference', 'level', 'mean', 'years', 'highlight'],
  },
  'clustered-bar': { of: 'series', ids: { least: 1, most: 4 }, fold: 4, attributes: ['level', 'mean', 'years', 'highlight'] },
  combo: { of: 'series', ids: ONE, beside: 'growth', attributes: ['rate', 'level', 'mean', 'years', 'axis'] },
  'percent-column': { of: 'series', ids: ONE, beside: 'share', fold: 6, total: true, attributes: ['years', 'highlight'] },
  'percent-bar': { of: 'series', ids: ONE, beside: 'share', fold: 6, total: true, attributes: ['years', 'highlight'] },
  bar: { of: 'parts', ids: ONE, levels: 'part', attributes: ['level', 'mean', 'highlight', 'order'] },
  line: { of: 'series', ids: { least: 1, most: 6 }, fold: 6, attributes: ['rate', 'level', 'mean', 'years', 'highlight'] },
  'indexed-line': {
    of: 'series',
    ids: { least: 1, most: 6 },
    beside: 'index',
    fold: 6,
    attributes: ['rate', 'years', 'highlight'],
  },
  /** The cases low, base and high, in this order. */
  scenario: { of: 'series', ids: { least: 3, most: 3 }, named: 1, attributes: ['rate', 'years'] },
  'small-multiples': { of: 'series', ids: { least: 1, most: 12 }, attributes: ['years'] },
  doughnut: { of: 'parts', ids: ONE, beside: 'share', total: true, attributes: ['highlight'] },
  mekko: { of: 'grid', ids: ONE, beside: 'share', fold: 6, total: true, attributes: ['years', 'highlight'] },
  bubble: { of: 'series', ids: ONE, beside: 'share', total: true, growth: true, attributes: ['rate', 'years', 'highlight'] },
  quadrant: { of: 'parts', ids: { least: 2, most: 2 }, mean: true, levels: 'values', attributes: ['level', 'highlight'] },
  waterfall: { of: 'bridge', ids: ONE, fold: 6, attributes: ['years'] },
  funnel: { of: 'steps', ids: { least: 1, most: 5 }, attributes: ['years'] },
  butterfly: { of: 'pairs', ids: { least: 1, most: 2 }, attributes: ['years', 'highlight'] },
  competing: { of: 'competing', ids: ONE, attributes: ['years'] },
  dumbbell: { of: 'pairs', ids: { least: 1, most: 12 }, attributes: ['years'] },
  impact: { of: 'placements', ids: ONE, attributes: [] },
  timeline: { of: 'moments', ids: ONE, attributes: [] },
} as const satisfies Record<string, ChartShape>;

export type ChartKindName = keyof typeof CHART_SHAPES;

/** What a template asks for, resolved: ids of figures only, values come from the ledger. */
export interface ChartSpec {
  readonly kind: ChartKindName;
  readonly id: string;
  /** As written: ids of series, sets, breakdowns or cubes. */
  readonly of: readonly string[];
  readonly drawn: Drawn;
  /** Years at whose value a level line is drawn; of kinds that say so, the values of the lines. */
  readonly levels: readonly number[];
  /** Name of the part at whose value a level line is drawn. */
  readonly levelPart?: string;
  /** Id or name of the part that stands out. */
  readonly highlight?: string;
  /** Parts stand in the order of the data instead of by value. */
  readonly asGiven?: true;
  /** Growth is drawn as a line on a second axis instead of as labels. */
  readonly secondAxis: boolean;
}
