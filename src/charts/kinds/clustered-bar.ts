import { lineHeight } from '../../fonts/measure.ts';
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
  height: ({ drawn }) =>
    Math.min(HEIGHT.most, Math.max(HEIGHT.least, HEIGHT.head + drawn.places.length * (drawn.series.length * HEIGHT.bar + HEIGHT.gap))),
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const clusters = clustersOf(spec, context);
    const { names, labels, values, withheld, figures } = clusters;
    const bandOf = (height: number): number => height / Math.max(1, names.length);
    const keysOf = (labelled: boolean) => keyRows(clusterKeys(clusters, labelled, locale), context);
    const left = widestText(names, scale.axis, false) + 10;
    const dividerRoom = Math.max(2, lyingDividerRoom(figures, context));
    const length = frame.width - left - dividerRoom;
    const high = barWidth(clusters, bandOf(frame.height - keysOf(true).height - 2));
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
      h: Math.max(20, frame.height - keys.height - foot),
    };
    const band = bandOf(plot.h);
    const room = widestText(labels, size ?? 0, true) + LABEL_GAP;
    const value = size === undefined ? round : barScale(values, withheld, { length: plot.w, head: room, foot: room }, perPoint);
    return {
      diagnostics: clusterFindings(spec, clusters, size !== undefined),
      alt: { kind: 'clustered-bar', ...clusterAlt(spec, clusters, context) },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: clusterTable(clusters, locale) },
        categories: 'place',
        frame,
        area: { x: plot.x / frame.width, y: plot.y / frame.height, w: plot.w / frame.width, h: plot.h / frame.height },
        axes: {
          kind: 'category',
          direction: 'bar',
          category: {
            labels: { size: scale.axis, bold: false, color: 'ink' },
            line: { color: 'ink3', width: 1, dashed: false },
            labelEvery: Math.max(1, Math.ceil(lineHeight(scale.axis) / band)),
          },
          value,
          ...(withheld ? { second: { min: value.min, max: value.max } } : {}),
        },
        layers: clusterLayers(clusters, size),
        annotations: [...keys.annotations, ...lyingDivider(figures, (i) => plot.y + band * i, plot.x, context)],
      },
    };
  },
};
