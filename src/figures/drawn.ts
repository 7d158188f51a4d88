import type { FigureId } from '../base/id.ts';
import type { Unit } from '../market/market.ts';
import { compare } from './derive/change.ts';
import { compoundPath } from './derive/compound.ts';
import { indexed, meanOf } from './derive/indexed.ts';
import { share } from './derive/share.ts';
import { type LedgerDraft, pointOf } from './draft.ts';
import type { FigureGroup, MemberRole } from './ledger.ts';

/** What the ids of a chart name: series over years, the parts of a whole, or a grid of two dimensions in one year. */
export type DrawnShape = 'series' | 'parts' | 'grid';

/** A figure computed for each drawn one: growth on the point before, change from it, share of the whole, index of the first. */
export type Beside = 'growth' | 'change' | 'share' | 'index';

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface DrawRequest {
  readonly shape: DrawnShape;
  readonly of: readonly string[];
  readonly beside?: Beside;
  /** Only these years; all without. */
  readonly years?: readonly number[];
  /** Growth rates asked for. */
  readonly windows: readonly Window[];
  /** Compute the years between the ends of the windows by compounding. */
  readonly path: boolean;
  /** Changes between two years asked for. */
  readonly differences: readonly Window[];
  readonly mean: boolean;
}

export interface DrawnPoint {
  /** A year, or the id of a grid's column. */
  readonly at: string;
  readonly figure: FigureId;
  readonly beside?: FigureId;
}

export interface DrawnSeries {
  readonly id: string;
  readonly label: string;
  readonly role: MemberRole;
  readonly points: readonly DrawnPoint[];
  readonly rates: readonly FigureId[];
  readonly differences: readonly FigureId[];
  readonly mean?: FigureId;
}

/** Every figure a chart draws, resolved and computed once: charts only look them up. */
export interface Drawn {
  readonly label: string;
  readonly unit: Unit;
  /** Years ascending, or the columns of a grid; empty for parts. */
  readonly places: readonly { readonly id: string; readonly label: string; readonly role: MemberRole }[];
  readonly series: readonly DrawnSeries[];
  /** Of a set or grid, if published. */
  readonly total?: DrawnSeries;
  /** Of a grid: the total of everything. */
  readonly whole?: FigureId;
}

const yearsOf = (draft: LedgerDraft, group: FigureGroup): readonly number[] =>
  group.members.flatMap((m) => draft.figures.get(m.figure)?.period.to ?? []);

const besideOf = (
  draft: LedgerDraft,
  beside: Beside | undefined,
  series: string,
  years: readonly number[],
  at: number,
  whole: FigureId | undefined,
): FigureId | undefined => {
  const year = years[at] ?? 0;
  const before = years[at - 1];
  const first = years[0] ?? year;
  const point = pointOf(draft, series, year);
  if (beside === undefined || !point) return undefined;
  if (beside === 'share') return whole === undefined ? undefined : share(draft, point.id, whole).id;
  if (beside === 'index') return indexed(draft, series, first, year).id;
  return before === undefined ? undefined : compare(draft, beside, series, before, year).id;
};

