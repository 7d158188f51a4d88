import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuePerPoint } from '../../src/charts/common-scale.ts';
import { CHART_KINDS } from '../../src/charts/kinds/index.ts';
import { CHART_SHAPES, type ChartKindName } from '../../src/charts/spec.ts';
import { anyChart, anyFrame, compiledAny } from '../support/any-chart.ts';
import { chartFindings } from '../support/chart-findings.ts';

const COMPARABLE = (Object.keys(CHART_SHAPES) as ChartKindName[]).filter((kind) => CHART_KINDS[kind].comparable);
const SEED = Number(process.env['SEED'] ?? 20250630);

describe('a chart at the scale of another', () => {
  it.each(COMPARABLE)('has it to the point, on the same sheet, as %s', (kind) => {
    fc.assert(
      fc.property(anyChart(kind), anyFrame, fc.double({ min: 1, max: 10, noNaN: true }), (any, frame, times) => {
        const own = compiledAny(any, frame);
        const scale = own && valuePerPoint(own.chart.native);
        fc.pre(scale !== undefined);
        const made = compiledAny(any, frame, scale * times);
        fc.pre(made !== undefined);
        expect((valuePerPoint(made.chart.native) ?? 0) / (scale * times)).toBeCloseTo(1, 6);
        expect(made.chart.native.table).toEqual(own?.chart.native.table);
        expect(chartFindings(made).slice(0, 12)).toEqual([]);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});
