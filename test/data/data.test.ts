import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaText } from '../../src/cli/schema.ts';
import { readInput } from '../../src/input/index.ts';
import { checkMarket } from '../../src/market/checks/index.ts';
import type { Series, Stated } from '../../src/market/market.ts';
import { DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { buildFile } from '../support/build.ts';

const [CHINA, CUBE] = DATA_FILES;

describe('the schema beside the data', () => {
  it('is the one the program prints', () => {
    expect(readFileSync('data/market.schema.json', 'utf8').trimEnd()).toBe(schemaText());
  });
});

describe.each(DATA_FILES)('%s', (path) => {
  it('is read and checked with nothing found but what its breakdowns leave open', () => {
    const raw = readInput(path, readFileSync(path));
    expect(raw.diagnostics).toEqual([]);
    expect(checkMarket(dataMarket(path)).filter((d) => d.severity !== 'note')).toEqual([]);
  });

  it('builds without an error or a warning', async () => {
    const built = await buildFile(path, ['pptx', 'docx', 'pdf', 'svg']);
    expect(built.diagnostics.filter((d) => d.severity !== 'note')).toEqual([]);
    expect(built.files.filter((f) => f.format !== 'svg').map((f) => f.format)).toEqual(['pptx', 'docx', 'pdf', 'figures']);
  });

  it('names its schema for editors', () => {
    expect(readFileSync(path, 'utf8').split('\n')[0]).toBe('# yaml-language-server: $schema=market.schema.json');
  });
});

/** Every text of a value with the key it stands under. */
const texts = (value: unknown, key = ''): readonly (readonly [key: string, text: string])[] => {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((v) => texts(v, key));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([k, v]) => texts(v, k)) : [];
};

describe('the China market', () => {
  const raw = readInput(CHINA, readFileSync(CHINA)).value;
  const market = dataMarket(CHINA);

  it('has the placeholders of its source nowhere but in the words as printed', () => {
    const places = texts(raw?.value).filter(([, text]) => text.includes('XX'));
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places.map(([key]) => key))).toEqual(new Set(['asPrinted']));
  });

  it('carries the three global values and the rate of its source, as printed there', () => {
    const global = market.series.find((s) => s.id === 'global.size');
    expect(global?.points.map((p) => [p.year, p.stated, p.status])).toEqual([
      [2023, { kind: 'value', value: { value: 1.29, decimals: 2 } }, 'actual'],
      [2024, { kind: 'value', value: { value: 1.65, decimals: 2 } }, 'estimate'],
      [2029, { kind: 'value', value: { value: 4.54, decimals: 2 } }, 'forecast'],
    ]);
    expect(market.growth.map((g) => [g.of, g.from, g.to, g.stated.kind])).toEqual([
      ['global.size', 2024, 2029, 'value'],
      ['china.size', 2025, 2030, 'missing'],
    ]);
  });

  it('has no value for China, neither published nor computed', async () => {
    const { ledger } = await buildFile(CHINA, ['pptx', 'docx']);
    const china = [...ledger.figures.values()].filter((f) => f.id.startsWith('china.'));
    expect(china.map((f) => f.id)).toEqual(
      expect.arrayContaining(['china.size.2024', 'china.size.2025', 'china.size.2030', 'china.size.cagr.2025-2030']),
    );
    expect(china.filter((f) => f.quantity.kind !== 'undisclosed')).toEqual([]);
  });

  it('cites only sources it lists, and gives each a title and a publisher', () => {
    const cited = [...new Set(texts(raw?.value).flatMap(([key, text]) => (key === 'id' && /^mnm-/.test(text) ? [text] : [])))];
    expect(cited.toSorted()).toEqual(market.sources.map((s) => s.id).toSorted());
    for (const s of market.sources) expect([s.title.length > 0, s.publisher]).toEqual([true, 'MarketsandMarkets']);
  });

  /** Names the source gives, in the file's own spelling where British and American differ. */
  const NAMES: Readonly<Record<string, readonly string[]>> = {
    organisations: ['MarketsandMarkets', 'Baidu', 'Tencent', 'NMPA', 'National Medical Products Administration'],
    'laws and programmes': ['PIPL', 'Personal Information Protection Law', 'Healthy China 2030', 'screening programmes'],
    modalities: ['X-ray', 'CT', 'MRI', 'ultrasound'],
    technologies: [
      '5G',
      'Deep learning',
      'Natural language processing',
      'NLP',
      'Federated Learning',
      'cloud-based',
      'portable',
      'multi-organ',
      'multi-modal',
      'quantitative imaging biomarkers',
      'high-performance computing',
      'predictive and prognostic modelling',
      'clinical decision support',
      'telemedicine',
      'remote diagnostics',
    ],
    systems: ['HIS', 'hospital information system', 'PACS', 'picture archiving and communication system'],
    diseases: [
      'cancer',
      'cardiovascular',
      'chronic disease',
      'lung cancer',
      'pneumonia',
      'diabetic retinopathy',
      'lung nodules',
      'Early-stage cancer',
    ],
    'device classes': ['Class II', 'Class III'],
    places: ['China', 'lower-tier cities', 'rural', 'urban centres', 'underdeveloped regions', 'Asia Pacific'],
    themes: [
      'precision medicine',
      'personalised treatment',
      'startups',
      'public and private funding',
      'radiologist',
      'interoperability',
      'medico-legal',
      'algorithmic bias',
      'annotated',
      'intellectual property',
      'testing protocols',
      'workflow',
      'clinical validation and regulatory compliance',
      'risk',
      'clinical trial',
      'longitudinal',
      'therapeutic response',
      'lesions',
      'quality',
      'decentralised',
      'single-disease',
    ],
  };

  const words = texts(raw?.value)
    .map(([, text]) => text)
    .join('\n')
    .toLowerCase();

  it.each(Object.entries(NAMES))('names the %s of its source', (_, names) => {
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((n) => !words.includes(n.toLowerCase()))).toEqual([]);
  });

  it('explains each abbreviation it uses in its texts but IT', () => {
    const prose = texts(raw?.value)
      .flatMap(([key, text]) => (['body', 'text', 'headline', 'label'].includes(key) ? [text] : []))
      .join('\n');
    const used = new Set(
      [...prose.matchAll(/\b(?:[A-Z]&[A-Z]|[A-Z]{2,})\b/g)].map((m) => m[0]).filter((w) => !['II', 'III', 'IT'].includes(w)),
    );
    expect([...used].filter((w) => !(w in market.abbreviations)).toSorted()).toEqual([]);
  });
});

