import type { Inline, TableRow } from '../document/document.ts';
import { onShade, shadeOf } from './cell-shade.ts';
import { columnWidths } from './column-widths.ts';
import type { LayoutContext } from './context.ts';
import { decimalTrails } from './decimal-trails.ts';
import { type FlowBlock, type FlowColumn, fullWidth, type PageGeometry, STYLES, TABLE_CELL_PAD } from './flow.ts';
import { noteRuns, sourceRuns, style } from './flow-notes.ts';
import { settled } from './line-ends.ts';
import type { Mentions } from './mentions.ts';
import { runsOf, tableAlt, textOf } from './print.ts';
import type { Run } from './text.ts';

/** A table of the report before its columns have widths. */
export interface Grid {
  readonly anchor: string;
  readonly caption: readonly Inline[];
  readonly subtitle: readonly Inline[];
  readonly columns: readonly { readonly align: 'left' | 'right'; readonly weight: number; readonly header: readonly Inline[] }[];
  readonly rows: readonly TableRow[];
  readonly note: readonly Inline[];
  readonly sources: readonly string[];
}

export interface TableContext extends LayoutContext {
  readonly mentions: Mentions;
  readonly page: PageGeometry;
  /** Where captions begin, right of their numbers, points. */
  readonly captionIndent: number;
  readonly tableNumber: (anchor: string) => number;
}

/** A caption over the full width, its lines set for a reader. */
export const captionRuns = (caption: readonly Inline[], context: TableContext): readonly Run[] =>
  settled(runsOf(caption, style('caption'), context, context.mentions), fullWidth(context.page) - context.captionIndent);

const COLUMN_LEAD = 10;
/** Keeps columns of numbers from each other. */
const APART = 6;
const WITHHELD = /^(?:n\/d|n\/a|\u2013)/;

const cellRuns = (inlines: readonly Inline[], align: 'left' | 'right', strong: boolean, context: TableContext): readonly Run[] => {
  const runs = runsOf(inlines, { size: STYLES.table.size, bold: strong, color: 'ink' }, context, context.mentions);
  return align === 'right' && WITHHELD.test(textOf(runs)) ? runs.map((r) => ({ ...r, bold: false, color: 'ink3' as const })) : runs;
};

export const tableBlock = (grid: Grid, context: TableContext): FlowBlock => {
  const header = grid.columns.map((c) => runsOf(c.header, { size: STYLES.table.size, bold: true, color: 'ink2' }, context));
  const cells = grid.rows.map((r) =>
    r.cells.map((cell, i) => onShade(cellRuns(cell, grid.columns[i]?.align ?? 'left', r.emphasis, context), r.weights?.[i])),
  );
  const columnCells = grid.columns.map((_, i) => cells.map((row) => row[i] ?? []));
  const trails = grid.columns.map((c, i) => (c.align === 'right' ? decimalTrails(columnCells[i] ?? []) : []));
  const leads = grid.columns.map((c, i) => (c.align === 'left' && grid.columns[i - 1]?.align === 'right' ? COLUMN_LEAD : 0));
  // The first column begins at the margin, without space on its left.
  const pads = grid.columns.map((_, i) => TABLE_CELL_PAD * (i === 0 ? 1 : 2) + (leads[i] ?? 0));
  const widths = columnWidths(
    grid.columns.map((c, i) => ({
      ...c,
      padding: (pads[i] ?? 0) + Math.max(0, ...(trails[i] ?? [])) + (c.align === 'right' ? APART : 0),
      cells: [header[i] ?? [], ...(columnCells[i] ?? [])],
    })),
    fullWidth(context.page),
  );
  const columns = grid.columns.map(
    (c, i): FlowColumn => ({ align: c.align, lead: leads[i] ?? 0, width: Math.round((widths[i] ?? 0) * 100) / 100 }),
  );
  const fitted = (runs: readonly Run[], i: number, trail = 0): readonly Run[] =>
    settled(runs, (columns[i]?.width ?? 0) - (pads[i] ?? 0) - trail);
  const caption = captionRuns(grid.caption, context);
  return {
    kind: 'table',
    number: context.tableNumber(grid.anchor),
    anchor: grid.anchor,
    caption,
    subtitle: runsOf(grid.subtitle, style('subtitle', 'ink2'), context),
    columns,
    header: header.map((runs, i) => fitted(runs, i)),
    rows: grid.rows.map((r, n) => ({
      emphasis: r.emphasis,
      ...(r.weights ? { fills: r.weights.map(shadeOf) } : {}),
      cells: (cells[n] ?? []).map((runs, i) => fitted(runs, i, trails[i]?.[n])),
      trails: grid.columns.map((_, i) => trails[i]?.[n] ?? 0),
    })),
    note: noteRuns(grid.note, context),
    source: sourceRuns(grid.sources, context),
    alt: tableAlt(textOf(caption), header.map(textOf), grid.rows.length, context),
  };
};
