import type { Diagnostic } from '../base/diagnostic.ts';
import type { Path, RawData } from '../input/raw-data.ts';
import { decimalOf } from './decimal.ts';
import type { Breakdown, Citation, Cube, Market, Narrative, Point, Series, Stated, Status, Unit } from './market.ts';
import { NARRATIVES } from './market.ts';
import type { MarketFile } from './schema.ts';
import { smallLettersOf } from './small-letters.ts';

/** A file of the right shape, and where to report what its shape cannot tell. */
export interface Given {
  readonly file: MarketFile;
  readonly raw: RawData;
  readonly report: (diagnostic: Diagnostic) => void;
}

type SeriesEntry = MarketFile['series'][number];
type PointEntry = SeriesEntry['points'][number];
type ValueEntry = Pick<PointEntry, 'value' | 'low' | 'high' | 'missing' | 'qualifier' | 'decimals' | 'note'>;
type CubeEntry = MarketFile['cubes'][number];
type NarrativeEntry = NonNullable<MarketFile['narratives']['drivers']>;

/** An optional property is left out rather than set to undefined: the types are exact. */
const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });

const fail = (g: Given, path: Path, code: string, message: string, ...hints: readonly string[]): void =>
  g.report({ code, severity: 'error', message, span: g.raw.spanOf(path), hints });

/** A value, a range, or missing with a reason: exactly one of them. */
const statedOf = (g: Given, entry: ValueEntry, path: Path): Stated => {
  const extras = { ...given('qualifier', entry.qualifier), ...given('note', entry.note) };
  const hasValue = entry.value !== null && entry.value !== undefined;
  const hasRange = entry.low !== undefined || entry.high !== undefined;
  const claims = [hasValue, hasRange, entry.missing !== undefined].filter(Boolean).length;
  if (claims > 1)
    fail(
      g,
      path,
      'market/contradicting-value',
      'this is given as more than one of a value, a range and missing',
      'keep the one that the source prints',
    );
  if (claims === 0)
    fail(g, path, 'market/value-missing', 'this has no value', 'give "value", or "low" and "high", or "missing: undisclosed"');
  if (entry.value !== null && entry.value !== undefined) return { kind: 'value', value: decimalOf(entry.value, entry.decimals), ...extras };
  if (entry.low !== undefined && entry.high !== undefined) {
    const low = decimalOf(entry.low, entry.decimals);
    const high = decimalOf(entry.high, entry.decimals);
    if (low.value > high.value)
      fail(g, path, 'market/range-reversed', 'the low end of the range is above the high end', 'exchange "low" and "high"');
    return { kind: 'range', low, high, ...extras };
  }
  if (hasRange)
    fail(
      g,
      path,
      'market/half-a-range',
      'a range needs both "low" and "high"',
      'for one bound alone use value with qualifier over or under',
    );
  return { kind: 'missing', reason: entry.missing ?? 'not-available', ...given('note', entry.note) };
};

const citationOf = (entry: {
  readonly id: string;
  readonly locator?: string | undefined;
  readonly asPrinted?: string | undefined;
}): Citation => ({
  source: entry.id,
  ...given('locator', entry.locator),
  ...given('asPrinted', entry.asPrinted),
});

const requireCitation = (g: Given, own: SeriesEntry['source'], inherited: SeriesEntry['source'], path: Path): Citation => {
  const entry = own ?? inherited;
  if (!entry)
    fail(
      g,
      path,
      'market/source-missing',
      'this figure has no source',
      'add "source: { id: …, locator: … }" here or on what it belongs to',
    );
  // What a point leaves out of its citation it takes from its series.
  return entry ? { ...(inherited ? citationOf(inherited) : {}), ...citationOf(entry) } : { source: '' };
};

const unitOf = (unit: SeriesEntry['unit']): Unit => {
  if (unit.kind === 'money') return { kind: 'money', currency: unit.currency, scale: unit.scale, ...given('prices', unit.prices) };
  if (unit.kind === 'count') return { kind: 'count', of: unit.of, scale: unit.scale };
  return unit.kind === 'index' ? { kind: 'index', ...given('base', unit.base) } : { kind: 'percent' };
};

const defaultPhrase = (g: Given, short: string): string => `the ${smallLettersOf(g.file).ofName(short)}`;

