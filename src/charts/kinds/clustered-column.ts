import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { askedMarks, bracketFindings, leftOutMark, markedName, markedSeries, toldMarks } from '../asked-marks.ts';
import { barScale } from '../bar-scale.ts';
import {
  barOffset,
  barWidth,
  clusterAlt,
  clusterFindings,
  clusterKeys,
  clusterLayers,
  clusterScale,
  clustersOf,
  clusterTable,
  STEPS,
  shownScale,
} from '../clusters.ts';
import { columnNames } from '../column-names.ts';
import { roundAt } from '../common-scale.ts';
import { dividerHead, statusDivider } from '../divider.ts';
import { growthBrackets } from '../growth-brackets.ts';
import { keyRows } from '../key-rows.ts';
import type { ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, widestText } from '../label-fit.ts';
import { areaOf } from '../plot.ts';
import { rightColumn, rightRoom } from '../right-column.ts';
import type { SeriesRow } from '../series-cells.ts';
import { sideRoom, withSideMarks } from '../side-marks.ts';
import type { ChartSpec } from '../spec.ts';

/** Between two labels over bars that touch. */
const APART = 3;
const LABEL_GAP = 3;

/** A column of rates is of one window: the others are told. */
const secondRates = (spec: ChartSpec, rows: readonly SeriesRow[]): readonly Diagnostic[] =>
  rows.flatMap((r) =>
    r.rates
      .slice(1)
      .map((rate) => leftOutMark(spec, `the rate ${rate.id}`, 'the column of rates shows the first window', 'highlight one series')),
  );

/** Columns of two to four series side by side over years, with their names above; a scale where value labels have no room. */
export const clusteredColumn: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const clusters = clustersOf(spec, context);
    const { rows, names, labels, values, withheld, figures } = clusters;
    const marked = markedSeries(spec);
    const asked = askedMarks(spec, marked, context);
    // Rates of series of which none stands out: a column of them, with the names of the series instead of keys.
    const rated = marked === undefined && rows.some((r) => r.rates.length > 0);
    const column = rated ? rightRoom(rows, context) : { names: 0, rates: 0 };
    const side = sideRoom(asked, context);
    const right = side + column.names + column.rates;
    const bandOf = (width: number): number => width / Math.max(1, names.length);
    const size = fittingSize(scale, (s) => widestText(labels, s, true) + APART <= barWidth(clusters, bandOf(frame.width - 4 - right)));
    const keys = keyRows(
      clusterKeys(clusters, size !== undefined, locale).filter(({ id }) => !rated || !rows.some((r) => r.id === id)),
      context,
    );
    const head = keys.height + dividerHead(figures, context);
    const placeOf = (year: number): number => spec.drawn.places.findIndex((p) => p.id === String(year));
    // Brackets need room above a shown scale, and its numbers room beside it: each moves the other, and what is beside only grows.
    const spreadAt = (left: number) => {
      const w = Math.max(40, frame.width - left - 2 - right);
      const band = bandOf(w);
      const centre = (year: number): number => left + band * (placeOf(year) + 0.5) + barOffset(clusters, marked?.id ?? '', band);
      const brackets = growthBrackets(asked.rates, centre, { from: 0, to: left + w + side }, context);
      // A scale of round numbers has no room of its own for brackets: they stand above the plot.
      const top = size === undefined ? Math.max(head + brackets.room, lineHeight(scale.axis) / 2) : head;
      const free = Math.max(20, frame.height - top - lineHeight(scale.axis) - 8);
      const at = roundAt(clusterScale(clusters), free, STEPS, context.valuePerPoint);
      const round = shownScale(at.scale, context);
      const h = size === undefined ? at.length : free;
      return { brackets, centre, band, round, plot: { x: left, y: top + free - h, w, h } };
    };
    const spreadFrom = (left: number): ReturnType<typeof spreadAt> => {
      const spread = spreadAt(left);
      const ticks = spread.round.shown.ticks.map((t) => t.text);
      const wanted = size === undefined ? widestText(ticks, scale.axis, false) + 10 : left;
      return wanted > left ? spreadFrom(wanted) : spread;
    };
    const { brackets, centre, band, round, plot } = spreadFrom(2);
    const periods = columnNames(names, plot, context);
    const room = lineHeight(size ?? 0) + LABEL_GAP + 2;
    const value =
      size === undefined
        ? round
        : barScale(values, withheld, { length: plot.h, head: room + brackets.room, foot: room }, context.valuePerPoint);
    const yOf = (v: number): number => plot.y + plot.h * (1 - (v - value.min) / (value.max - value.min));
    const topOf = (v: number | undefined): number => yOf(Math.max(0, v ?? clusters.placeholder)) - (size === undefined ? 2 : room - 2);
    const valueAt = (year: number): number | undefined => rows.find((r) => r.id === marked?.id)?.cells[placeOf(year)]?.value;
    const highest = size === undefined ? plot.y : Math.min(...rows.flatMap((r) => r.cells.flatMap((c) => (c ? topOf(c.value) : []))));
    return {
      diagnostics: [
        ...clusterFindings(spec, clusters, size !== undefined),
        ...asked.findings,
        ...bracketFindings(spec, brackets),
        ...(rated ? secondRates(spec, rows) : []),
      ],
      alt: { kind: 'clustered-column', ...clusterAlt(spec, clusters, context), ...markedName(spec), ...toldMarks(asked, brackets) },
      native: withSideMarks(
        {
          id: spec.id,
          language: locale.language,
          table: { sheet: 'Data', columns: clusterTable(clusters, rated, locale) },
          categories: 'place',
          frame,
          area: areaOf(plot, frame),
          axes: {
            kind: 'category',
            direction: 'column',
            category: periods.category,
            value,
            ...(withheld ? { second: { min: value.min, max: value.max } } : {}),
          },
          layers: clusterLayers(clusters, size),
          annotations: [
            ...periods.annotations,
            ...keys.annotations,
            ...statusDivider(figures, (i) => plot.x + band * i, { top: keys.height, bottom: plot.y + plot.h }, context),
            ...(rated
              ? rightColumn(
                  // From the top down, as the bars stand from left to right.
                  rows.map((row, i) => ({ row, y: plot.y + i / rows.length })),
                  plot.x + plot.w + side,
                  { low: plot.y, high: plot.y + plot.h },
                  context,
                )
              : []),
            ...brackets.marks((year) => topOf(valueAt(year)), highest, head),
          ],
        },
        asked,
        { plot, end: (year) => ({ x: centre(year), y: yOf(valueAt(year) ?? 0) }), yOf },
        context,
      ),
    };
  },
};
