import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import { CHART_KINDS } from '../../src/charts/kinds/index.ts';
import { CHART_SHAPES, type ChartKindName } from '../../src/charts/spec.ts';
import { en } from '../../src/locale/en.ts';
import { type AnyChart, anyChart } from '../support/any-chart.ts';
import { chartFindings, type MadeChart } from '../support/chart-findings.ts';
import { specOfDirective } from '../support/directive.ts';
import { ledgerOfData } from '../support/market.ts';

const KINDS = Object.keys(CHART_SHAPES) as ChartKindName[];

/** Over all kinds together. */
const RUNS = 2000;

/** One seed, so that a change is judged by what it changes: `SEED=… npx vitest run every-chart` looks elsewhere. */
const SEED = Number(process.env['SEED'] ?? 20250630);

/** The frames charts get on slides, in points; on pages their kind says how high. */
const SLIDES = [
  { width: 888, height: 310 },
  { width: 620, height: 310 },
  { width: 437, height: 250 },
] as const;
const PAGE_WIDTH = 483;

type Frame = (typeof SLIDES)[number] | 'page' | 'page alone';
const frames = fc.constantFrom<Frame>(...SLIDES, 'page', 'page alone');

/** Charts are compiled inside of the property, so that a counterexample is as short as its input. */
const compiled = (any: AnyChart, frame: Frame): MadeChart => {
  const ledger = ledgerOfData(any.file);
  const { spec, diagnostics } = specOfDirective(ledger, any.kind, 'chart', any.attributes);
  if (!spec) throw new Error(`not drawn: ${diagnostics.map((d) => d.message).join('; ')}`);
  const onPage = frame === 'page' || frame === 'page alone';
  const size = onPage ? { width: PAGE_WIDTH, height: CHART_KINDS[any.kind].height(spec, { ledger }, frame === 'page alone') } : frame;
  const { chart } = compileChart(spec, { ledger, locale: en, frame: size, scale: onPage ? REPORT_SCALE : DECK_SCALE });
  return { chart, figures: ledger.figures };
};

describe('every chart of any market', () => {
  it.each(KINDS)('is whole, legible, true to its figures and valid, as %s', (kind) => {
    fc.assert(
      fc.property(anyChart(kind), frames, (any, frame) => {
        expect(chartFindings(compiled(any, frame)).slice(0, 12)).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / KINDS.length), seed: SEED },
    );
  });
});
