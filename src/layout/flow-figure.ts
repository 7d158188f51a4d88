import { chartHeight, compileChart } from '../charts/compile.ts';
import { REPORT_SCALE } from '../charts/kind.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { BlockOf, Inline } from '../document/document.ts';
import { type FlowBlock, fullWidth } from './flow.ts';
import { noteRuns, sourceRuns, style } from './flow-notes.ts';
import { captionRuns, type TableContext } from './flow-table.ts';
import { runsOf, sourcesBehind } from './print.ts';
import type { SharedScales } from './shared-scales.ts';
import { chartHeading, unitAndPeriod } from './slide-blocks/exhibits.ts';
import type { Run } from './text.ts';

/** What planning a section of the report knows. */
export interface FlowContext extends TableContext {
  /** The section has one exhibit, which may take the room that others would. */
  readonly alone: boolean;
  readonly scales: SharedScales;
  readonly figureNumber: (anchor: string) => number;
  readonly footnotes: { readonly number: number; readonly runs: readonly Run[] }[];
}

/** The chart of a figure at the width of the page, at the scale it shares with others, and its height in points. */
export const compiledFigure = (spec: ChartSpec, scales: SharedScales, context: FlowContext) => {
  const height = chartHeight(spec, context, context.alone);
  const valuePerPoint = scales.of(spec.id);
  const made = compileChart(spec, {
    ledger: context.ledger,
    locale: context.locale,
    frame: { width: fullWidth(context.page), height },
    scale: REPORT_SCALE,
    ...(valuePerPoint === undefined ? {} : { valuePerPoint }),
  });
  return { ...made, height };
};

/** A chart's own note, and that its scale is not that of the one before it. */
const figureNote = (block: BlockOf<'chart'>, { scales, locale, mentions }: FlowContext): readonly Inline[] => {
  const other = mentions?.reference?.(scales.differs.get(block.anchor) ?? '');
  if (other === undefined) return block.note;
  const sentence = locale.words.scalesDiffer.figure.replace('{figure}', other.map((piece) => piece.text).join(''));
  return [...block.note, { kind: 'text', text: block.note.length === 0 ? sentence : `${locale.sentenceSpace}${sentence}` }];
};

/** A figure with its caption, note and sources. */
export const figureBlock = (block: BlockOf<'chart'>, context: FlowContext): readonly FlowBlock[] => {
  const { chart, diagnostics, height } = compiledFigure(block.spec, context.scales, context);
  for (const d of diagnostics) context.report(d);
  const name = chartHeading(block);
  const caption = block.caption.length > 0 ? block.caption : name;
  return [
    {
      kind: 'figure',
      number: context.figureNumber(block.anchor),
      anchor: block.anchor,
      caption: captionRuns(caption, context),
      subtitle: runsOf(
        [...name, { kind: 'text', text: `${context.locale.comma}${unitAndPeriod(block, context)}` }],
        style('subtitle', 'ink2'),
        context,
      ),
      chart,
      height,
      note: noteRuns(figureNote(block, context), context),
      source: sourceRuns(sourcesBehind([], [block], block.sources, context), context),
    },
  ];
};
