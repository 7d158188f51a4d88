import { chartHeight, compileChart } from '../charts/compile.ts';
import { REPORT_SCALE } from '../charts/kind.ts';
import type { Block, BlockKind, BlockOf, Briefing, Inline, Section, Subsection } from '../document/document.ts';
import { textWidth } from '../fonts/measure.ts';
import type { LayoutContext } from './context.ts';
import { type Flow, type FlowBlock, type FlowStyle, type PageGeometry, type RailItem, STYLES } from './flow.ts';
import { noteRuns, sourceRuns, style } from './flow-notes.ts';
import { type Mentions, runsOf, sourcesBehind, textOf } from './print.ts';
import { chartHeading, unitAndPeriod } from './slide-blocks/exhibits.ts';
import type { Run } from './text.ts';
import { tiedAt } from './typeset.ts';

/** A4 with a rail for section numbers and key figures (VISUAL: 22 mm sides, 28 mm head, 25 mm foot). */
export const A4: PageGeometry = {
  width: 595.28,
  height: 841.89,
  margin: { left: 62.4, right: 62.4, top: 79.4, bottom: 70.9 },
  rail: 118,
  gutter: 20,
};

export const fullWidth = (page: PageGeometry): number => page.width - page.margin.left - page.margin.right;

const inReport = <T extends { readonly only?: 'deck' | 'report' }>(things: readonly T[]): readonly T[] =>
  things.filter((t) => t.only !== 'deck');

/** Blocks in reading order: columns of a slide follow each other in the report. */
const reportBlocks = (blocks: readonly Block[]): readonly Block[] =>
  inReport(blocks).flatMap((b): readonly Block[] =>
    b.kind === 'columns' ? b.columns.flatMap(reportBlocks) : b.kind === 'notes' ? [] : [b],
  );

interface FlowContext extends LayoutContext {
  readonly mentions: Mentions;
  readonly page: PageGeometry;
  /** The section has one exhibit, which may take the room that others would. */
  readonly alone: boolean;
  readonly figureNumber: (anchor: string) => number;
  readonly tableNumber: (anchor: string) => number;
  readonly footnotes: { readonly number: number; readonly runs: readonly Run[] }[];
}

/** What the mark of a list takes of the text's width, points. */
const INDENT: Readonly<Record<FlowStyle, number>> = { lead: 0, body: 0, bullet: 12, numbered: 20, note: 0, source: 0, textSource: 0 };

const paragraph = (
  inlines: readonly Inline[],
  name: FlowStyle,
  context: FlowContext,
  options: { readonly marker?: string; readonly keepWithNext?: boolean; readonly color?: Run['color'] } = {},
): FlowBlock => ({
  kind: 'paragraph',
  style: name,
  zone: 'text',
  runs: tiedAt(
    runsOf(inlines, style(name, options.color), context, context.mentions),
    fullWidth(context.page) - context.page.rail - context.page.gutter - INDENT[name],
  ),
  keepWithNext: options.keepWithNext ?? false,
  ...(options.marker === undefined ? {} : { marker: options.marker }),
});

type Planner<B extends Block> = (block: B, context: FlowContext) => readonly FlowBlock[];

const figureBlock: Planner<BlockOf<'chart'>> = (block, context) => {
  const height = chartHeight(block.spec, context, context.alone);
  const { chart, diagnostics } = compileChart(block.spec, {
    ledger: context.ledger,
    locale: context.locale,
    frame: { width: fullWidth(context.page), height },
    scale: REPORT_SCALE,
  });
  for (const d of diagnostics) context.report(d);
  const name = chartHeading(block);
  const caption = block.caption.length > 0 ? block.caption : name;
  return [
    {
      kind: 'figure',
      number: context.figureNumber(block.anchor),
      anchor: block.anchor,
      caption: runsOf(caption, style('caption'), context),
      subtitle: runsOf([...name, { kind: 'text', text: `, ${unitAndPeriod(block, context)}` }], style('subtitle', 'ink2'), context),
      chart,
      height,
      note: noteRuns(block.note, context),
      source: sourceRuns(sourcesBehind([], [block], block.sources, context), context),
    },
  ];
};

interface Grid {
  readonly anchor: string;
  readonly caption: readonly Inline[];
  readonly subtitle: readonly Inline[];
  readonly columns: readonly { readonly align: 'left' | 'right'; readonly weight: number; readonly header: readonly Inline[] }[];
  readonly rows: readonly { readonly cells: readonly (readonly Inline[])[]; readonly emphasis: boolean }[];
  readonly note: readonly Inline[];
  readonly sources: readonly string[];
}

const COLUMN_LEAD = 10;
const WITHHELD = /^(?:n\/d|n\/a|\u2013)/;

const cellRuns = (inlines: readonly Inline[], align: 'left' | 'right', strong: boolean, context: FlowContext): readonly Run[] => {
  const runs = runsOf(inlines, { size: STYLES.table.size, bold: strong, color: 'ink' }, context, context.mentions);
  return align === 'right' && WITHHELD.test(textOf(runs)) ? runs.map((r) => ({ ...r, bold: false, color: 'ink3' as const })) : runs;
};

