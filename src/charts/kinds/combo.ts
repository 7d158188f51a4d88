import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { type AskedMarks, askedMarks, bracketFindings, leftOutMark, toldMarks } from '../asked-marks.ts';
import { placeholderOf } from '../bar-scale.ts';
import { columnNames } from '../column-names.ts';
import { columnGap, growthColumn, growthFindings, growthHeading, growthOf } from '../growth.ts';
import { growthLinePlan } from '../growth-line.ts';
import { type GrowthRowPlan, growthRowPlan } from '../growth-row.ts';
import type { ChartDraft, ChartKind } from '../kind.ts';
import { statusLegend } from '../legend.ts';
import type { NativeChart } from '../native.ts';
import { areaOf } from '../plot.ts';
import { pointColumns } from '../point-columns.ts';
import { withSideMarks } from '../side-marks.ts';
import type { ChartSpec } from '../spec.ts';
import { type Column, columnSeries, columnsOf } from '../status-columns.ts';

const LABEL_GAP = 3;

/** Where marks stand on columns under a row of growth, points. */
const markedColumns = (columns: readonly Column[], { plot, value, size, overhang }: GrowthRowPlan) => {
  const band = plot.w / Math.max(1, columns.length);
  const yOf = (v: number): number => plot.y + plot.h * (1 - (v - value.min) / (value.max - value.min));
  const placeholder = placeholderOf(columns.flatMap((c) => c.value ?? []));
  const topOf = (i: number): number => yOf(Math.max(0, columns[i]?.value ?? placeholder)) - LABEL_GAP - lineHeight(size);
  const placeOf = (year: number): number => columns.findIndex((c) => c.figure.period.to === year);
  return {
    top: (year: number): number => topOf(placeOf(year)),
    highest: Math.min(...columns.map((_, i) => topOf(i))),
    columns: {
      plot: { ...plot, w: plot.w + overhang },
      end: (year: number) => ({ x: plot.x + band * (placeOf(year) + 0.5), y: yOf(columns[placeOf(year)]?.value ?? 0) }),
      yOf,
    },
  };
};

/** Beside a line of growth, marks of the columns would be read on its scale: they are left out, and told. */
const besideLine = (spec: ChartSpec, { rates, levels }: AskedMarks): readonly Diagnostic[] =>
  [...rates, ...levels.map((l) => l.figure)].map((f) =>
    leftOutMark(spec, f.id, 'a line of growth has a scale of its own beside it', 'leave axis="second" out'),
  );

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
    const asked = askedMarks(spec, spec.drawn.series[0], context);
    const rowPlan = lined ? undefined : growthRowPlan(columns, row, asked, legend.height, context);
    const plan = rowPlan ?? growthLinePlan(columns, row, unit, legend.height, context);
    const { plot } = plan;
    const marked = rowPlan && markedColumns(columns, rowPlan);
    const periods = columnNames(
      columns.map((c) => c.name),
      plot,
      context,
    );
    const [names, values, ...origin] = pointColumns(
      columns,
      { id: 'period', header: locale.words.dataColumns.period },
      `${spec.drawn.label}${locale.comma}${unit}`,
      placeholderOf(columns.flatMap((c) => c.value ?? [])),
      locale,
    );
    const latest = row.findLast((g) => g?.value !== undefined)?.figure;
    const chart: NativeChart = {
      id: spec.id,
      language: locale.language,
      table: {
        sheet: 'Data',
        columns: [names, values].flatMap((c) => c ?? []).concat(growthColumn(row, growthHeading(row, context)), origin),
      },
      categories: 'period',
      frame,
      area: areaOf(plot, frame),
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
      annotations: [
        ...periods.annotations,
        ...legend.annotations,
        ...plan.annotations,
        ...(rowPlan && marked ? rowPlan.brackets.marks(marked.top, marked.highest, rowPlan.ceiling) : []),
      ],
    };
    return {
      diagnostics: [
        ...growthFindings(spec, columns, row),
        ...(rowPlan ? [...asked.findings, ...bracketFindings(spec, rowPlan.brackets)] : besideLine(spec, asked)),
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
        ...(rowPlan ? toldMarks(asked, rowPlan.brackets) : { rates: [] }),
        ...(latest ? { growth: latest } : {}),
      },
      native: marked ? withSideMarks(chart, asked, marked.columns, context) : chart,
    };
  },
};
