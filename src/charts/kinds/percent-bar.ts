import { textWidth } from '../../fonts/measure.ts';
import { briefName } from '../brief-name.ts';
import { lyingDivider, lyingDividerRoom } from '../divider.ts';
import { keyRows } from '../key-rows.ts';
import type { ChartDraft, ChartKind } from '../kind.ts';
import { lyingAxes } from '../lying.ts';
import { areaOf } from '../plot.ts';
import { keyLook, shareAlt, shareFindings, shareSeries, shareStacks, shareTable } from '../share-stacks.ts';

const GAP_WIDTH = 45;
/** Points. */
const HEIGHT = { head: 30, row: 26, least: 110, most: 360 } as const;

/** Lying bars of one length, years from top to bottom: the shares of the parts of a whole, with their names above. */
export const percentBar: ChartKind = {
  unit: (_spec, { locale }) => locale.unit({ kind: 'percent' }),
  height: (spec) => Math.min(HEIGHT.most, Math.max(HEIGHT.least, HEIGHT.head + spec.drawn.places.length * HEIGHT.row)),
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const stacks = shareStacks(spec, context);
    const { rows, total, names, min, max } = stacks;
    const width = (text: string, size: number): number => textWidth(text, { size, bold: false, italic: false });
    const keys = keyRows(
      rows.map((r) => ({ id: r.id, text: briefName(r.label), ...keyLook(r) })),
      context,
    );
    const figures = (total ?? rows[0])?.cells.map((c) => c?.figure) ?? [];
    const left = Math.max(0, ...names.map((n) => width(n, scale.axis))) + 10;
    const plot = {
      x: left,
      y: keys.height,
      w: Math.max(40, frame.width - left - 2 - lyingDividerRoom(figures, context)),
      h: Math.max(20, frame.height - keys.height - 2),
    };
    const band = plot.h / Math.max(1, names.length);
    const perPercent = plot.w / (max - min);
    const series = shareSeries(
      stacks,
      (label, share) =>
        Math.abs(share) * perPercent >= width(label, scale.segment.size) + 4 && band / (1 + GAP_WIDTH / 100) >= scale.segment.least,
      context,
    );
    return {
      diagnostics: shareFindings(spec, stacks, series),
      alt: { kind: 'percent-bar', ...shareAlt(spec, stacks, series, context) },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: shareTable(stacks, context) },
        categories: 'place',
        frame,
        area: areaOf(plot, frame),
        axes: lyingAxes({ min, max }, { band }, context),
        layers: [{ kind: 'bar', grouping: 'stacked', gapWidth: GAP_WIDTH, overlap: 100, series }],
        annotations: [...keys.annotations, ...lyingDivider(figures, (i) => plot.y + band * i, plot.x, context)],
      },
    };
  },
};
