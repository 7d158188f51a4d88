import { digestOf, type FigureId } from '../../base/id.ts';
import { filled } from '../../base/pattern.ts';
import type { Unit } from '../../market/market.ts';
import { compare } from '../derive/change.ts';
import { compoundPath } from '../derive/compound.ts';
import { indexed, meanOf } from '../derive/indexed.ts';
import { share } from '../derive/share.ts';
import { sumOf } from '../derive/sum.ts';
import { type LedgerDraft, pointOf } from '../draft.ts';
import type { FigureGroup, MemberRole, SeriesSet } from '../ledger.ts';
import { exactValue, sameUnit } from '../quantity.ts';
import type { Beside, Drawn, DrawnPoint, DrawnSeries, DrawRequest } from './drawn.ts';

const yearsOf = (draft: LedgerDraft, group: FigureGroup): readonly number[] =>
  group.members.flatMap((m) => draft.figures.get(m.figure)?.period.to ?? []);

const besideOf = (
  draft: LedgerDraft,
  beside: Beside | undefined,
  series: string,
  years: readonly number[],
  at: number,
  total: string | undefined,
  base: number | undefined,
): FigureId | undefined => {
  const year = years[at] ?? 0;
  const before = years[at - 1];
  const point = pointOf(draft, series, year);
  if (beside === undefined || !point) return undefined;
  // A year without a total still has shares: undisclosed ones.
  if (beside === 'share') return total && share(draft, point.id, pointOf(draft, total, year)?.id ?? `${total}.${year}`).id;
  if (beside === 'index') return indexed(draft, series, base ?? years[0] ?? year, year).id;
  return before === undefined ? undefined : compare(draft, beside, series, before, year).id;
};

const drawnSeries = (
  draft: LedgerDraft,
  request: DrawRequest,
  member: { readonly id: string; readonly label: string; readonly role: MemberRole },
  total: string | undefined,
  base?: number,
): DrawnSeries => {
  const group = draft.groups.get(member.id);
  const own = group ? yearsOf(draft, group) : [];
  const wanted = request.years === undefined ? own : own.filter((y) => request.years?.includes(y));
  const points = wanted.flatMap((year, i): readonly DrawnPoint[] => {
    const figure = pointOf(draft, member.id, year);
    if (!figure) return [];
    const beside = besideOf(draft, request.beside, member.id, wanted, i, total, base);
    return [{ at: String(year), figure: figure.id, ...(beside === undefined ? {} : { beside }) }];
  });
  const path = request.path ? request.windows.flatMap((w) => compoundPath(draft, member.id, w.from, w.to)) : [];
  const all = [...points, ...path.map((f) => ({ at: String(f.period.to), figure: f.id }))];
  return {
    id: member.id,
    label: member.label,
    role: member.role,
    points: all.sort((a, b) => Number(a.at) - Number(b.at)),
    rates: request.windows.map((w) => compare(draft, 'cagr', member.id, w.from, w.to).id),
    differences: request.differences.map((w) => compare(draft, 'change', member.id, w.from, w.to).id),
    ...(request.mean && wanted.length > 0 ? { mean: meanOf(draft, member.id, wanted).id } : {}),
  };
};

/**
 * The first year for which every series has an exact value above zero (series without any aside): lines of indices start from it
 * together. Without such a year, the one in which the last of them starts; those without a value there have no index.
 */
const commonBase = (draft: LedgerDraft, series: readonly DrawnSeries[]): number | undefined => {
  const years = series
    .map((s) => s.points.filter((p) => (exactValue(draft.figures.get(p.figure)) ?? 0) > 0).map((p) => Number(p.at)))
    .filter((own) => own.length > 0);
  if (years.length === 0) return undefined;
  return years[0]?.find((year) => years.every((own) => own.includes(year))) ?? Math.max(...years.map((own) => own[0] ?? 0));
};

/** How the folded series is called, with a digest of its members: charts that fold others have another sum. */
const OTHERS = 'others';

const latest = (draft: LedgerDraft, series: DrawnSeries): number => {
  const values = series.points.flatMap((p) => exactValue(draft.figures.get(p.figure)) ?? []);
  return values.at(-1) ?? Number.NEGATIVE_INFINITY;
};

/** How far a series moves between its first and last point; what cannot be told is kept by its own name. */
const movement = (draft: LedgerDraft, series: DrawnSeries): number => {
  const [first, last] = [series.points[0], series.points.at(-1)].map((p) => exactValue(draft.figures.get(p?.figure ?? '')));
  return first === undefined || last === undefined ? Number.POSITIVE_INFINITY : Math.abs(last - first);
};

/** A series of sums over others, year by year. Its members' own residual is among them. */
const summed = (
  draft: LedgerDraft,
  id: string,
  label: string,
  role: MemberRole,
  unit: Unit,
  members: readonly DrawnSeries[],
  request: DrawRequest,
): DrawnSeries => {
  const years = [...new Set(members.flatMap((s) => s.points.map((p) => Number(p.at))))].sort((a, b) => a - b);
  const parts = new Map(
    years.map((year) => [year, members.map((s) => s.points.find((p) => p.at === String(year))?.figure ?? `${s.id}.${year}`)] as const),
  );
  const figures = years.map((year) =>
    sumOf(draft, `${id}.${year}`, filled(draft.names.inYear, { name: label, year }), unit, year, parts.get(year) ?? []),
  );
  draft.groups.set(id, {
    id,
    kind: 'series',
    label,
    short: label,
    phrase: label,
    unit,
    members: figures.map((f) => ({ label: String(f.period.to), figure: f.id, role: 'plain' })),
    exhaustive: false,
  });
  return drawnSeries(draft, request, { id, label, role }, undefined);
};

