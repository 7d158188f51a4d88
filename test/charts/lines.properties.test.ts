import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compilation, compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import { CHART_SHAPES, type ChartShape } from '../../src/charts/spec.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { textWidth } from '../../src/fonts/measure.ts';
import { en } from '../../src/locale/en.ts';
import { chartSpec } from '../support/chart-cases.ts';
import { type SceneText, sceneTexts } from '../support/chart-dump.ts';
import { ledgerOf, marketFile, type PointEntry, sizeSeries } from '../support/market.ts';

const KINDS = ['line', 'indexed-line', 'scenario', 'small-multiples'] as const;

const FRAMES = [
  { frame: { width: 888, height: 310 }, scale: DECK_SCALE },
  { frame: { width: 620, height: 310 }, scale: DECK_SCALE },
  { frame: { width: 470, height: 240 }, scale: REPORT_SCALE },
] as const;

const statement = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 1_000_000 }).map((v) => [(v / 100).toFixed(2), {}] as const) },
  { weight: 1, arbitrary: fc.integer({ min: -500, max: 500 }).map((v) => [(v / 100).toFixed(2), {}] as const) },
  { weight: 1, arbitrary: fc.constant(['12.5', { qualifier: 'over' }] as const) },
  { weight: 2, arbitrary: fc.constant([null, { missing: 'undisclosed' }] as const) },
);

/** Years ascending with gaps, what is forecast behind what is known. */
const points = fc
  .tuple(fc.array(fc.tuple(statement, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([list, turn]) => {
    let year = 2000;
    return list.map(([[value, more], step], i): PointEntry => {
      year += step;
      return [year, value, { ...more, status: i < turn ? 'actual' : 'forecast' }];
    });
  });

const markets = fc.tuple(points, points, points);

const IDS = ['size', 'second', 'third'] as const;

const market = (series: readonly (readonly PointEntry[])[]) =>
  ledgerOf(
    marketFile({
      series: series.map((p, i) =>
        sizeSeries(p, { id: IDS[i], short: `Series number ${i + 1}`, scope: { measure: IDS[i], area: 'world' } }),
      ),
    }),
  );

const compiled = (
  kind: (typeof KINDS)[number],
  series: readonly (readonly PointEntry[])[],
): readonly (Compilation & { readonly ledger: LedgerDraft })[] => {
  const ledger = market(series);
  const shape: ChartShape = CHART_SHAPES[kind];
  const { beside, fold } = shape;
  const spec = chartSpec(ledger, kind, 'lines', {
    shape: 'series',
    of: [...IDS],
    ...(beside === undefined ? {} : { beside }),
    ...(fold === undefined ? {} : { fold }),
  });
  return FRAMES.map((f) => ({ ...compileChart(spec, { ledger, locale: en, ...f }), ledger }));
};

const box = (t: SceneText) => {
  const w = textWidth(t.text, { size: t.size, bold: t.bold, italic: false });
  const x = t.x - { left: 0, center: w / 2, right: w }[t.align];
  return { text: t.text, x, w, y: t.y - t.size * 0.72, h: t.size * 0.72 };
};

type Box = ReturnType<typeof box>;

const meet = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

describe.each(KINDS)('every %s chart', (kind) => {
  const check = (property: (charts: ReturnType<typeof compiled>) => void): void =>
    fc.assert(
      fc.property(markets, (series) => property(compiled(kind, series))),
      { numRuns: 40 },
    );

  it('keeps its texts inside of the frame, and never sets a label of a value over another', () => {
    check((charts) => {
      for (const { chart } of charts) {
        const { scene } = chart;
        const texts = sceneTexts(scene.items).map(box);
        expect(texts.filter((t) => t.x < -0.5 || t.x + t.w > scene.width + 0.5 || t.y < -1 || t.y + t.h > scene.height)).toEqual([]);
        const group = scene.items.find((i) => i.kind === 'group' && i.name === 'labels');
        const labels = sceneTexts(group ? [group] : []).map(box);
        expect(labels.filter((a, i) => labels.slice(i + 1).some((b) => meet(a, b)))).toEqual([]);
      }
    });
  });

  it('holds annotations inside of the frame, where LibreOffice draws them', () => {
    check((charts) => {
      for (const { chart } of charts) {
        const outside = chart.native.annotations.filter((a) =>
          a.kind === 'box'
            ? a.x < -1e-6 || a.y < -1e-6 || a.x + a.w > 1 + 1e-6
            : Math.min(a.x1, a.x2, a.y1, a.y2) < -1e-6 || Math.max(a.x1, a.x2) > 1 + 1e-6,
        );
        expect(outside).toEqual([]);
      }
    });
  });

  it('gives no value to what is withheld, and draws every value on its scale', () => {
    check((charts) => {
      for (const { chart, ledger } of charts) {
        const { native } = chart;
        const cells = native.table.columns.flatMap((c) => c.cells);
        const withheld = cells.filter(
          (c) => c.kind === 'number' && c.figure !== undefined && ledger.figures.get(c.figure)?.quantity.kind === 'undisclosed',
        );
        expect(withheld).toEqual([]);
        if (native.axes.kind !== 'category') throw new Error('a chart without categories');
        const { min, max } = native.axes.value;
        const noise = (max - min) * 1e-6;
        const drawn = native.layers.flatMap((l) => (l.kind === 'area' ? [] : l.series.map((s) => s.values)));
        const off = native.table.columns
          .filter((c) => drawn.includes(c.id))
          .flatMap((c) => c.cells.filter((cell) => cell.kind === 'number' && (cell.value < min - noise || cell.value > max + noise)));
        expect(off).toEqual([]);
      }
    });
  });

  it('prints only figures of the ledger, each as it is drawn, and holds the same cells in every size', () => {
    check((charts) => {
      for (const { chart, ledger } of charts) {
        const drawn = new Set(sceneTexts(chart.scene.items).map((t) => `${t.figure ?? ''}: ${t.text}`));
        expect(chart.printed.filter((p) => !drawn.has(`${p.figure}: ${p.text}`) || !ledger.figures.has(p.figure))).toEqual([]);
      }
      const [first, ...others] = charts.map((c) => JSON.stringify(c.chart.native.table));
      expect(others.every((o) => o === first)).toBe(true);
    });
  });
});
