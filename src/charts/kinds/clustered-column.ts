import { lineHeight } from '../../fonts/measure.ts';
import { barScale } from '../bar-scale.ts';
import {
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
import { keyRows } from '../key-rows.ts';
import type { ChartDraft, ChartKind } from '../kind.ts';
import { fittingSize, widestText } from '../label-fit.ts';

/** Between two labels over bars that touch. */
const APART = 3;
const LABEL_GAP = 3;

/** Columns of two to four series side by side over years, with their names above; a scale where value labels have no room. */
export const clusteredColumn: ChartKind = {
  comparable: true,
  height: () => 260,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const clusters = clustersOf(spec, context);
    const { names, labels, values, withheld, figures } = clusters;
    const bandOf = (width: number): number => width / Math.max(1, names.length);
    const size = fittingSize(scale, (s) => widestText(labels, s, true) + APART <= barWidth(clusters, bandOf(frame.width - 4)));
    const keys = keyRows(clusterKeys(clusters, size !== undefined, locale), context);
    const head = keys.height + dividerHead(figures, context);
    const top = size === undefined ? Math.max(head, lineHeight(scale.axis) / 2) : head;
    const free = Math.max(20, frame.height - top - lineHeight(scale.axis) - 8);
    const at = roundAt(clusterScale(clusters), free, STEPS, context.valuePerPoint);
    const round = shownScale(at.scale, context);
    const high = size === undefined ? at.length : free;
    const left =
      size === undefined
        ? widestText(
            round.shown.ticks.map((t) => t.text),
            scale.axis,
            false,
          ) + 10
        : 2;
    const plot = { x: left, y: top + free - high, w: frame.width - left - 2, h: high };
    const band = bandOf(plot.w);
    const periods = columnNames(names, plot, context);
    const room = lineHeight(size ?? 0) + LABEL_GAP + 2;
    const value =
      size === undefined ? round : barScale(values, withheld, { length: plot.h, head: room, foot: room }, context.valuePerPoint);
    return {
      diagnostics: clusterFindings(spec, clusters, size !== undefined),
      alt: { kind: 'clustered-column', ...clusterAlt(spec, clusters, context) },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: clusterTable(clusters, locale) },
        categories: 'place',
        frame,
        area: { x: plot.x / frame.width, y: plot.y / frame.height, w: plot.w / frame.width, h: plot.h / frame.height },
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
        ],
      },
    };
  },
};
