import fc from 'fast-check';
import type { ChartShape } from '../../src/charts/spec.ts';
import type { DrawnShape } from '../../src/figures/drawn/drawn.ts';
import { marketFile } from './market.ts';

/** Markets a source could state, for properties that hold for every chart. */

type Entry = Readonly<Record<string, unknown>>;

const ALPHABETS = {
  latin: 'abcdefghij KLMOPQ-&',
  chinese: '医学影像人工智能市场软件与服务',
  cyrillic: 'абвгд ежзийк ЛМНОП',
  arabic: 'ابتثج حخدذر زسشصض',
  hebrew: 'אבגדה וזחטי כלמנס',
} as const;

/** Names hold no digit: every digit a chart prints must then come from a figure, a period or a scale. */
const name: fc.Arbitrary<string> = fc.oneof(
  ...Object.values(ALPHABETS).map((alphabet) =>
    fc
      .string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 40 })
      .map((s) => `${alphabet.charAt(0)}${s}`.replace(/ +/g, ' ').trim()),
  ),
  fc.integer({ min: 1, max: 300 }).map((length) => 'Unbreakable'.repeat(30).slice(0, length)),
);

/** What statements a market holds. In a clean one sums and shares can be computed; in others they meet every obstacle. */
const temper = fc.constantFrom('clean', 'clean', 'withheld', 'negative', 'mixed', 'wild', 'silent');
type Temper = 'clean' | 'withheld' | 'negative' | 'mixed' | 'wild' | 'silent';

const QUALIFIERS = ['about', 'over', 'at-least', 'under', 'up-to', 'almost'] as const;
const MISSING = ['undisclosed', 'not-available', 'not-applicable', 'not-collected'] as const;

/** Four digits, a choice of what is said, and a detail of it: a statement once temper and magnitude are known. */
const seed = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 11 }));
type Seed = readonly [digits: number, choice: number, detail: number];

/** `digits` × 10^`magnitude`, as a source prints it. */
const printed = (digits: number, magnitude: number): string => (digits * 10 ** magnitude).toFixed(Math.min(9, Math.max(0, -magnitude)));

const stated = ([digits, choice, detail]: Seed, mood: Temper, magnitude: number): Entry => {
  const value = printed(digits, magnitude);
  const missing = { missing: MISSING[detail % MISSING.length] };
  if (mood === 'silent') return missing;
  if (mood === 'clean' || choice < 9) return { value };
  if (mood === 'withheld') return choice < 14 ? { value } : { missing: 'undisclosed' };
  if (mood === 'negative') return { value: choice === 9 ? '0.0' : `-${value}` };
  if (mood === 'wild') return { value: printed(digits, detail - 7) };
  if (choice < 12) return { value, qualifier: QUALIFIERS[detail % QUALIFIERS.length] };
  if (choice < 14) return { low: value, high: printed(digits + 1 + detail, magnitude) };
  if (choice < 16) return missing;
  return choice === 16 ? { value: '0' } : { value: `-${value}` };
};

/** Sizes over twelve magnitudes: tenths of thousandths to hundreds of millions, times four digits. */
const magnitude = fc.integer({ min: -7, max: 5 });

const STATUSES = ['actual', 'provisional', 'estimate', 'forecast'] as const;

/** Years ascending, mostly one after the other, with statuses that never go back. */
const timeline = (most: number) =>
  fc
    .record({
      start: fc.integer({ min: 1995, max: 2020 }),
      steps: fc.array(fc.constantFrom(1, 1, 1, 1, 2, 5), { maxLength: most - 1 }),
      turns: fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })),
    })
    .map(({ start, steps, turns }) => {
      const years = [start, ...steps.map((_, i) => start + steps.slice(0, i + 1).reduce((a, step) => a + step, 0))];
      const statuses = years.map((_, i) => STATUSES[turns.filter((t) => i >= t).length] ?? 'forecast');
      return { years, statuses };
    });

const unit = fc.constantFrom<Entry>(
  { kind: 'money', currency: 'USD', scale: 9 },
  { kind: 'money', currency: 'CNY', scale: 6 },
  { kind: 'money', currency: 'CHF', scale: 0 },
  { kind: 'count', of: 'units', scale: 3 },
  { kind: 'percent' },
  { kind: 'index', base: 'the first year' },
);

