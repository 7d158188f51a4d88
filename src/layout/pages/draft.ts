import { ascent, breakLines, type Line, lineHeight } from '../../fonts/measure.ts';
import type { PageItem, StructureNode, StructureTag } from '../pages.ts';
import type { Run } from '../text.ts';

/** A structure element while its content is being placed. */
export interface NodeDraft {
  readonly tag: StructureTag;
  alt?: string;
  bbox?: readonly [number, number, number, number];
  scope?: 'Column' | 'Row';
  readonly children: (NodeDraft | { readonly mark: number })[];
}

export const node = (tag: StructureTag, children: NodeDraft['children'] = []): NodeDraft => ({ tag, children });

export const finished = (draft: NodeDraft): StructureNode => ({
  tag: draft.tag,
  ...(draft.alt === undefined ? {} : { alt: draft.alt }),
  ...(draft.bbox === undefined ? {} : { bbox: draft.bbox }),
  ...(draft.scope === undefined ? {} : { scope: draft.scope }),
  children: draft.children.map((c) => ('mark' in c ? c : finished(c))),
});

export interface PageDraft {
  readonly items: PageItem[];
  /** What the running head shows: the first section that begins on the page, else the one that goes on. */
  section: string;
  /** The last section that begins on the page. */
  next?: string;
}

/** Gives each marked item its number in the document. */
export interface Marks {
  next: number;
}

/** Adds an item that belongs to a structure element. */
export const tagged = (page: PageDraft, marks: Marks, parent: NodeDraft, item: PageItem): void => {
  const mark = marks.next++;
  parent.children.push({ mark });
  page.items.push({ ...item, mark });
};

/** Adds an item assistive technology skips. */
export const artifact = (page: PageDraft, item: PageItem): void => {
  page.items.push(item);
};

export const pieces = (runs: readonly Run[]) =>
  runs.map((r) => ({ text: r.text, style: { size: r.superscript ? r.size * 0.65 : r.size, bold: r.bold, italic: r.italic }, data: r }));

export type RunLine = Line<Run>;

export const linesOf = (runs: readonly Run[], width: number): readonly RunLine[] => breakLines(pieces(runs), width);

export const lineRuns = (line: RunLine): readonly Run[] => line.pieces.map((p) => ({ ...p.data, text: p.text }));

/** Baseline of a line in a line box of the given leading. */
export const baselineIn = (top: number, leading: number, size: number): number => top + (leading - lineHeight(size)) / 2 + ascent(size);