const tableBlock = (grid: Grid, context: FlowContext): FlowBlock => {
  const total = grid.columns.reduce((sum, c) => sum + c.weight, 0);
  const width = fullWidth(context.page);
  const caption = runsOf(grid.caption, style('caption'), context, context.mentions);
  const header = grid.columns.map((c) => runsOf(c.header, { size: STYLES.table.size, bold: true, color: 'ink2' }, context));
  return {
    kind: 'table',
    number: context.tableNumber(grid.anchor),
    anchor: grid.anchor,
    caption,
    subtitle: runsOf(grid.subtitle, style('subtitle', 'ink2'), context),
    columns: grid.columns.map((c, i) => ({
      align: c.align,
      lead: c.align === 'left' && grid.columns[i - 1]?.align === 'right' ? COLUMN_LEAD : 0,
      width: Math.round(((width * c.weight) / total) * 100) / 100,
    })),
    header,
    rows: grid.rows.map((r) => ({
      emphasis: r.emphasis,
      cells: r.cells.map((cell, i) => cellRuns(cell, grid.columns[i]?.align ?? 'left', r.emphasis, context)),
    })),
    note: noteRuns(grid.note, context),
    source: sourceRuns(grid.sources, context),
    alt: `${textOf(caption)}: ${header.map(textOf).join(', ')}; ${grid.rows.length} rows.`,
  };
};

/** A long value steps down the type scale until it fits the rail. */
const RAIL_SIZES = [STYLES.railValue.size, STYLES.h1.size, 16, STYLES.h2.size] as const;

const railItems = (block: BlockOf<'tiles'>, context: FlowContext): readonly RailItem[] =>
  block.tiles.map((t) => {
    const withheld = context.ledger.figures.get(t.figure)?.quantity.kind === 'undisclosed';
    const detail: readonly Inline[] = t.detail.length === 0 ? [] : [{ kind: 'text', text: '; ' }, ...t.detail];
    const value = (size: number): readonly Run[] =>
      runsOf([{ kind: 'figure', figure: t.figure, form: t.form }], { size, bold: true, color: withheld ? 'ink3' : 'navy' }, context);
    const size = RAIL_SIZES.find((s) => value(s).reduce((w, r) => w + textWidth(r.text, r), 0) <= context.page.rail) ?? STYLES.h2.size;
    return {
      value: value(size),
      text: runsOf([...t.label, ...detail], style('railText', 'ink2'), context),
    };
  });

const rowsTable: Planner<BlockOf<'rows'>> = (block, context) =>
  block.rows.map((r) =>
    paragraph(
      [{ kind: 'strong', children: r.label }, { kind: 'text', text: '. ' }, ...r.text, { kind: 'text', text: '.' }],
      'bullet',
      context,
      { marker: '•' },
    ),
  );

const PLANNERS: { readonly [K in BlockKind]: Planner<BlockOf<K>> } = {
  paragraph: (block, context) => [paragraph(block.inlines, 'body', context)],
  list: (block, context) =>
    block.items.map((item, i) =>
      paragraph(item, block.ordered ? 'numbered' : 'bullet', context, { marker: block.ordered ? `${i + 1}.` : '•' }),
    ),
  heading: () => [],
  table: (block, context) => [tableBlock({ ...block, columns: block.columns }, context)],
  chart: figureBlock,
  tiles: () => [],
  callouts: (block, context) =>
    block.items.map((item) =>
      paragraph(
        [
          ...(item.figure === undefined
            ? []
            : [{ kind: 'figure', figure: item.figure, form: item.form } as const, { kind: 'text', text: ' ' } as const]),
          ...item.text,
        ],
        'bullet',
        context,
        { marker: '•' },
      ),
    ),
  rows: rowsTable,
  columns: () => [],
  takeaway: (block, context) => [
    {
      kind: 'takeaway',
      runs: runsOf(block.inlines, { size: 12, bold: true, color: 'navy' }, context, context.mentions),
      fill: { kind: 'solid', color: 'panel' },
    },
  ],
  notes: () => [],
  trace: (block, context) => [
    tableBlock(
      {
        anchor: block.anchor,
        caption: block.caption,
        subtitle: [],
        columns: [
          { align: 'left', weight: 3.45, header: [{ kind: 'text', text: block.headers.figure }] },
          { align: 'right', weight: 2.2, header: [{ kind: 'text', text: block.headers.value }] },
          { align: 'left', weight: 1.65, header: [{ kind: 'text', text: block.headers.basis }] },
          { align: 'left', weight: 3.1, header: [{ kind: 'text', text: block.headers.where }] },
        ],
        rows: block.rows.map((r) => ({ cells: [r.label, r.value, r.basis, r.where], emphasis: false })),
        note: block.note,
        sources: [],
      },
      context,
    ),
  ],
  sources: (block, context) => block.entries.map((e) => paragraph(e.inlines, 'numbered', context, { marker: `[${e.number}]` })),
};

const planBlock = (block: Block, context: FlowContext): readonly FlowBlock[] => (PLANNERS[block.kind] as Planner<Block>)(block, context);