/** A market in which a chart of a shape finds something, the ids it may name, and the years and names it may speak of. */
export interface Ground {
  readonly file: ReturnType<typeof marketFile>;
  readonly ids: readonly string[];
  readonly years: readonly number[];
  readonly names: readonly string[];
}

const SOURCES = ['report', 'other', 'third'].map((id) => ({ id, type: 'report', title: `The ${id}`, publisher: `Publisher of the ${id}` }));

/** Names without room need a short form: their own first characters. */
const shortOf = (label: string): Entry => ([...label].length > 48 ? { short: [...label].slice(0, 40).join('').trim() } : {});

const seriesEntry = (id: string, label: string, unitOf: Entry, points: readonly Entry[]): Entry => ({
  id,
  label,
  ...shortOf(label),
  scope: { measure: id, area: 'world' },
  unit: unitOf,
  source: { id: 'report' },
  points,
});

/** Series over years of their own, with what other sources say of some points. */
const seriesGround = (ids: ChartShape['ids']): fc.Arbitrary<Ground> =>
  fc
    .record({
      labels: fc.array(name, { minLength: ids.least, maxLength: Math.max(ids.least, Math.min(12, ids.most)) }),
      time: timeline(30),
      mood: temper,
      size: magnitude,
      unit,
      seeds: fc.array(seed, { minLength: 1, maxLength: 60 }),
      lacking: fc.integer({ min: 1, max: 40 }),
      competing: fc.boolean(),
    })
    .map(({ labels, time, mood, size, unit: unitOf, seeds, lacking, competing }) => {
      const at = (i: number): Seed => seeds[i % seeds.length] ?? [1, 0, 0];
      const series = labels.map((label, s) => {
        const points = time.years.flatMap((period, i) => {
          const n = s * 31 + i;
          // Series need not share their years.
          if (i > 0 && s > 0 && (n * 7) % lacking === 1) return [];
          const others =
            competing && n % 3 === 0 ? ['other', 'third'].map((id, k) => ({ ...stated(at(n + k + 5), mood, size), source: { id } })) : [];
          return [
            { period, status: time.statuses[i], ...stated(at(n), mood, size), ...(others.length > 0 ? { alternatives: others } : {}) },
          ];
        });
        return seriesEntry(`s${s}`, label, unitOf, points);
      });
      return {
        file: marketFile({ sources: SOURCES, headline: ['s0'], series }),
        ids: labels.map((_, s) => `s${s}`),
        years: time.years,
        names: labels,
      };
    });

interface CubeSeeds {
  readonly labels: readonly (readonly string[])[];
  readonly time: { readonly years: readonly number[]; readonly statuses: readonly string[] };
  readonly mood: Temper;
  readonly size: number;
  readonly unit: Entry;
  readonly seeds: readonly Seed[];
  readonly totals: boolean;
  readonly residual: boolean;
}

/** Cells of a cube at most, so that thousands of markets are read in seconds. */
const MOST_CELLS = 400;

const sum = (cells: readonly Entry[]): Entry => {
  const values = cells.map((c) => c['value']);
  const decimals = Math.max(0, ...values.map((v) => String(v).split('.')[1]?.length ?? 0));
  return values.every((v) => typeof v === 'string')
    ? { value: values.reduce((a, v) => a + Number(v), 0).toFixed(decimals) }
    : { missing: 'undisclosed' };
};

const inYear = (rows: readonly (readonly Entry[])[], year: number): readonly Entry[] => rows.flatMap((row) => row.slice(year, year + 1));

