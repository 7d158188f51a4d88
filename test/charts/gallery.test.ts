import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import { compileChart } from '../../src/charts/compile.ts';
import { DECK_SCALE, REPORT_SCALE } from '../../src/charts/kind.ts';
import { CHART_SHAPES, type ChartSpec } from '../../src/charts/spec.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { readInput } from '../../src/input/index.ts';
import { en } from '../../src/locale/en.ts';
import type { Market } from '../../src/market/market.ts';
import { readMarket } from '../../src/market/read.ts';
import { dumpChart } from '../support/chart-dump.ts';
import { specOfDirective } from '../support/directive.ts';
import { EVERY_CASE, GALLERY_MARKET, galleryKinds } from '../support/gallery.ts';
import { expectGolden } from '../support/golden.ts';

const market = ((): Market => {
  const raw = readInput(GALLERY_MARKET, readFileSync(GALLERY_MARKET)).value;
  const read = raw && readMarket(raw).value;
  if (!read) throw new Error('the market of the gallery is not valid');
  return read;
})();

const KINDS = galleryKinds();

const specOf = (kind: string, name: string, attributes: Readonly<Record<string, string>>) => {
  const ledger = openLedger(market);
  return { ledger, ...specOfDirective(ledger, kind, `${kind}-${name}`, attributes) };
};

const CASES = KINDS.flatMap(({ kind, cases }) => Object.entries(cases).map(([name, attributes]) => [kind, name, attributes] as const));

describe('the gallery', () => {
  it('shows every kind of chart', () => {
    expect(KINDS.map((k) => k.kind).sort()).toEqual(Object.keys(CHART_SHAPES).sort());
  });

  it.each(KINDS.map((k) => [k.kind, k] as const))('shows %s with each case, and the language has its name', (kind, { cases }) => {
    expect(Object.keys(cases)).toEqual(expect.arrayContaining([...EVERY_CASE]));
    expect(en.words.chartKind[kind]).toBeDefined();
  });

  it.each(CASES)('compiles %s, case %s, to what its dump shows', (kind, name, attributes) => {
    const { ledger, spec, diagnostics } = specOf(kind, name, attributes);
    expect(diagnostics.map((d) => d.message)).toEqual([]);
    const context = { ledger, locale: en, frame: { width: 888, height: 310 }, scale: DECK_SCALE };
    const { chart, diagnostics: found } = compileChart(spec as ChartSpec, context);
    const notes = found.map((d) => renderDiagnostic(d));
    expectGolden(
      `test/gallery/cases/${kind}-${name}.expected.txt`,
      [dumpChart(chart), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'),
    );
  });

  it.each(CASES)('holds the same cells for %s, case %s, on a slide and on a page', (kind, name, attributes) => {
    const { ledger, spec } = specOf(kind, name, attributes);
    const on = (frame: { width: number; height: number }, scale: typeof DECK_SCALE) =>
      compileChart(spec as ChartSpec, { ledger, locale: en, frame, scale }).chart.native.table;
    expect(on({ width: 470, height: 240 }, REPORT_SCALE)).toEqual(on({ width: 888, height: 310 }, DECK_SCALE));
  });
});
