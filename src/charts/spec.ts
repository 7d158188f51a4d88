import type { Beside, Drawn, DrawnShape } from '../figures/drawn/drawn.ts';
import type { FigureUnit } from '../figures/ledger.ts';

/** What a template may say of a chart beside its id, caption, heading, note and sources. */
export type ChartAttribute = 'rate' | 'derive' | 'difference' | 'level' | 'mean' | 'years' | 'highlight' | 'axis';

/** What a kind draws, and what may be asked of it. */
export interface ChartShape {
  readonly of: DrawnShape;
  /** How many ids `of` takes. */
  readonly ids: { readonly least: number; readonly most: number };
  /** A figure computed for each drawn one. */
  readonly beside?: Beside;
  /** The unit of its marks, where it is not that of the figures it is of. */
  readonly shows?: FigureUnit;
  /** Series it tells apart at most: beyond, the smallest become "Other". */
  readonly fold?: number;
  /** It shows the total of a set. */
  readonly total?: true;
  readonly attributes: readonly ChartAttribute[];
}

const ONE = { least: 1, most: 1 } as const;
const PERCENT = { kind: 'percent' } as const;

/** Every kind: the union of charts. Adding one is a line here, a file in `kinds/`, and its line in the index there. */
export const CHART_SHAPES = {
  column: { of: 'series', ids: ONE, attributes: ['rate', 'derive', 'difference', 'level', 'mean', 'years'] },
  'stacked-column': { of: 'series', ids: { least: 1, most: 6 }, fold: 6, total: true, attributes: ['rate', 'years', 'highlight'] },
  'clustered-column': { of: 'series', ids: { least: 1, most: 4 }, fold: 4, attributes: ['years', 'highlight'] },
  'clustered-bar': { of: 'series', ids: { least: 1, most: 4 }, fold: 4, attributes: ['years', 'highlight'] },
  combo: { of: 'series', ids: ONE, beside: 'growth', attributes: ['years', 'axis'] },
  'percent-column': { of: 'series', ids: ONE, beside: 'share', shows: PERCENT, fold: 6, total: true, attributes: ['years', 'highlight'] },
  'percent-bar': { of: 'series', ids: ONE, beside: 'share', shows: PERCENT, fold: 6, total: true, attributes: ['years', 'highlight'] },
  bar: { of: 'parts', ids: ONE, attributes: ['highlight'] },
} as const satisfies Record<string, ChartShape>;

export type ChartKindName = keyof typeof CHART_SHAPES;

/** What a template asks for, resolved: ids of figures only, values come from the ledger. */
export interface ChartSpec {
  readonly kind: ChartKindName;
  readonly id: string;
  /** As written: ids of series, sets, breakdowns or cubes. */
  readonly of: readonly string[];
  readonly drawn: Drawn;
  /** Years at whose value a level line is drawn. */
  readonly levels: readonly number[];
  /** Id or name of the part that stands out. */
  readonly highlight?: string;
  /** Growth is drawn as a line on a second axis instead of as labels. */
  readonly secondAxis: boolean;
}