/** A cube of one or two dimensions, its totals (if published) the sums of their cells. */
const cubeFile = ({ labels, time, mood, size, unit: unitOf, seeds, totals, residual }: CubeSeeds): ReturnType<typeof marketFile> => {
  const dimensions = labels.map((members, d) => ({
    id: `d${d}`,
    label: `Dimension ${'AB'[d]}`,
    members: members.map((label, m) => ({ id: `m${m}`, label, ...shortOf(label), residual: residual && m === members.length - 1 })),
  }));
  const [rows = [], columns] = dimensions.map((d) => d.members.map((m) => m.id));
  const cell = (r: number, c: number, y: number): Entry => stated(seeds[(r * 37 + c * 11 + y) % seeds.length] ?? [1, 0, 0], mood, size);
  const cells: readonly (readonly (readonly Entry[])[])[] = rows.map((_, r) =>
    (columns ?? ['']).map((_c, c) => time.years.map((_y, y) => cell(r, c, y))),
  );
  const at = (row: string, column: string): Entry => ({ d0: row, ...(columns ? { d1: column } : {}) });
  const years = time.years.map((_, y) => y);
  const plain = rows.flatMap((r, i) => (columns ?? ['']).map((c, j) => ({ at: at(r, c), values: cells[i]?.[j] ?? [] })));
  const ofRow = columns ? rows.map((r, i) => ({ at: at(r, 'total'), values: years.map((y) => sum(inYear(cells[i] ?? [], y))) })) : [];
  const ofColumn = (columns ?? ['']).map((c, j) => ({
    at: at('total', c),
    values: years.map((y) =>
      sum(
        inYear(
          cells.map((r) => r[j] ?? []),
          y,
        ),
      ),
    ),
  }));
  const all = columns ? [{ at: at('total', 'total'), values: years.map((y) => sum(inYear(cells.flat(), y))) }] : [];
  return marketFile({
    sources: SOURCES,
    headline: ['size'],
    dimensions,
    cubes: [
      {
        id: 'cube',
        label: 'Sales',
        measure: 'sales',
        area: 'world',
        unit: unitOf,
        dimensions: dimensions.map((d) => d.id),
        periods: time.years,
        statuses: time.statuses,
        source: { id: 'report' },
        rows: [...plain, ...(totals ? [...ofRow, ...ofColumn, ...all] : [])],
      },
    ],
  });
};

const cubeSeeds = (dimensions: readonly fc.Arbitrary<readonly string[]>[], years: number): fc.Arbitrary<CubeSeeds> =>
  fc
    .record({
      labels: fc.tuple(...dimensions),
      time: timeline(years),
      mood: temper,
      size: magnitude,
      unit,
      seeds: fc.array(seed, { minLength: 1, maxLength: 60 }),
      totals: fc.boolean(),
      residual: fc.boolean(),
    })
    .map((s) => {
      const most = Math.max(1, Math.floor(MOST_CELLS / s.labels.reduce((n, l) => n * l.length, 1)));
      return { ...s, time: { years: s.time.years.slice(0, most), statuses: s.time.statuses.slice(0, most) } };
    });

const members = (most: number): fc.Arbitrary<readonly string[]> => fc.uniqueArray(name, { minLength: 1, maxLength: most });

const setGround: fc.Arbitrary<Ground> = cubeSeeds([members(60)], 30).map((s) => ({
  file: cubeFile(s),
  ids: ['cube.d0'],
  years: s.time.years,
  names: s.labels.flat(),
}));

const gridGround: fc.Arbitrary<Ground> = cubeSeeds([members(60), members(12)], 3).map((s) => ({
  file: cubeFile(s),
  ids: ['cube'],
  years: s.time.years,
  names: s.labels.flat(),
}));

