import { readFileSync } from 'node:fs';
import { readInput } from '../../src/input/index.ts';
import type { Market } from '../../src/market/market.ts';
import { readMarket } from '../../src/market/read.ts';
import { FIVE_YEARS, marketFile, marketOf, type PointEntry, partsOf, sizeSeries } from './market.ts';

export const DATA_FILES = ['data/china-ai-medical-imaging.yaml', 'data/illustrative-full-cube.yaml'] as const;

export const dataMarket = (path: string): Market => {
  const raw = readInput(path, readFileSync(path)).value;
  const market = raw && readMarket(raw).value;
  if (!market) throw new Error(`${path} is not a market`);
  return market;
};

const narrative = (headline: string, body: string) => ({
  headline,
  points: Array.from({ length: 6 }, (_, i) => ({ label: `Point ${'abcdef'[i]}`, text: 'A sentence that says what this point is about' })),
  body,
});

const PROSE = 'A paragraph of prose that is long enough to fill several lines of the report and to be broken somewhere. '.repeat(6);

const narratives = (name: string) =>
  Object.fromEntries(
    ['statement', 'drivers', 'restraints', 'opportunities', 'challenges', 'technology', 'trends'].map((key) => [
      key,
      narrative(`The headline of ${key}${name}`, [PROSE, PROSE, '- one\n- two\n- three', PROSE].join('\n\n')),
    ]),
  );

const NAME_300 = 'Integrated systems for storage, transport and monitoring of temperature-sensitive goods and materials '
  .repeat(3)
  .slice(0, 300)
  .trim();

/** Long names need a short form. */
const shortOf = (label: string, i: number) => (label.length > 48 ? { short: `Short form of the long name no. ${i + 1}` } : {});

const cubeOf = (names: readonly string[]) => {
  const values = (base: number): readonly string[] => [base, base + 1, base + 2].map((v) => v.toFixed(1));
  const total = names.reduce((sum, _, i) => sum + 10 + i, 0);
  return {
    dimensions: [{ id: 'segment', label: 'Segment', members: names.map((label, i) => ({ id: `s${i + 1}`, label, ...shortOf(label, i) })) }],
    cubes: [
      {
        id: 'sales',
        label: 'Sales',
        short: 'Sales',
        measure: 'sales',
        area: 'world',
        unit: { kind: 'money', currency: 'USD', scale: 6 },
        dimensions: ['segment'],
        periods: [2023, 2024, 2025],
        statuses: ['actual', 'actual', 'forecast'],
        source: { id: 'report' },
        rows: [
          ...names.map((_, i) => ({ at: { segment: `s${i + 1}` }, values: values(10 + i) })),
          { at: { segment: 'total' }, values: [0, 1, 2].map((k) => (total + k * names.length).toFixed(1)) },
        ],
      },
    ],
  };
};

const WITHHELD: readonly PointEntry[] = [2023, 2024, 2025].map((year): PointEntry => [year, null, { missing: 'undisclosed' }]);

/** Market files that strain a layout, each valid. */
export const AWKWARD_FILES: Readonly<Record<string, () => ReturnType<typeof marketFile>>> = {
  'two points and no rate': () =>
    marketFile({
      series: [
        sizeSeries([
          [2024, '1.65'],
          [2029, '4.54'],
        ]),
      ],
    }),
  'one point': () => marketFile({ series: [sizeSeries([[2024, '1.65']])], narratives: narratives('') }),
  'everything undisclosed': () =>
    marketFile({
      series: [sizeSeries(WITHHELD)],
      growth: [{ of: 'size', from: 2023, to: 2025, missing: 'undisclosed', source: { id: 'report' } }],
      breakdowns: [
        partsOf([
          ['One', null],
          ['Two', null],
        ]),
      ],
      narratives: narratives(''),
    }),
  'sixty segments': () =>
    marketFile({ ...cubeOf(Array.from({ length: 60 }, (_, i) => `Segment number ${i + 1}`)), narratives: narratives('') }),
  'sixty parts': () =>
    marketFile({
      breakdowns: [partsOf(Array.from({ length: 60 }, (_, i) => [`Part ${i + 1}`, '1.0']))],
      players: Array.from({ length: 60 }, (_, i) => ({ id: `part-${i + 1}`, name: `Company number ${i + 1}`, role: 'a maker of goods' })),
    }),
  'segments with names of three hundred characters': () => marketFile(cubeOf([`A ${NAME_300}`, `B ${NAME_300}`, 'Short', 'Brief'])),
  'a series with a name of three hundred characters': () =>
    marketFile({
      series: [sizeSeries(FIVE_YEARS, { label: NAME_300, short: 'A name of some length, in short' })],
      narratives: narratives(''),
    }),
  'words that cannot be broken': () =>
    marketFile({ ...cubeOf(['Donaudampfschifffahrt'.repeat(6), 'x'.repeat(200)]), narratives: narratives('') }),
  'thirty years': () =>
    marketFile({
      series: [sizeSeries(Array.from({ length: 30 }, (_, i): PointEntry => [1996 + i, String(100 + i)]))],
      narratives: narratives(''),
    }),
  'Chinese names': () =>
    marketFile({
      ...cubeOf(['医学影像人工智能软件与服务', '手术机器人', '远程诊断平台']),
      narratives: narratives('：医学影像市场的驱动因素与挑战'),
    }),
};

/** The same as markets. */
export const AWKWARD: Readonly<Record<string, () => Market>> = Object.fromEntries(
  Object.entries(AWKWARD_FILES).map(([name, file]) => [name, () => marketOf(file())]),
);
