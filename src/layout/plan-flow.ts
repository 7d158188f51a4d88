import type { Block, BlockKind, BlockOf, Briefing, Inline, Section, Subsection } from '../document/document.ts';
import { citesOf } from '../document/figures-in.ts';
import type { Direction } from '../fonts/script.ts';
import { captionIndent } from './caption-indent.ts';
import type { LayoutContext } from './context.ts';
import { exhibitNumbers } from './exhibit-numbers.ts';
import { type Flow, type FlowBlock, type FrontPage, type PageGeometry, STYLES, TAKEAWAY_PAD, textZone } from './flow.ts';
import { compiledFigure, type FlowContext, figureBlock } from './flow-figure.ts';
import { sourceRuns, style } from './flow-notes.ts';
import { paragraph } from './flow-paragraph.ts';
import { clearOfRail, railItems } from './flow-rail.ts';
import { tableBlock } from './flow-table.ts';
import { linesAt, settled } from './line-ends.ts';
import type { Mentions } from './mentions.ts';
import { quoted, runsOf, textOf } from './print.ts';
import { OWN_SCALES, scaleFindings, sharedScales } from './shared-scales.ts';
import type { Run } from './text.ts';
import { keptWithSource } from './with-source.ts';

const inReport = <T extends { readonly only?: 'deck' | 'report' }>(things: readonly T[]): readonly T[] =>
  things.filter((t) => t.only !== 'deck');

/** Blocks in reading order: columns of a slide follow each other in the report. */
const reportBlocks = (blocks: readonly Block[]): readonly Block[] =>
  inReport(blocks).flatMap((b): readonly Block[] =>
    b.kind === 'columns' ? b.columns.flatMap(reportBlocks) : b.kind === 'notes' ? [] : [b],
  );

type Planner<B extends Block> = (block: B, context: FlowContext) => readonly FlowBlock[];

const rowsTable: Planner<BlockOf<'rows'>> = (block, context) =>
  block.rows.map((r) =>
    paragraph(
      [
        { kind: 'strong', children: r.label },
        { kind: 'text', text: `${context.locale.stop}${context.locale.sentenceSpace}` },
        ...r.text,
        { kind: 'text', text: context.locale.stop },
      ],
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
      runs: settled(
        runsOf(block.inlines, { size: 12, bold: true, color: 'navy' }, context, context.mentions),
        textZone(context.page) - 2 * TAKEAWAY_PAD,
      ),
      fill: { kind: 'solid', color: 'panel' },
    },
  ],
  quote: (block, context) => [
    paragraph([{ kind: 'emphasis', children: quoted(block.inlines, context) }], 'body', context, { keepWithNext: true }),
    paragraph(
      [
        { kind: 'strong', children: block.name },
        ...(block.role.length === 0 ? [] : [{ kind: 'text', text: ', ' } as const, ...block.role]),
        ...(block.sources.length === 0 ? [] : [{ kind: 'text', text: ' ' } as const, ...citesOf(block.sources)]),
      ],
      'body',
      context,
    ),
  ],
  // The numbered heading of the section is the report's.
  divider: () => [],
  closing: (block, context) => block.items.map((item) => paragraph(item, 'body', context)),
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

/** Where the text of a subsection comes from; exhibits carry source lines of their own. */
const textSource = (subsection: Subsection, context: FlowContext): readonly FlowBlock[] =>
  subsection.sources.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          style: 'textSource',
          zone: 'text',
          direction: context.locale.direction,
          runs: sourceRuns(subsection.sources, context),
          keepWithNext: false,
        },
      ];

/** A title as running text: what the deck abbreviates ("$4.54 bn") is written out. */
const asText = (inlines: readonly Inline[], context: FlowContext): readonly Inline[] =>
  inlines.map((i) =>
    i.kind === 'figure' && i.form === 'value' && context.ledger.figures.get(i.figure)?.unit.kind === 'money' ? { ...i, form: 'long' } : i,
  );

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
    ? [paragraph([...asText(subsection.title, context), { kind: 'text', text: context.locale.stop }], 'lead', context, { color: 'ink2' })]
    : [heading(subsection.short.length > 0 ? subsection.short : asText(subsection.title, context), subsection.id)];
  const planned = [
    ...title,
    ...blocks.flatMap((b) => (b.kind === 'heading' ? [heading(b.inlines, `${subsection.id}-${b.anchor}`)] : planBlock(b, context))),
    ...textSource(subsection, context),
  ];
  return keptWithSource(keptTogether(planned, context.page), context.page);
};

/** Lines of a text that only leads to its figure, and the height of a figure that goes with it, points. */
const LEAD_IN = { lines: 5, figure: 300 } as const;

/**
 * A heading whose few lines lead to a figure stays with it: left at the foot of a page they would save no more than their own
 * height, and the reader would turn the page between the mention and what is mentioned.
 */
const keptTogether = (blocks: readonly FlowBlock[], page: PageGeometry): readonly FlowBlock[] =>
  blocks.map((block, i) => {
    const [before, next] = [blocks[i - 1], blocks[i + 1]];
    if (block.kind !== 'paragraph' || before?.kind !== 'heading' || next?.kind !== 'figure') return block;
    const isShort = linesAt(block.runs, textZone(page)).length <= LEAD_IN.lines;
    return isShort && next.height <= LEAD_IN.figure ? { ...block, keepWithNext: true } : block;
  });

/** Items of a list that text follows stand as far from it as paragraphs do. */
const withListEnds = (blocks: readonly FlowBlock[]): readonly FlowBlock[] =>
  blocks.map((block, i) => {
    const next = blocks[i + 1];
    const ends = block.kind === 'paragraph' && block.marker !== undefined && next?.kind === 'paragraph' && next.marker === undefined;
    return ends ? { ...block, after: STYLES.body.after } : block;
  });

