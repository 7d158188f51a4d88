import type { Fill } from '../../charts/paint.ts';
import { type Flow, type FlowBlock, STYLES, TABLE_CELL_PAD, TABLE_ROW_HEIGHT, TAKEAWAY_PAD } from '../../layout/flow.ts';
import { keepsWithNext } from '../../layout/pages/exhibit-atoms.ts';
import { RUN_ON_SPACE } from '../../layout/pages/run-on.ts';
import type { Run } from '../../layout/text.ts';
import { chartGraphic } from '../../ooxml/chart.ts';
import { el, escapeAttribute } from '../../ooxml/xml.ts';
import { type BodyContext, bookmarked, field, type Inherited, paragraphXml, runsXml, textXml } from './paragraphs.ts';
import { sideOf } from './sides.ts';
import { colorXml, twips } from './styles.ts';

export interface BlockContext extends BodyContext {
  readonly flow: Flow;
  /** Anchors of the sections that begin below another. */
  readonly ranOn: ReadonlySet<string>;
  /** Adds the chart to the package; returns its relationship id. */
  readonly addChart: (block: BlockOf<'figure'>) => string;
}

export type BlockOf<K extends FlowBlock['kind']> = Extract<FlowBlock, { kind: K }>;

const EMU = 12700;
const inherit = (style: { readonly bold: boolean; readonly size: number }, color: Run['color']): Inherited => ({
  bold: style.bold,
  size: style.size,
  color,
});

const PARAGRAPHS = {
  lead: { id: 'Lead', color: 'ink2' },
  body: { id: 'BodyText', color: 'ink' },
  bullet: { id: 'ListBullet', color: 'ink' },
  numbered: { id: 'NumberedEntry', color: 'ink' },
  fact: { id: 'Fact', color: 'ink' },
  note: { id: 'Note', color: 'ink3' },
  source: { id: 'Source', color: 'ink3' },
  textSource: { id: 'TextSource', color: 'ink3' },
} as const;

/** What a style's first line hangs, points. */
const HANGING: Readonly<Record<BlockOf<'paragraph'>['style'], number>> = {
  lead: 0,
  body: 0,
  bullet: 12,
  numbered: 20,
  fact: 0,
  note: 0,
  source: 0,
  textSource: 0,
};

/** A paragraph that runs against its document takes its sides with it: Word's left is where a paragraph begins (17.3.1.6, 17.3.1.12). */
const againstXml = (block: BlockOf<'paragraph'>, { flow }: BlockContext): { readonly bidi: string; readonly indent: string } => {
  if (block.direction === flow.direction) return { bidi: '', indent: '' };
  const hanging = HANGING[block.style];
  const rail = block.zone === 'text' ? twips(flow.page.rail + flow.page.gutter) : 0;
  return {
    bidi: block.direction === 'rtl' ? '<w:bidi/>' : '<w:bidi w:val="0"/>',
    indent: el('w:ind', { 'w:left': twips(hanging), 'w:right': rail, 'w:hanging': hanging === 0 ? undefined : twips(hanging) }),
  };
};

const paragraph = (block: BlockOf<'paragraph'>, context: BlockContext): string => {
  const { id, color } = PARAGRAPHS[block.style];
  const { bidi, indent } = againstXml(block, context);
  const look = block.style === 'numbered' ? 'blue' : block.style === 'fact' ? 'ink2' : undefined;
  const marker =
    look !== undefined && block.marker !== undefined
      ? `<w:r><w:rPr><w:b/><w:bCs/>${colorXml(look, context.theme)}</w:rPr>${textXml(block.marker)}<w:tab/></w:r>`
      : '';
  return paragraphXml(
    id,
    marker + runsXml(block.runs, inherit(STYLES[block.style], color), context),
    (block.keepWithNext || block.leadsToSource ? '<w:keepNext/>' : '') +
      bidi +
      (block.after === undefined ? '' : `<w:spacing w:after="${twips(block.after)}"/>`) +
      indent,
  );
};

/** Rail figures stand in a text frame beside the text that follows them; equal frame properties join the paragraphs. */
const railXml = (block: BlockOf<'heading'>, context: BlockContext): string => {
  const { page } = context.flow;
  const frame = `<w:framePr w:w="${twips(page.rail)}" w:hSpace="${twips(page.gutter)}" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="${twips(sideOf(context.flow, page.margin.left, page.rail))}" w:y="1"/>`;
  return block.rail
    .map(
      (item) =>
        paragraphXml('RailFigure', runsXml(item.value, inherit(STYLES.railValue, 'navy'), context), `<w:keepNext/>${frame}`) +
        paragraphXml('RailText', runsXml(item.text, inherit(STYLES.railText, 'ink2'), context), frame),
    )
    .join('');
};

