import type { Diagnostic } from '../../base/diagnostic.ts';
import { exactValue } from '../../figures/quantity.ts';
import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { type AskedMarks, askedMarks, bracketFindings, leftOutMark, toldMarks } from '../asked-marks.ts';
import { longNameFinding } from '../brief-name.ts';
import { columnNames } from '../column-names.ts';
import { endsAt } from '../common-scale.ts';
import type { DataColumn } from '../data-table.ts';
import { statusDivider } from '../divider.ts';
import { growthBrackets } from '../growth-brackets.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import type { Level } from '../level.ts';
import type { NativePoint, NativeSeries } from '../native.ts';
import { literal } from '../number-format.ts';
import { areaOf, type Plot } from '../plot.ts';
import { rightColumn, rightRoom } from '../right-column.ts';
import { type SeriesRow, textOn } from '../series-cells.ts';
import { columnId, EMPTY, originColumns, rateColumns, totalColumn, valueColumns } from '../series-table.ts';
import { type SideMarks, sideRoom, withSideMarks } from '../side-marks.ts';
import type { ChartSpec } from '../spec.ts';
import { type Stacks, stacksOf } from '../stacks.ts';
import { LOOKS } from '../status-look.ts';

const GAP_WIDTH = 45;
const LABEL_GAP = 3;

interface Geometry {
  readonly plot: Plot;
  readonly min: number;
  readonly max: number;
  readonly band: number;
  readonly yOf: (value: number) => number;
}

/** Where the stacks stand across the frame, points, with what is at their right: marks, then names and growth rates. */
const spreadOf = (stacks: Stacks, marks: SideMarks, context: ChartContext) => {
  const right = rightRoom(stacks.rows, context);
  const side = sideRoom(marks, context);
  const w = Math.max(40, context.frame.width - 4 - right.names - right.rates - side);
  const band = w / Math.max(1, stacks.names.length);
  return { x: 2, w, side, band, centre: (place: number): number => 2 + band * (place + 0.5) };
};

/** `over`: height that brackets need above the totals. */
const geometryOf = (
  stacks: Stacks,
  spread: ReturnType<typeof spreadOf>,
  levels: readonly Level[],
  over: number,
  context: ChartContext,
): Geometry => {
  const { frame, scale } = context;
  const head = scale.legend * 1.8;
  const plot = {
    x: spread.x,
    y: head,
    w: spread.w,
    h: Math.max(20, frame.height - head - lineHeight(scale.axis) - 8),
  };
  const tops = stacks.heights.map((h) => h.up + (h.withheld ? stacks.stub : 0));
  // A published total may be more than the parts that are drawn.
  const lines = levels.flatMap((l) => exactValue(l.figure) ?? []);
  const [top, bottom] = [Math.max(0, ...tops, ...lines) || 1, Math.min(0, ...lines, ...stacks.heights.map((h) => h.down))];
  const labels = lineHeight(scale.value) + LABEL_GAP + 2 + over;
  const perPoint = (top - bottom) / Math.max(plot.h * 0.3, plot.h - labels);
  const { min, max } = endsAt({ min: bottom, max: top + perPoint * labels }, { bottom, foot: 0, length: plot.h }, context.valuePerPoint);
  return { plot, min, max, band: spread.band, yOf: (v) => plot.y + plot.h * (1 - (v - min) / (max - min)) };
};

/** A label needs a part high enough for it and a column wide enough. */
const hasRoom = (label: string, value: number, g: Geometry, { scale }: ChartContext): boolean =>
  (Math.abs(value) / (g.max - g.min)) * g.plot.h >= scale.segment.least &&
  textWidth(label, { size: scale.segment.size, bold: false, italic: false }) <= g.band / (1 + GAP_WIDTH / 100) - 2;

/** The stub on a stack always has its label, and may be low: a part's label gives way to it. */
const clearOfStub = ({ rows, heights, stub }: Stacks, row: SeriesRow, place: number, g: Geometry, { scale }: ChartContext): boolean => {
  const value = row.cells[place]?.value ?? 0;
  if (!heights[place]?.withheld || value < 0) return true;
  const between = rows.slice(rows.indexOf(row) + 1).reduce((sum, r) => sum + Math.max(0, r.cells[place]?.value ?? 0), 0);
  return ((value / 2 + between + stub / 2) / (g.max - g.min)) * g.plot.h >= scale.segment.least;
};