describe('the illustrative cube', () => {
  const market = dataMarket(CUBE);
  const [cube] = market.cubes;
  const rows = market.series.filter((s) => s.id.startsWith('sales.'));
  const [segments = [], regions = []] = (cube?.dimensions ?? []).map(
    (d) => market.dimensions.find((x) => x.id === d)?.members.map((m) => m.id) ?? [],
  );

  const stated = (segment: string, region: string, year: number): Stated | undefined =>
    rows.find((s: Series) => s.members['segment'] === segment && s.members['region'] === region)?.points.find((p) => p.year === year)
      ?.stated;

  /** Tenths, so that sums are exact; undefined where the cell is withheld. */
  const tenths = (segment: string, region: string, year: number): number | undefined => {
    const cell = stated(segment, region, year);
    return cell?.kind === 'value' ? Math.round(cell.value.value * 10) : undefined;
  };

  it('is complete: a row for each pair of members and for each total, a cell for each year', () => {
    expect([segments.length, regions.length, cube?.years.length]).toEqual([5, 4, 11]);
    expect(rows).toHaveLength((segments.length + 1) * (regions.length + 1));
    for (const row of rows) expect(row.points).toHaveLength(11);
  });

  it('adds up over its segments, over its regions and over both, in every year, as printed', () => {
    const wrong = (cube?.years ?? []).flatMap((year) => {
      const sums: readonly (readonly [name: string, parts: readonly (number | undefined)[], total: number | undefined])[] = [
        ...[...regions, 'total'].map(
          (r) => [`segments of ${r}`, segments.map((s) => tenths(s, r, year)), tenths('total', r, year)] as const,
        ),
        ...[...segments, 'total'].map(
          (s) => [`regions of ${s}`, regions.map((r) => tenths(s, r, year)), tenths(s, 'total', year)] as const,
        ),
      ];
      return sums.flatMap(([name, parts, total]) => {
        const known = parts.filter((p) => p !== undefined).reduce((a, b) => a + b, 0);
        // With a withheld part the known ones stay below the total.
        const holds = total !== undefined && (parts.includes(undefined) ? known < total : known === total);
        return holds ? [] : [`${name}, ${year}: ${known} of ${total}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('withholds three cells', () => {
    expect(rows.flatMap((r) => r.points).filter((p) => p.stated.kind === 'missing')).toHaveLength(3);
  });

  it('has a stated value, a range, a qualifier, a competing figure and a shrinking segment', () => {
    const all = market.series.flatMap((s) => s.points);
    expect(all.some((p) => p.stated.kind === 'range')).toBe(true);
    expect(all.some((p) => p.stated.kind === 'value' && p.stated.qualifier === 'over')).toBe(true);
    expect(all.flatMap((p) => p.alternatives)).toHaveLength(1);
    const [first, last] = [tenths('ammonia', 'total', 2020), tenths('ammonia', 'total', 2030)];
    expect((last ?? 0) < (first ?? 0)).toBe(true);
  });
});
