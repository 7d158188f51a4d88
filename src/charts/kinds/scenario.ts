import type { Diagnostic } from '../../base/diagnostic.ts';
import type { DataCell, DataColumn } from '../data-table.ts';
import type { ChartContext, ChartKind } from '../kind.ts';
import { lineDraft } from '../line-chart.ts';
import { type DrawnLine, yearsTold } from '../line-plan.ts';
import { type Line, lineOf, lineRates, partColumns, turnOf } from '../line-table.ts';
import type { LayerOf } from '../native.ts';
import type { ColorToken } from '../paint.ts';
import { placeNames, rowOf, type SeriesCell, type SeriesRow } from '../series-cells.ts';
import { EMPTY, originColumns, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';

/** Low, base, high. */
const COLORS: readonly ColorToken[] = ['hatch', 'navy', 'blue'];

interface Cases {
  readonly low: SeriesRow;
  readonly base: SeriesRow;
  readonly high: SeriesRow;
}

/** The band at a place: from the low to the high case; where neither is told, the history of the base case, without width. */
interface Slice {
  readonly from: SeriesCell;
  readonly to: SeriesCell;
}

const sliceAt = ({ low, base, high }: Cases, place: number): Slice | undefined => {
  const [l, b, h] = [low.cells[place], base.cells[place], high.cells[place]];
  if (l?.value !== undefined && h?.value !== undefined) return { from: l, to: h };
  return !l && !h && b?.value !== undefined ? { from: b, to: b } : undefined;
};

/**
 * The band, undefined where it cannot be drawn: Office draws areas down to zero where a cell is empty, so that an end is missing
 * may be only where the band has no width on either side.
 */
const bandOf = (cases: Cases): readonly (Slice | undefined)[] | undefined => {
  const slices = cases.base.cells.map((_, i) => sliceAt(cases, i));
  const wide = (s: Slice | undefined): boolean => s !== undefined && s.from.value !== s.to.value;
  const torn = slices.some((s, i) => s === undefined && (wide(slices[i - 1]) || wide(slices[i + 1])));
  return torn || !slices.some(wide) ? undefined : slices;
};

const columnOf = (line: Line, place: number): string => (place < line.turn ? line.solid : line.dashed) ?? '';

/** The two columns behind the band: where it begins, which is not painted, and how wide it is. */
const bandColumns = (
  band: readonly (Slice | undefined)[],
  lines: readonly Line[],
  { words }: ChartContext['locale'],
): readonly DataColumn[] => {
  const placeOf = (cell: SeriesCell, row: number) => {
    const line = lines.find((l) => l.row.cells[row] === cell);
    return { column: line ? columnOf(line, row) : '', row };
  };
  const column = (id: string, header: string, cell: (slice: Slice, row: number) => DataCell): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: band.map((slice, row) => (slice ? cell(slice, row) : EMPTY)),
  });
  return [
    column('floor', words.band.floor, ({ from }, row) => ({
      kind: 'number',
      value: from.value ?? 0,
      formula: { kind: 'sum', of: [placeOf(from, row)] },
    })),
    column('band', words.band.width, ({ from, to }, row) => ({
      kind: 'number',
      value: (to.value ?? 0) - (from.value ?? 0),
      formula: { kind: 'difference', from: placeOf(from, row), to: placeOf(to, row) },
    })),
  ];
};

const BAND: LayerOf<'area'> = {
  kind: 'area',
  series: [
    { values: 'floor', fill: { kind: 'none' }, points: [] },
    { values: 'band', fill: { kind: 'solid', color: 'highlight' }, points: [] },
  ],
};

const findings = (spec: ChartSpec, { low, base, high }: Cases, drawn: boolean): readonly Diagnostic[] => {
  const warning = (code: string, message: string, hint: string): Diagnostic => ({ code, severity: 'warning', message, hints: [hint] });
  const crossed = base.cells.some((b, i) => {
    const values = [low.cells[i]?.value, b?.value, high.cells[i]?.value].filter((v) => v !== undefined);
    return values.some((v, n) => v > (values[n + 1] ?? Number.POSITIVE_INFINITY));
  });
  return [
    ...(crossed
      ? [
          warning(
            'charts/scenario-order',
            `the cases of the chart "${spec.id}" cross: low is above base, or base above high`,
            'name the series in the order low, base, high',
          ),
        ]
      : []),
    ...(drawn
      ? []
      : [
          warning(
            'charts/no-band',
            `the chart "${spec.id}" has lines without a band between them: a value of the low or the high case is missing`,
            'choose years in which both cases are told',
          ),
        ]),
  ];
};

/** Three cases of one series: its history, and from there on the base case within the band between the low and the high one. */
export const scenario: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context) => {
    const { locale } = context;
    const [low, base, high] = spec.drawn.series.map((s, i) => rowOf(s, COLORS[i] ?? 'navy', spec, context));
    if (!low || !base || !high) throw new Error('a scenario has three series');
    const cases: Cases = { low, base, high };
    const rows = [low, base, high];
    const names = placeNames(spec, [base, low, high], context);
    const band = bandOf(cases);
    const drawnLine = (row: SeriesRow): DrawnLine => ({
      ...lineOf(row, turnOf(row)),
      width: row === base ? 2.25 : 1.25,
      marked: row === base,
    });
    const lines = rows.map(drawnLine);
    return lineDraft(
      spec,
      {
        // The base case lies on top of the others.
        lines: [...lines].sort((a, b) => a.width - b.width),
        names,
        statuses: names.map((_, i) => base.cells[i]?.figure ?? low.cells[i]?.figure ?? high.cells[i]?.figure),
        columns: [
          { id: 'place', header: locale.words.dataColumns.period, format: 'General', cells: names.map(textCell) },
          ...lines.flatMap((l) => partColumns(l, locale)),
          ...(band ? bandColumns(band, lines, locale) : []),
          ...originColumns(rows, names.length, locale),
          ...lineRates(lines, locale),
        ],
        ...(band ? { areas: BAND } : {}),
        alt: {
          kind: 'scenario',
          of: 'years',
          name: spec.drawn.label,
          unit: locale.unit(spec.drawn.unit),
          points: yearsTold(rows),
          rates: [],
        },
        diagnostics: findings(spec, cases, band !== undefined),
      },
      context,
    );
  },
};
