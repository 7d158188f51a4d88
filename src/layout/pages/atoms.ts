import type { FlowBlock, PageGeometry, TypeStyle } from '../flow.ts';
import { STYLES, TABLE_ROW_HEIGHT } from '../flow.ts';
import { fullWidth } from '../plan-flow.ts';
import type { Run } from '../text.ts';
import {
  artifact,
  baselineIn,
  lineRuns,
  linesOf,
  type Marks,
  type NodeDraft,
  node,
  type PageDraft,
  type RunLine,
  tagged,
} from './draft.ts';

/** A piece of a page that is never cut. */
export interface Atom {
  readonly height: number;
  /** Free space below, dropped at the foot of a page. */
  readonly after: number;
  /** Must stand on the same page as the next atom. */
  readonly keep: boolean;
  readonly startsPage: boolean;
  /** May change places with the text that follows it, to fill a page. */
  readonly floats: boolean;
  /** Anchors whose page is where this atom lands. */
  readonly anchors: readonly string[];
  /** Drawn again at the head of each further page, e.g. a table's header row. */
  readonly repeat?: { readonly height: number; readonly draw: (page: PageDraft, y: number) => void };
  readonly footnotes: readonly number[];
  readonly draw: (page: PageDraft, y: number) => void;
}

export interface AtomContext {
  readonly page: PageGeometry;
  readonly marks: Marks;
  readonly words: { readonly figure: string; readonly table: string; readonly continued: string };
  /** The open section's structure element. */
  readonly parent: NodeDraft;
}

const plain = { keep: false, startsPage: false, floats: false, anchors: [], footnotes: [] } as const;

const left = (page: PageGeometry, zone: 'text' | 'full'): number => page.margin.left + (zone === 'text' ? page.rail + page.gutter : 0);
const width = (page: PageGeometry, zone: 'text' | 'full'): number => fullWidth(page) - (zone === 'text' ? page.rail + page.gutter : 0);

const footnotesIn = (line: RunLine): readonly number[] => line.pieces.flatMap((p) => p.data.footnote ?? []);

/** Lines of text as atoms: the first two and the last two keep together. */
const lineAtoms = (
  lines: readonly RunLine[],
  look: TypeStyle,
  x: number,
  keepAll: boolean,
  context: AtomContext,
  parent: NodeDraft,
): readonly Atom[] =>
  lines.map((line, i) => ({
    ...plain,
    height: look.leading,
    after: i === lines.length - 1 ? look.after : 0,
    keep: keepAll || (i < lines.length - 1 && (i === 0 || i === lines.length - 2)),
    footnotes: footnotesIn(line),
    draw: (page, y) =>
      tagged(page, context.marks, parent, { kind: 'line', x, baseline: baselineIn(y, look.leading, look.size), runs: lineRuns(line) }),
  }));

type BlockOf<K extends FlowBlock['kind']> = Extract<FlowBlock, { kind: K }>;

const MARKER_INDENT = 16;

const paragraphAtoms = (block: BlockOf<'paragraph'>, context: AtomContext): readonly Atom[] => {
  const look = STYLES[block.style];
  const x = left(context.page, block.zone);
  if (block.marker === undefined) {
    const p = node('P');
    context.parent.children.push(p);
    return lineAtoms(linesOf(block.runs, width(context.page, block.zone)), look, x, block.keepWithNext, context, p);
  }
  const [label, body] = [node('Lbl'), node('LBody')];
  const indent = block.marker.length > 2 ? MARKER_INDENT + 4 : MARKER_INDENT - 4;
  listOf(context.parent).children.push(node('LI', [label, body]));
  const atoms = lineAtoms(
    linesOf(block.runs, width(context.page, block.zone) - indent),
    look,
    x + indent,
    block.keepWithNext,
    context,
    body,
  );
  const marker: Run = {
    text: block.marker,
    bold: block.style === 'numbered',
    italic: false,
    size: look.size,
    color: block.style === 'numbered' ? 'blue' : 'ink',
  };
  return atoms.map((a, i) =>
    i > 0
      ? a
      : {
          ...a,
          draw: (page, y) => {
            tagged(page, context.marks, label, { kind: 'line', x, baseline: baselineIn(y, look.leading, look.size), runs: [marker] });
            a.draw(page, y);
          },
        },
  );
};

