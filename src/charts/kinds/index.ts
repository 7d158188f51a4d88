import type { ChartKind } from '../kind.ts';
import type { ChartKindName } from '../spec.ts';
import { bar } from './bar.ts';
import { bubble } from './bubble.ts';
import { butterfly } from './butterfly.ts';
import { clusteredBar } from './clustered-bar.ts';
import { clusteredColumn } from './clustered-column.ts';
import { column } from './column.ts';
import { combo } from './combo.ts';
import { competing } from './competing.ts';
import { doughnut } from './doughnut.ts';
import { dumbbell } from './dumbbell.ts';
import { funnel } from './funnel.ts';
import { impact } from './impact.ts';
import { indexedLine } from './indexed-line.ts';
import { line } from './line.ts';
import { mekko } from './mekko.ts';
import { percentBar } from './percent-bar.ts';
import { percentColumn } from './percent-column.ts';
import { quadrant } from './quadrant.ts';
import { scenario } from './scenario.ts';
import { smallMultiples } from './small-multiples.ts';
import { stackedColumn } from './stacked-column.ts';
import { timeline } from './timeline.ts';
import { waterfall } from './waterfall.ts';

/** Every chart kind by name. */
export const CHART_KINDS: Readonly<Record<ChartKindName, ChartKind>> = {
  bar,
  bubble,
  'clustered-bar': clusteredBar,
  'clustered-column': clusteredColumn,
  column,
  combo,
  doughnut,
  'indexed-line': indexedLine,
  line,
  mekko,
  'percent-bar': percentBar,
  'percent-column': percentColumn,
  quadrant,
  scenario,
  'small-multiples': smallMultiples,
  'stacked-column': stackedColumn,
  waterfall,
  funnel,
  butterfly,
  competing,
  dumbbell,
  impact,
  timeline,
};
