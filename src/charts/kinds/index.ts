import type { ChartKind } from '../kind.ts';
import type { ChartKindName } from '../spec.ts';
import { bar } from './bar.ts';
import { bubble } from './bubble.ts';
import { column } from './column.ts';
import { doughnut } from './doughnut.ts';
import { mekko } from './mekko.ts';
import { quadrant } from './quadrant.ts';
import { stackedColumn } from './stacked-column.ts';

/** Every chart kind by name. */
export const CHART_KINDS: Readonly<Record<ChartKindName, ChartKind>> = {
  bar,
  bubble,
  column,
  doughnut,
  mekko,
  quadrant,
  'stacked-column': stackedColumn,
};
