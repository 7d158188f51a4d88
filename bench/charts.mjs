/**
 * What one more column chart costs, in milliseconds: ours beside `docx/charts` and pptxgenjs, in one process, warm and by turns.
 * A file of MANY charts less a file of one, divided by the charts between them: packing is in it, loading is not.
 * usage: npx tsx bench/charts.mjs [ROUNDS]
 */
import { Document, Packer, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import PptxGenJS from 'pptxgenjs';
import { compileChart } from '../src/charts/compile.ts';
import { drawChart } from '../src/charts/draw/index.ts';
import { DECK_SCALE } from '../src/charts/kind.ts';
import { en } from '../src/locale/en.ts';
import { addChart } from '../src/ooxml/chart.ts';
import { packageFrom, packPackage, writePart } from '../src/ooxml/package.ts';
import { writePptx } from '../src/writers/pptx/index.ts';
import { sceneToSvg } from '../src/writers/svg/svg.ts';
import { specOfDirective } from '../test/support/directive.ts';
import { ledgerOf, marketFile, marketOf, sizeSeries } from '../test/support/market.ts';
import { planMarket } from '../test/support/plan.ts';
import { shippedTheme } from '../test/support/theme.ts';

const ROUNDS = Number(process.argv[2] ?? 30);
const MANY = 21;
const WARM = 3;

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const VALUES = [1, 1.12, 1.25, 1.4, 1.57, 1.76, 1.97, 2.21, 2.48, 2.77];
const statusOf = (year) => (year < 2024 ? 'actual' : year === 2024 ? 'estimate' : 'forecast');

const theme = shippedTheme();
const market = marketFile({ series: [sizeSeries(YEARS.map((y, i) => [y, VALUES[i].toFixed(2), { status: statusOf(y) }]))] });
const ledger = ledgerOf(market);
const frame = { width: 888, height: 310 };
const { spec } = specOfDirective(ledger, 'column', 'size', { of: 'size', rate: '2024-2027' });
const compiled = () => compileChart(spec, { ledger, locale: en, frame, scale: DECK_SCALE }).chart;

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';
const palette = theme.colors;
/** Chart part, drawing part and workbook, as both Office writers add them. */
const parts = (charts) => {
  const pkg = packageFrom([]);
  writePart(pkg, '[Content_Types].xml', TYPES);
  charts.forEach((chart, i) => {
    addChart(pkg, { owner: 'ppt/slides/slide1.xml', folder: 'ppt', number: i + 1, chart, palette });
  });
  return packPackage(pkg);
};

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const { deck } = await planMarket(marketOf(market), ['pptx']);
const slide = deck.slides.find((s) => s.shapes.some((shape) => shape.kind === 'chart'));
const box = slide.shapes.find((shape) => shape.kind === 'chart').box;
const title = slide.shapes.filter((shape) => shape.kind === 'placeholder');

const known = compiled().native;
const labels = YEARS.map((y) => en.period(y, statusOf(y)));

/** Each makes a file of so many charts. */
const MAKERS = {
  'ours: native chart and scene compiled, chart part, drawing, workbook, zip': (n) => parts(times(n, () => compiled().native)),
  'ours: a slide with its chart, through the writer of decks': (n) =>
    writePptx({
      ...deck,
      slides: times(n, (i) => ({
        ...slide,
        id: `s${i}`,
        notes: [],
        shapes: [...title, { kind: 'chart', name: 'Chart', box, chart: compiled() }],
      })),
    }),
  'docx/charts: a paragraph with a chart': (n) =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            children: times(
              n,
              () =>
                new Paragraph({
                  children: [
                    new ChartRun({
                      type: 'column',
                      categories: labels,
                      series: [{ name: 'Size', values: VALUES }],
                      dataLabels: { value: true },
                    }),
                  ],
                }),
            ),
          },
        ],
      }),
    ),
  'pptxgenjs: a slide with a chart, compressed': (n) => {
    const pptx = new PptxGenJS();
    for (let i = 0; i < n; i++)
      pptx.addSlide().addChart('bar', [{ name: 'Size', labels, values: VALUES }], { x: 0.5, y: 1, w: 9, h: 4, showValue: true });
    return pptx.write({ outputType: 'uint8array', compression: true });
  },
};

/** What needs no file: milliseconds for one of MANY. */
const STEPS = {
  'ours: compile (native, scene, alternative text)': () => compiled(),
  'ours: scene alone, drawn from the native chart': () => drawChart(known),
  'ours: scene as SVG': () => sceneToSvg(drawChart(known), theme, ''),
};

const timed = async (make) => {
  const start = performance.now();
  await make();
  return performance.now() - start;
};

const perChart = async (make) => {
  const one = await timed(() => make(1));
  return ((await timed(() => make(MANY))) - one) / (MANY - 1);
};

const measured = new Map([...Object.keys(MAKERS), ...Object.keys(STEPS)].map((name) => [name, []]));
for (let round = -WARM; round < ROUNDS; round++) {
  // Every round begins with another maker, so that none always follows the same one.
  const makers = Object.entries(MAKERS);
  const order = makers.map((_, i) => makers[(i + round + WARM) % makers.length]);
  for (const [name, make] of order) {
    const cost = await perChart(make);
    if (round >= 0) measured.get(name).push(cost);
  }
  for (const [name, step] of Object.entries(STEPS)) {
    const cost = (await timed(() => times(MANY, step))) / MANY;
    if (round >= 0) measured.get(name).push(cost);
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const [ours, , docxCharts, pptxgen] = Object.keys(MAKERS).map((name) => measured.get(name));
const against = (list, base) => median(list.map((cost, i) => cost / base[i])).toFixed(2);
console.log(`${ROUNDS} rounds, Node ${process.versions.node}; ratios are medians of the rounds' own ratios\n`);
console.log('| one more chart | ms | × docx/charts | × pptxgenjs |\n|---|---|---|---|');
for (const [name, list] of measured)
  console.log(`| ${name} | ${median(list).toFixed(2)} | ${against(list, docxCharts)} | ${against(list, pptxgen)} |`);
console.log(`\ndocx/charts takes ${against(docxCharts, ours)} times, pptxgenjs ${against(pptxgen, ours)} times what our chart takes`);
