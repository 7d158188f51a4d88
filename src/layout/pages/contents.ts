import { textWidth } from '../../fonts/measure.ts';
import { CONTENTS_SPACE, type ContentsRow, contentsIndent, contentsLists } from '../contents-list.ts';
import { type Flow, fullWidth, STYLES, type TypeStyle } from '../flow.ts';
import type { Run } from '../text.ts';
import { artifact, baselineIn, linesOf, type Marks, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

type Entry = Extract<ContentsRow, { kind: 'entry' }>;

/** Kept free at the right of an entry for its leader and page number. */
const PAGE_NUMBER = 40;

interface Setting {
  readonly look: TypeStyle;
  /** Where the number and the text begin, from the left margin. */
  readonly numberAt: number;
  readonly textAt: number;
  readonly style: Omit<Run, 'text'>;
  readonly lines: readonly string[];
}

/** An entry in the width left of its page number: a long one takes several lines. */
const settingOf = (entry: Entry, flow: Flow): Setting => {
  const first = entry.of === 'heading1';
  const look = STYLES[first ? 'toc1' : 'toc2'];
  const style: Omit<Run, 'text'> = {
    bold: first,
    italic: false,
    size: look.size,
    color: first ? 'navy' : 'ink',
    link: { kind: 'anchor', anchor: entry.anchor },
  };
  const indent = contentsIndent(flow);
  const textAt = indent[entry.of];
  const lines = linesOf([{ ...style, text: entry.text }], fullWidth(flow.page) - textAt - PAGE_NUMBER);
  return {
    look,
    numberAt: entry.of === 'heading2' ? indent.heading1 : 0,
    textAt,
    style,
    lines: lines.map((line) =>
      line.pieces
        .map((p) => p.text)
        .join('')
        .trimEnd(),
    ),
  };
};

/** The height of a row; no space stands above the first of a page. */
const heightOf = (row: ContentsRow, flow: Flow, first: boolean): number => {
  if (row.kind === 'title') return (first ? 0 : CONTENTS_SPACE) + STYLES.h1.leading + STYLES.h1.after;
  const { look, lines } = settingOf(row, flow);
  return look.leading * Math.max(1, lines.length);
};

export interface Contents {
  readonly pages: readonly PageDraft[];
  readonly structure: NodeDraft;
  readonly count: number;
}

/**
 * The rows of each page of the contents, for Word and PDF alike: known before the page numbers are, since their room is kept free. A
 * list that would be cut begins a page, unless it begins one already; what follows the headings stays together where a page holds it.
 */
export const contentsByPage = (flow: Flow): readonly (readonly ContentsRow[])[] => {
  const room = flow.page.height - flow.page.margin.top - flow.page.margin.bottom;
  const pages: ContentsRow[][] = [[]];
  let used = 0;
  const turn = (): void => {
    pages.push([]);
    used = 0;
  };
  const lists = contentsLists(flow);
  const height = (rows: readonly ContentsRow[]): number => rows.reduce((sum, row) => sum + heightOf(row, flow, false), 0);
  for (const [n, list] of lists.entries()) {
    const rest = height(lists.slice(n).flat());
    if (used > 0 && used + (n > 0 && rest <= room ? rest : height(list)) > room) turn();
    for (const row of list) {
      if (used + heightOf(row, flow, used === 0) > room) turn();
      pages.at(-1)?.push(row);
      used += heightOf(row, flow, used === 0);
    }
  }
  return pages;
};

/** Dots from one place to another, ending there, a word space away from what stands on either side. */
const leader = (from: number, to: number, size: number): { readonly x: number; readonly run: Run } => {
  const plain = { size, bold: false, italic: false } as const;
  const [dot, space] = [textWidth('.', plain), textWidth(' ', plain)];
  const count = Math.max(0, Math.floor((to - from - 2 * space) / dot));
  return { x: to - space - count * dot, run: { ...plain, text: '.'.repeat(count), color: 'ink3' } };
};

/** Contents with dotted leaders and page numbers; each entry is a link. Leaders are decoration. */
export const contentsPages = (flow: Flow, pageOf: ReadonlyMap<string, number>, marks: Marks): Contents => {
  const structure = node('Sect');
  const x = flow.page.margin.left;
  const right = x + fullWidth(flow.page);
  let toc = node('TOC');
  const drawTitle = (page: PageDraft, text: string, top: number): void => {
    const h = node('H1');
    toc = node('TOC');
    structure.children.push(h, toc);
    const { size, leading } = STYLES.h1;
    const runs: readonly Run[] = [{ text, bold: true, italic: false, size, color: 'navy' }];
    tagged(page, marks, h, { kind: 'line', x, baseline: baselineIn(top, leading, size), runs });
  };
  const drawEntry = (page: PageDraft, row: Entry, top: number): void => {
    const { look, numberAt, textAt, style, lines } = settingOf(row, flow);
    const number = String(pageOf.get(row.anchor) ?? '');
    const numberWidth = textWidth(number, style);
    const baselineOf = (line: number): number => baselineIn(top + line * look.leading, look.leading, look.size);
    const baseline = baselineOf(lines.length - 1);
    const reference = node('Reference');
    toc.children.push(node('TOCI', [reference]));
    const write = (text: string, at: number, line: number): void =>
      tagged(page, marks, reference, { kind: 'line', x: at, baseline: baselineOf(line), runs: [{ ...style, text }] });
    write(row.number, x + numberAt, 0);
    lines.forEach((text, i) => {
      write(text, x + textAt, i);
    });
    const dots = leader(x + textAt + textWidth(lines.at(-1) ?? '', style), right - numberWidth, look.size);
    artifact(page, { kind: 'line', x: dots.x, baseline, runs: [dots.run] });
    write(number, right - numberWidth, lines.length - 1);
  };
  const pages = contentsByPage(flow).map((rows) => {
    const page: PageDraft = { items: [], section: flow.contentsTitle };
    let y = flow.page.margin.top;
    for (const row of rows) {
      const first = y === flow.page.margin.top;
      const space = !first && row.kind === 'title' ? CONTENTS_SPACE : 0;
      if (row.kind === 'title') drawTitle(page, row.text, y + space);
      else drawEntry(page, row, y + space);
      y += heightOf(row, flow, first);
    }
    return page;
  });
  return { pages, structure, count: pages.length };
};
