import { EMU_PER_POINT, type Emu, inches, points, toPoints } from '../../base/geometry.ts';
import { chartUnit, compileChart } from '../../charts/compile.ts';
import { DECK_SCALE } from '../../charts/kind.ts';
import type { BlockOf, TableRow as DocumentRow, Inline, TraceRow } from '../../document/document.ts';
import { onShade, shadeOf } from '../cell-shade.ts';
import { columnWidths } from '../column-widths.ts';
import type { LayoutContext } from '../context.ts';
import { decimalTrails } from '../decimal-trails.ts';
import type { Shape, TableCell, TableRow } from '../deck.ts';
import { runsOf, tableAlt, textOf } from '../print.ts';
import { slideNumber } from '../slide-anchors.ts';
import type { Run } from '../text.ts';
import { heightOf, paragraph, withoutOrphan } from '../typeset.ts';
import type { BlockLayout, SlideContext } from './block-layout.ts';
import { textShape } from './text-blocks.ts';

const HEADING = inches(0.34);

/** "US$ billion, 2023–2029": said once, above the exhibit. */
export const unitAndPeriod = (block: BlockOf<'chart'>, context: LayoutContext): string => {
  const years = block.spec.drawn.series.flatMap((s) => [
    ...s.points.flatMap((p) => {
      const period = context.ledger.figures.get(p.figure)?.period;
      return period ? [period.from, period.to] : [];
    }),
    ...(s.when === undefined ? [] : [s.when]),
  ]);
  return [chartUnit(block.spec, context), context.locale.years(Math.min(...years), Math.max(...years))]
    .filter((t) => t !== '')
    .join(context.locale.comma);
};

export const chartHeading = (block: BlockOf<'chart'>): readonly Inline[] =>
  block.heading.length > 0 ? block.heading : [{ kind: 'text', text: block.spec.drawn.label }];

export const chartLayout: BlockLayout<BlockOf<'chart'>> = (block, width, context) => {
  const heading = [
    paragraph([
      ...runsOf(chartHeading(block), { size: 14, bold: true }, context),
      ...runsOf([{ kind: 'text', text: `   ${unitAndPeriod(block, context)}` }], { size: 12, color: 'ink2' }, context),
    ]),
  ];
  const headingHeight = Math.max(HEADING, heightOf(heading, width) + inches(0.08));
  return {
    height: headingHeight + inches(1.7),
    stretch: Number.POSITIVE_INFINITY,
    draw: (box) => {
      const frame = { x: box.x, y: box.y + headingHeight, w: box.w, h: box.h - headingHeight };
      const valuePerPoint = context.scales.of(block.spec.id);
      const { chart, diagnostics } = compileChart(block.spec, {
        ledger: context.ledger,
        locale: context.locale,
        frame: { width: toPoints(frame.w), height: toPoints(frame.h) },
        scale: DECK_SCALE,
        ...(valuePerPoint === undefined ? {} : { valuePerPoint }),
      });
      for (const d of diagnostics) context.report(d);
      return [
        textShape(context.name('Chart heading'), { x: box.x, y: box.y, w: box.w, h: headingHeight }, heading, 'top', 'heading'),
        { kind: 'chart', name: context.name('Chart'), box: frame, chart },
      ];
    },
  };
};

/** Inner margins of a cell; `padX` is left and right together. `apart` keeps columns of numbers from each other, points. */
const CELL = { padX: 45720 * 2, padY: inches(0.06), lead: inches(0.18), apart: 8 } as const;
/** Rows grow into free height, but never so far that they stop reading as a table. */
const ROW = { least: inches(0.31), most: inches(0.46) } as const;

interface Column {
  readonly align: 'left' | 'right';
  readonly weight: number;
}

const leadOf = (columns: readonly Column[], i: number): Emu =>
  columns[i]?.align === 'left' && columns[i - 1]?.align === 'right' ? CELL.lead : 0;

const WITHHELD = /^(?:n\/d|n\/a|\u2013)/;