const heading = (block: BlockOf<'heading'>, context: BlockContext): string => {
  const look = block.level === 1 ? STYLES.h1 : STYLES.h2;
  return (
    paragraphXml(
      `Heading${block.level}`,
      bookmarked(context.bookmark(block.anchor), runsXml(block.runs, inherit(look, 'navy'), context), context),
      context.ranOn.has(block.anchor) ? `<w:spacing w:before="${twips(RUN_ON_SPACE)}"/>` : '',
    ) + railXml(block, context)
  );
};

const captionXml = (word: string, block: BlockOf<'figure'> | BlockOf<'table'>, context: BlockContext): string => {
  const blue = `<w:rPr>${colorXml('blue', context.theme)}</w:rPr>`;
  const label = `<w:r>${blue}${textXml(`${word}\u00a0`)}</w:r>${bookmarked(context.numberBookmark(block.anchor), field(`SEQ ${word} \\* ARABIC`, `<w:r>${blue}${textXml(String(block.number))}</w:r>`, blue), context)}`;
  const caption = paragraphXml(
    'Caption',
    `${bookmarked(context.bookmark(block.anchor), label, context)}<w:r><w:tab/></w:r>${runsXml(block.caption, inherit(STYLES.caption, 'ink'), context)}`,
    // Without a unit below it a caption still stands clear of what it names.
    block.subtitle.length === 0 ? `<w:spacing w:after="${twips(STYLES.subtitle.after)}"/>` : '',
  );
  return block.subtitle.length === 0
    ? caption
    : caption + paragraphXml('CaptionSubtitle', runsXml(block.subtitle, inherit(STYLES.subtitle, 'ink2'), context));
};

const notesXml = (block: BlockOf<'figure'> | BlockOf<'table'>, context: BlockContext): string => {
  const note =
    block.note.length === 0
      ? ''
      : paragraphXml(
          'Note',
          runsXml(block.note, inherit(STYLES.note, 'ink3'), context),
          `${block.source.length > 0 || block.leadsToSource ? '<w:keepNext/>' : ''}${block.source.length > 0 ? '' : `<w:spacing w:after="${twips(STYLES.source.after)}"/>`}`,
        );
  const source =
    block.source.length === 0
      ? ''
      : paragraphXml('Source', runsXml(block.source, inherit(STYLES.source, 'ink3'), context), block.leadsToSource ? '<w:keepNext/>' : '');
  return note + source;
};

/** LibreOffice writes the texts of a chart backwards that stands in a paragraph from right to left. */
const UNTURNED = '<w:bidi w:val="0"/>';

const inlineFrame = (id: number, name: string, alt: string, width: number, height: number, graphic: string): string =>
  `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="${id}" name="${escapeAttribute(name)}" descr="${escapeAttribute(alt)}"/><wp:cNvGraphicFramePr/>${graphic}</wp:inline></w:drawing>`;

const figure = (block: BlockOf<'figure'>, context: BlockContext): string => {
  const { page } = context.flow;
  const width = page.width - page.margin.left - page.margin.right;
  const frame = inlineFrame(
    context.nextId(),
    `${context.flow.words.figure} ${block.number}`,
    block.chart.alt,
    width,
    block.height,
    chartGraphic(context.addChart(block)),
  );
  return (
    captionXml(context.flow.words.figure, block, context) +
    paragraphXml('FigureFrame', `<w:r>${frame}</w:r>`, context.flow.direction === 'rtl' ? UNTURNED : '') +
    notesXml(block, context)
  );
};

const border = (side: string, size: number, color: string, themeColor?: string, space = 0): string =>
  el(`w:${side}`, { 'w:val': 'single', 'w:sz': size, 'w:space': space, 'w:color': color, 'w:themeColor': themeColor });

/** Above and below a cell's text: with the rule below, a row of one line is as high as planned. */
const CELL_SPACE = 2.25;