const alternativesOf = (g: Given, entries: PointEntry['alternatives'], path: Path): Point['alternatives'] =>
  (entries ?? []).map((a, i) => ({ stated: statedOf(g, a, [...path, 'alternatives', i]), citation: citationOf(a.source) }));

const pointOf = (g: Given, entry: PointEntry, inherited: SeriesEntry['source'], path: Path): Point => {
  if (!entry.status)
    fail(
      g,
      path,
      'market/status-missing',
      'this point does not say whether it is an actual, an estimate or a forecast',
      'add "status: actual", "estimate", "forecast" or "provisional"',
    );
  return {
    year: Number(entry.period),
    stated: statedOf(g, entry, path),
    status: entry.status ?? 'actual',
    citation: requireCitation(g, entry.source, inherited, path),
    alternatives: alternativesOf(g, entry.alternatives, path),
    span: g.raw.spanOf(path),
  };
};

const seriesOf = (g: Given, entry: SeriesEntry, index: number): Series => {
  const path: Path = ['series', index];
  return {
    id: entry.id,
    label: entry.label,
    short: entry.short ?? entry.label,
    phrase: entry.phrase ?? defaultPhrase(g, entry.short ?? entry.label),
    measure: entry.scope.measure,
    area: entry.scope.area,
    members: entry.scope.members ?? {},
    unit: unitOf(entry.unit),
    ...given('growthInWords', entry.growthInWords),
    points: entry.points.map((p, i) => pointOf(g, p, entry.source, [...path, 'points', i])),
    span: g.raw.spanOf([...path, 'id']),
  };
};

/** A cube's row as a series. The grand total takes the cube's own names; other rows are named after their members. */
const rowSeries = (
  g: Given,
  file: MarketFile,
  cube: CubeEntry,
  cubeIndex: number,
  row: CubeEntry['rows'][number],
  rowIndex: number,
): Series => {
  const path: Path = ['cubes', cubeIndex, 'rows', rowIndex];
  const members = cube.dimensions.map((d) => row.at[d] ?? 'total');
  const labels = cube.dimensions.flatMap(
    (d, i) => file.dimensions.find((x) => x.id === d)?.members.find((m) => m.id === members[i])?.label ?? [],
  );
  const isTotal = members.every((m) => m === 'total');
  if (row.values.length !== cube.periods.length)
    fail(
      g,
      [...path, 'values'],
      'market/row-length',
      `this row has ${row.values.length} values for ${cube.periods.length} periods`,
      'give one value for each period; write { missing: undisclosed } where there is none',
    );
  return {
    id: [cube.id, ...members].join('.'),
    label: isTotal ? cube.label : labels.join(', '),
    short: isTotal ? (cube.short ?? cube.label) : labels.join(', '),
    phrase: isTotal ? (cube.phrase ?? defaultPhrase(g, cube.short ?? cube.label)) : labels.join(', '),
    measure: cube.measure,
    area: cube.area,
    members: Object.fromEntries(cube.dimensions.map((d, i) => [d, members[i] ?? 'total'])),
    unit: unitOf(cube.unit),
    points: row.values.slice(0, cube.periods.length).map((cell, i): Point => {
      const cellPath: Path = [...path, 'values', i];
      const full = typeof cell === 'object';
      return {
        year: Number(cube.periods[i]),
        stated: full ? statedOf(g, cell, cellPath) : { kind: 'value', value: decimalOf(cell) },
        status: cube.statuses[i] ?? ('actual' satisfies Status),
        citation: requireCitation(g, full ? cell.source : undefined, cube.source, cellPath),
        alternatives: full ? alternativesOf(g, cell.alternatives, cellPath) : [],
        span: g.raw.spanOf(cellPath),
      };
    }),
    span: g.raw.spanOf([...path, 'at']),
  };
};

const cubeOf = (g: Given, entry: CubeEntry, index: number): Cube => {
  if (entry.statuses.length !== entry.periods.length)
    fail(
      g,
      ['cubes', index, 'statuses'],
      'market/statuses-length',
      `there are ${entry.statuses.length} statuses for ${entry.periods.length} periods`,
      'give one status for each period',
    );
  return {
    id: entry.id,
    label: entry.label,
    short: entry.short ?? entry.label,
    unit: unitOf(entry.unit),
    dimensions: entry.dimensions,
    years: entry.periods.map(Number),
    span: g.raw.spanOf(['cubes', index, 'id']),
  };
};

