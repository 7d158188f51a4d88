import { placeholderOf } from '../bar-scale.ts';
import { columnNames } from '../column-names.ts';
import { columnGap, growthColumn, growthFindings, growthHeading, growthOf } from '../growth.ts';
import { growthLinePlan } from '../growth-line.ts';
import { growthRowPlan } from '../growth-row.ts';
import type { ChartDraft, ChartKind } from '../kind.ts';
import { statusLegend } from '../legend.ts';
import { pointColumns } from '../point-columns.ts';
import { columnSeries, columnsOf } from '../status-columns.ts';

/** Columns over years of one series with their growth: signed labels in a row above, or a line on a second axis. */
export const combo: ChartKind = {
  comparable: true,
  height: () => 270,
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const columns = columnsOf(spec, context);
    const row = growthOf(spec, columns, context);
    const legend = statusLegend(new Set(columns.map((c) => c.look)), context);
    const unit = locale.unit(spec.drawn.unit);
    // Without any growth there is no line, and so no scale for one.
    const lined = spec.secondAxis && row.some((g) => g?.value !== undefined);
    const plan = lined ? growthLinePlan(columns, row, unit, legend.height, context) : growthRowPlan(columns, row, legend.height, context);
    const { plot } = plan;
    const periods = columnNames(
      columns.map((c) => c.name),
      plot,
      context,
    );
    const [names, values, ...origin] = pointColumns(
      columns,
      { id: 'period', header: locale.words.dataColumns.period },
      `${spec.drawn.label}, ${unit}`,
      placeholderOf(columns.flatMap((c) => c.value ?? [])),
      locale,
    );
    const latest = row.findLast((g) => g?.value !== undefined)?.figure;
    return {
      diagnostics: [
        ...growthFindings(spec, columns, row),
        ...(spec.secondAxis && !lined
          ? [
              {
                code: 'charts/no-growth',
                severity: 'warning',
                message: `the chart "${spec.id}" has no growth to draw on a second axis: its labels stand in a row`,
                hints: ['leave axis="second" out, or choose years with values'],
              } as const,
            ]
          : []),
        ...(plan.leftOut !== undefined
          ? [
              {
                code: 'charts/labels-left-out',
                severity: 'note',
                message: `the chart "${spec.id}" has ${columns.length} columns: ${plan.leftOut}`,
                hints: ['show fewer periods, or widen the chart'],
              } as const,
            ]
          : []),
      ],
      alt: {
        kind: 'combo',
        of: 'years',
        name: spec.drawn.label,
        unit,
        points: columns.map((c) => ({ at: String(c.figure.period.to), figure: c.figure })),
        rates: [],
        ...(latest ? { growth: latest } : {}),
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: {
          sheet: 'Data',
          columns: [names, values].flatMap((c) => c ?? []).concat(growthColumn(row, growthHeading(row, context)), origin),
        },
        categories: 'period',
        frame,
        area: { x: plot.x / frame.width, y: plot.y / frame.height, w: plot.w / frame.width, h: plot.h / frame.height },
        axes: { kind: 'category', direction: 'column', category: periods.category, value: plan.value, second: plan.second },
        layers: [
          {
            kind: 'bar',
            grouping: 'clustered',
            gapWidth: columnGap(columns.length),
            overlap: 100,
            series: columnSeries(columns, plan.labelled, plan.size),
          },
          { kind: 'line', second: true, series: [plan.line] },
        ],
        annotations: [...periods.annotations, ...legend.annotations, ...plan.annotations],
      },
    };
  },
};