/** The list that is open at the end of a section, or a new one. */
const listOf = (parent: NodeDraft): NodeDraft => {
  const last = parent.children.at(-1);
  if (last && 'tag' in last && last.tag === 'L') return last;
  const list = node('L');
  parent.children.push(list);
  return list;
};

const headingAtoms = (block: BlockOf<'heading'>, context: AtomContext): readonly Atom[] => {
  const first = block.level === 1;
  const look = first ? STYLES.h1 : STYLES.h2;
  const x = left(context.page, 'text');
  const h = node(first ? 'H1' : 'H2');
  context.parent.children.push(h);
  const number: Run = {
    text: first ? block.number : `${block.number}  `,
    bold: true,
    italic: false,
    size: look.size,
    color: first ? 'blue' : 'navy',
  };
  const lines = linesOf(first ? block.runs : [number, ...block.runs], width(context.page, 'text'));
  const rail = block.rail.map((item) => ({ item, value: node('P'), text: node('P') }));
  for (const r of rail) context.parent.children.push(r.value, r.text);
  const drawRail = (page: PageDraft, top: number): void => {
    let y = top + 34;
    for (const { item, value, text } of rail) {
      const sizes: readonly Run[] = item.value;
      tagged(page, context.marks, value, {
        kind: 'line',
        x: context.page.margin.left,
        baseline: baselineIn(y, STYLES.railValue.leading, STYLES.railValue.size),
        runs: sizes,
      });
      y += STYLES.railValue.leading;
      for (const line of linesOf(item.text, context.page.rail)) {
        tagged(page, context.marks, text, {
          kind: 'line',
          x: context.page.margin.left,
          baseline: baselineIn(y, STYLES.railText.leading, STYLES.railText.size),
          runs: lineRuns(line),
        });
        y += STYLES.railText.leading;
      }
      y += STYLES.railText.after;
    }
  };
  const space = first ? 0 : 10;
  return lines.map((line, i) => ({
    ...plain,
    height: look.leading + (i === 0 ? space : 0),
    after: i === lines.length - 1 ? look.after : 0,
    keep: true,
    startsPage: first && i === 0,
    anchors: i === 0 ? [block.anchor] : [],
    draw: (page, y) => {
      const top = y + (i === 0 ? space : 0);
      if (i === 0 && first) {
        page.section = `${block.number}  ${block.text}`;
        tagged(page, context.marks, h, {
          kind: 'line',
          x: context.page.margin.left,
          baseline: baselineIn(top, look.leading, look.size),
          runs: [number],
        });
      }
      tagged(page, context.marks, h, { kind: 'line', x, baseline: baselineIn(top, look.leading, look.size), runs: lineRuns(line) });
      if (i === lines.length - 1) drawRail(page, top);
    },
  }));
};

const CAPTION_INDENT = 52;

interface Stamp {
  readonly height: number;
  readonly draw: (page: PageDraft, y: number) => void;
}

/** Lines one below the other, tagged as one element; nothing when there is no text. */
const textStamp = (
  runs: readonly Run[],
  look: TypeStyle,
  x: number,
  w: number,
  parent: NodeDraft | undefined,
  context: AtomContext,
): Stamp => {
  if (runs.length === 0) return { height: 0, draw: () => undefined };
  const lines = linesOf(runs, w);
  return {
    height: lines.length * look.leading + look.after,
    draw: (page, y) =>
      lines.forEach((line, i) => {
        const item = {
          kind: 'line',
          x,
          baseline: baselineIn(y + i * look.leading, look.leading, look.size),
          runs: lineRuns(line),
        } as const;
        if (parent) tagged(page, context.marks, parent, item);
        else artifact(page, item);
      }),
  };
};

const RULE_GAP = 6;

