import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHART_SHAPES, type ChartKindName } from '../../src/charts/spec.ts';
import { anyChart, anyFrame, compiledAny } from '../support/any-chart.ts';
import { chartFindings } from '../support/chart-findings.ts';

const KINDS = Object.keys(CHART_SHAPES) as ChartKindName[];

/** Over all kinds together. */
const RUNS = 2000;

/** One seed, so that a change is judged by what it changes: `SEED=… npx vitest run every-chart` looks elsewhere. */
const SEED = Number(process.env['SEED'] ?? 20250630);

describe('every chart of any market', () => {
  it.each(KINDS)('is whole, legible, true to its figures and valid, as %s', (kind) => {
    fc.assert(
      fc.property(anyChart(kind), anyFrame, (any, frame) => {
        const made = compiledAny(any, frame);
        fc.pre(made !== undefined);
        expect(chartFindings(made).slice(0, 12)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / KINDS.length), seed: SEED },
    );
  });
});
