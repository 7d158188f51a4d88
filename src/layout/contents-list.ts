import type { Flow } from './flow.ts';

/** A line of the contents, for Word and PDF alike. */
export type ContentsRow =
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'entry';
      readonly of: 'heading1' | 'heading2' | 'exhibit';
      readonly number: string;
      readonly text: string;
      readonly anchor: string;
      /** Space above, where the tables follow the figures. */
      readonly before: number;
    };

/** Space above a title that does not begin the page, and between the figures and the tables, points. */
export const CONTENTS_SPACE = { title: 16, tables: 8 } as const;

/** Where the texts of entries begin, right of their numbers. */
export const CONTENTS_INDENT = { heading1: 24, heading2: 54, exhibit: 56 } as const;

/** The rows of the contents, then of the figures, then of the tables. */
export const contentsRows = (flow: Flow): readonly ContentsRow[] => {
  const headings = flow.blocks.flatMap((b): readonly ContentsRow[] =>
    b.kind === 'heading'
      ? [{ kind: 'entry', of: b.level === 1 ? 'heading1' : 'heading2', number: b.number, text: b.text, anchor: b.anchor, before: 0 }]
      : [],
  );
  const exhibits = (kind: 'figure' | 'table'): readonly ContentsRow[] =>
    flow.blocks.flatMap((b): readonly ContentsRow[] =>
      b.kind !== kind || (b.kind === 'table' && b.unlisted)
        ? []
        : [
            {
              kind: 'entry',
              of: 'exhibit',
              number: `${flow.words[kind]}\u00a0${b.number}`,
              text: b.caption.map((r) => r.text.replaceAll('\u00a0', ' ')).join(''),
              anchor: b.anchor,
              before: kind === 'table' && b.number === 1 && flow.blocks.some((f) => f.kind === 'figure') ? CONTENTS_SPACE.tables : 0,
            },
          ],
    );
  return [
    { kind: 'title', text: flow.contentsTitle },
    ...headings,
    ...(flow.exhibitsTitle === undefined
      ? []
      : [{ kind: 'title', text: flow.exhibitsTitle } as const, ...exhibits('figure'), ...exhibits('table')]),
  ];
};
