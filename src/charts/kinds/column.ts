import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { askedMarks, bracketFindings, toldMarks } from '../asked-marks.ts';
import { barScale } from '../bar-scale.ts';
import { columnNames } from '../column-names.ts';
import { growthBrackets } from '../growth-brackets.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, LABEL_DISTANCE, labelEvery, widestText } from '../label-fit.ts';
import { statusLegend } from '../legend.ts';
import { areaOf, type Plot } from '../plot.ts';
import { pointColumns } from '../point-columns.ts';
import { sideRoom, withSideMarks } from '../side-marks.ts';
import type { ChartSpec } from '../spec.ts';
import { type Column, columnSeries, columnsOf } from '../status-columns.ts';

const MAX_COLUMNS = 12;
const LABEL_GAP = 3;
/** Points. Bars without values need less height than bars to be compared. */
const HEIGHT = { beside: 240, alone: 330, withheld: 165 } as const;

interface Geometry {
  readonly plot: Plot;
  readonly min: number;
  readonly max: number;
  readonly gapWidth: number;
  readonly placeholder: number;
  readonly centre: (index: number) => number;
  readonly yOf: (value: number) => number;
}

/** What is drawn over the bars, each level of it with room of its own. */
interface Over {
  readonly legend: number;
  readonly brackets: number;
  /** Room at the right for the arrows of differences and the names of level lines. */
  readonly right: number;
}

/** The middle of a column, points, where something of a width stands at the right. */
const centreOf = (count: number, right: number, { frame }: ChartContext): ((index: number) => number) => {
  const band = (frame.width - 4 - right) / Math.max(1, count);
  return (index) => 2 + band * (index + 0.5);
};

const geometryOf = (columns: readonly Column[], over: Over, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const labelHeight = lineHeight(scale.value) + LABEL_GAP;
  const axisHeight = lineHeight(scale.axis) + 8;
  const plot = { x: 2, y: over.legend, w: frame.width - 4 - over.right, h: Math.max(20, frame.height - over.legend - axisHeight) };
  const values = columns.flatMap((c) => (c.value === undefined ? [] : [c.value]));
  const { min, max, placeholder } = barScale(
    values,
    values.length < columns.length,
    { length: plot.h, head: labelHeight + 2 + over.brackets, foot: labelHeight + 2 },
    context.valuePerPoint,
  );
  return {
    plot,
    min,
    max,
    gapWidth: columns.length <= 3 ? 70 : 45,
    placeholder,
    centre: centreOf(columns.length, over.right, context),
    yOf: (v) => plot.y + plot.h * (1 - (v - min) / (max - min)),
  };
};

/** Top of what stands on column `i`: its label. */
const labelTop = (columns: readonly Column[], i: number, g: Geometry, context: ChartContext): number => {
  const value = columns[i]?.value ?? g.placeholder;
  return g.yOf(Math.max(0, value)) - LABEL_GAP - lineHeight(context.scale.value);
};

const yearIndex = (columns: readonly Column[], year: number): number => columns.findIndex((c) => c.figure.period.to === year);

const leftOutFinding = (spec: ChartSpec, count: number, every: number): Diagnostic => ({
  code: 'charts/labels-left-out',
  severity: 'note',
  message: `the chart "${spec.id}" has ${count} columns: one value label in ${every} is shown`,
  hints: ['show fewer periods, or widen the chart'],
});

/** How far the value of the last column reaches over its band, where something stands at the right of it (`room` wide). */
const overhang = (columns: readonly Column[], room: number, { frame, scale }: ChartContext): number => {
  const count = columns.length;
  const label = textWidth(columns.at(-1)?.label ?? '', { size: scale.value, bold: true, italic: false });
  // Half of what is wider than the band, which itself gives way by one part in `count`.
  return room === 0 || count === 0 ? 0 : Math.max(0, (label - (frame.width - 4 - room) / count) / (2 - 1 / count));
};

/** Columns over years of one series: status by fill, value labels, growth brackets, hatched bars for what is undisclosed. */
export const column: ChartKind = {
  comparable: true,
  height: (spec, { ledger }, alone) => {
    const known = spec.drawn.series.some((s) => s.points.some((p) => ledger.figures.get(p.figure)?.quantity.kind !== 'undisclosed'));
    if (!known) return HEIGHT.withheld;
    return alone ? HEIGHT.alone : HEIGHT.beside;
  },
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const [series] = spec.drawn.series;
    const columns = columnsOf(spec, context);
    const legend = statusLegend(new Set(columns.map((c) => c.look)), context);
    const asked = askedMarks(spec, series, context);
    const room = sideRoom(asked, context);
    const over = overhang(columns, room, context);
    const centre = centreOf(columns.length, room + over, context);
    const brackets = growthBrackets(asked.rates, (year) => centre(yearIndex(columns, year)), { from: 0, to: frame.width - room }, context);
    const g = geometryOf(columns, { legend: legend.height, brackets: brackets.room, right: room + over }, context);
    const topOf = (i: number): number => labelTop(columns, i, g, context);
    const barEnd = (year: number) => {
      const at = yearIndex(columns, year);
      return { x: g.centre(at), y: g.yOf(columns[at]?.value ?? 0) };
    };

    const band = g.plot.w / Math.max(1, columns.length);
    const widestLabel = (size: number): number =>
      widestText(
        columns.map((c) => c.label),
        size,
        true,
      );
    const size = fittingSize(scale, (s) => widestLabel(s) + LABEL_DISTANCE <= band) ?? scale.legend;
    const widest = widestLabel(size);
    const periods = columnNames(
      columns.map((c) => c.name),
      g.plot,
      context,
    );
    const every = Math.max(labelEvery(widest, band), columns.length > MAX_COLUMNS ? 2 : 1);
    // Counted from the last column, so that the end of the series always shows its value.
    const shown = columns.map((_, i) => (columns.length - 1 - i) % every === 0);
    const unit = locale.unit(spec.drawn.unit);
    return {
      diagnostics: [
        ...(every > 1 ? [leftOutFinding(spec, columns.length, every)] : []),
        ...asked.findings,
        ...bracketFindings(spec, brackets),
      ],
      alt: {
        kind: 'column',
        of: 'years',
        name: spec.drawn.label,
        unit,
        points: columns.map((c) => ({ at: String(c.figure.period.to), figure: c.figure })),
        ...toldMarks(asked, brackets),
      },
      native: withSideMarks(
        {
          id: spec.id,
          language: locale.language,
          table: {
            sheet: 'Data',
            columns: pointColumns(
              columns,
              { id: 'period', header: locale.words.dataColumns.period },
              `${spec.drawn.label}${locale.comma}${unit}`,
              g.placeholder,
              locale,
            ),
          },
          categories: 'period',
          frame,
          area: areaOf(g.plot, frame),
          axes: { kind: 'category', direction: 'column', category: periods.category, value: { min: g.min, max: g.max } },
          layers: [
            {
              kind: 'bar',
              grouping: 'clustered',
              gapWidth: g.gapWidth,
              overlap: 100,
              series: columnSeries(columns, shown, size),
            },
          ],
          annotations: [
            ...periods.annotations,
            ...legend.annotations,
            ...brackets.marks((year) => topOf(yearIndex(columns, year)), Math.min(...columns.map((_, i) => topOf(i))), g.plot.y),
          ],
        },
        asked,
        { plot: { ...g.plot, w: g.plot.w + over }, end: barEnd, yOf: g.yOf },
        context,
      ),
    };
  },
};
