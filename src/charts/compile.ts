import type { ChartContext, ChartKind, Compilation } from './kind.ts';
import { CHART_KINDS } from './kinds/index.ts';
import type { ChartSpec } from './spec.ts';

/** A chart for one frame size: native for Office, a scene for PDF and SVG, and its alternative text. */
export const compileChart = (spec: ChartSpec, context: ChartContext): Compilation => {
  // The table is keyed by the same literal that tags the union, which the compiler cannot follow through the lookup.
  const kind = CHART_KINDS[spec.kind] as ChartKind<ChartSpec>;
  return kind.compile(spec, context);
};
