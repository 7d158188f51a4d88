import type { Direction } from '../../fonts/script.ts';
import type { Flow, FlowBlock, PageGeometry, TypeStyle } from '../flow.ts';
import { fullWidth } from '../flow.ts';
import type { Run } from '../text.ts';
import { artifact, baselineIn, lineRuns, linesOf, type Marks, type NodeDraft, type PageDraft, type RunLine, tagged } from './draft.ts';

/** A piece of a page that is never cut. */
export interface Atom {
  readonly height: number;
  /** Free space above: the larger of it and the space below the atom before counts, as in Word. Dropped at the head of a page. */
  readonly before: number;
  /** Free space below, dropped at the foot of a page. */
  readonly after: number;
  /** Must stand on the same page as the next atom. */
  readonly keep: boolean;
  readonly startsPage: boolean;
  /** Instead of starting a page, stands below the atom before with this space above, where so much of the page is free. Points. */
  readonly runsOn?: { readonly needs: number; readonly space: number };
  /** May change places with the text that follows it, to fill a page. */
  readonly floats: boolean;
  /** Anchors whose page is where this atom lands. */
  readonly anchors: readonly string[];
  /** Drawn again at the head of each further page, e.g. a table's header row. */
  readonly repeat?: {
    readonly height: number;
    /** Height of what Word repeats: the header row without the caption. */
    readonly inWord: number;
    readonly draw: (page: PageDraft, y: number) => void;
  };
  readonly footnotes: readonly number[];
  readonly draw: (page: PageDraft, y: number) => void;
}

export interface AtomContext {
  readonly page: PageGeometry;
  readonly captionIndent: number;
  readonly direction: Direction;
  readonly marks: Marks;
  readonly words: { readonly figure: string; readonly table: string; readonly continued: string };
  /** The open section's structure element. */
  readonly parent: NodeDraft;
}

/** What the atoms of one section of a report share. */
export const atomContext = (flow: Flow, marks: Marks, parent: NodeDraft): AtomContext => ({
  page: flow.page,
  captionIndent: flow.captionIndent,
  direction: flow.direction,
  words: flow.words,
  marks,
  parent,
});

/** What most atoms are. */
export const plain = { before: 0, keep: false, startsPage: false, floats: false, anchors: [], footnotes: [] } as const;

/** Where a zone of the page begins, and how wide it is, in points. */
export const left = (page: PageGeometry, zone: 'text' | 'full'): number =>
  page.margin.left + (zone === 'text' ? page.rail + page.gutter : 0);
export const width = (page: PageGeometry, zone: 'text' | 'full'): number =>
  fullWidth(page) - (zone === 'text' ? page.rail + page.gutter : 0);

const footnotesIn = (line: RunLine): readonly number[] => line.pieces.flatMap((p) => p.data.footnote ?? []);

/** Where lines of prose stand: those that run against the document begin at the far end of their zone. */
export interface Zone {
  readonly x: number;
  readonly width: number;
  readonly direction: Direction;
}

/** Lines of text as atoms: the first two and the last two keep together. */
export const lineAtoms = (
  lines: readonly RunLine[],
  look: TypeStyle,
  zone: Zone,
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
      tagged(page, context.marks, parent, {
        kind: 'line',
        x: zone.direction === context.direction ? zone.x : zone.x + zone.width - line.width,
        baseline: baselineIn(y, look.leading, look.size),
        runs: lineRuns(line),
        direction: zone.direction,
      }),
  }));

export type BlockOf<K extends FlowBlock['kind']> = Extract<FlowBlock, { kind: K }>;

/** Something of known height that is drawn wherever it lands. */
export interface Stamp {
  readonly height: number;
  readonly draw: (page: PageDraft, y: number) => void;
}

/** Lines one below the other, tagged as one element; nothing when there is no text. */
export const textStamp = (
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
