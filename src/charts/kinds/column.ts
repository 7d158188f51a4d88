import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { barScale } from '../bar-scale.ts';
import { columnNames } from '../column-names.ts';
import { type BracketEnd, growthBracket } from '../growth-bracket.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, LABEL_DISTANCE, labelEvery, widestText } from '../label-fit.ts';
import { statusLegend } from '../legend.ts';
import type { Annotation } from '../native.ts';
import { pointColumns } from '../point-columns.ts';
import { type SideMarks, sideMarks, sideRoom } from '../side-marks.ts';
import type { ChartSpec } from '../spec.ts';
import { type Column, columnSeries, columnsOf } from '../status-columns.ts';

const MAX_COLUMNS = 12;
const LABEL_GAP = 3;
/** Clear space between the highest label and a growth bracket, points (0.30 in on a slide). */
const BRACKET_CLEARANCE = 12;
/** Points. Bars without values need less height than bars to be compared. */
const HEIGHT = { beside: 240, alone: 330, withheld: 165 } as const;

interface Geometry {
  readonly plot: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
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

const geometryOf = (columns: readonly Column[], over: Over, context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const labelHeight = lineHeight(scale.value) + LABEL_GAP;
  const axisHeight = lineHeight(scale.axis) + 8;
  const plot = { x: 2, y: over.legend, w: frame.width - 4 - over.right, h: Math.max(20, frame.height - over.legend - axisHeight) };
  const values = columns.flatMap((c) => (c.value === undefined ? [] : [c.value]));
  const headroom = labelHeight + 2 + (over.brackets === 0 ? 0 : BRACKET_CLEARANCE + over.brackets * (scale.pillHeight + 4));
  const { min, max, placeholder } = barScale(
    values,
    values.length < columns.length,
    {
      length: plot.h,
      head: headroom,
      foot: labelHeight + 2,
    },
    context.valuePerPoint,
  );
  const band = plot.w / Math.max(1, columns.length);
  return {
    plot,
    min,
    max,
    gapWidth: columns.length <= 3 ? 70 : 45,
    placeholder,
    centre: (i) => plot.x + band * (i + 0.5),
    yOf: (v) => plot.y + plot.h * (1 - (v - min) / (max - min)),
  };
};

/** Top of what stands on column `i`: its label. */
const labelTop = (columns: readonly Column[], i: number, g: Geometry, context: ChartContext): number => {
  const value = columns[i]?.value ?? g.placeholder;
  return g.yOf(Math.max(0, value)) - LABEL_GAP - lineHeight(context.scale.value);
};

const yearIndex = (columns: readonly Column[], year: number): number => columns.findIndex((c) => c.figure.period.to === year);

const bracketOf = (
  rate: Figure,
  columns: readonly Column[],
  g: Geometry,
  level: { readonly at: number; readonly of: number },
  context: ChartContext,
): readonly Annotation[] | undefined => {
  const { scale } = context;
  const step = scale.pillHeight + 4;
  const [from, to] = [yearIndex(columns, rate.period.from), yearIndex(columns, rate.period.to)];
  if (from < 0 || to < 0) return undefined;
  // Where values are withheld the bars stop halfway up: the lowest bracket comes down to them instead of hanging far above.
  const highest = Math.min(...columns.map((_, i) => labelTop(columns, i, g, context)));
  const lowest = highest - BRACKET_CLEARANCE - scale.pillHeight * 0.7;
  const y = Math.max(g.plot.y + scale.pillHeight / 2 + 2, lowest - (level.of - 1) * step) + level.at * step;
  const end = (i: number): BracketEnd => ({ x: g.centre(i), top: labelTop(columns, i, g, context) });
  return growthBracket(rate, end(from), end(to), y, context);
};

const leftOutFinding = (spec: ChartSpec, count: number, every: number): Diagnostic => ({
  code: 'charts/labels-left-out',
  severity: 'note',
  message: `the chart "${spec.id}" has ${count} columns: one value label in ${every} is shown`,
  hints: ['show fewer periods, or widen the chart'],
});

const outsideFinding = (spec: ChartSpec, figure: Figure): Diagnostic => ({
  code: 'charts/rate-outside',
  severity: 'warning',
  message: `the rate ${figure.id} begins or ends in a year the chart "${spec.id}" does not show`,
  hints: ['add the year to the series, or leave the rate out of the chart'],
});

/** What stands at the right of the plot: changes between two columns that have values, and lines at exact values. */
const marksBeside = (spec: ChartSpec, columns: readonly Column[], { ledger }: ChartContext): SideMarks => {
  const [series] = spec.drawn.series;
  const known = (id: string | undefined): readonly Figure[] => (id === undefined ? [] : [ledger.figures.get(id)].flatMap((f) => f ?? []));
  const drawn = (year: number): boolean => columns[yearIndex(columns, year)]?.value !== undefined;
  return {
    changes: (series?.differences ?? []).flatMap(known).filter(({ period }) => drawn(period.from) && drawn(period.to)),
    levels: [
      ...spec.levels.flatMap((year) => known(columns[yearIndex(columns, year)]?.figure.id)).map((figure) => ({ figure, mean: false })),
      ...known(series?.mean).map((figure) => ({ figure, mean: true })),
    ].filter(({ figure }) => exactValue(figure) !== undefined),
  };
};

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
    const { ledger, locale, frame, scale } = context;
    const [series] = spec.drawn.series;
    const columns = columnsOf(spec, context);
    const rates = (series?.rates ?? []).flatMap((id) => ledger.figures.get(id) ?? []);
    const legend = statusLegend(new Set(columns.map((c) => c.look)), context);
    const beside = marksBeside(spec, columns, context);
    const room = sideRoom(beside, context);
    const over = overhang(columns, room, context);
    const g = geometryOf(columns, { legend: legend.height, brackets: rates.length, right: room + over }, context);
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
    const brackets = rates.map((rate, at) => ({ rate, marks: bracketOf(rate, columns, g, { at, of: rates.length }, context) }));
    const unit = locale.unit(spec.drawn.unit);
    return {
      diagnostics: [
        ...(every > 1 ? [leftOutFinding(spec, columns.length, every)] : []),
        ...brackets.flatMap(({ rate, marks }) => (marks ? [] : [outsideFinding(spec, rate)])),
      ],
      alt: {
        kind: 'column',
        of: 'years',
        name: spec.drawn.label,
        unit,
        points: columns.map((c) => ({ at: String(c.figure.period.to), figure: c.figure })),
        rates,
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: {
          sheet: 'Data',
          columns: pointColumns(
            columns,
            { id: 'period', header: locale.words.dataColumns.period },
            `${spec.drawn.label}, ${unit}`,
            g.placeholder,
            locale,
          ),
        },
        categories: 'period',
        frame,
        area: { x: g.plot.x / frame.width, y: g.plot.y / frame.height, w: g.plot.w / frame.width, h: g.plot.h / frame.height },
        axes: {
          kind: 'category',
          direction: 'column',
          category: periods.category,
          value: { min: g.min, max: g.max },
        },
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
          ...brackets.flatMap((b) => b.marks ?? []),
          ...sideMarks(beside, { ...g.plot, w: g.plot.w + over }, barEnd, g.yOf, context),
        ],
      },
    };
  },
};
