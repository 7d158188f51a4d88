import { textWidth } from '../../fonts/measure.ts';
import { STYLES, TAKEAWAY_PAD, type TypeStyle } from '../flow.ts';
import { RAIL_TOP } from '../flow-rail.ts';
import type { Run } from '../text.ts';
import { type Atom, type AtomContext, type BlockOf, left, lineAtoms, plain, textStamp, width } from './atom.ts';
import { artifact, baselineIn, lineRuns, linesOf, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

const MARKER_INDENT = 16;
const HEADING_SPACE = 10;

/** A paragraph or an item of a list. */
export const paragraphAtoms = (block: BlockOf<'paragraph'>, context: AtomContext): readonly Atom[] => {
  const look: TypeStyle = { ...STYLES[block.style], after: block.after ?? STYLES[block.style].after };
  const x = left(context.page, block.zone);
  const w = width(context.page, block.zone);
  const { direction } = block;
  const against = direction !== context.direction;
  if (block.marker === undefined) {
    const p = node('P');
    context.parent.children.push(p);
    return lineAtoms(linesOf(block.runs, w), look, { x, width: w, direction }, block.keepWithNext, context, p);
  }
  const [label, body] = [node('Lbl'), node('LBody')];
  const isFact = block.style === 'fact';
  const indent = isFact ? 0 : block.marker.length > 2 ? MARKER_INDENT + 4 : MARKER_INDENT - 4;
  listOf(context.parent).children.push(node('LI', [label, body]));
  const atoms = lineAtoms(
    linesOf(block.runs, w - indent),
    look,
    { x: against ? x : x + indent, width: w - indent, direction },
    block.keepWithNext,
    context,
    body,
  );
  const marker: Run = {
    text: block.marker,
    bold: block.style === 'numbered' || isFact,
    italic: false,
    size: look.size,
    color: block.style === 'numbered' ? 'blue' : isFact ? 'ink2' : 'ink',
  };
  // The name of a fact keeps to the rail whichever way its text runs.
  const markerX = isFact ? left(context.page, 'full') : against ? x + w - textWidth(marker.text, marker) : x;
  return atoms.map((a, i) =>
    i > 0
      ? a
      : {
          ...a,
          draw: (page, y) => {
            tagged(page, context.marks, label, {
              kind: 'line',
              x: markerX,
              baseline: baselineIn(y, look.leading, look.size),
              runs: [marker],
            });
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

/** A numbered heading, with the figures in the rail beside it. */
export const headingAtoms = (block: BlockOf<'heading'>, context: AtomContext): readonly Atom[] => {
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
    let y = top + RAIL_TOP;
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
  return lines.map((line, i) => ({
    ...plain,
    height: look.leading,
    before: i === 0 && !first ? HEADING_SPACE : 0,
    after: i === lines.length - 1 ? look.after : 0,
    keep: true,
    startsPage: first && i === 0,
    anchors: i === 0 ? [block.anchor] : [],
    draw: (page, y) => {
      if (i === 0 && first) {
        const name = `${block.number}  ${block.text}`;
        if (page.next === undefined) page.section = name;
        page.next = name;
        tagged(page, context.marks, h, {
          kind: 'line',
          x: context.page.margin.left,
          baseline: baselineIn(y, look.leading, look.size),
          runs: [number],
        });
      }
      tagged(page, context.marks, h, { kind: 'line', x, baseline: baselineIn(y, look.leading, look.size), runs: lineRuns(line) });
      if (i === lines.length - 1) drawRail(page, y);
    },
  }));
};

/** The takeaway bar. */
export const takeawayAtoms = (block: BlockOf<'takeaway'>, context: AtomContext): readonly Atom[] => {
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
      height,
      before: TAKEAWAY_PAD,
      after: 10,
      draw: (page, y) => {
        artifact(page, { kind: 'rect', x, y, w, h: height, fill: block.fill });
        text.draw(page, y + TAKEAWAY_PAD);
      },
    },
  ];
};
