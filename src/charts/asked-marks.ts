import type { Diagnostic } from '../base/diagnostic.ts';
import type { DrawnSeries } from '../figures/drawn/drawn.ts';
import type { Figure } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import type { AltInput } from './alt-text.ts';
import { briefName } from './brief-name.ts';
import type { Brackets } from './growth-brackets.ts';
import type { ChartContext } from './kind.ts';
import type { Level } from './level.ts';
import { drawnValue } from './point-columns.ts';
import { type SideMarks, sideMarksWithin } from './side-marks.ts';
import type { ChartSpec } from './spec.ts';

/** The marks a template asks for on one series over years, as figures: growth rates, changes, and lines at values. */
export interface AskedMarks extends SideMarks {
  readonly rates: readonly Figure[];
  /** What is asked for but cannot be drawn. */
  readonly findings: readonly Diagnostic[];
}

/** The series that marks belong to where a chart draws several: the highlighted one, or the only one. */
export const markedSeries = ({ drawn: { series }, highlight }: ChartSpec): DrawnSeries | undefined =>
  series.length === 1 ? series[0] : series.find((s) => highlight !== undefined && (s.id === highlight || s.label === highlight));

/** How an alternative text calls that series, where there are others. */
export const markedName = (spec: ChartSpec): { readonly marked?: string } => {
  const name = spec.drawn.series.length > 1 ? markedSeries(spec)?.label : undefined;
  return name === undefined ? {} : { marked: briefName(name) };
};

const warning = (code: string, message: string, hint: string): Diagnostic => ({ code, severity: 'warning', message, hints: [hint] });

const outside = (spec: ChartSpec, rate: Figure): Diagnostic =>
  warning(
    'charts/rate-outside',
    `the rate ${rate.id} begins or ends in a year the chart "${spec.id}" does not show`,
    'add the year to the series, or leave the rate out of the chart',
  );

/** A rate, a change or a line that is asked for, but not drawn. */
export const leftOutMark = (spec: Pick<ChartSpec, 'id'>, what: string, why: string, hint: string): Diagnostic =>
  warning('charts/mark-left-out', `the chart "${spec.id}" does not draw ${what}: ${why}`, hint);

/** Told where changes or lines are asked for, but no series is named that they belong to. Rates then stand beside the names. */
const unmarked = (spec: ChartSpec, hint: string): readonly Diagnostic[] => {
  const asked = spec.levels.length > 0 || spec.drawn.series.some((s) => s.differences.length > 0 || s.mean !== undefined);
  return asked
    ? [warning('charts/no-marked-series', `the marks the chart "${spec.id}" is asked for belong to none of its series`, hint)]
    : [];
};

/** More lines across a plot would be a grid. */
const MOST_LEVELS = 4;

const NAME_ONE = 'name one with highlight="…"';

const exact = (figure: Figure | undefined): figure is Figure => figure !== undefined && exactValue(figure) !== undefined;

const pointOf = (series: DrawnSeries, year: number, { ledger }: ChartContext): Figure | undefined =>
  ledger.figures.get(series.points.find((p) => p.at === String(year))?.figure ?? '');

const known = (ids: readonly string[], { ledger }: ChartContext): readonly Figure[] =>
  [...new Set(ids)].flatMap((id) => ledger.figures.get(id) ?? []);

/** The lines asked for at values of a series and at its mean: exact ones alone; the others are told. */
export const askedLevels = (
  spec: ChartSpec,
  series: DrawnSeries | undefined,
  context: ChartContext,
  hint = NAME_ONE,
): { readonly levels: readonly Level[]; readonly findings: readonly Diagnostic[] } => {
  if (!series) return { levels: [], findings: unmarked(spec, hint) };
  const values = [...new Set(spec.levels)].map((year) => ({ year, figure: pointOf(series, year, context) }));
  const means = known(series.mean === undefined ? [] : [series.mean], context);
  const levels: readonly Level[] = [
    ...means.filter(exact).map((figure) => ({ figure, mean: true, of: '' })),
    ...values.flatMap(({ year, figure }) => (exact(figure) ? [{ figure, mean: false, of: String(year) }] : [])),
  ];
  return {
    levels: levels.slice(0, MOST_LEVELS),
    findings: [
      ...levels
        .slice(MOST_LEVELS)
        .map((l) => leftOutMark(spec, `the level of ${l.of}`, `${MOST_LEVELS} lines run across it already`, 'ask for fewer levels')),
      ...values
        .filter(({ figure }) => !exact(figure))
        .map(({ year }) => leftOutMark(spec, `the level of ${year}`, 'the year has no exact value here', 'choose a year that has one')),
      ...means
        .filter((m) => !exact(m))
        .map(() => leftOutMark(spec, 'the mean', 'not all values are exact', 'choose years that have exact values')),
    ],
  };
};

