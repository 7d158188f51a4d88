import type { Diagnostic } from '../base/diagnostic.ts';
import { leftOutMark } from './asked-marks.ts';
import { longNameFinding } from './brief-name.ts';
import { columnNames } from './column-names.ts';
import type { DataColumn } from './data-table.ts';
import { statusDivider } from './divider.ts';
import type { ChartContext, ChartDraft } from './kind.ts';
import { isMarked, type LineLabels, lineLabels, REACH, stubBox, valueStyle } from './line-labels.ts';
import type { DrawnLine, LinePlan } from './line-plan.ts';
import { type LinePlot, lastCell, linePlot, skips } from './line-plot.ts';
import { jointOf, type Line } from './line-table.ts';
import type { Annotation, NativePoint, NativeSeries } from './native.ts';
import { literal } from './number-format.ts';
import { areaOf } from './plot.ts';
import { rightColumn } from './right-column.ts';
import { EMPTY } from './series-table.ts';
import { withSideMarks } from './side-marks.ts';
import type { ChartSpec } from './spec.ts';
import { LOOKS } from './status-look.ts';
import { line as rule } from './text-box.ts';

/** One of the parts of a line; the joint of both carries its label in the solid one. */
const partSeries = (line: DrawnLine, values: string, ahead: boolean, bridged: boolean, labels: LineLabels): NativeSeries => {
  const { row, turn } = line;
  const fill = { kind: 'solid', color: row.color } as const;
  const joint = line.solid === undefined ? undefined : jointOf(line);
  return {
    values,
    fill,
    stroke: { color: row.color, width: line.width, dashed: ahead },
    ...(isMarked(line, bridged) ? { marker: 2 * REACH } : {}),
    points: row.cells.flatMap((cell, index): readonly NativePoint[] => {
      const own = ahead === index >= turn;
      if (cell?.value === undefined || !(own || (ahead && index === joint))) return [];
      return [{ index, fill, label: own ? labels.of(row, index) : null }];
    }),
  };
};

const lineSeries = (line: DrawnLine, bridged: boolean, labels: LineLabels): readonly NativeSeries[] => [
  ...(line.solid === undefined ? [] : [partSeries(line, line.solid, false, bridged, labels)]),
  ...(line.dashed === undefined ? [] : [partSeries(line, line.dashed, true, bridged, labels)]),
];

const stubSeries = (plot: LinePlot, labels: LineLabels, context: ChartContext): NativeSeries => ({
  values: 'placeholder',
  ...LOOKS.undisclosed,
  points: plot.stubs.map((stub): NativePoint => {
    const [first] = stub.cells;
    const text = first?.cell.label ?? context.locale.undisclosed;
    return {
      index: stub.place,
      ...LOOKS.undisclosed,
      label: labels.stub(stub.place)
        ? {
            text,
            format: literal(text),
            style: { ...valueStyle(context), color: 'ink2' },
            position: 'outEnd',
            ...(first && stub.cells.length === 1 ? { figure: first.cell.figure.id } : {}),
          }
        : null,
    };
  }),
});

const stubColumn = (plot: LinePlot, places: number, header: string): DataColumn => ({
  id: 'placeholder',
  header,
  format: 'General',
  cells: Array.from({ length: places }, (_, i) =>
    plot.stubs.some((s) => s.place === i) ? ({ kind: 'number', value: plot.stub } as const) : EMPTY,
  ),
});

/** Where the name of a line belongs: at its last known point. */
const endHeight = (line: Line, plot: LinePlot): number =>
  plot.yOf(line.row.cells.findLast((c) => c?.value !== undefined)?.value ?? plot.stub);

const levelMark = (level: number, plot: LinePlot, { frame }: ChartContext): Annotation =>
  rule(
    'level',
    { x: plot.x, y: plot.yOf(level) },
    { x: plot.x + plot.w, y: plot.yOf(level) },
    { color: 'ink3', width: 0.75, dashed: false },
    frame,
  );

