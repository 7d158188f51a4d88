import type { ChartContext } from './kind.ts';
import type { NativePoint, NativeSeries, TextStyle } from './native.ts';
import { labelFormat } from './number-format.ts';
import { drawnValue, type PointRow } from './point-columns.ts';
import type { ChartSpec } from './spec.ts';
import { LOOKS, type LookName, lookOf } from './status-look.ts';

/** A column of one series, drawn by its status. */
export interface Column extends PointRow {
  readonly look: LookName;
  readonly format: string;
}

/** The points of the first series in the order of years. */
export const columnsOf = (spec: ChartSpec, context: ChartContext): readonly Column[] => {
  const { ledger, locale } = context;
  return (spec.drawn.series[0]?.points ?? []).flatMap((point): readonly Column[] => {
    const figure = ledger.figures.get(point.figure);
    if (!figure) return [];
    const label = locale.print(figure, 'bare');
    const name = locale.period(figure.period.to, figure.status);
    return [{ figure, look: lookOf(figure), value: drawnValue(figure), label, format: labelFormat(figure, label), name }];
  });
};

const labelStyle = (column: Column, size: number): TextStyle => {
  if (column.look === 'derived') return { size, bold: false, color: 'ink3' };
  return { size, bold: true, color: column.look === 'undisclosed' ? 'ink2' : 'ink' };
};

/** Columns that hold values, and hatched ones for withheld values, each a series of its own. `shown`: the columns with a label. */
export const columnSeries = (columns: readonly Column[], shown: readonly boolean[], size: number): readonly NativeSeries[] => {
  const points = (withheld: boolean): readonly NativePoint[] =>
    columns.flatMap((c, index): readonly NativePoint[] => {
      if ((c.value === undefined) !== withheld) return [];
      const label = { text: c.label, format: c.format, style: labelStyle(c, size), position: 'outEnd', figure: c.figure.id } as const;
      return [{ index, ...LOOKS[c.look], label: shown[index] ? label : null }];
    });
  const [values, gaps] = [points(false), points(true)];
  return [
    ...(values.length > 0 || gaps.length === 0 ? [{ values: 'value', fill: LOOKS.actual.fill, points: values }] : []),
    ...(gaps.length > 0 ? [{ values: 'placeholder', ...LOOKS.undisclosed, points: gaps }] : []),
  ];
};
