import type { Flow } from './flow.ts';

/** A line of the contents, for Word and PDF alike. */
export type ContentsRow =
  | { readonly kind: 'title'; readonly of: ContentsList; readonly text: string }
  | {
      readonly kind: 'entry';
      readonly of: ContentsEntry;
      readonly number: string;
      readonly text: string;
      readonly anchor: string;
    };

/** The lists that follow each other: headings, then figures, then tables. */
export type ContentsList = 'heading' | 'figure' | 'table';
export type ContentsEntry = 'heading1' | 'heading2' | 'figure' | 'table';

/** Space above a title that does not begin the page, points. */
export const CONTENTS_SPACE = 16;

/** Between the numbers of figures and tables and their texts there is more room than in a caption, points. */
const WIDER_THAN_CAPTIONS = 4;

/** Where the texts of entries begin, right of their numbers; of figures and tables as their captions do, in any language. */
export const contentsIndent = ({ captionIndent }: Pick<Flow, 'captionIndent'>): Readonly<Record<ContentsEntry, number>> => {
  const exhibit = captionIndent + WIDER_THAN_CAPTIONS;
  return { heading1: 24, heading2: 54, figure: exhibit, table: exhibit };
};

const headings = (flow: Flow): readonly ContentsRow[] => [
  { kind: 'title', of: 'heading', text: flow.contentsTitle },
  ...flow.blocks.flatMap((b): readonly ContentsRow[] =>
    b.kind === 'heading'
      ? [{ kind: 'entry', of: b.level === 1 ? 'heading1' : 'heading2', number: b.number, text: b.text, anchor: b.anchor }]
      : [],
  ),
];

const exhibits = (flow: Flow, of: 'figure' | 'table'): readonly ContentsRow[] => {
  const title = flow.lists[of];
  if (title === undefined) return [];
  return [
    { kind: 'title', of, text: title },
    ...flow.blocks.flatMap((b): readonly ContentsRow[] =>
      b.kind === of
        ? [
            {
              kind: 'entry',
              of,
              number: `${flow.words[of]}\u00a0${b.number}`,
              text: b.caption.map((r) => r.text.replaceAll('\u00a0', ' ')).join(''),
              anchor: b.anchor,
            },
          ]
        : [],
    ),
  ];
};

/** The lists in their order, each with its title first. */
export const contentsLists = (flow: Flow): readonly (readonly ContentsRow[])[] =>
  [headings(flow), exhibits(flow, 'figure'), exhibits(flow, 'table')].filter((list) => list.length > 0);
