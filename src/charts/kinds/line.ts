import type { Diagnostic } from '../../base/diagnostic.ts';
import { askedLevels, markedName, markedSeries } from '../asked-marks.ts';
import type { ChartKind } from '../kind.ts';
import { lineDraft } from '../line-chart.ts';
import { yearsTold } from '../line-plan.ts';
import { lineOf, lineRates, partColumns, turnOf } from '../line-table.ts';
import { placeNames, seriesRows } from '../series-cells.ts';
import { originColumns, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';

const LEAST_PERIODS = 3;

const fewPeriods = (spec: ChartSpec): readonly Diagnostic[] =>
  spec.drawn.places.length >= LEAST_PERIODS
    ? []
    : [
        {
          code: 'charts/few-periods',
          severity: 'note',
          message: `the line chart "${spec.id}" has ${spec.drawn.places.length} periods: a line over so few says little`,
          hints: ['use kind="column" for one series, kind="clustered-column" for several'],
        },
      ];

/** Lines of one to six series over years, on a labelled scale, with their first and last values. */
export const line: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context) => {
    const { locale } = context;
    const rows = seriesRows(spec, context);
    const { levels, findings } = askedLevels(spec, markedSeries(spec), context);
    const names = placeNames(spec, rows, context);
    const lines = rows.map((row) => ({ ...lineOf(row, turnOf(row)), width: 2.25, marked: true }));
    return lineDraft(
      spec,
      {
        lines,
        names,
        statuses: rows[0]?.cells.map((c) => c?.figure) ?? [],
        columns: [
          { id: 'place', header: locale.words.dataColumns.period, format: 'General', cells: names.map(textCell) },
          ...lines.flatMap((l) => partColumns(l, locale)),
          ...originColumns(rows, names.length, locale),
          ...lineRates(lines, locale),
        ],
        alt: {
          kind: 'line',
          of: 'years',
          name: spec.drawn.label,
          unit: locale.unit(spec.drawn.unit),
          points: yearsTold(rows),
          rates: [],
          ...markedName(spec),
        },
        levels,
        diagnostics: [...fewPeriods(spec), ...findings],
      },
      context,
    );
  },
};
