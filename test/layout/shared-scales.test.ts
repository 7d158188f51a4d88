import { describe, expect, it } from 'vitest';
import { valuePerPoint } from '../../src/charts/common-scale.ts';
import type { NativeChart } from '../../src/charts/native.ts';
import { marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { planMarket } from '../support/plan.ts';
import { plainText } from '../support/read-plan.ts';

const market = (sizes: readonly number[]) =>
  marketOf(
    marketFile({
      headline: ['s0'],
      series: sizes.map((size, i) =>
        sizeSeries(
          [
            [2023, String(size)],
            [2024, String(size * 2)],
            [2025, String(size * 3)],
          ],
          { id: `s${i}`, label: `Size ${i}` },
        ),
      ),
    }),
  );

const chart = (kind: string, i: number): string => `:::chart{id="c${i}" kind="${kind}" of="s${i}"}\n:::`;

/** Charts side by side on one slide, which follow each other in the report. */
const beside = (kinds: readonly string[]): string =>
  [
    '# Section',
    '## A title',
    ':::::columns{split="6-6"}',
    ...kinds.flatMap((kind, i) => ['::::column', chart(kind, i), '::::']),
    ':::::',
  ].join('\n\n');

const planned = async (sizes: readonly number[], template: string) => {
  const { deck, flow, findings } = await planMarket(market(sizes), ['pptx', 'docx'], { own: template });
  const slide = deck?.slides.find((s) => s.shapes.some((x) => x.kind === 'chart'));
  const figures = (flow?.blocks ?? []).flatMap((b) => (b.kind === 'figure' ? [b] : []));
  const scales = (natives: readonly NativeChart[]): readonly number[] => natives.map((n) => Number(valuePerPoint(n)?.toPrecision(6)));
  return {
    slide: scales((slide?.shapes ?? []).flatMap((s) => (s.kind === 'chart' ? [s.chart.native] : []))),
    report: scales(figures.map((f) => f.chart.native)),
    notes: [
      (slide?.shapes ?? []).flatMap((s) =>
        s.kind === 'text' && s.name === 'Note and source' ? s.paragraphs.map((p) => plainText(p.runs)) : [],
      ),
      figures.map((f) => plainText(f.note)),
    ]
      .flat()
      .filter((t) => t.startsWith('Note')),
    differ: findings.filter((f) => f.includes('layout/scales-differ')).length,
  };
};

describe('two charts of one unit', () => {
  it.each([
    ['column', 'column'],
    ['column', 'line'],
    ['line', 'combo'],
  ])('as %s and %s have one scale on a slide and in a section', async (...kinds) => {
    const { slide, report, notes, differ } = await planned([1, 4], beside(kinds));
    expect(slide).toHaveLength(2);
    expect(slide[1]).toBe(slide[0]);
    expect(report).toHaveLength(2);
    expect(report[1]).toBe(report[0]);
    expect({ notes, differ }).toEqual({ notes: [], differ: 0 });
  });

  it('of unlike size keep their own, and say so', async () => {
    const { slide, report, notes, differ } = await planned([1, 40], beside(['column', 'column']));
    expect(slide[1]).toBeGreaterThan(10 * (slide[0] ?? 0));
    expect(report[1]).toBeGreaterThan(10 * (report[0] ?? 0));
    expect(notes).toEqual([
      'Note: The scales of the charts differ: equal lengths are not equal values.',
      'Note: Its scale differs from that of Figure 1: equal lengths are not equal values.',
    ]);
    expect(differ).toBeGreaterThan(0);
  });
});

describe('charts of one section of the report', () => {
  const apart = ['# Section', ...[0, 1, 2].flatMap((i) => [`## Title ${i}`, chart('column', i)])].join('\n\n');

  it('share a scale as far as they are of like size', async () => {
    const { slide, report, notes } = await planned([1, 3, 60], apart);
    expect(slide).toHaveLength(1);
    expect(report[1]).toBe(report[0]);
    expect(report[2]).not.toBe(report[0]);
    expect(notes).toEqual(['Note: Its scale differs from that of Figure 2: equal lengths are not equal values.']);
  });
});