const cellRuns = (
  inlines: readonly Inline[],
  column: Column,
  look: { readonly header: boolean; readonly strong: boolean },
  context: SlideContext,
): readonly Run[] => {
  const plain = runsOf(inlines, { size: 12, bold: look.header || look.strong, color: look.header ? 'ink2' : 'ink' }, context);
  // Withheld and uncovered values step back, in every table alike.
  return WITHHELD.test(textOf(plain)) && column.align === 'right' && !look.header
    ? plain.map((r) => ({ ...r, bold: false, color: 'ink3' as const }))
    : plain;
};

interface Grid {
  readonly columns: readonly Column[];
  readonly header: readonly (readonly Inline[])[];
  readonly rows: readonly {
    readonly cells: readonly (readonly Inline[])[];
    readonly emphasis: boolean;
    readonly weights?: DocumentRow['weights'];
    readonly strongColumns?: readonly number[];
  }[];
  readonly heading: readonly Inline[];
}

const FALLBACK: Column = { align: 'left', weight: 1 };

/** The rows with their cells printed: the header's first. */
const printedRows = (grid: Grid, context: SlideContext): readonly (readonly (readonly Run[])[])[] => {
  const row = (
    cells: readonly (readonly Inline[])[],
    header: boolean,
    strong: (i: number) => boolean,
    weights: DocumentRow['weights'] = [],
  ) => cells.map((c, i) => onShade(cellRuns(c, grid.columns[i] ?? FALLBACK, { header, strong: strong(i) }, context), weights[i]));
  return [
    row(grid.header, true, () => false),
    ...grid.rows.map((r) => row(r.cells, false, (i) => r.emphasis || (r.strongColumns ?? []).includes(i), r.weights)),
  ];
};

/** Whole units that together are the width. */
const inEmu = (widths: readonly number[], width: Emu): readonly Emu[] => {
  const whole = widths.map((w) => Math.floor(w * EMU_PER_POINT));
  const rest = width - whole.reduce((a, b) => a + b, 0);
  return whole.map((w, i) => (i === 0 ? w + rest : w));
};

const gridLayout = (grid: Grid, width: Emu, context: SlideContext) => {
  const printed = printedRows(grid, context);
  const trails = grid.columns.map((c, i) => [
    0,
    ...(c.align === 'right' ? decimalTrails(printed.slice(1).map((row) => row[i] ?? [])) : []),
  ]);
  const wishes = grid.columns.map((c, i) => ({
    ...c,
    padding: toPoints(CELL.padX + leadOf(grid.columns, i)) + Math.max(0, ...(trails[i] ?? [])) + (c.align === 'right' ? CELL.apart : 0),
    cells: printed.map((row) => row[i] ?? []),
  }));
  const widths = inEmu(columnWidths(wishes, toPoints(width)), width);
  const rows = printed.map((row, r): TableRow => {
    const made = row.map((runs, i): TableCell => {
      const { align } = grid.columns[i] ?? FALLBACK;
      const [lead, trail] = [leadOf(grid.columns, i), points(trails[i]?.[r] ?? 0)];
      const fill = shadeOf(r === 0 ? undefined : grid.rows[r - 1]?.weights?.[i]);
      return {
        ...(fill ? { fill } : {}),
        paragraphs: [paragraph(withoutOrphan(runs, (widths[i] ?? 0) - CELL.padX - lead - trail), { align })],
        align,
        lead,
        trail,
        ruleBelow: r === 0 ? { color: 'navy', width: 1, dashed: false } : { color: 'grid', width: 0.5, dashed: false },
      };
    });
    const text = Math.max(...made.map((c, i) => heightOf(c.paragraphs, (widths[i] ?? 0) - CELL.padX - c.lead - c.trail)));
    return { height: Math.max(ROW.least, text + CELL.padY), cells: made };
  });
  const heading =
    grid.heading.length === 0
      ? []
      : [paragraph(withoutOrphan(runsOf(grid.heading, { size: 14, bold: true, color: 'blue' }, context), width))];
  const headingHeight = heading.length === 0 ? 0 : Math.max(HEADING, heightOf(heading, width) + inches(0.08));
  const natural = rows.reduce((sum, r) => sum + r.height, 0);
  const stretch = rows.reduce((sum, r) => sum + Math.max(0, ROW.most - r.height), 0);
  return {
    height: headingHeight + natural,
    stretch,
    draw: (box: { readonly x: Emu; readonly y: Emu; readonly w: Emu; readonly h: Emu }): readonly Shape[] => {
      const spare = Math.max(0, Math.min(box.h - headingHeight - natural, stretch));
      const spread = rows.map((r) => ({
        ...r,
        height: Math.round(r.height + (stretch === 0 ? 0 : (spare * Math.max(0, ROW.most - r.height)) / stretch)),
      }));
      const h = spread.reduce((sum, r) => sum + r.height, 0);
      const title =
        heading.length === 0
          ? []
          : [textShape(context.name('Table heading'), { x: box.x, y: box.y, w: box.w, h: headingHeight }, heading, 'top', 'heading')];
      const alt = tableAlt(
        textOf(runsOf(grid.heading, { size: 12 }, context)) || context.words.table,
        grid.header.map((c) => textOf(runsOf(c, { size: 12 }, context))),
        grid.rows.length,
        context,
      );
      return [
        ...title,
        {
          kind: 'table',
          name: context.name('Table'),
          alt,
          box: { x: box.x, y: box.y + headingHeight, w: box.w, h },
          columns: widths,
          rows: spread,
        },
      ];
    },
  };
};