/** Rule, "Figure n", caption and subtitle. Without a parent it is the repeated head of a table: an artifact. */
const captionStamp = (
  label: string,
  caption: readonly Run[],
  subtitle: readonly Run[],
  parent: NodeDraft | undefined,
  context: AtomContext,
): Stamp => {
  const x = context.page.margin.left;
  const w = fullWidth(context.page);
  const number: Run = { text: label, bold: true, italic: false, size: STYLES.caption.size, color: 'blue' };
  const title = textStamp(caption, STYLES.caption, x + CAPTION_INDENT, w - CAPTION_INDENT, parent, context);
  const sub = textStamp(subtitle, STYLES.subtitle, x + CAPTION_INDENT, w - CAPTION_INDENT, parent, context);
  return {
    height: RULE_GAP + title.height + sub.height,
    draw: (page, y) => {
      artifact(page, { kind: 'rule', x1: x, y1: y, x2: x + w, y2: y, stroke: { color: 'navy', width: 1, dashed: false } });
      const item = {
        kind: 'line',
        x,
        baseline: baselineIn(y + RULE_GAP, STYLES.caption.leading, STYLES.caption.size),
        runs: [number],
      } as const;
      if (parent) tagged(page, context.marks, parent, item);
      else artifact(page, item);
      title.draw(page, y + RULE_GAP);
      sub.draw(page, y + RULE_GAP + title.height);
    },
  };
};

const BLOCK_SPACE = 10;

const figureAtoms = (block: BlockOf<'figure'>, context: AtomContext): readonly Atom[] => {
  const x = context.page.margin.left;
  const w = fullWidth(context.page);
  const [caption, figure, note, source] = [node('Caption'), node('Figure'), node('P'), node('P')];
  figure.alt = block.chart.alt;
  const hasNote = block.note.length > 0;
  const hasSource = block.source.length > 0;
  context.parent.children.push(caption, figure, ...(hasNote ? [note] : []), ...(hasSource ? [source] : []));
  const head = captionStamp(`${context.words.figure}\u00a0${block.number}`, block.caption, block.subtitle, caption, context);
  const noteText = textStamp(block.note, STYLES.note, x, w, note, context);
  const sourceText = textStamp(block.source, { ...STYLES.source, after: 0 }, x, w, source, context);
  return [
    {
      ...plain,
      height: BLOCK_SPACE + head.height + 4 + block.height + 6 + noteText.height + sourceText.height,
      after: STYLES.source.after,
      floats: true,
      anchors: [block.anchor],
      draw: (page, top) => {
        let y = top + BLOCK_SPACE;
        head.draw(page, y);
        y += head.height + 4;
        figure.bbox = [x, y, x + w, y + block.height];
        tagged(page, context.marks, figure, { kind: 'scene', x, y, scene: block.chart.scene, name: block.chart.native.id });
        y += block.height + 6;
        noteText.draw(page, y);
        sourceText.draw(page, y + noteText.height);
      },
    },
  ];
};

const CELL_PAD = 4;

interface Row {
  readonly height: number;
  readonly draw: (page: PageDraft, y: number, parent: NodeDraft | undefined, cell: 'TH' | 'TD') => void;
}

const tableRow = (
  cells: readonly (readonly Run[])[],
  block: BlockOf<'table'>,
  rule: { readonly color: 'navy' | 'grid' | 'ink3'; readonly width: number },
  context: AtomContext,
): Row => {
  const look = STYLES.table;
  const laid = block.columns.map((column, i) => ({ column, lines: linesOf(cells[i] ?? [], column.width - 2 * CELL_PAD) }));
  const height = Math.max(TABLE_ROW_HEIGHT, Math.max(1, ...laid.map((c) => c.lines.length)) * look.leading + 5);
  return {
    height,
    draw: (page, y, parent, cell) => {
      let x = context.page.margin.left;
      const row = node('TR');
      parent?.children.push(row);
      for (const { column, lines } of laid) {
        const made = node(cell);
        if (cell === 'TH') made.scope = 'Column';
        row.children.push(made);
        const top = y + (height - lines.length * look.leading) / 2;
        lines.forEach((line, i) => {
          if (line.pieces.length === 0) return;
          const at = column.align === 'right' ? x + column.width - CELL_PAD - line.width : x + (column === block.columns[0] ? 0 : CELL_PAD);
          const item = {
            kind: 'line',
            x: at,
            baseline: baselineIn(top + i * look.leading, look.leading, look.size),
            runs: lineRuns(line),
          } as const;
          if (parent) tagged(page, context.marks, made, item);
          else artifact(page, item);
        });
        x += column.width;
      }
      artifact(page, {
        kind: 'rule',
        x1: context.page.margin.left,
        y1: y + height,
        x2: x,
        y2: y + height,
        stroke: { ...rule, dashed: false },
      });
    },
  };
};