/** Shares that add up to a hundred, or parts in the unit of what they are parts of. */
const partsGround = (ids: ChartShape['ids']): fc.Arbitrary<Ground> =>
  fc
    .record({
      labels: members(60),
      mood: temper,
      size: magnitude,
      unit,
      percent: fc.boolean(),
      seeds: fc.array(seed, { minLength: 1, maxLength: 60 }),
      count: fc.integer({ min: ids.least, max: Math.max(ids.least, Math.min(3, ids.most)) }),
      year: fc.integer({ min: 2000, max: 2030 }),
      last: fc.constantFrom<Entry>({}, { residual: true }, { subject: true }),
      exhaustive: fc.boolean(),
    })
    .map((s) => {
      const items = (b: number): readonly Entry[] => {
        const own = s.labels.map((_, i) => s.seeds[(i + b * 7) % s.seeds.length] ?? ([1, 0, 0] as const));
        const whole = own.reduce((a, [digits]) => a + digits, 0);
        return own.map((one, i) => {
          const [digits, choice, detail] = one;
          const share: Seed = [Math.max(1, Math.floor((digits / whole) * 1000)), choice, detail];
          const mood = s.percent && (s.mood === 'negative' || s.mood === 'wild') ? 'mixed' : s.mood;
          const statement = s.percent ? stated(share, mood, -1) : stated(one, mood, s.size);
          return {
            id: `i${i}`,
            label: s.labels[i],
            ...shortOf(s.labels[i] ?? ''),
            ...statement,
            ...(i === s.labels.length - 1 ? s.last : {}),
          };
        });
      };
      const breakdowns = Array.from({ length: s.count }, (_, b) => ({
        id: `p${b}`,
        label: `Shares ${'ABC'[b]}`,
        of: 's0',
        dimension: 'Part',
        period: s.year,
        unit: s.percent ? 'percent' : 'value',
        exhaustive: s.exhaustive,
        source: { id: 'report' },
        items: items(b),
      }));
      const whole = seriesEntry('s0', 'The whole', s.unit, [{ period: s.year, value: printed(9999, s.size + 2), status: 'actual' }]);
      return {
        file: marketFile({ sources: SOURCES, headline: ['s0'], series: [whole], breakdowns }),
        ids: breakdowns.map((b) => b.id),
        years: [s.year],
        names: s.labels,
      };
    });

/** A body of prose of one to twelve points; where one lacks its scores or year, the first still has them. */
const bodyGround = fc
  .record({
    labels: fc.array(name, { minLength: 1, maxLength: 12 }),
    axes: fc.tuple(name, name),
    editorial: fc.boolean(),
    seeds: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 12,
    }),
    start: fc.integer({ min: 1900, max: 2050 }),
    // Moments may lie close together or far apart.
    step: fc.constantFrom(0, 1, 1),
  })
  .map(({ labels, axes: [x, y], editorial, seeds, start, step }): Ground => {
    const score = (tenths: number): string => (1 + tenths / 10).toFixed(tenths % 5 === 0 ? 0 : 1);
    const points = labels.map((label, i) => {
      const [a, b, choice] = seeds[i % seeds.length] ?? [0, 0, 0];
      const there = i === 0 || choice < 8;
      return { label, text: 'What it is about', ...(there ? { scores: { x: score(a), y: score(b) }, when: start + step * a } : {}) };
    });
    const body = { headline: 'What lies ahead', axes: { x, y, editorial }, points, body: 'A paragraph.', source: { id: 'report' } };
    return {
      file: marketFile({ sources: SOURCES, narratives: { trends: body } }),
      ids: ['trends'],
      years: [start],
      names: labels,
    };
  });

const ONE = { least: 1, most: 1 };
const TWO = { least: 2, most: 2 };

const seriesOrSet = (ids: ChartShape['ids']): fc.Arbitrary<Ground> =>
  ids.least > 1 ? seriesGround(ids) : fc.oneof(seriesGround(ids), setGround);

/** By what the ids of a chart name. Where a chart takes several things, it gets each of them. */
const GROUNDS: Readonly<Record<DrawnShape, (ids: ChartShape['ids']) => fc.Arbitrary<Ground>>> = {
  series: seriesOrSet,
  parts: partsGround,
  grid: () => gridGround,
  bridge: seriesOrSet,
  // One breakdown, whose parts are the steps, or one series for each of them.
  steps: ({ most }) => fc.oneof(partsGround(ONE), seriesGround({ least: 2, most })),
  pairs: ({ most }) => fc.oneof(partsGround(TWO), setGround, seriesGround({ least: 2, most })),
  competing: seriesGround,
  placements: () => bodyGround,
  moments: () => bodyGround,
};

/** A market in which a chart of a shape finds something, if its years allow. */
export const groundOf = ({ of, ids }: ChartShape): fc.Arbitrary<Ground> => GROUNDS[of](ids);
