import type { Figure } from '../figures/ledger.ts';
import { lineHeight } from '../fonts/measure.ts';
import { barScale } from './bar-scale.ts';
import { type GrowthPlan, type GrowthRow, growthHeading, growthSeries, growthStyle } from './growth.ts';
import { type Brackets, growthBrackets } from './growth-brackets.ts';
import type { ChartContext } from './kind.ts';
import { fittingSize, LABEL_DISTANCE, labelEvery, widestText } from './label-fit.ts';
import type { Annotation } from './native.ts';
import { type SideMarks, sideRoom } from './side-marks.ts';
import type { Column } from './status-columns.ts';
import { line, textBox } from './text-box.ts';

const MAX_COLUMNS = 12;
const LABEL_GAP = 3;
/** Between the row of growth and what stands under it, points. */
const CLEARANCE = 6;
/** The second axis spans so much more than the growth that all of it lies at one height: labels in a row that follow an edit. */
const FLAT = 1e5;

/** Growth in a row, and between it and the columns the rates over several years. */
export interface GrowthRowPlan extends GrowthPlan {
  readonly brackets: Brackets;
  /** How far the label of the last column may reach over the plot, points. */
  readonly overhang: number;
  /** Height under which the brackets stay, points. */
  readonly ceiling: number;
}

/**
 * Signed growth in a row above the columns, under a small heading, on the same places; `top`: where they begin. `marks` stand
 * between the row and the columns, and at their right.
 */
export const growthRowPlan = (
  columns: readonly Column[],
  row: GrowthRow,
  marks: SideMarks & { readonly rates: readonly Figure[] },
  top: number,
  context: ChartContext,
): GrowthRowPlan => {
  const { frame, scale } = context;
  const headHeight = lineHeight(scale.legend) + 2;
  const count = Math.max(1, columns.length);
  const widest = (s: number): number => widestText([...columns.map((c) => c.label), ...row.map((g) => g?.label ?? '')], s, true);
  const side = sideRoom(marks, context);
  const whole = (frame.width - 4 - side) / count;
  const size = fittingSize(scale, (s) => widest(s) + LABEL_DISTANCE <= whole) ?? scale.legend;
  // What stands at the right keeps off a label that is wider than its column, which itself gives way by one part in `count`.
  const overhang = Math.max(0, widest(size) - whole) / (side === 0 ? 2 : 2 - 1 / count);
  const plot = {
    x: 2,
    y: top + headHeight,
    // The last label may be wider than its column, and stays inside of the frame.
    w: Math.max(40, frame.width - 4 - side - overhang),
    h: Math.max(20, frame.height - top - headHeight - lineHeight(scale.axis) - 8),
  };
  const band = plot.w / count;
  const growthSize = Math.min(size, scale.axis);
  const every = Math.max(labelEvery(widest(size), band), columns.length > MAX_COLUMNS ? 2 : 1);
  const labelled = columns.map((_, i) => (columns.length - 1 - i) % every === 0);

  const brackets = growthBrackets(
    marks.rates,
    (year) => plot.x + band * (columns.findIndex((c) => c.figure.period.to === year) + 0.5),
    { from: 0, to: frame.width - side },
    context,
  );

  const rowHeight = lineHeight(growthSize) + 4;
  const values = columns.flatMap((c) => c.value ?? []);
  const label = lineHeight(size) + LABEL_GAP + 2;
  const value = barScale(
    values,
    values.length < columns.length,
    { length: plot.h, head: rowHeight + CLEARANCE + brackets.room + label, foot: label },
    context.valuePerPoint,
  );
  const span = FLAT * Math.max(1, ...row.map((g) => Math.abs(g?.value ?? 0)));
  const middle = rowHeight / 2 / plot.h;

  const withoutValue = row.flatMap((g, i): readonly Annotation[] => {
    if (!g || g.value !== undefined || !labelled[i]) return [];
    const at = { x: plot.x + band * (i + 0.5), y: plot.y + rowHeight / 2, align: 'center' } as const;
    return [textBox(`growth ${g.figure.period.to}`, g.label, at, growthStyle(g, growthSize), frame, g.figure.id)];
  });
  const heading = growthHeading(row, context);
  const below = plot.y + rowHeight + CLEARANCE / 2;
  return {
    plot,
    value,
    second: { min: (middle - 1) * span, max: middle * span },
    line: growthSeries(row, growthSize, { kind: 'none' }, (i) => (labelled[i] ? 'ctr' : undefined)),
    labelled,
    size,
    brackets,
    overhang,
    ceiling: plot.y + rowHeight + CLEARANCE,
    ...(every > 1 ? { leftOut: `one label in ${every} is shown` } : {}),
    annotations: [
      textBox(
        'growth heading',
        heading,
        { x: 0, y: top + headHeight / 2, align: 'left' },
        { size: scale.legend, bold: true, color: 'ink2' },
        frame,
      ),
      line('growth rule', { x: plot.x, y: below }, { x: plot.x + plot.w, y: below }, { color: 'grid', width: 0.5, dashed: false }, frame),
      ...withoutValue,
    ],
  };
};