export const tableLayout: BlockLayout<BlockOf<'table'>> = (block, width, context) => {
  const unit: readonly Inline[] =
    block.subtitle.length === 0 || block.caption.length === 0 ? [] : [{ kind: 'text', text: context.locale.comma }, ...block.subtitle];
  return gridLayout(
    { columns: block.columns, header: block.columns.map((c) => c.header), rows: block.rows, heading: [...block.caption, ...unit] },
    width,
    context,
  );
};

const TRACE_COLUMNS: readonly Column[] = [
  { align: 'left', weight: 3.5 },
  { align: 'right', weight: 2.0 },
  { align: 'left', weight: 1.5 },
  { align: 'left', weight: 3.9 },
  { align: 'right', weight: 1.1 },
];

/** Numbers one after the other, from this many on, are printed as a span. */
const LEAST_SPAN = 4;

const toSlide = (number: number): Inline => ({
  kind: 'link',
  url: `#${slideNumber(number)}`,
  children: [{ kind: 'text', text: String(number), exempt: true }],
});

const joinedBy = (mark: string, inlines: readonly Inline[]): readonly Inline[] =>
  inlines.flatMap((inline, i): readonly Inline[] => (i === 0 ? [inline] : [{ kind: 'text', text: mark }, inline]));

/** The numbers of the slides that print the figures of a row, each leading there: "2, 3, 7–12". */
const slidesOf = (row: TraceRow, context: SlideContext): readonly Inline[] => {
  const numbers = [...new Set(row.figures.flatMap(context.slidesOf))].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const n of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === n - 1) run.push(n);
    else runs.push([n]);
  }
  return runs.flatMap((run, i): readonly Inline[] => [
    ...(i === 0 ? [] : [{ kind: 'text', text: ', ' } as const]),
    ...(run.length < LEAST_SPAN ? joinedBy(', ', run.map(toSlide)) : joinedBy('–', [run[0] ?? 0, run.at(-1) ?? 0].map(toSlide))),
  ]);
};

export const traceLayout: BlockLayout<BlockOf<'trace'>> = (block, width, context) =>
  gridLayout(
    {
      columns: TRACE_COLUMNS,
      header: [block.headers.figure, block.headers.value, block.headers.basis, block.headers.where, block.headers.slides].map(
        (t): readonly Inline[] => [{ kind: 'text', text: t }],
      ),
      rows: block.rows.map((r) => ({
        cells: [r.label, r.value, r.basis, r.where, slidesOf(r, context)],
        emphasis: false,
        strongColumns: [1],
      })),
      heading: block.caption,
    },
    width,
    context,
  );
