import { textWidth } from '../../fonts/measure.ts';
import type { Flow } from '../flow.ts';
import { fullWidth, STYLES } from '../flow.ts';
import type { Run } from '../text.ts';
import { artifact, baselineIn, lineRuns, linesOf, type Marks, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

const HEAD = { baseline: 40, rule: 55 } as const;
const FOOT = { rule: 52, baseline: 40 } as const;

const small = (text: string, color: Run['color'] = 'ink3', bold = false): Run => ({
  text,
  bold,
  italic: false,
  size: STYLES.runningHead.size,
  color,
});

/** Running head and foot, hairlines, sticker: artifacts of every page but the cover. */
export const addFurniture = (page: PageDraft, folio: number, flow: Flow): void => {
  const x = flow.page.margin.left;
  const right = x + fullWidth(flow.page);
  const line = (baseline: number, run: Run, align: 'left' | 'right'): void => {
    const w = textWidth(run.text, run);
    artifact(page, { kind: 'line', x: align === 'left' ? x : right - w, baseline, runs: [run] });
  };
  const sectionRun = small(page.section);
  line(HEAD.baseline, small(flow.runningHead), 'left');
  line(HEAD.baseline, sectionRun, 'right');
  artifact(page, { kind: 'rule', x1: x, y1: HEAD.rule, x2: right, y2: HEAD.rule, stroke: { color: 'grid', width: 0.75, dashed: false } });
  if (flow.sticker !== undefined) {
    const run = small(flow.sticker, 'rust', true);
    const w = textWidth(run.text, run) + 12;
    const at = x + fullWidth(flow.page) / 2 - w / 2;
    artifact(page, {
      kind: 'rect',
      x: at,
      y: HEAD.baseline - 11,
      w,
      h: 15,
      fill: { kind: 'none' },
      stroke: { color: 'rust', width: 1, dashed: false },
    });
    artifact(page, { kind: 'line', x: at + 6, baseline: HEAD.baseline, runs: [run] });
  }
  const y = flow.page.height;
  artifact(page, {
    kind: 'rule',
    x1: x,
    y1: y - FOOT.rule,
    x2: right,
    y2: y - FOOT.rule,
    stroke: { color: 'grid', width: 0.75, dashed: false },
  });
  line(y - FOOT.baseline, small(flow.confidentiality), 'left');
  line(y - FOOT.baseline, small(String(folio), 'ink', true), 'right');
};

const NOTE_INDENT = 12;

export const footnoteHeight = (flow: Flow, number: number): number => {
  const note = flow.footnotes.find((f) => f.number === number);
  return note ? linesOf(note.runs, fullWidth(flow.page) - NOTE_INDENT).length * STYLES.footnote.leading + STYLES.footnote.after + 4 : 0;
};

/** Footnotes at the foot of their page, under a short rule. */
export const addFootnotes = (page: PageDraft, numbers: readonly number[], flow: Flow, marks: Marks, parent: NodeDraft): void => {
  const x = flow.page.margin.left;
  const bottom = flow.page.height - flow.page.margin.bottom;
  let y = bottom - numbers.reduce((sum, n) => sum + footnoteHeight(flow, n), 0);
  artifact(page, { kind: 'rule', x1: x, y1: y - 2, x2: x + 100, y2: y - 2, stroke: { color: 'ink3', width: 0.5, dashed: false } });
  for (const number of numbers) {
    const note = flow.footnotes.find((f) => f.number === number);
    const element = node('Note');
    parent.children.push(element);
    tagged(page, marks, element, {
      kind: 'line',
      x,
      baseline: baselineIn(y, STYLES.footnote.leading, STYLES.footnote.size),
      runs: [small(String(number), 'ink2')],
    });
    for (const line of linesOf(note?.runs ?? [], fullWidth(flow.page) - NOTE_INDENT)) {
      tagged(page, marks, element, {
        kind: 'line',
        x: x + NOTE_INDENT,
        baseline: baselineIn(y, STYLES.footnote.leading, STYLES.footnote.size),
        runs: lineRuns(line),
      });
      y += STYLES.footnote.leading;
    }
    y += STYLES.footnote.after + 4;
  }
};
