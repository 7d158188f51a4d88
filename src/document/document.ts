import type { FigureId } from '../base/id.ts';
import type { Span } from '../base/span.ts';
import type { ChartSpec } from '../charts/spec.ts';
import type { FigureForm } from '../figures/ledger.ts';
import type { SlideLayoutName } from './slide-layout.ts';

export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string /** Years, dates and quotations a helper wrote: their digits need no figure. */;
      readonly exempt?: true;
    }
  | { readonly kind: 'figure'; readonly figure: FigureId; readonly form: FigureForm }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  /** `url` is an https address, or `#` and the id of a slide, chart or table, where only a deck leads to. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** The number of a source in square brackets. */
  | { readonly kind: 'cite'; readonly source: string; readonly locator?: string }
  /** A mention of a numbered figure or table of the report by its anchor, or of tables by their group. */
  | { readonly kind: 'reference'; readonly anchor: string }
  /** A footnote of the report; speaker notes in the deck. */
  | { readonly kind: 'note'; readonly children: readonly Inline[] };

/** Where a block is shown. Both, unless the template says otherwise. */
export type Medium = 'deck' | 'report';

interface BlockBase {
  readonly only?: Medium;
  readonly span?: Span;
}

export interface TableColumn {
  readonly header: readonly Inline[];
  readonly align: 'left' | 'right';
  /** Relative width. */
  readonly weight: number;
}

export interface TableRow {
  readonly cells: readonly (readonly Inline[])[];
  readonly emphasis: boolean;
  /** By cell: its value as a share (0–1) of the largest, which shades it; undefined for cells without a shade. */
  readonly weights?: readonly (number | undefined)[];
}

export interface Tile {
  readonly figure: FigureId;
  readonly form: FigureForm;
  readonly label: readonly Inline[];
  readonly detail: readonly Inline[];
}

export interface TraceHeaders {
  readonly figure: string;
  readonly value: string;
  readonly basis: string;
  readonly where: string;
  readonly slides: string;
}

/** Figures of one origin share a row: the years of a derived path, the undisclosed years of a series. */
export interface TraceRow {
  readonly figures: readonly FigureId[];
  readonly label: readonly Inline[];
  readonly value: readonly Inline[];
  readonly basis: readonly Inline[];
  readonly where: readonly Inline[];
}

export type Tone = 'positive' | 'negative' | 'neutral';

