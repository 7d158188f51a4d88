import { nearest } from '../base/id.ts';
import type { Path } from '../input/raw-data.ts';
import { decimalOf } from './decimal.ts';
import { citationOf, fail, type Given, given, requireCitation, statedOf, yearOf } from './given.ts';
import { baseOf } from './languages.ts';
import type { Breakdown, Cube, Growth, Market, Point, Series, Status, Unit } from './market.ts';
import { NARRATIVES } from './market.ts';
import { narrativeOf } from './narrative.ts';
import { referenceTexts } from './reference-texts.ts';
import type { MarketFile } from './schema.ts';
import { fullNamesOf, shortNameOf } from './short-names.ts';
import { smallLettersOf } from './small-letters.ts';

type SeriesEntry = MarketFile['series'][number];
type PointEntry = SeriesEntry['points'][number];
type CubeEntry = MarketFile['cubes'][number];

const unitOf = (unit: SeriesEntry['unit']): Unit => {
  if (unit.kind === 'money') return { kind: 'money', currency: unit.currency, scale: unit.scale, ...given('prices', unit.prices) };
  if (unit.kind === 'count') return { kind: 'count', of: unit.of, scale: unit.scale };
  return unit.kind === 'index' ? { kind: 'index', ...given('base', unit.base) } : { kind: 'percent' };
};

/** Only English has an article that fits every name. */
const defaultPhrase = (g: Given, short: string): string =>
  baseOf(g.file.language) === 'en' ? `the ${smallLettersOf(g.file).ofName(short)}` : short;

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
    year: yearOf(g, entry.period, [...path, 'period']),
    stated: statedOf(g, entry, path),
    ...given('confidence', entry.confidence),
    status: entry.status ?? 'actual',
    citation: requireCitation(g, entry.source, inherited, path),
    alternatives: alternativesOf(g, entry.alternatives, path),
    span: g.raw.spanOf(path),
  };
};

/** Sales, revenues and sizes are not negative; profits, flows and balances may be. */
const isSize = (g: Given, measure: string, path: Path): boolean => /size|revenue|sales/.test(g.original(path) ?? measure);

const seriesOf = (g: Given, entry: SeriesEntry, index: number): Series => {
  const path: Path = ['series', index];
  return {
    id: entry.id,
    label: entry.label,
    short: shortNameOf(g, entry.label, entry.short, [...path, 'label']),
    phrase: entry.phrase ?? defaultPhrase(g, entry.short ?? entry.label),
    measure: entry.scope.measure,
    isSize: isSize(g, entry.scope.measure, [...path, 'scope', 'measure']),
    area: entry.scope.area,
    ...given('basis', entry.scope.basis),
    ...given('excludes', entry.scope.excludes),
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
  const labels = cube.dimensions.flatMap((d, i) => {
    const member = file.dimensions.find((x) => x.id === d)?.members.find((m) => m.id === members[i]);
    return member ? [member.short ?? member.label] : [];
  });
  const isTotal = members.every((m) => m === 'total');
  for (const key of Object.keys(row.at).filter((k) => !cube.dimensions.includes(k))) {
    const close = nearest(key, cube.dimensions);
    g.report({
      code: 'market/unknown-dimension',
      severity: 'error',
      message: `"${key}" is no dimension of the cube "${cube.id}"`,
      span: g.raw.keySpanOf([...path, 'at', key]),
      hints: [close === undefined ? `it has ${cube.dimensions.join(', ')}` : `did you mean "${close}"?`],
    });
  }
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
    isSize: isSize(g, cube.measure, ['cubes', cubeIndex, 'measure']),
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
    short: shortNameOf(g, entry.label, entry.short, ['cubes', index, 'label']),
    unit: unitOf(entry.unit),
    dimensions: entry.dimensions,
    years: entry.periods.map((p, i) => yearOf(g, p, ['cubes', index, 'periods', i])),
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
    year: yearOf(g, entry.period, [...path, 'period']),
    unit: entry.unit === 'percent' ? { kind: 'percent' } : (units.get(entry.of) ?? { kind: 'percent' }),
    parts: entry.unit === 'percent' ? 'shares' : 'values',
    exhaustive: entry.exhaustive,
    items: entry.items.map((item, i) => ({
      id: item.id,
      label: shortNameOf(g, item.label, item.short, [...path, 'items', i, 'label']),
      stated: statedOf(g, item, [...path, 'items', i]),
      residual: item.residual ?? false,
      subject: item.subject ?? false,
      citation: requireCitation(g, item.source, entry.source, [...path, 'items', i]),
      span: g.raw.spanOf([...path, 'items', i]),
    })),
    span: g.raw.spanOf([...path, 'id']),
  };
};

/** A rate without a source has that of what it is about. */
const growthOf = (g: Given, entry: MarketFile['growth'][number], index: number): Growth => {
  const path: Path = ['growth', index];
  const inherited =
    g.file.series.find((s) => s.id === entry.of)?.source ?? g.file.cubes.find((c) => entry.of.startsWith(`${c.id}.`))?.source;
  const [from, to] = [yearOf(g, entry.from, [...path, 'from']), yearOf(g, entry.to, [...path, 'to'])];
  if (from >= to)
    fail(
      g,
      path,
      'market/window-reversed',
      `the rate of "${entry.of}" begins in ${from} and ends in ${to}`,
      'the first year of a rate, "from", comes before its last, "to"',
    );
  return {
    of: entry.of,
    from,
    to,
    stated: statedOf(g, entry, path),
    citation: requireCitation(g, entry.source, inherited, path),
    span: g.raw.spanOf(path),
  };
};

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
    edition: {
      number: file.edition.number,
      ...given('note', file.edition.note),
      ...given('publisher', file.edition.publisher),
      ...given('rights', file.edition.rights),
    },
    terms: file.terms,
    abbreviations: file.abbreviations ?? {},
    fullNames: fullNamesOf(g),
    areas: file.areas.map((a, i) => ({ id: a.id, label: a.label, ...given('code', a.code), span: g.raw.spanOf(['areas', i]) })),
    dimensions: file.dimensions.map((d, i) => ({
      id: d.id,
      label: d.label,
      members: d.members.map((m, j) => ({
        id: m.id,
        label: shortNameOf(g, m.label, m.short, ['dimensions', i, 'members', j, 'label']),
        residual: m.residual ?? false,
        subject: m.subject ?? false,
        span: g.raw.spanOf(['dimensions', i, 'members', j]),
      })),
      span: g.raw.spanOf(['dimensions', i, 'id']),
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
      span: g.raw.spanOf(['sources', i]),
    })),
    headline: file.headline,
    headlineAt: file.headline.map((id, i) => ({ id, span: g.raw.spanOf(['headline', i]) })),
    series,
    growth: file.growth.map((e, i) => growthOf(g, e, i)),
    cubes: file.cubes.map((c, i) => cubeOf(g, c, i)),
    breakdowns: file.breakdowns.map((b, i) => breakdownOf(g, b, i, units)),
    players: file.players.map((p, i) => ({
      id: p.id,
      name: shortNameOf(g, p.name, p.short, ['players', i, 'name']),
      ...given('role', p.role),
      ...(p.source ? { citation: citationOf(p.source) } : {}),
      span: g.raw.spanOf(['players', i]),
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
    texts: referenceTexts(g),
  };
};
