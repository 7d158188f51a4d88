import type { ChartKind } from '../kind.ts';
import type { ChartKindName } from '../spec.ts';
import { bar } from './bar.ts';
import { butterfly } from './butterfly.ts';
import { column } from './column.ts';
import { competing } from './competing.ts';
import { dumbbell } from './dumbbell.ts';
import { funnel } from './funnel.ts';
import { stackedColumn } from './stacked-column.ts';
import { waterfall } from './waterfall.ts';

/** Every chart kind by name. */
export const CHART_KINDS: Readonly<Record<ChartKindName, ChartKind>> = {
  bar,
  column,
  'stacked-column': stackedColumn,
  waterfall,
  funnel,
  butterfly,
  competing,
  dumbbell,
};
