import type { Block, BlockOf, Inline } from '../document/document.ts';
import { runsOf, textOf } from './print.ts';
import type { DeckContext } from './slide-blocks/block-layout.ts';
import { statementWidth } from './slide-blocks/rows.ts';
import { splitBoxes } from './slide-grid.ts';
import { linesOf } from './typeset.ts';

/** Behind a full stop or a semicolon, in East Asian texts without a blank. Never at a comma: what follows may turn the meaning. */
const END = /(?<=[.;!?]) +|(?<=[\u3002\uff1b\uff01\uff1f])/;

const piecesOf = (text: readonly Inline[]): readonly (readonly Inline[])[] => {
  const pieces: Inline[][] = [[]];
  for (const inline of text) {
    if (inline.kind !== 'text' || inline.exempt) {
      pieces.at(-1)?.push(inline);
      continue;
    }
    inline.text.split(END).forEach((part, i) => {
      if (i > 0) pieces.push([]);
      if (part !== '') pieces.at(-1)?.push({ kind: 'text', text: part });
    });
  }
  return pieces.filter((p) => p.length > 0);
};

const SPACE: Inline = { kind: 'text', text: ' ' };

const joined = (pieces: readonly (readonly Inline[])[]): readonly Inline[] => pieces.flatMap((p, i) => (i === 0 ? p : [SPACE, ...p]));

/** Without the mark that ended a piece: statements bear none. */
const unmarked = (text: readonly Inline[]): readonly Inline[] =>
  text.map((i, n) => (n === text.length - 1 && i.kind === 'text' ? { ...i, text: i.text.replace(/[.;\u3002\uff1b]$/, '') } : i));

type Row = BlockOf<'rows'>['rows'][number];

/** The sentences of a row that fit the lines a statement may have; the whole text goes to the notes. One long sentence stays, and is reported. */
const shortened = (row: Row, width: number, block: Block, context: DeckContext): Row => {
  const lines = (text: readonly Inline[]): number => linesOf(runsOf(text, { size: 14 }, context), width);
  const most = context.grid.statementLines;
  const needed = lines(row.text);
  if (needed <= most) return row;
  const pieces = piecesOf(row.text);
  const said = textOf(runsOf(row.text, { size: 14 }, context));
  for (let count = pieces.length - 1; count > 0; count--) {
    const head = unmarked(joined(pieces.slice(0, count)));
    if (lines(head) > most) continue;
    context.report({
      code: 'layout/statement-shortened',
      severity: 'note',
      message: `of the statement "${said}" the slide shows the first ${count} of ${pieces.length} parts; all of it stands in the notes`,
      ...(block.span ? { span: block.span } : {}),
    });
    return { ...row, text: head, full: row.text };
  }
  context.report({
    code: 'layout/statement-too-long',
    severity: 'warning',
    message: `the statement "${said}" needs ${needed} lines on its slide, and is meant to have ${most}`,
    ...(block.span ? { span: block.span } : {}),
    hints: ['shorten it, or make two sentences of it: the second goes to the speaker notes'],
  });
  return row;
};

/** Blocks with their statements cut to the lines that fit the width they will have. */
export const withShortStatements = (blocks: readonly Block[], context: DeckContext, width = context.grid.zones.body.w): readonly Block[] =>
  blocks.map((block): Block => {
    if (block.kind === 'rows') {
      if (block.whole) return block;
      const own = statementWidth(width, context);
      return { ...block, rows: block.rows.map((r) => shortened(r, own, block, context)) };
    }
    if (block.kind !== 'columns') return block;
    const widths = splitBoxes(block.split, { ...context.grid.zones.body, w: width }, context.grid).map((b) => b.w);
    return { ...block, columns: block.columns.map((c, i) => withShortStatements(c, context, widths[i])) };
  });
