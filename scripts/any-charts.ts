/**
 * Writes a deck of random charts of every kind, one a slide, for checkers of finished files that tests cannot call.
 * usage: tsx scripts/any-charts.ts FILE.pptx [COUNT]
 */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { points } from '../src/base/geometry.ts';
import { CHART_SHAPES, type ChartKindName } from '../src/charts/spec.ts';
import type { Slide } from '../src/layout/deck.ts';
import { writePptx } from '../src/writers/pptx/index.ts';
import { anyChart, compiledAny, SLIDE_FRAMES } from '../test/support/any-chart.ts';
import type { MadeChart } from '../test/support/chart-findings.ts';
import { marketFile, marketOf } from '../test/support/market.ts';
import { planMarket } from '../test/support/plan.ts';

const [file, count] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: tsx scripts/any-charts.ts FILE.pptx [COUNT]');
const KINDS = Object.keys(CHART_SHAPES) as ChartKindName[];
const each = Math.ceil(Number(count ?? 200) / KINDS.length);

const { deck } = await planMarket(marketOf(marketFile()), ['pptx']);
const model = deck?.slides.find((s) => s.shapes.some((shape) => shape.kind === 'chart'));
if (!deck || !model) throw new Error('the smallest market has no chart');

const slideOf = (kind: string, index: number, { chart }: MadeChart): Slide => {
  const { width, height } = chart.native.frame;
  const title = `${kind} ${index + 1}`;
  return {
    ...model,
    id: `${kind}-${index + 1}`,
    title,
    notes: [],
    shapes: model.shapes.flatMap((shape): Slide['shapes'] => {
      if (shape.kind === 'chart') return [{ ...shape, box: { x: points(36), y: points(150), w: points(width), h: points(height) }, chart }];
      if (shape.kind !== 'placeholder') return [];
      const [first] = shape.paragraphs;
      const [run] = first?.runs ?? [];
      const titled = first && run ? [{ ...first, runs: [{ ...run, text: title }] }] : shape.paragraphs;
      return [shape.placeholder === 'title' ? { ...shape, paragraphs: titled } : shape];
    }),
  };
};

const slides = KINDS.flatMap((kind) =>
  fc
    .sample(anyChart(kind), { numRuns: 2 * each, seed: 1 })
    .flatMap((any, i) => compiledAny(any, SLIDE_FRAMES[i % SLIDE_FRAMES.length] ?? SLIDE_FRAMES[0]) ?? [])
    .slice(0, each)
    .map((made, i) => slideOf(kind, i, made)),
);
const { bytes } = await writePptx({ ...deck, slides });
writeFileSync(file, bytes);
console.log(`${slides.length} charts of ${KINDS.length} kinds in ${file}`);
