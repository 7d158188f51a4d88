import type { PageGeometry } from '../flow.ts';
import type { Atom } from './atom.ts';
import type { PageDraft } from './draft.ts';

export interface Paginated {
  readonly pages: readonly PageDraft[];
  /** Index of the page each anchor landed on. */
  readonly landed: ReadonlyMap<string, { readonly page: number; readonly y: number }>;
  /** Anchors of sections that begin below another. */
  readonly ranOn: ReadonlySet<string>;
  /** Footnote numbers by page index. */
  readonly footnotes: ReadonlyMap<number, readonly number[]>;
}

/** Height a chain of atoms kept together needs, the first row's repeat not counted. */
const chainHeight = (atoms: readonly Atom[], from: number): number => {
  let height = 0;
  for (let i = from; i < atoms.length; i++) {
    const atom = atoms[i];
    if (!atom) break;
    height += atom.height;
    if (!atom.keep) break;
    height += Math.max(atom.after, atoms[i + 1]?.before ?? 0);
  }
  return height;
};

/**
 * Puts atoms on pages: chains stay together, sections start pages, table heads repeat. A figure that does not fit waits for
 * the head of the next page while the text after it fills the page, up to the next heading, figure or table.
 */
export const paginate = (atoms: readonly Atom[], geometry: PageGeometry, footnoteHeight: (number: number) => number): Paginated => {
  const top = geometry.margin.top;
  const bottom = geometry.height - geometry.margin.bottom;
  const pages: PageDraft[] = [];
  const landed = new Map<string, { page: number; y: number }>();
  const footnotes = new Map<number, number[]>();
  const ranOn = new Set<string>();
  const waiting: Atom[] = [];
  let page: PageDraft = { items: [], section: '' };
  let y = top;
  let foot = 0;
  /** Space below the last atom, owed to the next one. */
  let owed = 0;

  const isFresh = (): boolean => y === top;
  const spaceAbove = (atom: Atom): number => (isFresh() ? 0 : Math.max(owed, atom.before));
  const room = (atom: Atom): number => bottom - foot - y - spaceAbove(atom);
  const open = (): void => {
    page = { items: [], section: page.next ?? page.section };
    pages.push(page);
    y = top;
    foot = 0;
    owed = 0;
  };
  const put = (atom: Atom): void => {
    const index = pages.length - 1;
    y += spaceAbove(atom);
    for (const anchor of atom.anchors) landed.set(anchor, { page: index, y });
    for (const n of atom.footnotes) {
      footnotes.set(index, [...(footnotes.get(index) ?? []), n]);
      foot += footnoteHeight(n);
    }
    atom.draw(page, y);
    y += atom.height;
    owed = atom.after;
  };
  const flush = (): void => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!isFresh() && next.height > room(next)) open();
      put(next);
    }
  };
  const turn = (): void => {
    open();
    flush();
  };

  open();
  pages.length = 0;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i];
    if (!atom) continue;
    const runsOn =
      atom.runsOn && pages.length > 0 && waiting.length === 0 && bottom - foot - y >= atom.runsOn.needs ? atom.runsOn : undefined;
    if (runsOn) {
      owed = Math.max(owed, runsOn.space);
      for (const anchor of atom.anchors) ranOn.add(anchor);
    } else if (atom.startsPage) {
      if (waiting.length > 0) turn();
      open();
    } else if (pages.length === 0) open();
    const startsExhibit = atom.repeat !== undefined || (atom.keep && atom.anchors.length > 0);
    if (waiting.length > 0 && startsExhibit && atom.anchors.length > 0) turn();
    const needed = chainHeight(atoms, i) + atom.footnotes.reduce((sum, n) => sum + footnoteHeight(n), 0);
    // A chain is judged at its head; inside of it only a chain longer than a page breaks.
    const inChain = i > 0 && atoms[i - 1]?.keep === true && !atom.startsPage;
    const tooHigh = inChain ? atom.height > room(atom) : needed > room(atom);
    if (tooHigh && !isFresh()) {
      if (atom.floats) {
        waiting.push(atom);
        continue;
      }
      turn();
      // The figures that waited for this page may have filled it.
      const head = atom.repeat?.height ?? 0;
      if (!isFresh() && head + (inChain ? atom.height : needed) > room(atom)) open();
      if (atom.repeat) {
        atom.repeat.draw(page, y);
        y += atom.repeat.height;
      }
    }
    put(atom);
  }
  if (waiting.length > 0) turn();
  return { pages, landed, footnotes, ranOn };
};
