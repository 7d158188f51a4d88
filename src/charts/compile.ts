import type { Diagnostic } from '../base/diagnostic.ts';
import type { FigureId } from '../base/id.ts';
import { altText } from './alt-text.ts';
import { valuePerPoint } from './common-scale.ts';
import { drawChart } from './draw/index.ts';
import type { ChartContext } from './kind.ts';
import { CHART_KINDS } from './kinds/index.ts';
import type { ChartFigure, CompiledChart, NativeChart } from './native.ts';
import type { ChartSpec } from './spec.ts';

export interface Compilation {
  readonly chart: CompiledChart;
  readonly diagnostics: readonly Diagnostic[];
}

/** Every figure a chart prints, with its string: labels of marks in the order of the layers, then annotations. */
const printedIn = ({ layers, annotations, table }: NativeChart): readonly ChartFigure[] => {
  const cells = new Set<FigureId>();
  for (const column of table.columns)
    for (const cell of column.cells) if (cell.kind === 'number' && cell.figure !== undefined) cells.add(cell.figure);
  const labels = layers.flatMap((layer) =>
    layer.series
      .flatMap((s) => s.points)
      .sort((a, b) => a.index - b.index)
      .flatMap(({ label }) => (label?.figure === undefined ? [] : [{ figure: label.figure, text: label.text, workbook: true }])),
  );
  const marks = annotations.flatMap((a) =>
    a.kind === 'box' && a.text?.figure !== undefined
      ? [{ figure: a.text.figure, text: a.text.text, workbook: cells.has(a.text.figure) }]
      : [],
  );
  return [...labels, ...marks];
};

/** A chart for one frame size: native for Office, a scene for PDF and SVG, and its alternative text. */
export const compileChart = (spec: ChartSpec, context: ChartContext): Compilation => {
  const { native, alt, diagnostics } = CHART_KINDS[spec.kind].compile(spec, context);
  const { text, told } = altText(alt, context.locale);
  return { diagnostics, chart: { native, scene: drawChart(native), alt: text, told, printed: printedIn(native) } };
};

/** The height a chart wants on a page of a report, points. */
export const chartHeight = (spec: ChartSpec, context: Pick<ChartContext, 'ledger'>, alone: boolean): number =>
  CHART_KINDS[spec.kind].height(spec, context, alone);

/** How much value a point of length stands for in a chart whose lengths carry values; undefined of any other. */
export const chartScale = (spec: ChartSpec, native: NativeChart): number | undefined =>
  CHART_KINDS[spec.kind].comparable ? valuePerPoint(native) : undefined;

/** The unit a chart draws, as its heading tells it. */
export const chartUnit = (spec: ChartSpec, context: Pick<ChartContext, 'ledger' | 'locale'>): string =>
  CHART_KINDS[spec.kind].unit?.(spec, context) ?? context.locale.unit(spec.drawn.unit);
