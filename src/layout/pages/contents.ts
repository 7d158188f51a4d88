import { textWidth } from '../../fonts/measure.ts';
import type { Flow } from '../flow.ts';
import { STYLES } from '../flow.ts';
import { fullWidth } from '../plan-flow.ts';
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

const heightOf = (row: Row): number => (row.kind === 'title' ? TITLE_HEIGHT : STYLES[row.level === 1 ? 'toc1' : 'toc2'].leading);

export interface Contents {
  readonly pages: readonly PageDraft[];
  readonly structure: NodeDraft;
  readonly count: number;
}

/** How many pages the contents take: known before the page numbers are, since entries do not wrap. */
const paged = (flow: Flow): readonly (readonly Row[])[] => {
  const room = flow.page.height - flow.page.margin.top - flow.page.margin.bottom;
  const pages: Row[][] = [[]];
  let used = 0;
  for (const row of rowsOf(flow)) {
    if (used + heightOf(row) > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(row);
    used += heightOf(row);
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
        const look = STYLES[row.level === 1 ? 'toc1' : 'toc2'];
        const isExhibit = row.number.includes('\u00a0');
        const indent = isExhibit || row.level === 1 ? 0 : NUMBER_WIDTH[1];
        const gap = isExhibit ? EXHIBIT_NUMBER : NUMBER_WIDTH[row.level];
        const style: Omit<Run, 'text'> = {
          bold: row.level === 1,
          italic: false,
          size: look.size,
          color: row.level === 1 ? 'navy' : 'ink',
          link: { kind: 'anchor', anchor: row.anchor },
        };
        const number = String(pageOf.get(row.anchor) ?? '');
        const numberWidth = textWidth(number, style);
        const most = right - x - indent - gap - 40;
        // An entry is one line: what is longer ends at a word, and the heading itself says the rest.
        const line = linesOf([{ ...style, text: row.text }], most);
        const shown =
          (line[0]?.pieces ?? [])
            .map((p) => p.text)
            .join('')
            .trimEnd() + (line.length > 1 ? '\u2009…' : '');
        const baseline = baselineIn(y, look.leading, look.size);
        const reference = node('Reference');
        toc.children.push(node('TOCI', [reference]));
        tagged(page, marks, reference, { kind: 'line', x: x + indent, baseline, runs: [{ ...style, text: row.number }] });
        tagged(page, marks, reference, { kind: 'line', x: x + indent + gap, baseline, runs: [{ ...style, text: shown }] });
        const end = x + indent + gap + textWidth(shown, style) + 6;
        artifact(page, {
          kind: 'line',
          x: end,
          baseline,
          runs: [{ text: dots(end, right - numberWidth - 8, look.size), bold: false, italic: false, size: look.size, color: 'ink3' }],
        });
        tagged(page, marks, reference, { kind: 'line', x: right - numberWidth, baseline, runs: [{ ...style, text: number }] });
      }
      y += heightOf(row);
    }
    return page;
  });
  return { pages, structure, count: pages.length };
};
