import type { ChartFigure, CompiledChart } from '../charts/native.ts';
import type { Printed } from './writer.ts';

/** Where an Office file holds the figures of a chart: drawn, in the cells of its workbook, in its alternative text. */
export const chartPrinted = (chart: CompiledChart, where: string): readonly Printed[] => {
  const at = (place: string, figures: readonly ChartFigure[]): readonly Printed[] =>
    figures.map((f) => ({ figure: f.figure, text: f.text, where: `${where}, chart ${chart.native.id}${place}` }));
  return [
    ...at('', chart.printed),
    ...at(
      ', workbook',
      chart.printed.filter((f) => f.workbook),
    ),
    ...at(', alternative text', chart.told),
  ];
};