const cell = (
  runs: readonly Run[],
  column: BlockOf<'table'>['columns'][number],
  place: { readonly first: boolean; readonly trail: number; readonly fill: Fill | undefined },
  look: { readonly header: boolean; readonly below: string; readonly keep: boolean },
  context: BlockContext,
): string => {
  const style = look.header ? 'TableHead' : 'TableText';
  const align = column.align === 'right' ? '<w:jc w:val="right"/>' : '';
  const inherited = inherit({ size: STYLES.table.size, bold: look.header }, look.header ? 'ink2' : 'ink');
  return el(
    'w:tc',
    {},
    el(
      'w:tcPr',
      {},
      el('w:tcW', { 'w:w': twips(column.width), 'w:type': 'dxa' }),
      el('w:tcBorders', {}, look.below),
      place.fill?.kind === 'solid'
        ? el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': context.theme.colors[place.fill.color] })
        : '',
      `<w:tcMar><w:left w:w="${twips((place.first ? 0 : TABLE_CELL_PAD) + column.lead)}" w:type="dxa"/><w:right w:w="${twips(TABLE_CELL_PAD + place.trail)}" w:type="dxa"/></w:tcMar>`,
      '<w:vAlign w:val="center"/>',
    ),
    paragraphXml(
      style,
      runsXml(runs, inherited, context),
      `${look.keep && !look.header ? '<w:keepNext/>' : ''}<w:spacing w:before="${twips(CELL_SPACE)}" w:after="${twips(CELL_SPACE)}"/>${align}`,
    ),
  );
};

const table = (block: BlockOf<'table'>, context: BlockContext): string => {
  const { colors } = context.theme;
  const row = (
    cells: readonly (readonly Run[])[],
    trails: readonly number[],
    fills: readonly (Fill | undefined)[],
    look: { readonly header: boolean; readonly below: string; readonly keep: boolean },
  ): string =>
    el(
      'w:tr',
      {},
      el(
        'w:trPr',
        {},
        '<w:cantSplit/>',
        `<w:trHeight w:val="${twips(TABLE_ROW_HEIGHT)}" w:hRule="atLeast"/>`,
        look.header ? '<w:tblHeader/>' : '',
      ),
      ...block.columns.map((c, i) => cell(cells[i] ?? [], c, { first: i === 0, trail: trails[i] ?? 0, fill: fills[i] }, look, context)),
    );
  const rows = block.rows.map((r, i) => {
    const total = block.rows[i + 1]?.emphasis === true;
    const below = total ? border('bottom', 6, colors.ink3) : border('bottom', 4, colors.grid);
    const last = i === block.rows.length - 1;
    // The last row keeps with the note below it.
    return row(r.cells, r.trails, r.fills ?? [], { header: false, below, keep: last || keepsWithNext(block, i) });
  });
  const body = el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      context.flow.direction === 'rtl' ? '<w:bidiVisual/>' : '',
      el('w:tblW', { 'w:w': block.columns.reduce((sum, c) => sum + twips(c.width), 0), 'w:type': 'dxa' }),
      '<w:tblLayout w:type="fixed"/>',
      '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
      el('w:tblCaption', { 'w:val': block.caption.map((r) => r.text).join('') }),
      el('w:tblDescription', { 'w:val': block.alt }),
    ),
    el('w:tblGrid', {}, ...block.columns.map((c) => el('w:gridCol', { 'w:w': twips(c.width) }))),
    row(block.header, [], [], { header: true, below: border('bottom', 8, colors.navy, 'accent1'), keep: true }),
    ...rows,
  );
  // A paragraph must stand between a table and what follows; the note or source is one.
  const after = notesXml(block, context);
  return (
    captionXml(context.flow.words.table, block, context) +
    body +
    (after === ''
      ? paragraphXml(
          'Source',
          '',
          `${block.leadsToSource ? '<w:keepNext/>' : ''}<w:spacing w:after="${twips(STYLES.source.after - 1)}" w:line="${twips(1)}" w:lineRule="exact"/>`,
        )
      : `${paragraphXml('Note', '', `<w:keepNext/><w:spacing w:line="${twips(5)}" w:lineRule="exact"/>`)}${after}`)
  );
};

const takeaway = (block: BlockOf<'takeaway'>, context: BlockContext): string => {
  const fill = context.theme.colors.panel;
  // The box reaches as far from its text as in the page plan: 6 pt of border in the box's own colour, and the space inside of it.
  const side = (name: string): string => border(name, 48, fill, undefined, TAKEAWAY_PAD - 6);
  const { page } = context.flow;
  return paragraphXml(
    'Takeaway',
    runsXml(block.runs, { bold: true, color: 'navy', size: 12 }, context),
    `${block.leadsToSource ? '<w:keepNext/>' : ''}<w:keepLines/><w:pBdr>${side('top')}${side('left')}${side('bottom')}${side('right')}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/><w:ind w:left="${twips(page.rail + page.gutter + TAKEAWAY_PAD)}" w:right="${twips(TAKEAWAY_PAD)}"/>`,
  );
};

const BLOCKS: { readonly [K in FlowBlock['kind']]: (block: BlockOf<K>, context: BlockContext) => string } = {
  paragraph,
  heading,
  figure,
  table,
  takeaway,
};

export const blockXml = (block: FlowBlock, context: BlockContext): string =>
  (BLOCKS[block.kind] as (block: FlowBlock, context: BlockContext) => string)(block, context);