const partSeries = (row: SeriesRow, stacks: Stacks, g: Geometry, context: ChartContext): NativeSeries => {
  const fill = { kind: 'solid', color: row.color } as const;
  // The series at the base has no outline, which would cut the axis line.
  const stroke = row === stacks.rows[0] ? {} : { stroke: { color: 'page', width: 0.75, dashed: false } as const };
  const { size } = context.scale.segment;
  return {
    values: columnId(row),
    fill,
    ...stroke,
    points: row.cells.flatMap((cell, i): readonly NativePoint[] => {
      if (cell?.value === undefined) return [];
      const label = {
        text: cell.label,
        format: cell.format,
        style: { size, bold: false, color: textOn(row.color) },
        position: 'ctr',
        figure: cell.figure.id,
      } as const;
      return [
        {
          index: i,
          fill,
          ...stroke,
          label: hasRoom(cell.label, cell.value, g, context) && clearOfStub(stacks, row, i, g, context) ? label : null,
        },
      ];
    }),
  };
};

const stubSeries = (stacks: Stacks, { scale, locale }: ChartContext): NativeSeries => ({
  values: 'placeholder',
  ...LOOKS.undisclosed,
  points: stacks.heights.flatMap((h, index) =>
    h.withheld
      ? [
          {
            index,
            ...LOOKS.undisclosed,
            label: {
              text: locale.undisclosed,
              format: literal(locale.undisclosed),
              style: { size: scale.segment.size, bold: false, color: 'ink' },
              position: 'ctr',
            } as const,
          },
        ]
      : [],
  ),
});

/** Totals follow edits: an invisible line at the height of the stack, with labels above. */
const totalSeries = (total: SeriesRow, shown: boolean, { scale }: ChartContext): NativeSeries => ({
  values: 'height',
  fill: { kind: 'none' },
  points: total.cells.flatMap((cell, index): readonly NativePoint[] =>
    cell
      ? [
          {
            index,
            fill: { kind: 'none' },
            label: shown
              ? {
                  text: cell.label,
                  format: literal(cell.label),
                  style: { size: scale.value, bold: true, color: cell.value === undefined ? 'ink2' : 'ink' },
                  position: 't',
                  figure: cell.figure.id,
                }
              : null,
          },
        ]
      : [],
  ),
});

/** Where the label of a total stands: the top of its stack, parts and stub, as a formula over them. */
const heightColumn = (stacks: Stacks, header: string): DataColumn => ({
  id: 'height',
  header,
  format: 'General',
  cells: stacks.heights.map((h, row) => {
    const parts = stacks.rows.filter((r) => (r.cells[row]?.value ?? 0) > 0).map((r) => ({ column: columnId(r), row }));
    const of = h.withheld ? [...parts, { column: 'placeholder', row }] : parts;
    // The total of parts that are all below zero stands on the axis.
    if (of.length === 0) return stacks.total?.cells[row] ? { kind: 'number', value: 0 } : EMPTY;
    return { kind: 'number', value: h.up + (h.withheld ? stacks.stub : 0), formula: { kind: 'sum', of } };
  }),
});

const tableOf = (stacks: Stacks, { locale }: ChartContext): readonly DataColumn[] => {
  const { rows, total, names, heights } = stacks;
  const { words } = locale;
  return [
    ...valueColumns(rows, names, words.dataColumns.period),
    ...(heights.some((h) => h.withheld)
      ? [
          {
            id: 'placeholder',
            header: words.placeholder,
            format: 'General',
            cells: heights.map((h) => (h.withheld ? ({ kind: 'number', value: stacks.stub } as const) : EMPTY)),
          },
        ]
      : []),
    ...(total ? [totalColumn(total, rows, words.total), heightColumn(stacks, words.labelHeight)] : []),
    ...originColumns([...rows, ...(total ? [total] : [])], names.length, locale),
    ...rateColumns(rows, locale),
  ];
};

const findings = (spec: ChartSpec, stacks: Stacks, shown: boolean): readonly Diagnostic[] => [
  ...longNameFinding(
    spec.id,
    stacks.rows.map((r) => r.label),
  ),
  ...(stacks.heights.some((h) => h.down < 0)
    ? [
        {
          code: 'charts/negative-in-stack',
          severity: 'warning',
          message: `the stack "${spec.id}" holds negative values: its parts do not add up to the height of its columns`,
          hints: ['use kind="clustered-column" for parts that may be negative'],
        } as const,
      ]
    : []),
  ...(shown || !stacks.total
    ? []
    : [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" has too many columns for the labels of their totals`,
          hints: ['choose years, e.g. years="2020 2025 2030"'],
        } as const,
      ]),
];

/**
 * Marks on the totals. A stack with a withheld or a negative part is not as high as its total: changes and lines, which are read
 * from heights, are left out.
 */