const tableAtoms = (block: BlockOf<'table'>, context: AtomContext): readonly Atom[] => {
  const x = context.page.margin.left;
  const w = fullWidth(context.page);
  const [caption, table, head, body, note, source] = [node('Caption'), node('Table'), node('THead'), node('TBody'), node('P'), node('P')];
  table.alt = block.alt;
  table.children.push(head, body);
  const hasNote = block.note.length > 0;
  const hasSource = block.source.length > 0;
  context.parent.children.push(caption, table, ...(hasNote ? [note] : []), ...(hasSource ? [source] : []));
  const label = `${context.words.table}\u00a0${block.number}`;
  const title = captionStamp(label, block.caption, block.subtitle, caption, context);
  const last = block.caption.at(-1);
  const continued: readonly Run[] = last ? [...block.caption, { ...last, bold: false, text: ` (${context.words.continued})` }] : [];
  const again = captionStamp(label, continued, block.subtitle, undefined, context);
  const header = tableRow(block.header, block, { color: 'navy', width: 1 }, context);
  const repeat = {
    height: again.height + header.height + 4,
    draw: (page: PageDraft, y: number) => {
      again.draw(page, y);
      header.draw(page, y + again.height + 4, undefined, 'TH');
    },
  };
  const noteText = textStamp(block.note, STYLES.note, x, w, note, context);
  const sourceText = textStamp(block.source, { ...STYLES.source, after: 0 }, x, w, source, context);
  const rows = block.rows.map((r, i) =>
    tableRow(r.cells, block, block.rows[i + 1]?.emphasis ? { color: 'ink3', width: 0.75 } : { color: 'grid', width: 0.5 }, context),
  );
  const tail = (hasNote || hasSource ? 5 : 0) + noteText.height + sourceText.height;
  return [
    {
      ...plain,
      height: BLOCK_SPACE + title.height + 4 + header.height,
      after: 0,
      keep: true,
      anchors: [block.anchor],
      draw: (page, top) => {
        title.draw(page, top + BLOCK_SPACE);
        header.draw(page, top + BLOCK_SPACE + title.height + 4, head, 'TH');
      },
    },
    ...rows.map((row, i): Atom => {
      const end = i === rows.length - 1;
      return {
        ...plain,
        height: row.height + (end ? tail : 0),
        after: end ? STYLES.source.after : 0,
        // A single row is never left alone at the head or foot of a page.
        keep: !end && (i === 0 || i === rows.length - 2),
        repeat,
        draw: (page, y) => {
          row.draw(page, y, body, 'TD');
          if (end) {
            noteText.draw(page, y + row.height + 5);
            sourceText.draw(page, y + row.height + 5 + noteText.height);
          }
        },
      };
    }),
  ];
};

const TAKEAWAY_PAD = 10;

const takeawayAtoms = (block: BlockOf<'takeaway'>, context: AtomContext): readonly Atom[] => {
  const x = left(context.page, 'text');
  const w = width(context.page, 'text');
  const look: TypeStyle = { size: 12, leading: 16, after: 0, bold: true };
  const p = node('P');
  context.parent.children.push(p);
  const text = textStamp(block.runs, look, x + TAKEAWAY_PAD, w - 2 * TAKEAWAY_PAD, p, context);
  const height = text.height + 2 * TAKEAWAY_PAD;
  return [
    {
      ...plain,
      height: height + 6,
      after: 10,
      draw: (page, y) => {
        artifact(page, { kind: 'rect', x, y: y + 6, w, h: height, fill: block.fill });
        text.draw(page, y + 6 + TAKEAWAY_PAD);
      },
    },
  ];
};

const ATOMS: { readonly [K in FlowBlock['kind']]: (block: BlockOf<K>, context: AtomContext) => readonly Atom[] } = {
  heading: headingAtoms,
  paragraph: paragraphAtoms,
  figure: figureAtoms,
  table: tableAtoms,
  takeaway: takeawayAtoms,
};

/** The atoms of a block, with their structure elements appended to the open section in reading order. */
export const atomsOf = (block: FlowBlock, context: AtomContext): readonly Atom[] =>
  (ATOMS[block.kind] as (block: FlowBlock, context: AtomContext) => readonly Atom[])(block, context);
