import { lineHeight, textWidth } from '../../fonts/measure.ts';
import { columnNames } from '../column-names.ts';
import { statusDivider } from '../divider.ts';
import type { ChartDraft, ChartKind } from '../kind.ts';
import { areaOf } from '../plot.ts';
import { rightColumn, rightRoom } from '../right-column.ts';
import { keyLook, middleOf, shareAlt, shareFindings, shareSeries, shareStacks, shareTable } from '../share-stacks.ts';

const GAP_WIDTH = 45;

/** Columns of one height over years: the shares of the parts of a whole, with the names of the parts at the right. */
export const percentColumn: ChartKind = {
  unit: (_spec, { locale }) => locale.unit({ kind: 'percent' }),
  height: () => 260,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const stacks = shareStacks(spec, context);
    const { rows, total, names, min, max } = stacks;
    const head = scale.legend * 1.8;
    const plot = {
      x: 2,
      y: head,
      w: Math.max(40, frame.width - 4 - rightRoom(rows, context).names),
      h: Math.max(20, frame.height - head - lineHeight(scale.axis) - 8),
    };
    const band = plot.w / Math.max(1, names.length);
    const width = (text: string, size: number): number => textWidth(text, { size, bold: false, italic: false });
    const perPercent = plot.h / (max - min);
    const series = shareSeries(
      stacks,
      (label, share) =>
        Math.abs(share) * perPercent >= scale.segment.least && width(label, scale.segment.size) <= band / (1 + GAP_WIDTH / 100) - 2,
      context,
    );
    const periods = columnNames(names, plot, context);
    const last = names.length - 1;
    const bottom = plot.y + plot.h;
    return {
      diagnostics: shareFindings(spec, stacks, series),
      alt: { kind: 'percent-column', ...shareAlt(spec, stacks, series, context) },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: shareTable(stacks, context) },
        categories: 'place',
        frame,
        area: areaOf(plot, frame),
        axes: { kind: 'category', direction: 'column', category: periods.category, value: { min, max } },
        layers: [{ kind: 'bar', grouping: 'stacked', gapWidth: GAP_WIDTH, overlap: 100, series }],
        annotations: [
          ...periods.annotations,
          ...statusDivider((total ?? rows[0])?.cells.map((c) => c?.figure) ?? [], (i) => plot.x + band * i, { top: 0, bottom }, context),
          ...rightColumn(
            rows.map((row) => ({ row, look: keyLook(row), y: bottom - (middleOf(stacks, row, last) - min) * perPercent })),
            plot.x + plot.w,
            { low: plot.y, high: bottom },
            context,
          ),
        ],
      },
    };
  },
};
