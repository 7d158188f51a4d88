import { type Entry, marketFile, sizeSeries } from './market.ts';

const SUBJECTS = ['Hospitals', 'Insurers', 'Manufacturers', 'Regulators', 'Radiologists', 'Patients', 'Cities', 'Software houses'];
const VERBS = ['ask for', 'postpone', 'finance', 'test', 'compare', 'standardise', 'question', 'replace'];
const OBJECTS = [
  'older scanners',
  'reading software',
  'remote reports',
  'training data',
  'approval files',
  'service contracts',
  'archives',
];
const REASONS = [
  'because budgets are voted once a year',
  'although few staff can be spared',
  'where a neighbouring clinic has shown the way',
  'as long as the law leaves room for it',
  'since waiting lists grow',
];

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

const sentence = (i: number): string =>
  `${at(SUBJECTS, i)} ${at(VERBS, i * 3 + 1)} ${at(OBJECTS, i * 5 + 2)} ${at(REASONS, i * 7 + 3)}, and the effect on word${wordOf(i)} is seen late.`;

/** A word of letters that occurs once in all the prose: lost words are found by it. */
function wordOf(i: number): string {
  return [...String(i).padStart(4, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** Eight paragraphs of six sentences. */
const prose = (from: number): string =>
  Array.from({ length: 8 }, (_, p) => Array.from({ length: 6 }, (_, s) => sentence(from + p * 6 + s)).join(' ')).join('\n\n');

export const STRESS_NARRATIVES = ['statement', 'drivers', 'restraints', 'opportunities', 'challenges', 'technology', 'trends'] as const;

const longName = (i: number): string =>
  `Integrated systems, services and consumables for application ${wordOf(i)}, including storage, transport, monitoring, maintenance, training, cybersecurity, regulatory documentation, remote support and the periodic renewal of all components under long-term contracts with public buyers and their purchasing groups, number ${wordOf(i)}`.slice(
    0,
    300,
  );

const COMPANIES = [
  '联影医疗',
  '东软医疗',
  '推想科技',
  '深睿医疗',
  '数坤科技',
  '富士フイルム',
  'キヤノンメディカル',
  '뷰노',
  '루닛',
  'Example Imaging',
];

/** Everything at its limit: sixty segments with names of three hundred characters, five thousand words, forty sources, CJK names. */
export const stressMarket = (): Entry => {
  const segments = Array.from({ length: 60 }, (_, i) => ({ id: `s${i + 1}`, label: longName(i), short: `Application ${wordOf(i)}` }));
  const sum = (base: number): string => segments.reduce((total, _, i) => total + base + i, 0).toFixed(1);
  return marketFile({
    title: 'A market at every limit',
    sources: Array.from({ length: 40 }, (_, i) => ({
      id: i === 0 ? 'report' : `source-${i + 1}`,
      type: 'report',
      title: `Yearbook of the association ${wordOf(i)}, volume on imaging, digital health and the economics of hospitals`,
      publisher: `Association ${wordOf(i)}`,
      short: `Association ${wordOf(i)}, yearbook`,
      URL: `https://example.org/${wordOf(i)}`,
    })),
    series: [
      sizeSeries([
        [2023, '120.4'],
        [2024, '131.9'],
        [2025, '140.2'],
      ]),
    ],
    dimensions: [{ id: 'segment', label: 'Application', members: segments }],
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
        statuses: ['actual', 'estimate', 'forecast'],
        source: { id: 'source-2' },
        rows: [
          ...segments.map((s, i) => ({ at: { segment: s.id }, values: [10, 11, 12].map((base) => (base + i).toFixed(1)) })),
          { at: { segment: 'total' }, values: [10, 11, 12].map(sum) },
        ],
      },
    ],
    players: COMPANIES.map((name, i) => ({
      id: `p${i + 1}`,
      name,
      role: `maker of reading software for application ${wordOf(i)}`,
      source: { id: 'source-3' },
    })),
    narratives: Object.fromEntries(
      STRESS_NARRATIVES.map((name, n) => [
        name,
        {
          headline: `What hospitals say of ${name} differs from city to city`,
          points: Array.from({ length: 6 }, (_, i) => ({
            label: `Point ${'abcdef'[i]}`,
            text: `${at(SUBJECTS, i)} ${at(VERBS, i)} ${at(OBJECTS, i)}`,
          })),
          body: prose(n * 100),
          source: { id: `source-${n + 4}` },
        },
      ]),
    ),
  });
};
