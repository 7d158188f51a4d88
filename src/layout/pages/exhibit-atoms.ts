import type { Fill } from '../../charts/paint.ts';
import { fullWidth, STYLES, TABLE_CELL_PAD, TABLE_ROW_HEIGHT } from '../flow.ts';
import type { Run } from '../text.ts';
import { type Atom, type AtomContext, type BlockOf, plain, type Stamp, textStamp } from './atom.ts';
import { artifact, baselineIn, lineRuns, linesOf, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

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
  const indent = context.captionIndent;
  const title = textStamp(caption, STYLES.caption, x + indent, w - indent, parent, context);
  const sub = textStamp(subtitle, STYLES.subtitle, x + indent, w - indent, parent, context);
  // Without a unit below it a caption still stands clear of what it names.
  const clear = subtitle.length === 0 ? STYLES.subtitle.after : 0;
  return {
    height: RULE_GAP + title.height + sub.height + clear,
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
const CHART_SPACE = 4;

/** A chart with its caption, note and source line: never cut, may float past text. */
export const figureAtoms = (block: BlockOf<'figure'>, context: AtomContext): readonly Atom[] => {
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
      height: head.height + block.height + CHART_SPACE + noteText.height + sourceText.height,
      before: BLOCK_SPACE,
      after: STYLES.source.after,
      floats: true,
      anchors: [block.anchor],
      draw: (page, top) => {
        head.draw(page, top);
        let y = top + head.height;
        figure.bbox = [x, y, x + w, y + block.height];
        tagged(page, context.marks, figure, {
          kind: 'scene',
          x,
          y,
          scene: block.chart.scene,
          name: block.chart.native.id,
          told: block.chart.told,
        });
        y += block.height + CHART_SPACE;
        noteText.draw(page, y);
        sourceText.draw(page, y + noteText.height);
      },
    },
  ];
};

interface Row {
  readonly height: number;
  readonly draw: (page: PageDraft, y: number, parent: NodeDraft | undefined, cell: 'TH' | 'TD') => void;
}

const tableRow = (
  cells: readonly (readonly Run[])[],
  trails: readonly number[],
  fills: readonly (Fill | undefined)[],
  block: BlockOf<'table'>,
  rule: { readonly color: 'navy' | 'grid' | 'ink3'; readonly width: number },
  context: AtomContext,
): Row => {
  const look = STYLES.table;
  const laid = block.columns.map((column, i) => {
    const before = (i === 0 ? 0 : TABLE_CELL_PAD) + column.lead;
    const behind = TABLE_CELL_PAD + (trails[i] ?? 0);
    return { column, before, behind, lines: linesOf(cells[i] ?? [], column.width - before - behind) };
  });
  const height = Math.max(TABLE_ROW_HEIGHT, Math.max(1, ...laid.map((c) => c.lines.length)) * look.leading + 5);
  return {
    height,
    draw: (page, y, parent, cell) => {
      let x = context.page.margin.left;
      const row = node('TR');
      parent?.children.push(row);
      let left = x;
      block.columns.forEach((column, i) => {
        const fill = fills[i];
        if (fill) artifact(page, { kind: 'rect', x: left, y, w: column.width, h: height, fill });
        left += column.width;
      });
      for (const { column, before, behind, lines } of laid) {
        const made = node(cell);
        if (cell === 'TH') made.scope = 'Column';
        row.children.push(made);
        const top = y + (height - lines.length * look.leading) / 2;
        lines.forEach((line, i) => {
          if (line.pieces.length === 0) return;
          const at = column.align === 'right' ? x + column.width - behind - line.width : x + before;
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

/** Tables of so few rows are not cut: a reader takes them in at a glance. */
const UNCUT = 8;

/** A single row is never left alone at the head or foot of a page, nor a sum without the first of its parts. */
export const keepsWithNext = (block: BlockOf<'table'>, row: number): boolean =>
  block.rows.length <= UNCUT || row === 0 || row === block.rows.length - 2 || (block.rows[row]?.emphasis ?? false);

/** A table row by row, its head repeated on each further page. */
export const tableAtoms = (block: BlockOf<'table'>, context: AtomContext): readonly Atom[] => {
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
  const header = tableRow(block.header, [], [], block, { color: 'navy', width: 1 }, context);
  const repeat = {
    height: again.height + header.height,
    inWord: header.height,
    draw: (page: PageDraft, y: number) => {
      again.draw(page, y);
      header.draw(page, y + again.height, undefined, 'TH');
    },
  };
  const noteText = textStamp(block.note, STYLES.note, x, w, note, context);
  const sourceText = textStamp(block.source, { ...STYLES.source, after: 0 }, x, w, source, context);
  const rows = block.rows.map((r, i) =>
    tableRow(
      r.cells,
      r.trails,
      r.fills ?? [],
      block,
      block.rows[i + 1]?.emphasis ? { color: 'ink3', width: 0.75 } : { color: 'grid', width: 0.5 },
      context,
    ),
  );
  const tail = (hasNote || hasSource ? 5 : 0) + noteText.height + sourceText.height;
  return [
    {
      ...plain,
      height: title.height + header.height,
      before: BLOCK_SPACE,
      after: 0,
      keep: true,
      anchors: [block.anchor],
      draw: (page, top) => {
        title.draw(page, top);
        header.draw(page, top + title.height, head, 'TH');
      },
    },
    ...rows.map((row, i): Atom => {
      const end = i === rows.length - 1;
      return {
        ...plain,
        height: row.height + (end ? tail : 0),
        after: end ? STYLES.source.after : 0,
        keep: !end && keepsWithNext(block, i),
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