const findings = (spec: ChartSpec, plan: LinePlan, plot: LinePlot, leftOut: number): readonly Diagnostic[] => {
  const years = spec.drawn.places.map((p) => Number(p.id));
  const steps = new Set(years.slice(1).map((y, i) => y - (years[i] ?? y)));
  const note = (code: string, message: string, hint: string): Diagnostic => ({ code, severity: 'note', message, hints: [hint] });
  const noRoom = (plan.levels ?? []).filter((l) => !plot.levels.includes(l));
  return [
    ...plan.diagnostics,
    ...noRoom.map((l) => leftOutMark(spec, l.figure.id, 'there is no room for it at the side', 'widen the chart')),
    ...longNameFinding(
      spec.id,
      plan.lines.map((l) => l.row.label),
    ),
    ...(plot.cut && plan.level === undefined
      ? [note('charts/axis-not-zero', `the scale of the chart "${spec.id}" does not begin at zero`, 'say so in its note')]
      : []),
    ...(steps.size > 1
      ? [
          note(
            'charts/uneven-years',
            `the chart "${spec.id}" draws its years at equal distances, but they are not`,
            'choose years at equal distances, e.g. years="2020 2025 2030"',
          ),
        ]
      : []),
    ...(plot.stubs.length > 0 && plan.lines.some((l) => skips(l.row))
      ? [
          note(
            'charts/line-broken',
            `a line of the chart "${spec.id}" breaks in a year its series does not cover, as it does where a value is withheld`,
            'choose years that all series cover, e.g. years="2020 2025 2030"',
          ),
        ]
      : []),
    ...(leftOut > 0
      ? [
          note(
            'charts/labels-left-out',
            `the chart "${spec.id}" has no room for ${leftOut === 1 ? 'one label' : `${leftOut} labels`} beside its lines`,
            'its workbook and the table hold all values',
          ),
        ]
      : []),
  ];
};

/** Lines over years: what is known solid, what is forecast dashed, names with last values at the right. */
export const lineDraft = (spec: ChartSpec, plan: LinePlan, context: ChartContext): ChartDraft => {
  const { locale, frame } = context;
  const { lines, names } = plan;
  const plot = linePlot(plan, context);
  const labels = lineLabels(plan, plot, context);
  const periods = columnNames(names, plot, context);
  const series = lines.flatMap((l) => lineSeries(l, plot.bridged, labels));
  const bottom = plot.y + plot.h;
  // The mark of a withheld value at the turn stands in the way of the dividing line.
  const withheldAtTurn = plot.turn !== undefined && plot.stubs.some((s) => s.place === plot.turn);
  const dividerEnd = withheldAtTurn ? stubBox(plot.turn ?? 0, locale.undisclosed, valueStyle(context), plot).y - 2 : bottom;
  return {
    diagnostics: findings(spec, plan, plot, labels.leftOut),
    alt: { ...plan.alt, levels: plot.levels },
    native: withSideMarks(
      {
        id: spec.id,
        language: locale.language,
        table: {
          sheet: 'Data',
          columns: [...plan.columns, ...(plot.stubs.length > 0 ? [stubColumn(plot, names.length, locale.words.placeholder)] : [])],
        },
        categories: 'place',
        ...(plot.bridged ? { blanks: 'bridged' as const } : {}),
        frame,
        area: areaOf(plot, frame),
        axes: { kind: 'category', direction: 'column', category: periods.category, value: plot.axis },
        layers: [
          ...(plan.areas ? [plan.areas] : []),
          ...(plot.stubs.length > 0
            ? [
                {
                  kind: 'bar' as const,
                  grouping: 'clustered' as const,
                  gapWidth: Math.min(500, Math.round((plot.band / plot.stubWidth - 1) * 100)),
                  overlap: 100,
                  series: [stubSeries(plot, labels, context)],
                },
              ]
            : []),
          ...(series.length > 0 ? [{ kind: 'line' as const, series }] : []),
        ],
        annotations: [
          ...periods.annotations,
          ...(plan.level === undefined || plot.axis.shown === undefined ? [] : [levelMark(plan.level, plot, context)]),
          ...statusDivider(plan.statuses, (i) => plot.centre(i - 1), { top: 0, bottom: dividerEnd }, context),
          ...rightColumn(
            lines.map((l) => {
              const end = lastCell(l.row);
              return { row: l.row, y: endHeight(l, plot), ...(end ? { end } : {}) };
            }),
            plot.x + plot.w + plot.side,
            { low: plot.top, high: bottom },
            context,
          ),
        ],
      },
      { changes: [], levels: plot.levels },
      { plot, end: () => undefined, yOf: plot.yOf, lines: true },
      context,
    ),
  };
};
