import type { ChartKind } from '../kind.ts';
import type { ChartKindName, ChartSpec } from '../spec.ts';
import { bar } from './bar.ts';
import { column } from './column.ts';

type KindTable = { readonly [K in ChartKindName]: ChartKind<Extract<ChartSpec, { readonly kind: K }>> };

/** Every chart kind by name. */
export const CHART_KINDS: KindTable = { bar, column };