/** A heading that is the only one of its section has no number and no line in the contents: it leads its text in. */
const withoutLoneHeading = (blocks: readonly FlowBlock[], direction: Direction): readonly FlowBlock[] =>
  blocks.filter((b) => b.kind === 'heading').length !== 1
    ? blocks
    : blocks.map((b) =>
        b.kind === 'heading'
          ? {
              kind: 'paragraph',
              style: 'body',
              zone: 'text',
              direction,
              runs: b.runs.map((r) => ({ ...r, size: STYLES.body.size })),
              keepWithNext: true,
            }
          : b,
      );

const isExhibit = (block: Block): boolean => block.kind === 'chart' || block.kind === 'table' || block.kind === 'trace';

const planSection = (section: Section, number: number, base: FlowContext): readonly FlowBlock[] => {
  const exhibits = inReport(section.subsections).flatMap((u) => reportBlocks(u.blocks).filter(isExhibit));
  const own: FlowContext = { ...base, alone: exhibits.length === 1 };
  // Where pages end is known to Word alone: what stands in one section may stand on one page.
  const scales = sharedScales(
    exhibits.flatMap((b) => (b.kind === 'chart' ? [b.spec] : [])),
    (at) => exhibits.flatMap((b) => (b.kind === 'chart' ? [compiledFigure(b.spec, at, own).chart.native] : [])),
    base,
  );
  for (const d of scaleFindings(scales)) base.report(d);
  const context: FlowContext = { ...own, scales };
  const runs = runsOf(section.title, style('h1', 'navy'), context);
  const subsections = inReport(section.subsections);
  const tiles = subsections.flatMap((u) => reportBlocks(u.blocks).filter((b) => b.kind === 'tiles'));
  const rail = railItems(tiles, context.page.rail, context);
  const place = { section: number, first: true, next: 1 };
  const body = subsections.flatMap((u, i) => {
    const planned = planSubsection(u, { ...place, first: i === 0, next: place.next }, context);
    place.next += planned.filter((b) => b.kind === 'heading').length;
    return planned;
  });
  const title: FlowBlock = {
    kind: 'heading',
    level: 1,
    number: String(number),
    anchor: section.id,
    text: textOf(runs),
    runs,
    rail,
    // The executive summary keeps its page, and key figures beside the text want the head of one.
    ...(number > 2 && rail.length === 0 ? { mayRunOn: true } : {}),
  };
  return clearOfRail([title, ...withListEnds(withoutLoneHeading(body, context.locale.direction))], context.page);
};

/** The pages ahead of the contents: what they state stands beside its name in the rail. */
const planFront = (section: Section, context: FlowContext): FrontPage => ({
  title: textOf(runsOf(section.title, style('h1', 'navy'), context)),
  blocks: inReport(section.subsections).flatMap((u) =>
    reportBlocks(u.blocks).flatMap((block) =>
      block.kind === 'rows'
        ? block.rows.map((r) =>
            paragraph([...r.text, { kind: 'text', text: '.' }], 'fact', context, {
              marker: textOf(runsOf(r.label, style('fact'), context)),
            }),
          )
        : planBlock(block, context),
    ),
  ),
});

/** As many figures, or tables, have a list of their own. */
const LISTED_FROM = 3;

/** Plans the report as a stream of blocks: numbers headings, figures, tables and footnotes, and prints every figure. */
export const planFlow = (
  briefing: Briefing,
  texts: { readonly confidentiality: string; readonly page: PageGeometry },
  base: LayoutContext,
): Flow => {
  const inOrder = inReport(briefing.sections).filter((s) => inReport(s.subsections).length > 0);
  const sections = inOrder.filter((s) => !s.front);
  const { figures, tables, reference } = exhibitNumbers(
    sections.flatMap((s) => inReport(s.subsections).flatMap((u) => reportBlocks(u.blocks))),
    base.words,
  );
  const footnotes: { number: number; runs: readonly Run[] }[] = [];
  const mentions: Mentions = {
    reference,
    footnote: (children) => {
      footnotes.push({ number: footnotes.length + 1, runs: runsOf(children, style('footnote', 'ink2'), base) });
      return footnotes.length;
    },
  };
  const indent = captionIndent([
    { word: base.words.figure, count: figures.size },
    { word: base.words.table, count: tables.size },
  ]);
  const context: FlowContext = {
    ...base,
    mentions,
    page: texts.page,
    captionIndent: indent,
    alone: false,
    scales: OWN_SCALES,
    footnotes,
    figureNumber: (anchor) => figures.get(anchor) ?? 0,
    tableNumber: (anchor) => tables.get(anchor) ?? 0,
  };
  const blocks = sections.flatMap((s, i) => planSection(s, i + 1, context));
  const sticker = briefing.cover.stickers.join(' · ');
  return {
    page: texts.page,
    language: briefing.language,
    direction: context.locale.direction,
    title: briefing.cover.title,
    publisher: briefing.publisher,
    date: briefing.date,
    theme: base.theme,
    cover: briefing.cover,
    runningHead: briefing.shortTitle,
    confidentiality: texts.confidentiality,
    front: inOrder.filter((s) => s.front).map((s) => planFront(s, context)),
    ...(sticker === '' ? {} : { sticker }),
    contentsTitle: base.words.contents,
    lists: {
      ...(figures.size >= LISTED_FROM ? { figure: base.words.figures } : {}),
      ...(tables.size >= LISTED_FROM ? { table: base.words.tables } : {}),
    },
    words: {
      figure: base.words.figure,
      table: base.words.table,
      continued: base.words.continued,
      page: base.words.page,
      preparedFor: base.words.preparedFor,
    },
    captionIndent: indent,
    blocks,
    footnotes,
  };
};
