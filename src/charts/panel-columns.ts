import type { DataCell, DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import { decimalsFormat } from './number-format.ts';
import { type PanelGrid, panelGrid, rowAt } from './panels.ts';
import { decimalsOf, sourceOf } from './point-columns.ts';
import { placeNames, type SeriesCell, type SeriesRow, seriesRows, stackOrder } from './series-cells.ts';
import { EMPTY, numberCell, textCell } from './series-table.ts';
import type { ChartSpec } from './spec.ts';

/**
 * Panels shown: fewer where each has many columns, which would leave no room for their names. Counted, so that the sheet is the same
 * everywhere.
 */
const PANELS = { least: 4, most: 12, columns: 48 } as const;
/** Height of the bars of withheld values, a share of the highest. It carries no value. */
const PLACEHOLDER = 0.15;

/** A column of a panel: its cell, its place on the axis, and what it is drawn to. */
export interface Column {
  readonly cell: SeriesCell;
  readonly panel: number;
  readonly place: number;
  readonly row: number;
  readonly drawn: number;
}

/** The label of a panel's first or last column, at a height that clears the columns beside it. */
export interface Tag {
  readonly column: Column;
  readonly height: number;
  readonly last: boolean;
}

export interface Panels {
  readonly rows: readonly SeriesRow[];
  readonly names: readonly string[];
  readonly grid: PanelGrid;
  readonly columns: readonly Column[];
  readonly placeholder: number;
  readonly tags: readonly Tag[];
}

const tagsOf = (columns: readonly Column[], panels: number, places: number): readonly Tag[] =>
  Array.from({ length: panels }, (_, panel) => panel).flatMap((panel): readonly Tag[] => {
    const own = columns.filter((c) => c.panel === panel);
    // Labels are wider than columns: they stand clear of a third of their panel. Counted, so that the sheet is the same everywhere.
    const reach = Math.ceil(places / 3);
    const tag = (column: Column | undefined, last: boolean): readonly Tag[] => {
      if (!column) return [];
      const near = own.filter((c) => Math.abs(c.place - column.place) <= reach).map((c) => c.drawn);
      return [{ column, last, height: column.drawn < 0 ? Math.min(...near) : Math.max(...near) }];
    };
    return own.length < 2 ? tag(own[0], true) : [...tag(own[0], false), ...tag(own.at(-1), true)];
  });

/** The largest series of a chart as panels, each with a column for every year. */
export const panelsOf = (spec: ChartSpec, context: ChartContext): Panels => {
  const places = spec.drawn.places.length;
  const most = Math.min(PANELS.most, Math.max(PANELS.least, Math.floor(PANELS.columns / Math.max(1, places))));
  const rows = stackOrder(seriesRows(spec, context)).slice(0, most);
  const grid = panelGrid(rows.length, places);
  const values = rows.flatMap((r) => r.cells.flatMap((c) => c?.value ?? []));
  const placeholder = PLACEHOLDER * (Math.max(0, ...values) || -Math.min(0, ...values) || 1);
  const columns = rows.flatMap((r, panel) =>
    r.cells.flatMap((cell, place): readonly Column[] =>
      cell ? [{ cell, panel, place, row: rowAt(grid, panel, place), drawn: cell.value ?? placeholder }] : [],
    ),
  );
  return { rows, names: placeNames(spec, rows, context), grid, columns, placeholder, tags: tagsOf(columns, rows.length, places) };
};

/** The sheet: panel under panel, parted by empty rows. */
export const panelTable = (spec: ChartSpec, panels: Panels, { locale }: ChartContext): readonly DataColumn[] => {
  const { columns, grid, rows, names } = panels;
  const { words } = locale;
  const by = (cell: (column: Column) => DataCell) =>
    Array.from({ length: grid.rows }, (_, row) => {
      const column = columns.find((c) => c.row === row);
      return column ? cell(column) : EMPTY;
    });
  const text = (id: string, header: string, of: (column: Column) => string): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: by((c) => textCell(of(c))),
  });
  const withheld = columns.some((c) => c.cell.value === undefined);
  const tag = (column: Column): Tag | undefined => panels.tags.find((t) => t.column === column);
  return [
    text('place', words.dataColumns.period, (c) => names[c.place] ?? ''),
    text('item', words.dataColumns.item, (c) => rows[c.panel]?.label ?? ''),
    {
      id: 'value',
      header: `${spec.drawn.label}${locale.comma}${locale.unit(spec.drawn.unit)}`,
      format: decimalsFormat(Math.max(0, ...columns.map((c) => decimalsOf(c.cell.figure)))),
      cells: by((c) => numberCell(c.cell)),
    },
    ...(withheld
      ? [
          {
            id: 'placeholder',
            header: words.placeholder,
            format: 'General',
            cells: by((c) => (c.cell.value === undefined ? { kind: 'number', value: panels.placeholder } : EMPTY)),
          },
        ]
      : []),
    {
      id: 'height',
      header: words.labelHeight,
      format: 'General',
      cells: by((c) => {
        const own = tag(c);
        return own ? { kind: 'number', value: own.height } : EMPTY;
      }),
    },
    text('printed', words.dataColumns.printed, (c) => c.cell.label),
    text('status', words.dataColumns.status, (c) =>
      c.cell.value === undefined ? words.legend.undisclosed.toLowerCase() : words.status[c.cell.figure.status],
    ),
    text('source', words.dataColumns.source, (c) => sourceOf(c.cell.figure)),
  ];
};