/** The lines asked for at the value of a part and at the mean of all disclosed ones. */
export const askedPartLevels = (
  { id, drawn: { series }, levelPart }: ChartSpec,
  context: ChartContext,
): { readonly levels: readonly Level[]; readonly findings: readonly Diagnostic[] } => {
  const part = series.find((s) => s.label === levelPart);
  const value = part && context.ledger.figures.get(part.points[0]?.figure ?? '');
  const means = known(series[0]?.mean === undefined ? [] : [series[0].mean], context);
  const leftOut = (what: string, why: string, tip: string): Diagnostic => leftOutMark({ id }, what, why, tip);
  return {
    levels: [
      ...means.filter(exact).map((figure) => ({ figure, mean: true, of: '' })),
      ...(part && exact(value) ? [{ figure: value, mean: false, of: part.label }] : []),
    ],
    findings: [
      ...(levelPart === undefined || exact(value)
        ? []
        : [
            leftOut(
              `the level of "${levelPart}"`,
              part ? 'it has no exact value' : 'no part has this name',
              'name a part as the data does',
            ),
          ]),
      ...means.filter((m) => !exact(m)).map(() => leftOut('the mean', 'no part has an exact value', 'leave the mean out')),
    ],
  };
};

/** Whether a chart of parts or of series is asked for lines at values: they need height on a page. */
export const asksLevels = ({ levels, levelPart, drawn: { series } }: ChartSpec): boolean =>
  levels.length > 0 || levelPart !== undefined || series.some((s) => s.mean !== undefined);

/**
 * The marks on a series; `hint` says what to do where there is no such series. A rate needs both its years in the chart, a change
 * two values that are drawn, a line an exact value; what has not is told, and left out. So is what has no room at the side.
 */
export const askedMarks = (spec: ChartSpec, series: DrawnSeries | undefined, context: ChartContext, hint = NAME_ONE): AskedMarks => {
  const lines = askedLevels(spec, series, context, hint);
  if (!series) return { rates: [], changes: [], ...lines };
  const shown = (year: number): boolean => pointOf(series, year, context) !== undefined;
  const valued = (year: number): boolean => {
    const figure = pointOf(series, year, context);
    return figure !== undefined && drawnValue(figure) !== undefined;
  };
  const rates = known(series.rates, context);
  const changes = known(series.differences, context);
  const inChart = ({ period }: Figure): boolean => shown(period.from) && shown(period.to);
  const drawable = ({ period }: Figure): boolean => valued(period.from) && valued(period.to);
  const beside = sideMarksWithin({ changes: changes.filter(drawable), levels: lines.levels }, context);
  return {
    rates: rates.filter(inChart),
    ...beside.drawn,
    findings: [
      ...rates.filter((r) => !inChart(r)).map((r) => outside(spec, r)),
      ...changes
        .filter((c) => !drawable(c))
        .map((c) => leftOutMark(spec, `the change ${c.id}`, 'not both of its years have a bar', 'choose years that have values')),
      ...lines.findings,
      ...beside.leftOut.map((f) => leftOutMark(spec, f.id, 'there is no room for it at the side', 'ask for fewer changes')),
    ],
  };
};

/** Told of rates for which there is no height above the columns. */
export const bracketFindings = (spec: ChartSpec, { leftOut }: Brackets): readonly Diagnostic[] =>
  leftOut.map((rate) => leftOutMark(spec, `the rate ${rate.id}`, 'there is no room for it above the columns', 'ask for fewer rates'));

/** What an alternative text tells of the marks that are drawn. */
export const toldMarks = (
  { rates, changes, levels }: AskedMarks,
  brackets: Pick<Brackets, 'leftOut'>,
): Pick<AltInput, 'rates' | 'changes' | 'levels'> => ({ rates: rates.filter((r) => !brackets.leftOut.includes(r)), changes, levels });
