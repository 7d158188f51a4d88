import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import type { CellPlace, Formula } from '../data-table.ts';
import type { ChartContext, ChartKind } from '../kind.ts';
import { lineDraft } from '../line-chart.ts';
import { yearsTold } from '../line-plan.ts';
import { type Line, lineOf, lineRates, partColumns, turnOf } from '../line-table.ts';
import { labelFormat } from '../number-format.ts';
import { drawnValue } from '../point-columns.ts';
import { placeNames, type SeriesCell, type SeriesRow, seriesRows } from '../series-cells.ts';
import { columnId, originColumns, valueColumns } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';

const BASE = 100;

/** A series as its indices. */
const indexRow = (row: SeriesRow, { locale }: ChartContext): SeriesRow => ({
  ...row,
  id: `${row.id}.index`,
  cells: row.cells.map((cell): SeriesCell | undefined => {
    if (!cell?.beside) return undefined;
    const label = locale.print(cell.beside, 'bare');
    return { figure: cell.beside, value: drawnValue(cell.beside), label, format: labelFormat(cell.beside, label) };
  }),
});

/** Place of the year that is 100. */
const basePlace = (rows: readonly SeriesRow[]): number => {
  const figure = rows.flatMap((r) => r.cells.flatMap((c) => c?.beside ?? []))[0];
  const year = figure?.unit.kind === 'index' ? Number.parseInt(figure.unit.base ?? '', 10) : Number.NaN;
  return rows[0]?.cells.findIndex((_, i) => rows.some((r) => r.cells[i]?.figure.period.to === year)) ?? -1;
};

/** An index as a formula over the values of its series. */
const indexFormula =
  (row: SeriesRow, base: number) =>
  (place: number): Formula | undefined => {
    const at = (i: number): CellPlace => ({ column: columnId(row), row: i });
    return row.cells[base]?.value === undefined ? undefined : { kind: 'share', part: at(place), whole: at(base) };
  };

const firstIndex = (spec: ChartSpec, ledger: ChartContext['ledger']): Figure | undefined =>
  spec.drawn.series.flatMap((s) => s.points.flatMap((p) => ledger.figures.get(p.beside ?? '') ?? []))[0];

const findings = (spec: ChartSpec, rows: readonly SeriesRow[], base: number): readonly Diagnostic[] => {
  const baseless = rows.filter((r) => r.cells[base]?.value === undefined && r.cells.some((c) => c?.value !== undefined));
  const warning = (code: string, message: string, hint: string): Diagnostic => ({ code, severity: 'warning', message, hints: [hint] });
  return [
    ...baseless.map((r) =>
      warning(
        'charts/no-base-value',
        `the chart "${spec.id}" has no indices of "${[...r.label].slice(0, 40).join('')}": it has no value in the base year`,
        'choose years that begin where all series have a value, or leave the series out',
      ),
    ),
    ...(rows.some((r) => r.cells.some((c) => (c?.value ?? 0) < 0))
      ? [
          warning(
            'charts/index-below-zero',
            `the chart "${spec.id}" shows indices of values below zero, which say little`,
            'use kind="line" or kind="column"',
          ),
        ]
      : []),
  ];
};

/** In the sheet the columns of indices stand beside those of values, and are told apart. */
const labelled = (line: Line, word: string): Line => ({ ...line, row: { ...line.row, label: `${line.row.label}, ${word}` } });

/** Lines of series as indices of one base year, so that series of unlike size show their growth side by side. */
export const indexedLine: ChartKind = {
  comparable: true,
  height: () => 260,
  unit: (spec, { ledger, locale }) => locale.unit(firstIndex(spec, ledger)?.unit ?? spec.drawn.unit),
  compile: (spec, context) => {
    const { locale, ledger } = context;
    const rows = seriesRows(spec, context);
    const names = placeNames(spec, rows, context);
    const base = basePlace(rows);
    const drawn = rows.map((row) => ({ row, line: { ...lineOf(indexRow(row, context), turnOf(row)), width: 2.25, marked: true } }));
    const lines = drawn.map((d) => d.line);
    return lineDraft(
      spec,
      {
        lines,
        names,
        statuses: rows[0]?.cells.map((c) => c?.figure) ?? [],
        columns: [
          ...valueColumns(rows, names, locale.words.dataColumns.period),
          ...drawn.flatMap(({ row, line }) => partColumns(labelled(line, locale.words.index), locale, indexFormula(row, base))),
          ...originColumns(rows, names.length, locale),
          ...lineRates(lines, locale),
        ],
        level: BASE,
        alt: {
          kind: 'indexed-line',
          of: 'years',
          name: spec.drawn.label,
          unit: locale.unit(firstIndex(spec, ledger)?.unit ?? spec.drawn.unit),
          points: yearsTold(lines.map((l) => l.row)),
          rates: [],
        },
        diagnostics: findings(spec, rows, base),
      },
      context,
    );
  },
};
