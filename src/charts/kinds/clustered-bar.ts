import { lineHeight } from '../../fonts/measure.ts';
import { askedLevels, asksLevels, markedName, markedSeries } from '../asked-marks.ts';
import { barScale } from '../bar-scale.ts';
import {
  barWidth,
  type Clusters,
  clusterAlt,
  clusterFindings,
  clusterKeys,
  clusterLayers,
  clusterScale,
  clustersOf,
  clusterTable,
  shownScale,
} from '../clusters.ts';
import { roundAt } from '../common-scale.ts';
import { lyingDivider, lyingDividerRoom } from '../divider.ts';
import { keyRows } from '../key-rows.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, LABEL_DISTANCE, widestText } from '../label-fit.ts';
import { LEVELS_HEIGHT, levelsFoot, withLevelsDown } from '../levels-down.ts';
import { lyingAxes } from '../lying.ts';
import { areaOf } from '../plot.ts';
import type { RoundScale } from '../scales.ts';

const LABEL_GAP = 8;
/** Height of a bar's label, of its size: digits have no descenders. */
const LABEL_HEIGHT = 1.05;
/** Values may take this share of the plot beyond the ends of their bars. */
const MOST_LABELS = 0.7;
/** Steps of the scale that stands in for values, tried in this order. */
const STEPS = [5, 4, 3, 2] as const;
/** Points. */
const HEIGHT = { head: 30, bar: 13, gap: 9, least: 110, most: 420 } as const;

const tickWidth = ({ shown }: ReturnType<typeof shownScale>, { scale }: ChartContext): number =>
  widestText(
    shown.ticks.map((t) => t.text),
    scale.axis,
    false,
  );

/** The scale with the most steps whose numbers stand clear of each other along `length` points. */
const scaleOf = (clusters: Clusters, length: number, context: ChartContext): ReturnType<typeof shownScale> => {
  const own = STEPS.map((steps) => clusterScale(clusters, steps));
  // A number at the end of the scale reaches beyond the plot by half its width, which may grow by a digit.
  const within = (s: RoundScale): number => length - 0.75 * tickWidth(shownScale(s, context), context);
  const { valuePerPoint } = context;
  const scales = own.map((s, i) => shownScale(roundAt(s, within(s), STEPS[i] ?? 1, valuePerPoint).scale, context));
  const clear = (s: ReturnType<typeof shownScale>): boolean => {
    const width = tickWidth(s, context);
    // At the scale of another chart the numbers may stand along less than there is.
    const along = Math.min(length - width / 2, valuePerPoint === undefined ? length : (s.max - s.min) / valuePerPoint);
    return (width + LABEL_DISTANCE) * (s.shown.ticks.length - 1) <= along;
  };
  return scales.find(clear) ?? shownScale(clusterScale(clusters, 1), context);
};

/** Lying bars of two to four series side by side, years from top to bottom, with their names above. */
export const clusteredBar: ChartKind = {
  comparable: true,
  height: (spec) => {
    const { places, series } = spec.drawn;
    const bars = HEIGHT.head + places.length * (series.length * HEIGHT.bar + HEIGHT.gap);
    return Math.min(HEIGHT.most, Math.max(HEIGHT.least, bars)) + (asksLevels(spec) ? LEVELS_HEIGHT : 0);
  },
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const clusters = clustersOf(spec, context);
    const { names, labels, values, withheld, figures } = clusters;
    const { levels, findings: untold } = askedLevels(spec, markedSeries(spec), context);
    const lines = levelsFoot(levels, context);
    const bandOf = (height: number): number => height / Math.max(1, names.length);
    const keysOf = (labelled: boolean) => keyRows(clusterKeys(clusters, labelled, locale), context);
    const left = widestText(names, scale.axis, false) + 10;
    const dividerRoom = Math.max(2, lyingDividerRoom(figures, context));
    const length = frame.width - left - dividerRoom;
    const high = barWidth(clusters, bandOf(frame.height - keysOf(true).height - 2 - lines));
    const ends = values.some((v) => v < 0) ? 2 : 1;
    const size = fittingSize(
      scale,
      (s) => s * LABEL_HEIGHT <= high && ends * (widestText(labels, s, true) + LABEL_GAP) <= MOST_LABELS * length,
    );
    const keys = keysOf(size !== undefined);
    const perPoint = context.valuePerPoint;
    const round = scaleOf(clusters, length, context);
    const right = Math.max(dividerRoom, size === undefined ? tickWidth(round, context) / 2 : 0);
    const foot = size === undefined ? lineHeight(scale.axis) + 8 : 2;
    const free = Math.max(40, frame.width - left - right);
    const plot = {
      x: left,
      y: keys.height,
      w: size === undefined && perPoint !== undefined ? Math.min(free, (round.max - round.min) / perPoint) : free,
      h: Math.max(20, frame.height - keys.height - foot - lines),
    };
    const band = bandOf(plot.h);
    const room = widestText(labels, size ?? 0, true) + LABEL_GAP;
    const value = size === undefined ? round : barScale(values, withheld, { length: plot.w, head: room, foot: room }, perPoint);
    return {
      diagnostics: [...clusterFindings(spec, clusters, size !== undefined), ...untold],
      alt: { kind: 'clustered-bar', ...clusterAlt(spec, clusters, context), ...markedName(spec), levels },
      native: withLevelsDown(
        {
          id: spec.id,
          language: locale.language,
          table: { sheet: 'Data', columns: clusterTable(clusters, false, locale) },
          categories: 'place',
          frame,
          area: areaOf(plot, frame),
          axes: { ...lyingAxes(value, { band }, context), ...(withheld ? { second: { min: value.min, max: value.max } } : {}) },
          layers: clusterLayers(clusters, size),
          annotations: [...keys.annotations, ...lyingDivider(figures, (i) => plot.y + band * i, plot.x, context)],
        },
        levels,
        {
          plot,
          foot: plot.y + plot.h + (size === undefined ? foot : 0),
          xOf: (v) => plot.x + (plot.w * (v - value.min)) / (value.max - value.min),
        },
        context,
      ),
    };
  },
};
