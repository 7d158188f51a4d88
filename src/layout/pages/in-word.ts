import type { Atom } from './atom.ts';

const nothing = (): void => undefined;

/** The atoms as Word breaks them into pages: it repeats the head of a table without its caption, and no text passes a figure. Nothing is drawn. */
export const asInWord = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.map((a) => ({
    ...a,
    floats: false,
    draw: nothing,
    ...(a.repeat ? { repeat: { ...a.repeat, height: a.repeat.inWord, draw: nothing } } : {}),
  }));
