import { printedDecimals } from '../figures/quantity.ts';
import type { Locale } from '../locale/locale.ts';
import type { DataCell, DataColumn } from './data-table.ts';
import type { MapCell, MapColumn, MarketMap } from './market-map.ts';
import { decimalsFormat } from './number-format.ts';
import { sourceOf } from './point-columns.ts';
import type { SeriesRow } from './series-cells.ts';
import { columnId, EMPTY, numberCell, textCell } from './series-table.ts';

/** Rows of the sheet for a column of the map: up and down again at both of its edges. */
const EDGES = 4;
/** The row of them that also holds the true values. */
const VALUES = 1;

const column = (id: string, header: string, format: string, cells: readonly DataCell[]): DataColumn => ({ id, header, format, cells });

const valueId = (row: SeriesRow): string => `value:${row.id}`;

const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Four cells for each column of the map; the plotted heights stand at its edges, between zeros. */
const edges = (columns: readonly MapColumn[], cell: (column: MapColumn, first: number) => DataCell): readonly DataCell[] => {
  const zero: DataCell = { kind: 'number', value: 0 };
  return columns.flatMap((c, i) => {
    const high = cell(c, i * EDGES);
    return [zero, high, high, zero];
  });
};

/** One cell for each column of the map, beside its first plotted height. */
const once = (columns: readonly MapColumn[], cell: (column: MapColumn, row: number) => DataCell): readonly DataCell[] =>
  columns.flatMap((c, i) => Array.from({ length: EDGES }, (_, n) => (n === VALUES ? cell(c, i * EDGES + VALUES) : EMPTY)));

const cellAt = (c: MapColumn, row: SeriesRow): MapCell | undefined => c.cells.find((x) => x.row === row);

/** Heights as formulas over the true values and totals beside them; withheld cells are empty in both. */
export const marketMapTable = (map: MarketMap, unit: string, { words, undisclosed }: Locale): readonly DataColumn[] => {
  const { rows, columns } = map;
  const figures = (c: MapColumn) => [...c.cells.flatMap((x) => x.cell?.figure ?? []), c.total.figure];
  const decimals = decimalsFormat(Math.max(0, ...columns.flatMap(figures).map(printedDecimals)));
  const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(', ');
  const withheld = (c: MapColumn): string =>
    distinct(c.cells.flatMap((x) => (x.cell && x.cell.value === undefined ? [`${x.row.label} ${undisclosed}`] : [])));
  const height = (row: SeriesRow) => (c: MapColumn, first: number) => {
    const cell = cellAt(c, row);
    if (cell?.height === undefined) return EMPTY;
    const at = first + VALUES;
    return {
      kind: 'number',
      value: cell.height,
      ...(cell.share ? { figure: cell.share.id } : {}),
      formula: { kind: 'share', part: { column: valueId(row), row: at }, whole: { column: 'total', row: at } },
    } as const;
  };
  const total = (c: MapColumn, row: number): DataCell => {
    const values = c.cells.map((x) => x.cell?.value);
    const sum = values.reduce<number | undefined>((s, v) => (s === undefined || v === undefined ? undefined : s + v), 0);
    const of = rows.map((r) => ({ column: valueId(r), row }));
    return numberCell(
      c.total,
      c.total.value !== undefined && sum !== undefined && same(sum, c.total.value) ? { kind: 'sum', of } : undefined,
    );
  };
  return [
    column(
      'width',
      words.width,
      '0',
      columns.flatMap((c) => [c.from, c.from, c.to, c.to].map((value): DataCell => ({ kind: 'number', value }))),
    ),
    ...rows.map((row) => column(columnId(row), row.label, '0.0', edges(columns, height(row)))),
    ...(columns.some((c) => c.remainder > 0)
      ? [
          column(
            'placeholder',
            words.placeholder,
            '0.0',
            edges(columns, (c) => ({ kind: 'number', value: c.remainder })),
          ),
        ]
      : []),
    column(
      'place',
      words.dataColumns.item,
      'General',
      once(columns, (c) => textCell(c.label)),
    ),
    ...rows.map((row) =>
      column(
        valueId(row),
        `${row.label}, ${unit}`,
        decimals,
        once(columns, (c) => numberCell(cellAt(c, row)?.cell)),
      ),
    ),
    column('total', `${words.total}, ${unit}`, decimals, once(columns, total)),
    column(
      'status',
      words.dataColumns.status,
      'General',
      once(columns, (c) => textCell(distinct(figures(c).map((f) => words.status[f.status])))),
    ),
    column(
      'source',
      words.dataColumns.source,
      'General',
      once(columns, (c) => textCell(distinct(figures(c).map(sourceOf)))),
    ),
    ...(columns.some((c) => withheld(c) !== '')
      ? [
          column(
            'withheld',
            words.legend.undisclosed,
            'General',
            once(columns, (c) => textCell(withheld(c))),
          ),
        ]
      : []),
  ];
};
