import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/build/compile.ts';
import type { BuildOptions, Compilation } from '../../src/build/options.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { bytesOf, FIVE_YEARS, marketFile, sizeSeries } from '../support/market.ts';

const CHINA = 'data/china-ai-medical-imaging.yaml';

const built = (file: Readonly<Record<string, unknown>>, options: Partial<BuildOptions> = {}): Promise<Compilation> =>
  compile({ path: 'example.json', bytes: bytesOf(file) }, { formats: ['pptx'], ...options }, nodeEnv());

const china = (change: (text: string) => string, options: Partial<BuildOptions> = {}): Promise<Compilation> =>
  compile(
    { path: CHINA, bytes: new TextEncoder().encode(change(readFileSync(CHINA, 'utf8'))) },
    { formats: ['pptx', 'docx', 'pdf'], ...options },
    nodeEnv(),
  );

const titles = (c: Compilation): readonly string[] => c.outline.map((o) => o.title.replaceAll('\u00a0', ' '));

describe('the first titles of a briefing say no more than its data', () => {
  it.each([
    [
      'forecast growth',
      [sizeSeries(FIVE_YEARS)],
      [
        'The example market is forecast to reach 1.5× its 2021 level by 2025',
        'forecast to reach $1.46 bn by 2025, compounding at 9.9% a year',
      ],
    ],
    [
      'growth that has happened',
      [sizeSeries(FIVE_YEARS.slice(0, 3))],
      ['The example market reached 1.2× its 2021 level by 2023', 'reached $1.21 bn in 2023, compounding at 10.0% a year from 2021'],
    ],
    [
      'a fall',
      [
        sizeSeries([
          [2021, '2.0'],
          [2023, '1.5'],
        ]),
      ],
      ['The example market shrank to 0.8× its 2021 level by 2023', 'fell to $1.5 bn in 2023'],
    ],
    [
      'one value',
      [sizeSeries([[2024, '1.65']])],
      ['One value of the example market is disclosed: $1.65 bn in 2024', 'stood at $1.65 bn in 2024, the only value the source discloses'],
    ],
    [
      'one value beside a bound',
      [
        sizeSeries([
          [2024, '1.65'],
          [2025, '1.80', { qualifier: 'over' }],
        ]),
      ],
      [
        'The example market stood at $1.65 bn in 2024; the source gives its other values as bounds or ranges',
        'no growth follows from bounds and ranges',
      ],
    ],
    [
      'ranges alone',
      [
        sizeSeries([
          [2024, null, { low: '1.60', high: '1.70' }],
          [2025, null, { low: '1.70', high: '1.90' }],
        ]),
      ],
      [
        'The source gives the example market in bounds and ranges; in 2025 it stood at $1.70–1.90 bn',
        'The example market stood at $1.70–1.90 bn in 2025; no growth follows from bounds and ranges',
      ],
    ],
    [
      'estimated growth',
      [sizeSeries(FIVE_YEARS.slice(0, 4))],
      ['The example market is estimated at 1.3× its 2021 level in 2024', 'is estimated at $1.33 bn in 2024, compounding at 10.0% a year'],
    ],
    [
      'no value',
      [sizeSeries([[2024, null, { missing: 'undisclosed' }]])],
      ['The size of the example market is undisclosed', 'no value of it is disclosed'],
    ],
    [
      'a name too long for a title',
      [sizeSeries(FIVE_YEARS, { phrase: `the market of ${'many '.repeat(20)}things` })],
      ['This market is forecast to reach 1.5× its 2021 level by 2025', 'This market is forecast to reach $1.46 bn'],
    ],
  ])('where it holds %s', async (_, series, parts) => {
    const all = titles(await built(marketFile({ series })));
    parts.forEach((part, i) => {
      expect(all[i + 1]).toContain(part);
    });
  });

  it('and tell one body of prose where the other is missing', async () => {
    const prose = { headline: 'Demand rises', points: [{ label: 'Demand', text: 'More is asked for' }], body: 'Demand rises.' };
    const { outline, diagnostics } = await built(marketFile({ narratives: { drivers: prose } }));
    expect(diagnostics).toEqual([]);
    expect(outline.map((o) => [o.section, o.title])).toContainEqual(['drivers', 'Demand rises']);
  });
});

describe('a stated rate that does not follow from its end points', () => {
  const wrong = (text: string): string => text.replace('value: "4.54"', 'value: "4.60"');

  it('is told on the method pages of all three files, with what the end points give', async () => {
    const { printed, diagnostics } = await china(wrong);
    expect(diagnostics.map((d) => d.code)).toEqual(['market/cagr-disagrees']);
    const implied = Object.entries(printed).map(([format, list]) => [
      format,
      list?.filter((p) => p.figure === 'global.size.cagr.2024-2029.implied' && !p.where.includes('able ')).map((p) => p.text),
    ]);
    expect(implied.map(([format]) => format)).toEqual(['pptx', 'docx', 'pdf']);
    for (const [, texts] of implied) expect(texts).toContain('22.7–22.9%');
  });

  it('gives no files where warnings count as errors', async () => {
    expect((await china(wrong, { strict: true })).files).toEqual([]);
    expect((await china((text) => text, { strict: true })).files).toHaveLength(4);
  });
});

describe('a figure of a chart', () => {
  it('is told where it is drawn, in the cells and in the alternative text', async () => {
    const { printed } = await china((text) => text);
    const places = (format: 'pptx' | 'docx' | 'pdf'): readonly string[] =>
      (printed[format] ?? [])
        .filter((p) => p.figure === 'global.size.2029' && p.where.includes('chart '))
        .map((p) => p.where.replace(/^[^,]*, chart /, ''));
    expect(places('pptx')).toEqual(['chart-global.size', 'chart-global.size, workbook', 'chart-global.size, alternative text']);
    // The report has the bridge too, which is a slide of the full deck.
    const inReport = ['chart-global.size', 'bridge-global.size'];
    expect(places('docx')).toEqual(inReport.flatMap((c) => [c, `${c}, workbook`, `${c}, alternative text`]));
    expect(places('pdf')).toEqual(inReport.flatMap((c) => [c, `${c}, alternative text`]));
  });
});
