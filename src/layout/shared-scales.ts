import type { Diagnostic } from '../base/diagnostic.ts';
import { chartScale, chartUnit } from '../charts/compile.ts';
import type { NativeChart } from '../charts/native.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { LayoutContext } from './context.ts';

/** Beyond, the marks of one chart would keep less than a tenth of their length at the scale of another. */
const FAR = 10;
/** Scales that differ by less are one: a thousandth of a plot is less than a line's width. */
const SAME = 1e-3;

/** The scales of charts that are seen together: equal lengths mean equal values where units are equal. */
export interface SharedScales {
  /** Of a chart by id: how much value a point stands for at least. */
  readonly of: (chart: string) => number | undefined;
  /** By the id of a chart whose scale is another than that of the chart of its unit before it: the id of that one. */
  readonly differs: ReadonlyMap<string, string>;
}

export const OWN_SCALES: SharedScales = { of: () => undefined, differs: new Map() };

interface Scaled {
  readonly id: string;
  readonly scale: number;
}

const spread = (charts: readonly Scaled[]): number => {
  const scales = charts.map((c) => c.scale);
  return Math.max(...scales) / Math.min(...scales);
};

/** Charts in their order, cut where the next one would be too far from those before it. */
const runsOf = (charts: readonly Scaled[]): readonly (readonly Scaled[])[] => {
  const runs: Scaled[][] = [];
  for (const chart of charts) {
    const last = runs.at(-1);
    if (last && spread([...last, chart]) <= FAR) last.push(chart);
    else runs.push([chart]);
  }
  return runs;
};

/** Ids of charts that follow one of their unit with another scale. */
const differing = (units: readonly (readonly Scaled[])[]): ReadonlyMap<string, string> =>
  new Map(
    units.flatMap((charts) =>
      charts.flatMap((chart, i): readonly (readonly [string, string])[] => {
        const before = charts[i - 1];
        return before && spread([before, chart]) > 1 + SAME ? [[chart.id, before.id]] : [];
      }),
    ),
  );

/**
 * One scale for charts of a unit that follow each other: the coarsest of their own, unless it is too coarse for one of them.
 * `compiled` compiles the charts at given scales.
 */
export const sharedScales = (
  specs: readonly ChartSpec[],
  compiled: (scales: SharedScales) => readonly NativeChart[],
  context: LayoutContext,
): SharedScales => {
  if (specs.length < 2) return OWN_SCALES;
  /** By unit, in the order of the charts. */
  const drawnAt = (scales: SharedScales): readonly (readonly Scaled[])[] => {
    const charts = compiled(scales);
    const scaled = specs.flatMap((spec) => {
      const native = charts.find((c) => c.id === spec.id);
      const scale = native && chartScale(spec, native);
      return scale === undefined ? [] : [{ id: spec.id, unit: chartUnit(spec, context), scale }];
    });
    return [...new Set(scaled.map((s) => s.unit))].map((unit) => scaled.filter((s) => s.unit === unit));
  };
  const own = drawnAt(OWN_SCALES);
  if (differing(own).size === 0) return OWN_SCALES;
  const runs = own.flatMap(runsOf).filter((run) => spread(run) > 1 + SAME);
  const shared = new Map(runs.flatMap((run) => run.map((c) => [c.id, Math.max(...run.map((other) => other.scale))])));
  const scales = { of: (id: string) => shared.get(id), differs: new Map() };
  return { ...scales, differs: differing(runs.length === 0 ? own : drawnAt(scales)) };
};

/** Told once for charts that are seen together. */
export const scaleFindings = ({ differs }: SharedScales): readonly Diagnostic[] =>
  [...differs].map(([chart, before]) => ({
    code: 'layout/scales-differ',
    severity: 'note',
    message: `the charts "${before}" and "${chart}" stand together and share a unit, but not a scale: one is too small for that of the other`,
    hints: ['a note under them says so; put them on different slides or into different sections, or choose charts of like size'],
  }));