export type Block = BlockBase &
  (
    | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
    | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
    /** A numbered subsection heading of the report. */
    | { readonly kind: 'heading'; readonly inlines: readonly Inline[]; readonly anchor: string }
    | {
        readonly kind: 'table';
        readonly anchor: string;
        /** Tables of one group follow each other and may be mentioned together: "Tables 6–9". */
        readonly group?: string;
        readonly caption: readonly Inline[];
        readonly subtitle: readonly Inline[];
        readonly columns: readonly TableColumn[];
        readonly rows: readonly TableRow[];
        readonly note: readonly Inline[];
        readonly sources: readonly string[];
      }
    | {
        readonly kind: 'chart';
        readonly anchor: string;
        readonly spec: ChartSpec;
        readonly caption: readonly Inline[];
        /** Shown above the exhibit: name of what is charted. Unit and period follow from the figures. */
        readonly heading: readonly Inline[];
        readonly note: readonly Inline[];
        readonly sources: readonly string[];
      }
    /** Key figures in boxes: tiles on a slide, rail figures in a report. */
    | { readonly kind: 'tiles'; readonly tiles: readonly Tile[] }
    /** The reading column beside an exhibit: figure and one sentence each. */
    | {
        readonly kind: 'callouts';
        readonly heading: readonly Inline[];
        readonly items: readonly { readonly figure?: FigureId; readonly form: FigureForm; readonly text: readonly Inline[] }[];
      }
    /** Statement rows: a short label and one sentence. */
    | {
        readonly kind: 'rows';
        /** What must be said in full, however long: how figures came about, what an edition is. */
        readonly whole?: true;
        readonly heading: readonly Inline[];
        readonly tone: Tone;
        readonly rows: readonly {
          readonly label: readonly Inline[];
          readonly text: readonly Inline[];
          /** Set by a deck that shows the first sentences alone: all of them. */
          readonly full?: readonly Inline[];
        }[];
      }
    | {
        readonly kind: 'columns' /** Grid columns of each, e.g. 8 and 3, or 6 and 6. */;
        readonly split: readonly number[];
        readonly columns: readonly (readonly Block[])[];
      }
    /** The conclusion a slide ends with: at most one a slide. */
    | { readonly kind: 'takeaway'; readonly inlines: readonly Inline[] }
    /** Words of a person, with who said them and whom they speak for. */
    | {
        readonly kind: 'quote';
        readonly inlines: readonly Inline[];
        readonly name: readonly Inline[];
        readonly role: readonly Inline[];
        readonly sources: readonly string[];
      }
    /** What opens a section of a deck: its number, and its story in a sentence. Its name is the slide's title. */
    | {
        readonly kind: 'divider';
        readonly story: readonly Inline[];
        /** It stands in decks of more slides than this alone, before sections of several. Without it, always. */
        readonly beyond?: number;
      }
    /** The last words of a document: whom to ask, what holds. */
    | { readonly kind: 'closing'; readonly items: readonly (readonly Inline[])[] }
    /** Speaker notes of the slide. */
    | { readonly kind: 'notes'; readonly blocks: readonly Block[] }
    /** The figures of the document one by one: value, basis, and where each comes from. */
    | {
        readonly kind: 'trace';
        readonly anchor: string;
        readonly caption: readonly Inline[];
        readonly headers: TraceHeaders;
        readonly rows: readonly TraceRow[];
        readonly note: readonly Inline[];
      }
    /** The numbered list of sources. */
    | {
        readonly kind: 'sources';
        readonly entries: readonly { readonly source: string; readonly number: number; readonly inlines: readonly Inline[] }[];
      }
  );

export type BlockKind = Block['kind'];
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

/** One slide, and a passage of the report. */
export interface Subsection {
  readonly id: string;
  /** The action title. */
  readonly title: readonly Inline[];
  /** A short heading for the report, e.g. "Disclaimer", where the action title would read oddly in the contents. */
  readonly short: readonly Inline[];
  readonly only?: Medium;
  /** Ids that links of the deck may name. */
  readonly anchors?: readonly string[];
  /** The layout the template asks for; else the slide's content decides. */
  readonly layout?: SlideLayoutName;
  readonly blocks: readonly Block[];
  /** Note and source ids of the whole slide. */
  readonly note: readonly Inline[];
  readonly sources: readonly string[];
  readonly span?: Span;
}

export interface Section {
  readonly id: string;
  readonly title: readonly Inline[];
  readonly only?: Medium;
  /** Stands ahead of the report's contents, on pages of its own and without a number: the imprint. */
  readonly front?: true;
  readonly subsections: readonly Subsection[];
  readonly span?: Span;
}

export interface Cover {
  readonly label: string;
  readonly title: string;
  readonly subtitle: string;
  readonly preparedFor?: string;
  readonly date: string;
  readonly edition: string;
  readonly confidentiality: string;
  /** ILLUSTRATIVE, DRAFT …: shown on every page. */
  readonly stickers: readonly string[];
  /** Heights (0–1) of the decorative bars, from the document's own main series. */
  readonly bars: readonly number[];
}

/** One tree for all writers. */
export interface Briefing {
  readonly id: string;
  readonly language: string;
  readonly shortTitle: string;
  /** ISO date of the document. */
  readonly date: string;
  readonly publisher: string;
  readonly cover: Cover;
  readonly sections: readonly Section[];
}