/** The largest series stay (of a bridge, those that move most); the others and a residual become one. */
const folded = (
  draft: LedgerDraft,
  id: string,
  series: readonly DrawnSeries[],
  unit: Unit,
  request: DrawRequest,
): readonly DrawnSeries[] => {
  if (request.fold === undefined || series.length <= request.fold) return series;
  const weight = request.shape === 'bridge' ? movement : latest;
  const ranked = series
    .map((s) => ({ s, size: weight(draft, s) }))
    .filter(({ s }) => s.role !== 'other')
    .sort((a, b) => (a.size === b.size ? 0 : b.size - a.size))
    .map(({ s }) => s);
  const kept = new Set(ranked.slice(0, request.fold - 1));
  const rest = series.filter((s) => !kept.has(s));
  return [
    ...series.filter((s) => kept.has(s)),
    summed(draft, `${id}.${OTHERS}-${digestOf(rest.map((s) => s.id))}`, draft.names.other, 'other', unit, rest, request),
  ];
};

const totalOf = (draft: LedgerDraft, set: SeriesSet, unit: Unit, parts: readonly DrawnSeries[], request: DrawRequest): DrawnSeries =>
  set.total === undefined
    ? summed(draft, `${set.id}.sum`, set.short, 'total', unit, parts, request)
    : drawnSeries(draft, request, { id: set.total, label: draft.groups.get(set.total)?.short ?? '', role: 'total' }, set.total);

/** Where growth is part of the chart and no window is asked for, it is that between the first and the last year drawn. */
const withWindow = (draft: LedgerDraft, series: FigureGroup, request: DrawRequest): DrawRequest => {
  const years = yearsOf(draft, series).filter((y) => request.years?.includes(y) ?? true);
  return request.growth && request.windows.length === 0 && years.length > 1
    ? { ...request, windows: [{ from: Math.min(...years), to: Math.max(...years) }] }
    : request;
};

/** Names in the heading of a chart of several series; what else it shows is named beside its marks. */
const MOST_NAMES = 3;

/** A chart of one series has its name, one of several the names of all. */
const nameOf = (draft: LedgerDraft, request: DrawRequest, members: readonly { readonly id: string; readonly label: string }[]): string => {
  const named = members.length === 1 ? 0 : request.named;
  if (named !== undefined) return draft.groups.get(members[named]?.id ?? '')?.label ?? '';
  const names = [...members.slice(0, MOST_NAMES).map((m) => m.label), ...(members.length > MOST_NAMES ? ['…'] : [])];
  return names.join(names.some((n) => n.includes(',')) ? '; ' : ', ');
};

/** Series and sets by id; a set brings its members and its total, published or summed. */
export const seriesDrawn = (draft: LedgerDraft, asked: DrawRequest): Drawn | undefined => {
  const sets = asked.of.flatMap((id) => draft.sets.get(id) ?? []);
  const members = asked.of.flatMap((id) => {
    const group = draft.groups.get(id);
    if (group?.kind === 'series') return [{ id, label: group.short, role: 'plain' as const }];
    return draft.sets.get(id)?.members ?? [];
  });
  const first = draft.groups.get(members[0]?.id ?? '');
  const known = asked.of.every((id) => draft.sets.has(id) || draft.groups.get(id)?.kind === 'series');
  // One axis has one unit: amounts of different currencies or magnitudes never stand side by side.
  if (!first || !known || !members.every((m) => sameUnit(draft.groups.get(m.id)?.unit ?? first.unit, first.unit))) return undefined;
  const request = withWindow(draft, first, asked);
  const [set] = sets;
  const plain: DrawRequest = { ...request, beside: undefined, windows: [], differences: [], path: false, mean: false };
  const parts = members.map((m) => drawnSeries(draft, plain, m, undefined));
  const sum = request.total && sets.length === 1 && set ? totalOf(draft, set, first.unit, parts, request) : undefined;
  const shown = folded(draft, set?.id ?? request.of.join('.'), parts, first.unit, request);
  const base = request.beside === 'index' ? commonBase(draft, shown) : undefined;
  const series = shown.map((s) => drawnSeries(draft, request, s, sum?.id, base));
  const years = [...new Set([...series, ...(sum ? [sum] : [])].flatMap((s) => s.points.map((p) => Number(p.at))))].sort((a, b) => a - b);
  return {
    label: set?.label ?? nameOf(draft, request, members),
    unit: first.unit,
    places: years.map((y) => ({ id: String(y), label: String(y), role: 'plain' })),
    series,
    ...(shown.length < parts.length ? { folded: parts.length - shown.length + 1 } : {}),
    ...(sum ? { total: sum } : {}),
  };
};
