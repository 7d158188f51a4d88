import type { Figure } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { DataCell, DataColumn } from './data-table.ts';
import { decimalsFormat } from './number-format.ts';

/** One row of a chart's sheet: what it stands for, its figure, the number it is drawn to (undefined when withheld), its label. */
export interface PointRow {
  readonly name: string;
  readonly figure: Figure;
  readonly value: number | undefined;
  readonly label: string;
}

/** The number a bar is drawn to: the value, or the low end of a range; undefined when undisclosed. */
export const drawnValue = ({ quantity }: Figure): number | undefined => {
  if (quantity.kind === 'value') return quantity.value;
  return quantity.kind === 'range' ? quantity.low : undefined;
};

const text = (value: string): DataCell => ({ kind: 'text', text: value });

export const sourceOf = ({ origin }: Figure): string => {
  if (origin.kind === 'editorial') return 'editorial';
  return origin.kind === 'stated' ? origin.citation.source : `computed: ${origin.rule}`;
};

export const decimalsOf = ({ quantity }: Figure): number => (quantity.kind === 'undisclosed' ? 0 : quantity.decimals);

/**
 * The columns of a chart of one series: names, values unrounded, heights of the bars that stand for withheld values (only
 * where there are any), the words as printed, status and source. `placeholder` is that height.
 */
export const pointColumns = (
  rows: readonly PointRow[],
  names: { readonly id: string; readonly header: string },
  series: string,
  placeholder: number,
  { words }: Locale,
): readonly DataColumn[] => {
  const withheld = words.legend.undisclosed.toLowerCase();
  const number = (value: number | undefined): DataCell => (value === undefined ? { kind: 'empty' } : { kind: 'number', value });
  const gaps: DataColumn = {
    id: 'placeholder',
    header: words.placeholder,
    format: 'General',
    cells: rows.map((r) => number(r.value === undefined ? placeholder : undefined)),
  };
  return [
    { ...names, format: 'General', cells: rows.map((r) => text(r.name)) },
    {
      id: 'value',
      header: series,
      format: decimalsFormat(Math.max(0, ...rows.map((r) => decimalsOf(r.figure)))),
      cells: rows.map((r) => (r.value === undefined ? number(undefined) : { kind: 'number', value: r.value, figure: r.figure.id })),
    },
    ...(rows.some((r) => r.value === undefined) ? [gaps] : []),
    { id: 'printed', header: words.dataColumns.printed, format: 'General', cells: rows.map((r) => text(r.label)) },
    {
      id: 'status',
      header: words.dataColumns.status,
      format: 'General',
      cells: rows.map((r) => text(r.value === undefined ? withheld : words.status[r.figure.status])),
    },
    { id: 'source', header: words.dataColumns.source, format: 'General', cells: rows.map((r) => text(sourceOf(r.figure))) },
  ];
};