/** Numbers of figures and tables in reading order, by anchor. */
const exhibitNumbers = (sections: readonly Section[]) => {
  const figures = new Map<string, number>();
  const tables = new Map<string, number>();
  for (const block of sections.flatMap((s) => inReport(s.subsections).flatMap((u) => reportBlocks(u.blocks)))) {
    if (block.kind === 'chart') figures.set(block.anchor, figures.size + 1);
    if (block.kind === 'table' || block.kind === 'trace') tables.set(block.anchor, tables.size + 1);
  }
  return { figures, tables };
};

/** Where the text of a subsection comes from; exhibits carry source lines of their own. */
const textSource = (subsection: Subsection, context: FlowContext): readonly FlowBlock[] =>
  subsection.sources.length === 0
    ? []
    : [{ kind: 'paragraph', style: 'textSource', zone: 'text', runs: sourceRuns(subsection.sources, context), keepWithNext: false }];

const planSubsection = (
  subsection: Subsection,
  place: { readonly section: number; readonly first: boolean; next: number },
  context: FlowContext,
): readonly FlowBlock[] => {
  const blocks = reportBlocks(subsection.blocks);
  const heading = (inlines: readonly Inline[], anchor: string): FlowBlock => {
    const runs = runsOf(inlines, style('h2', 'navy'), context);
    return { kind: 'heading', level: 2, number: `${place.section}.${place.next++}`, anchor, text: textOf(runs), runs, rail: [] };
  };
  const title: readonly FlowBlock[] = place.first
    ? [paragraph([...subsection.title, { kind: 'text', text: '.' }], 'lead', context, { color: 'ink2' })]
    : [heading(subsection.short.length > 0 ? subsection.short : subsection.title, subsection.id)];
  return [
    ...title,
    ...blocks.flatMap((b) => (b.kind === 'heading' ? [heading(b.inlines, `${subsection.id}-${b.anchor}`)] : planBlock(b, context))),
    ...textSource(subsection, context),
  ];
};

const isExhibit = (block: Block): boolean => block.kind === 'chart' || block.kind === 'table' || block.kind === 'trace';

const planSection = (section: Section, number: number, base: FlowContext): readonly FlowBlock[] => {
  const exhibits = inReport(section.subsections).flatMap((u) => reportBlocks(u.blocks).filter(isExhibit));
  const context: FlowContext = { ...base, alone: exhibits.length === 1 };
  const runs = runsOf(section.title, style('h1', 'navy'), context);
  const subsections = inReport(section.subsections);
  const rail = subsections.flatMap((u) => reportBlocks(u.blocks).flatMap((b) => (b.kind === 'tiles' ? railItems(b, context) : [])));
  const place = { section: number, first: true, next: 1 };
  const body = subsections.flatMap((u, i) => {
    const planned = planSubsection(u, { ...place, first: i === 0, next: place.next }, context);
    place.next += planned.filter((b) => b.kind === 'heading').length;
    return planned;
  });
  return [{ kind: 'heading', level: 1, number: String(number), anchor: section.id, text: textOf(runs), runs, rail }, ...body];
};

/** Plans the report as a stream of blocks: numbers headings, figures, tables and footnotes, and prints every figure. */
export const planFlow = (briefing: Briefing, texts: { readonly confidentiality: string }, base: LayoutContext): Flow => {
  const sections = inReport(briefing.sections).filter((s) => inReport(s.subsections).length > 0);
  const { figures, tables } = exhibitNumbers(sections);
  const footnotes: { number: number; runs: readonly Run[] }[] = [];
  const mentions: Mentions = {
    reference: (anchor) => {
      const figure = figures.get(anchor);
      if (figure !== undefined) return `${base.words.figure}\u00a0${figure}`;
      const table = tables.get(anchor);
      return table === undefined ? undefined : `${base.words.table}\u00a0${table}`;
    },
    footnote: (children) => {
      footnotes.push({ number: footnotes.length + 1, runs: runsOf(children, style('footnote', 'ink2'), base) });
      return footnotes.length;
    },
  };
  const context: FlowContext = {
    ...base,
    mentions,
    page: A4,
    alone: false,
    footnotes,
    figureNumber: (anchor) => figures.get(anchor) ?? 0,
    tableNumber: (anchor) => tables.get(anchor) ?? 0,
  };
  const blocks = sections.flatMap((s, i) => planSection(s, i + 1, context));
  const sticker = briefing.cover.stickers.join(' · ');
  return {
    page: A4,
    language: briefing.language,
    title: briefing.cover.title,
    publisher: briefing.publisher,
    date: briefing.date,
    theme: base.theme,
    cover: briefing.cover,
    runningHead: briefing.shortTitle,
    confidentiality: texts.confidentiality,
    ...(sticker === '' ? {} : { sticker }),
    contentsTitle: base.words.contents,
    ...(figures.size + tables.size >= 3 ? { exhibitsTitle: base.words.exhibits } : {}),
    words: {
      figure: base.words.figure,
      table: base.words.table,
      continued: base.words.continued,
      page: base.words.page,
      preparedFor: base.words.preparedFor,
    },
    blocks,
    footnotes,
  };
};