const breakdownOf = (g: Given, entry: MarketFile['breakdowns'][number], index: number, units: ReadonlyMap<string, Unit>): Breakdown => {
  const path: Path = ['breakdowns', index];
  return {
    id: entry.id,
    label: entry.label,
    of: entry.of,
    dimension: entry.dimension,
    year: Number(entry.period),
    unit: entry.unit === 'percent' ? { kind: 'percent' } : (units.get(entry.of) ?? { kind: 'percent' }),
    exhaustive: entry.exhaustive,
    items: entry.items.map((item, i) => ({
      id: item.id,
      label: item.label,
      stated: statedOf(g, item, [...path, 'items', i]),
      residual: item.residual ?? false,
      subject: item.subject ?? false,
      citation: requireCitation(g, item.source, entry.source, [...path, 'items', i]),
      span: g.raw.spanOf([...path, 'items', i]),
    })),
    span: g.raw.spanOf([...path, 'id']),
  };
};

const narrativeOf = (g: Given, entry: NarrativeEntry, path: Path): Narrative => ({
  headline: entry.headline,
  ...given('title', entry.title),
  points: entry.points,
  body: entry.body,
  ...given('source', entry.source?.id),
  span: g.raw.spanOf(path),
  bodySpan: g.raw.spanOf([...path, 'body']),
});

/** The market in the one form all later rooms know. What cannot be brought into it is reported. */
export const normalise = (g: Given): Market => {
  const { file } = g;
  const series = [
    ...file.series.map((s, i) => seriesOf(g, s, i)),
    ...file.cubes.flatMap((c, i) => c.rows.map((r, j) => rowSeries(g, file, c, i, r, j))),
  ];
  const units = new Map(series.map((s) => [s.id, s.unit]));
  return {
    file: g.raw.file,
    id: file.id,
    illustrative: file.illustrative,
    language: file.language,
    title: file.title,
    subtitle: file.subtitle,
    shortTitle: file.shortTitle,
    name: file.name,
    asOf: file.asOf,
    edition: { number: file.edition.number, ...given('note', file.edition.note) },
    terms: file.terms,
    abbreviations: file.abbreviations ?? {},
    areas: file.areas.map((a) => ({ id: a.id, label: a.label, ...given('code', a.code) })),
    dimensions: file.dimensions.map((d) => ({
      id: d.id,
      label: d.label,
      members: d.members.map((m) => ({ id: m.id, label: m.label, residual: m.residual ?? false, subject: m.subject ?? false })),
    })),
    sources: file.sources.map((s, i) => ({
      id: s.id,
      number: i + 1,
      type: s.type,
      title: s.title,
      publisher: s.publisher,
      short: s.short ?? `${s.publisher}, ${s.title}`,
      ...given('author', s.author),
      ...given('url', s.URL),
      ...given('issued', s.issued),
      ...given('accessed', s.accessed),
      ...given('note', s.note),
    })),
    headline: file.headline,
    series,
    growth: file.growth.map((e, i) => ({
      of: e.of,
      from: Number(e.from),
      to: Number(e.to),
      stated: statedOf(g, e, ['growth', i]),
      citation: requireCitation(g, e.source, file.series.find((s) => s.id === e.of)?.source, ['growth', i]),
      span: g.raw.spanOf(['growth', i]),
    })),
    cubes: file.cubes.map((c, i) => cubeOf(g, c, i)),
    breakdowns: file.breakdowns.map((b, i) => breakdownOf(g, b, i, units)),
    players: file.players.map((p) => ({
      id: p.id,
      name: p.name,
      ...given('role', p.role),
      ...(p.source ? { citation: citationOf(p.source) } : {}),
    })),
    ...(file.definition ? { definition: narrativeOf(g, file.definition, ['definition']) } : {}),
    narratives: Object.fromEntries(
      NARRATIVES.flatMap((name) => {
        const entry = file.narratives[name];
        return entry ? [[name, narrativeOf(g, entry, ['narratives', name])]] : [];
      }),
    ),
    titles: Object.fromEntries(Object.entries(file.titles).filter(([, title]) => title !== undefined)),
    method: file.method,
    ...given('disclaimer', file.disclaimer),
  };
};
