import { describe, expect, it } from 'vitest';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import { CHART_SHAPES } from '../../src/charts/spec.ts';
import { en } from '../../src/locale/en.ts';
import { dumpChart } from '../support/chart-dump.ts';
import { EVERY_CASE, galleryHeat, galleryKinds } from '../support/gallery.ts';
import { galleryCases } from '../support/gallery-build.ts';
import { galleryChart } from '../support/gallery-charts.ts';
import { expectGolden } from '../support/golden.ts';
import { dumpHeat, heatCells } from '../support/heat-dump.ts';

const KINDS = galleryKinds();

const CASES = galleryCases().map((one) => [one.kind, one.name, one] as const);

describe('the gallery', () => {
  it('shows every kind of chart', () => {
    expect(KINDS.map((k) => k.kind).sort()).toEqual(Object.keys(CHART_SHAPES).sort());
  });

  it.each(KINDS.map((k) => [k.kind, k] as const))('shows %s with each case, and the language has its name', (kind, { cases }) => {
    expect(Object.keys(cases)).toEqual(expect.arrayContaining([...EVERY_CASE]));
    expect(en.words.chartKind[kind]).toBeDefined();
  });

  it.each(CASES)('compiles %s, case %s, to what its dump shows', (_, __, one) => {
    const { chart, diagnostics } = galleryChart(one, { width: 888, height: 310 }, 'deck');
    const notes = diagnostics.map((d) => renderDiagnostic(d));
    expectGolden(`test/gallery/cases/${one.id}.expected.txt`, [dumpChart(chart), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'));
  });

  it.each(CASES)('holds the same cells for %s, case %s, on a slide and on a page', (_, __, one) => {
    const onPage = galleryChart(one, { width: 470, height: 240 }, 'report').chart.native.table;
    expect(onPage).toEqual(galleryChart(one, { width: 888, height: 310 }, 'deck').chart.native.table);
  });
});

describe('the heat matrix of the gallery', () => {
  it('has each case', () => {
    expect(Object.keys(galleryHeat().cases)).toEqual(expect.arrayContaining([...EVERY_CASE]));
  });

  it.each(Object.entries(galleryHeat().cases))('is, case %s, what its dump shows', (name, attributes) => {
    expectGolden(`test/gallery/cases/heat-${name}.expected.txt`, dumpHeat(heatCells(attributes)));
  });
});