const drawnSeries = (
  draft: LedgerDraft,
  request: DrawRequest,
  member: { readonly id: string; readonly label: string; readonly role: MemberRole },
  total: string | undefined,
): DrawnSeries => {
  const group = draft.groups.get(member.id);
  const own = group ? yearsOf(draft, group) : [];
  const wanted = request.years === undefined ? own : own.filter((y) => request.years?.includes(y));
  const points = wanted.flatMap((year, i): readonly DrawnPoint[] => {
    const figure = pointOf(draft, member.id, year);
    if (!figure) return [];
    const whole = total === undefined ? undefined : pointOf(draft, total, year)?.id;
    const beside = besideOf(draft, request.beside, member.id, wanted, i, whole);
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

/** Series and sets by id; a set brings its members and its total. */
const seriesDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const sets = request.of.flatMap((id) => draft.sets.get(id) ?? []);
  const members = request.of.flatMap((id) => {
    const group = draft.groups.get(id);
    if (group?.kind === 'series') return [{ id, label: group.short, role: 'plain' as const }];
    return draft.sets.get(id)?.members ?? [];
  });
  const first = draft.groups.get(members[0]?.id ?? '');
  if (!first) return undefined;
  const [set] = sets;
  const total = sets.length === 1 ? set?.total : undefined;
  const series = members.map((m) => drawnSeries(draft, request, m, total));
  const sum =
    total === undefined
      ? undefined
      : drawnSeries(draft, request, { id: total, label: draft.groups.get(total)?.short ?? '', role: 'total' }, total);
  const years = [...new Set([...series, ...(sum ? [sum] : [])].flatMap((s) => s.points.map((p) => Number(p.at))))].sort((a, b) => a - b);
  return {
    label: set?.label ?? first.label,
    unit: first.unit,
    places: years.map((y) => ({ id: String(y), label: String(y), role: 'plain' })),
    series,
    ...(sum ? { total: sum } : {}),
  };
};

const partsDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const groups = request.of.flatMap((id) => {
    const group = draft.groups.get(id);
    return group?.kind === 'parts' ? [group] : [];
  });
  const [first] = groups;
  if (!first) return undefined;
  return {
    label: first.label,
    unit: first.unit,
    places: [],
    series: groups.flatMap((group) =>
      group.members.map((m): DrawnSeries => {
        const beside =
          request.beside === 'share' && group.whole !== undefined && group.unit.kind !== 'percent'
            ? share(draft, m.figure, group.whole).id
            : undefined;
        return {
          id: m.figure,
          label: m.label,
          role: m.role,
          points: [{ at: group.id, figure: m.figure, ...(beside === undefined ? {} : { beside }) }],
          rates: [],
          differences: [],
        };
      }),
    ),
    ...(first.whole === undefined ? {} : { whole: first.whole }),
  };
};

const gridDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const grid = draft.grids.get(request.of[0] ?? '');
  const year = request.years?.[0] ?? grid?.years.at(-1);
  if (!grid || year === undefined) return undefined;
  const at = (row: string, column: string): FigureId | undefined => pointOf(draft, grid.seriesAt(row, column), year)?.id;
  const rowOf = (row: { readonly id: string; readonly label: string; readonly role: MemberRole }): DrawnSeries => ({
    ...row,
    points: [...grid.columns, { id: 'total' }].flatMap((column): readonly DrawnPoint[] => {
      const figure = at(row.id, column.id);
      const whole = at('total', column.id);
      if (figure === undefined) return [];
      const beside = request.beside === 'share' && whole !== undefined ? share(draft, figure, whole).id : undefined;
      return [{ at: column.id, figure, ...(beside === undefined ? {} : { beside }) }];
    }),
    rates: [],
    differences: [],
  });
  const whole = at('total', 'total');
  return {
    label: grid.label,
    unit: grid.unit,
    places: grid.columns,
    series: grid.rows.map(rowOf),
    total: rowOf({ id: 'total', label: '', role: 'total' }),
    ...(whole === undefined ? {} : { whole }),
  };
};

const DRAW: Readonly<Record<DrawnShape, (draft: LedgerDraft, request: DrawRequest) => Drawn | undefined>> = {
  series: seriesDrawn,
  parts: partsDrawn,
  grid: gridDrawn,
};

/** Resolves what a chart is of, and computes what it asks for. Undefined when the ids name nothing of that shape. */
export const drawnFigures = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => DRAW[request.shape](draft, request);

/** What the reader of templates needs of a ledger to draw charts. */
export const drawingsOf = (draft: LedgerDraft) => ({
  draw: (request: DrawRequest): Drawn | undefined => drawnFigures(draft, request),
  drawable: (): Iterable<string> => [...draft.groups.keys(), ...draft.sets.keys(), ...draft.grids.keys()],
});

/** Ids of all figures that are drawn, in reading order. */
export const figuresDrawn = (drawn: Drawn): readonly FigureId[] => {
  const rows = [...drawn.series, ...(drawn.total ? [drawn.total] : [])];
  return [
    ...rows.flatMap((s) => s.points.map((p) => p.figure)),
    ...rows.flatMap((s) => [
      ...s.rates,
      ...s.differences,
      ...(s.mean === undefined ? [] : [s.mean]),
      ...s.points.flatMap((p) => p.beside ?? []),
    ]),
  ];
};
