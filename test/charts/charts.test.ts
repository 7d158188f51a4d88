import { describe, expect, it } from 'vitest';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import type { Compilation } from '../../src/charts/compile.ts';
import { barChart, columnChart } from '../support/chart-cases.ts';
import { dumpChart } from '../support/chart-dump.ts';
import { expectGolden } from '../support/golden.ts';
import { FIVE_YEARS, type PointEntry } from '../support/market.ts';

const WITHHELD = { missing: 'undisclosed' } as const;

const SIXTY = Array.from({ length: 60 }, (_, i): readonly [string, string] => [`Part ${i + 1}`, (4 - i * 0.05).toFixed(2)]);

/** Of 48 characters: a longer one needs a short form. */
const LONG_NAME = 'Integrated systems for storage and refrigeration';

const MIXED: readonly PointEntry[] = [
  [2020, '1250.5'],
  [2021, null, { low: '1300.0', high: '1350.0' }],
  [2022, '1400.0', { qualifier: 'about', status: 'provisional' }],
  [2023, null, WITHHELD],
  [2025, '1700.0', { status: 'estimate' }],
  [2030, '2500.0', { status: 'forecast' }],
];

const CASES: readonly (readonly [name: string, what: string, chart: () => Compilation])[] = [
  ['five-years', 'five years with their rate', () => columnChart(FIVE_YEARS, [2021, 2025])],
  [
    'two-points',
    'two points and the years computed between them',
    () =>
      columnChart(
        [
          [2024, '1.65'],
          [2027, '3.00', { status: 'forecast' }],
        ],
        [2024, 2027],
      ),
  ],
  ['one-point', 'a single point', () => columnChart([[2024, '1.65']])],
  [
    'shrinking',
    'a market that shrinks',
    () =>
      columnChart(
        [
          [2020, '4.0'],
          [2025, '3.0'],
        ],
        [2020, 2025],
      ),
  ],
  [
    'negative-values',
    'values below zero',
    () =>
      columnChart([
        [2022, '-1.2'],
        [2023, '0.4'],
        [2024, '2.0'],
      ]),
  ],
  [
    'all-undisclosed',
    'nothing disclosed',
    () =>
      columnChart(
        [
          [2024, null, WITHHELD],
          [2025, null, WITHHELD],
          [2030, null, { ...WITHHELD, status: 'forecast' }],
        ],
        [2025, 2030],
      ),
  ],
  [
    'range-and-over',
    'a range and a value said to be over',
    () =>
      columnChart([
        [2023, null, { low: '41', high: '46' }],
        [2024, '45.5', { qualifier: 'over' }],
        [2025, '50'],
      ]),
  ],
  ['mixed', 'a value, a range, a bound, a gap and computed years', () => columnChart(MIXED, [2025, 2030])],
  [
    'cjk-names',
    'Chinese and Japanese names',
    () =>
      barChart([
        ['医学影像人工智能', '40.0'],
        ['医用画像処理ソフトウェア', '35.0'],
        ['其他', '25.0', { residual: true }],
      ]),
  ],
  ['sixty-parts', 'sixty parts', () => barChart(SIXTY)],
  [
    'long-name',
    'a name of as many characters as a market file may give without a short form',
    () =>
      barChart([
        [LONG_NAME, '60.0'],
        ['Short', '40.0'],
      ]),
  ],
  [
    'parts-withheld',
    'a subject among parts, a residual and parts withheld',
    () =>
      barChart([
        ['Ours', '12.0', { subject: true }],
        ['Theirs', '48.0'],
        ['Secret', null],
        ['Others', '20.0', { residual: true }],
        ['Over ten', '10.0', { qualifier: 'over' }],
      ]),
  ],
];

describe('a chart of', () => {
  it.each(CASES)('%s (%s) compiles to what its dump shows', (name, _, chart) => {
    const compiled = chart();
    const notes = compiled.diagnostics.map((d) => renderDiagnostic(d));
    expect(compiled.chart.native.id).toMatch(/^(columns|bars)$/);
    expectGolden(
      `test/charts/cases/${name}.expected.txt`,
      [dumpChart(compiled.chart), ...(notes.length > 0 ? ['', ...notes] : [])].join('\n'),
    );
  });
});
