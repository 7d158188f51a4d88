import type { ChartKind } from '../kind.ts';
import type { ChartKindName } from '../spec.ts';
import { bar } from './bar.ts';
import { column } from './column.ts';
import { indexedLine } from './indexed-line.ts';
import { line } from './line.ts';
import { scenario } from './scenario.ts';
import { smallMultiples } from './small-multiples.ts';
import { stackedColumn } from './stacked-column.ts';

/** Every chart kind by name. */
export const CHART_KINDS: Readonly<Record<ChartKindName, ChartKind>> = {
  bar,
  column,
  'indexed-line': indexedLine,
  line,
  scenario,
  'small-multiples': smallMultiples,
  'stacked-column': stackedColumn,
};
