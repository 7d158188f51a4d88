import { textWidth } from '../../fonts/measure.ts';
import type { Flow } from '../flow.ts';
import { fullWidth, STYLES, type TypeStyle } from '../flow.ts';
import type { Run } from '../text.ts';
import { artifact, baselineIn, linesOf, type Marks, type NodeDraft, node, type PageDraft, tagged } from './draft.ts';

interface Entry {
  readonly number: string;
  readonly text: string;
  readonly anchor: string;
  readonly level: 1 | 2;
}

type Row = { readonly kind: 'title'; readonly text: string } | ({ readonly kind: 'entry' } & Entry);

const NUMBER_WIDTH = { 1: 24, 2: 30 } as const;
const TITLE_HEIGHT = 44;
const EXHIBIT_NUMBER = 56;
/** Kept free at the right of an entry for its leader and page number. */
const PAGE_NUMBER = 40;

/** The rows of the contents, then of the figures and tables. */
const rowsOf = (flow: Flow): readonly Row[] => {
  const headings = flow.blocks.flatMap((b): readonly Row[] =>
    b.kind === 'heading' ? [{ kind: 'entry', number: b.number, text: b.text, anchor: b.anchor, level: b.level }] : [],
  );
  const exhibits = flow.blocks.flatMap((b): readonly Row[] => {
    if (b.kind !== 'figure' && b.kind !== 'table') return [];
    const word = b.kind === 'figure' ? flow.words.figure : flow.words.table;
    return [{ kind: 'entry', number: `${word}\u00a0${b.number}`, text: b.caption.map((r) => r.text).join(''), anchor: b.anchor, level: 2 }];
  });
  return [
    { kind: 'title', text: flow.contentsTitle },
    ...headings,
    ...(flow.exhibitsTitle === undefined ? [] : [{ kind: 'title', text: flow.exhibitsTitle } as const, ...exhibits]),
  ];
};

interface Setting {
  readonly look: TypeStyle;
  readonly indent: number;
  readonly gap: number;
  readonly style: Omit<Run, 'text'>;
  readonly lines: readonly string[];
}

/** An entry in the width left of its page number: a long one takes several lines. */
const settingOf = (entry: Entry, flow: Flow): Setting => {
  const look = STYLES[entry.level === 1 ? 'toc1' : 'toc2'];
  const isExhibit = entry.number.includes('\u00a0');
  const indent = isExhibit || entry.level === 1 ? 0 : NUMBER_WIDTH[1];
  const gap = isExhibit ? EXHIBIT_NUMBER : NUMBER_WIDTH[entry.level];
  const style: Omit<Run, 'text'> = {
    bold: entry.level === 1,
    italic: false,
    size: look.size,
    color: entry.level === 1 ? 'navy' : 'ink',
    link: { kind: 'anchor', anchor: entry.anchor },
  };
  const lines = linesOf([{ ...style, text: entry.text }], fullWidth(flow.page) - indent - gap - PAGE_NUMBER);
  return {
    look,
    indent,
    gap,
    style,
    lines: lines.map((line) =>
      line.pieces
        .map((p) => p.text)
        .join('')
        .trimEnd(),
    ),
  };
};

const heightOf = (row: Row, flow: Flow): number => {
  if (row.kind === 'title') return TITLE_HEIGHT;
  const { look, lines } = settingOf(row, flow);
  return look.leading * Math.max(1, lines.length);
};

export interface Contents {
  readonly pages: readonly PageDraft[];
  readonly structure: NodeDraft;
  readonly count: number;
}

/** How many pages the contents take: known before the page numbers are, since their room is kept free. */
const paged = (flow: Flow): readonly (readonly Row[])[] => {
  const room = flow.page.height - flow.page.margin.top - flow.page.margin.bottom;
  const pages: Row[][] = [[]];
  let used = 0;
  for (const row of rowsOf(flow)) {
    if (used + heightOf(row, flow) > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += heightOf(row, flow);
  }
  return pages;
};

export const contentsPageCount = (flow: Flow): number => paged(flow).length;

const dots = (from: number, to: number, size: number): string => {
  const one = textWidth('. ', { size, bold: false, italic: false });
  return '. '.repeat(Math.max(0, Math.floor((to - from) / one)));
};

/** Contents with dotted leaders and page numbers; each entry is a link. Leaders are decoration. */
export const contentsPages = (flow: Flow, pageOf: ReadonlyMap<string, number>, marks: Marks): Contents => {
  const structure = node('Sect');
  const x = flow.page.margin.left;
  const right = x + fullWidth(flow.page);
  let toc = node('TOC');
  const pages = paged(flow).map((rows) => {
    const page: PageDraft = { items: [], section: flow.contentsTitle };
    let y = flow.page.margin.top;
    for (const row of rows) {
      if (row.kind === 'title') {
        const h = node('H1');
        toc = node('TOC');
        structure.children.push(h, toc);
        tagged(page, marks, h, {
          kind: 'line',
          x,
          baseline: baselineIn(y + (y === flow.page.margin.top ? 0 : 12), 24, 16),
          runs: [{ text: row.text, bold: true, italic: false, size: 16, color: 'navy' }],
        });
      } else {
        const { look, indent, gap, style, lines } = settingOf(row, flow);
        const number = String(pageOf.get(row.anchor) ?? '');
        const numberWidth = textWidth(number, style);
        const baselineOf = (line: number): number => baselineIn(y + line * look.leading, look.leading, look.size);
        const baseline = baselineOf(lines.length - 1);
        const reference = node('Reference');
        toc.children.push(node('TOCI', [reference]));
        tagged(page, marks, reference, { kind: 'line', x: x + indent, baseline: baselineOf(0), runs: [{ ...style, text: row.number }] });
        lines.forEach((text, i) => {
          tagged(page, marks, reference, { kind: 'line', x: x + indent + gap, baseline: baselineOf(i), runs: [{ ...style, text }] });
        });
        const end = x + indent + gap + textWidth(lines.at(-1) ?? '', style) + 6;
        artifact(page, {
          kind: 'line',
          x: end,
          baseline,
          runs: [{ text: dots(end, right - numberWidth - 8, look.size), bold: false, italic: false, size: look.size, color: 'ink3' }],
        });
        tagged(page, marks, reference, { kind: 'line', x: right - numberWidth, baseline, runs: [{ ...style, text: number }] });
      }
      y += heightOf(row, flow);
    }
    return page;
  });
  return { pages, structure, count: pages.length };
};