const marksOf = (spec: ChartSpec, stacks: Stacks, context: ChartContext): AskedMarks => {
  const asked = askedMarks(spec, spec.drawn.total, context, 'give it a set: the marks stand on its totals');
  if (stacks.heights.every((h) => !h.withheld && h.down === 0)) return asked;
  const left = [...asked.changes, ...asked.levels.map((l) => l.figure)];
  return {
    ...asked,
    changes: [],
    levels: [],
    findings: [
      ...asked.findings,
      ...left.map((f) => leftOutMark(spec, f.id, 'not every stack is as high as its total', 'choose years without withheld parts')),
    ],
  };
};

/** Stacked columns over years: parts in one order, totals above, names and growth rates of the parts at the right. */
export const stackedColumn: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const stacks = stacksOf(spec, context);
    const { rows, total, heights } = stacks;
    const asked = marksOf(spec, stacks, context);
    const spread = spreadOf(stacks, asked, context);
    const placeOf = (year: number): number => spec.drawn.places.findIndex((p) => p.id === String(year));
    const right = spread.x + spread.w;
    const brackets = growthBrackets(asked.rates, (year) => spread.centre(placeOf(year)), { from: 0, to: right + spread.side }, context);
    const g = geometryOf(stacks, spread, asked.levels, brackets.room, context);
    const widest = Math.max(
      0,
      ...(total?.cells ?? []).map((c) => textWidth(c?.label ?? '', { size: scale.value, bold: true, italic: false })),
    );
    const shown = widest + 4 <= g.band;
    const periods = columnNames(stacks.names, g.plot, context);
    const last = heights.length - 1;
    const middle = (row: SeriesRow): number => {
      const own = row.cells[last]?.value ?? 0;
      // Parts below zero pile up downwards.
      const under = rows.slice(0, rows.indexOf(row)).flatMap((r) => r.cells[last]?.value ?? []);
      return g.yOf(under.filter((v) => v < 0 === own < 0).reduce((a, b) => a + b, 0) + own / 2);
    };
    const withheld = heights.some((h) => h.withheld);
    const topOf = (place: number): number =>
      g.yOf((heights[place]?.up ?? 0) + (heights[place]?.withheld ? stacks.stub : 0)) - LABEL_GAP - lineHeight(scale.value);
    return {
      diagnostics: [...findings(spec, stacks, shown), ...asked.findings, ...bracketFindings(spec, brackets)],
      alt: {
        kind: 'stacked-column',
        of: 'years',
        name: spec.drawn.label,
        unit: locale.unit(spec.drawn.unit),
        points: (total ? [total] : rows).flatMap((r) =>
          r.cells.flatMap((c) => (c ? [{ at: total ? String(c.figure.period.to) : [c.figure.period.to, r.label], figure: c.figure }] : [])),
        ),
        ...toldMarks(asked, brackets),
      },
      native: withSideMarks(
        {
          id: spec.id,
          language: locale.language,
          table: { sheet: 'Data', columns: tableOf(stacks, context) },
          categories: 'place',
          frame,
          area: areaOf(g.plot, frame),
          axes: { kind: 'category', direction: 'column', category: periods.category, value: { min: g.min, max: g.max } },
          layers: [
            {
              kind: 'bar',
              grouping: 'stacked',
              gapWidth: GAP_WIDTH,
              overlap: 100,
              series: [...rows.map((r) => partSeries(r, stacks, g, context)), ...(withheld ? [stubSeries(stacks, context)] : [])],
            },
            ...(total ? [{ kind: 'line' as const, series: [totalSeries(total, shown, context)] }] : []),
          ],
          annotations: [
            ...periods.annotations,
            ...statusDivider(
              (total ?? rows[0])?.cells.map((c) => c?.figure) ?? [],
              (i) => g.plot.x + g.band * i,
              { top: 0, bottom: g.plot.y + g.plot.h },
              context,
            ),
            ...rightColumn(
              rows.map((row) => ({ row, y: middle(row) })),
              right + spread.side,
              { low: g.plot.y, high: g.plot.y + g.plot.h },
              context,
            ),
            ...brackets.marks((year) => topOf(placeOf(year)), Math.min(...heights.map((_, i) => topOf(i))), g.plot.y),
          ],
        },
        asked,
        { plot: g.plot, end: (year) => ({ x: spread.centre(placeOf(year)), y: g.yOf(heights[placeOf(year)]?.up ?? 0) }), yOf: g.yOf },
        context,
      ),
    };
  },
};
