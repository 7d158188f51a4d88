import type { DrawnSeries } from '../figures/drawn/drawn.ts';
import type { Figure, MemberRole } from '../figures/ledger.ts';
import { exactValue, printedDecimals } from '../figures/quantity.ts';
import { briefName } from './brief-name.ts';
import type { ChartContext } from './kind.ts';
import { drawnValue } from './point-columns.ts';
import type { ChartSpec } from './spec.ts';

/** One bar of a bridge: a level that stands on zero, or a change that floats between two levels. */
export interface BridgeStep {
  readonly kind: 'level' | 'change';
  readonly name: string;
  readonly fullName: string;
  readonly role: MemberRole;
  readonly figure: Figure;
  readonly label: string;
  /** The level or the change; undefined where it is withheld. */
  readonly value: number | undefined;
  /** Where the bar begins and ends. What is withheld stands at the last level that is known. */
  readonly from: number;
  readonly to: number;
  /** Index of the step whose end is its beginning; undefined on zero. */
  readonly on: number | undefined;
  /** Whether a line joins it to the step before: both are known and meet. */
  readonly joined: boolean;
  /** Of a member of a set: its two values. */
  readonly ends?: readonly [Figure | undefined, Figure | undefined];
}

export interface Bridge {
  readonly steps: readonly BridgeStep[];
  /** What was found that keeps the changes from leading to the last level; undefined where they do, or something is withheld. */
  readonly open: boolean;
}

/** Sums of decimal fractions leave binary noise, which no source printed. */
export const clean = (value: number): number => Number(value.toPrecision(12));

const named = (kind: BridgeStep['kind'], fullName: string, role: MemberRole, figure: Figure, { locale }: ChartContext) => ({
  kind,
  name: briefName(fullName),
  fullName,
  role,
  figure,
  label: locale.print(figure, 'bare'),
});

const level = (figure: Figure, joined: boolean, context: ChartContext): BridgeStep => {
  const value = drawnValue(figure);
  const name = context.locale.period(figure.period.to, figure.status);
  return { ...named('level', name, 'total', figure, context), value, from: 0, to: value ?? 0, on: undefined, joined };
};

const changeName = (figure: Figure, { locale }: ChartContext): string =>
  locale.words.change.replace('{years}', locale.years(figure.period.from, figure.period.to));

/** Level, change, level, change, level … of one series. */
const seriesSteps = (series: DrawnSeries, context: ChartContext): readonly BridgeStep[] => {
  const known = (id: string | undefined): Figure | undefined => (id === undefined ? undefined : context.ledger.figures.get(id));
  const steps: BridgeStep[] = [];
  for (const point of series.points) {
    const [figure, change] = [known(point.figure), known(point.beside)];
    if (!figure) continue;
    const before = steps.at(-1);
    if (before && change) {
      const value = exactValue(change);
      const on = before.value === undefined ? undefined : steps.length - 1;
      const from = before.value ?? 0;
      const name = changeName(change, context);
      steps.push({
        ...named('change', name, 'plain', change, context),
        value,
        from,
        to: value === undefined ? from : clean(from + value),
        on,
        joined: value !== undefined,
      });
    }
    steps.push(level(figure, steps.at(-1)?.value !== undefined && drawnValue(figure) !== undefined, context));
  }
  return steps;
};

/** By signed size; "Other" behind; what is withheld last. */
const ordered = <T extends { readonly role: MemberRole; readonly value: number | undefined }>(changes: readonly T[]): readonly T[] => {
  const tier = (c: T): number => (c.value === undefined ? 2 : c.role === 'other' ? 1 : 0);
  return [...changes].sort((a, b) => tier(a) - tier(b) || (b.value ?? 0) - (a.value ?? 0));
};

/** The total of a set in two years, and the change of each member between them. */
const setSteps = (spec: ChartSpec, context: ChartContext): Bridge => {
  const { figures } = context.ledger;
  const at = (series: DrawnSeries, index: number): Figure | undefined => {
    const place = spec.drawn.places.at(index)?.id;
    return figures.get(series.points.find((p) => p.at === place)?.figure ?? '');
  };
  const total = spec.drawn.total;
  const [first, last] = [total && at(total, 0), total && at(total, -1)];
  const steps: BridgeStep[] = first ? [level(first, false, context)] : [];
  let reached = exactValue(first);
  const changes = spec.drawn.series.flatMap((series) => {
    const figure = figures.get(series.differences[0] ?? '');
    return figure ? [{ series, figure, role: series.role, value: exactValue(figure) }] : [];
  });
  for (const { series, figure, role, value } of ordered(changes)) {
    const known = value !== undefined && reached !== undefined;
    const on = reached === undefined ? undefined : steps.findLastIndex((s) => s.value !== undefined);
    const from = reached ?? 0;
    const to = value === undefined ? from : clean(from + value);
    const joined = on !== undefined && on === steps.length - 1;
    steps.push({
      ...named('change', series.label, role, figure, context),
      value,
      from,
      to,
      on,
      joined,
      ends: [at(series, 0), at(series, -1)],
    });
    if (known) reached = to;
  }
  const complete = changes.every((c) => c.value !== undefined);
  const end = exactValue(last);
  const roundings = changes.length + 1;
  const slack = roundings * 10 ** -Math.max(0, ...(last ? [printedDecimals(last)] : [])) + 1e-9;
  const closes = complete && reached !== undefined && end !== undefined && Math.abs(reached - end) <= slack;
  if (last) steps.push(level(last, closes, context));
  return { steps, open: complete && reached !== undefined && end !== undefined && !closes };
};

/** The steps of a bridge, each at its level. Nothing is joined over what is withheld. */
export const bridgeOf = (spec: ChartSpec, context: ChartContext): Bridge => {
  const [series] = spec.drawn.series;
  if (spec.drawn.total) return setSteps(spec, context);
  return { steps: series ? seriesSteps(series, context) : [], open: false };
};
