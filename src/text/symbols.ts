import type { Inline, TableColumn, TableRow } from '../document/document.ts';
import type { Figure, FigureForm, FigureStatus } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { Qualifier } from '../market/market.ts';
import { type Filling, plain, putInlines } from './context.ts';
import { say } from './say.ts';

/** The place of words a helper asks for by itself. */
export const NOWHERE = { file: 'words', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** What a chart or table shows that its note may have to explain. */
export interface Shown {
  readonly figures: readonly { readonly figure: Figure; readonly form: FigureForm }[];
  /** The dash of a year the source does not cover. */
  readonly notCovered: boolean;
  /** Statuses whose letters stand beside years: 2025E. */
  readonly letters: readonly FigureStatus[];
}

/** In the order in which they are explained. */
const LETTERS: readonly FigureStatus[] = ['actual', 'provisional', 'estimate', 'forecast', 'derived'];
const QUALIFIERS: readonly Qualifier[] = ['about', 'almost', 'over', 'at-least', 'under', 'up-to'];

const qualifierOf = ({ quantity }: Figure): Qualifier | undefined => (quantity.kind === 'undisclosed' ? undefined : quantity.qualifier);

/** The signs of qualifiers, as keys of words. "About" and "almost" share one sign, which is explained once. */
const signsOf = (shown: Shown): readonly string[] => {
  const found = new Set(shown.figures.flatMap((s) => (s.form === 'bare' ? (qualifierOf(s.figure) ?? []) : [])));
  const signs = QUALIFIERS.filter((q) => found.has(q));
  return found.has('about') && found.has('almost') ? ['about-or-almost', ...signs.slice(2)] : signs;
};

/** Sentences one after the other. Pieces of text are joined, so that a slide can tell where a sentence ends and say it once. */
export const sentences = (notes: readonly (readonly Inline[])[], { sentenceSpace }: Locale): readonly Inline[] => {
  const joined: Inline[] = [];
  for (const inline of notes
    .filter((n) => n.length > 0)
    .flatMap((n, i) => (i === 0 || sentenceSpace === '' ? n : [plain(sentenceSpace), ...n]))) {
    const before = joined.at(-1);
    if (before?.kind === 'text' && inline.kind === 'text' && !before.exempt && !inline.exempt)
      joined[joined.length - 1] = plain(before.text + inline.text);
    else joined.push(inline);
  }
  return joined;
};

/** One sentence for each kind of symbol that is shown, and none for a symbol that is not. */
export const symbolNotes = (filling: Filling, shown: Shown): readonly (readonly Inline[])[] => {
  const word = (key: string, list?: readonly string[]): readonly Inline[] =>
    say(filling, { span: NOWHERE }, key, list === undefined ? {} : { list: putInlines(filling, plain(list.join(filling.locale.comma))) });
  const text = (key: string): string => {
    const pattern = filling.words.get(key);
    return typeof pattern === 'string' ? pattern : '';
  };
  const withheld = (applicable: boolean): boolean =>
    shown.figures.some(
      ({ figure: { quantity } }) => quantity.kind === 'undisclosed' && (quantity.reason !== 'not-applicable') === applicable,
    );
  const letters = LETTERS.filter((l) => shown.letters.includes(l));
  const signs = signsOf(shown);
  return [
    ...(withheld(true) ? [word('note.undisclosed')] : []),
    ...(withheld(false) ? [word('note.not-applicable')] : []),
    ...(shown.notCovered ? [word('note.not-covered')] : []),
    ...(signs.length === 0
      ? []
      : [
          word(
            'note.symbols',
            signs.map((s) => text(`note.sign.${s}`)),
          ),
        ]),
    ...(letters.length === 0
      ? []
      : [
          word(
            'note.symbols',
            letters.map((l) => text(`note.letter.${l}`)),
          ),
        ]),
  ];
};

/** What the cells of a table show. Letters stand in its headers, so they are told by the caller. */
export const shownInCells = (filling: Filling, cells: readonly (readonly Inline[])[], letters: readonly FigureStatus[] = []): Shown => ({
  figures: cells.flat().flatMap((i) => {
    const figure = i.kind === 'figure' ? filling.draft.figures.get(i.figure) : undefined;
    return i.kind === 'figure' && figure ? [{ figure, form: i.form }] : [];
  }),
  notCovered: cells.some((c) => c.some((i) => i.kind === 'text' && i.text === filling.locale.notCovered)),
  letters,
});

/** The note of a table: what its author says, then the symbols its own cells hold. */
export const tableNote = (
  filling: Filling,
  table: { readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] },
  said: readonly (readonly Inline[])[],
  letters: readonly FigureStatus[] = [],
): readonly Inline[] =>
  sentences(
    [
      ...said,
      ...symbolNotes(
        filling,
        shownInCells(
          filling,
          table.rows.flatMap((r) => r.cells),
          letters,
        ),
      ),
    ],
    filling.locale,
  );
