import { toPoints } from '../../base/geometry.ts';
import type { Deck, Slide } from '../deck.ts';
import type { PageGeometry } from '../flow.ts';
import { finished, type Marks, type NodeDraft, node, type PageDraft } from '../pages/draft.ts';
import type { OutlineItem, Page, Pages } from '../pages.ts';
import { handoutPages } from './handout.ts';
import { drawSlide } from './slide-page.ts';

interface SlidePages {
  readonly pages: readonly PageDraft[];
  readonly element: NodeDraft;
}

const plainPages = (slide: Slide, deck: Deck, marks: Marks): SlidePages => {
  const [page, element]: [PageDraft, NodeDraft] = [{ items: [], section: slide.section }, node('Sect')];
  drawSlide(slide, deck, { page, frame: { x: 0, y: 0, scale: 1 }, direction: deck.direction, marks, parent: element });
  return { pages: [page], element };
};

/** Bookmarks: the sections of the deck, and in each its slides by their titles. */
const outlineOf = (deck: Deck, pageOf: ReadonlyMap<string, number>): readonly OutlineItem[] =>
  deck.sections.map(({ id, name }) => {
    const children = deck.slides
      .filter((s) => s.section === id)
      .map((s): OutlineItem => ({ title: s.title, anchor: s.id, page: pageOf.get(s.id) ?? 1, y: 0, children: [] }));
    return { title: name, anchor: id, page: children[0]?.page ?? 1, y: 0, children };
  });

/**
 * A planned deck as pages of a PDF, from the same boxes and line breaks: a page for each slide or, as a handout, pages of paper
 * with the slide above its notes.
 */
export const deckPages = (deck: Deck, handout: PageGeometry | undefined): Pages => {
  const marks: Marks = { next: 0 };
  const made = deck.slides.map((slide, i) => (handout ? handoutPages(slide, i + 1, deck, marks, handout) : plainPages(slide, deck, marks)));
  const first = made.map((_, i) => 1 + made.slice(0, i).reduce((sum, m) => sum + m.pages.length, 0));
  const pageOf = new Map(deck.slides.map((s, i) => [s.id, first[i] ?? 1]));
  const pages = made.flatMap((m) => m.pages).map((d, i): Page => ({ number: i + 1, items: d.items }));
  return {
    width: handout ? handout.width : toPoints(deck.size.w),
    height: handout ? handout.height : toPoints(deck.size.h),
    language: deck.language,
    direction: deck.direction,
    title: deck.title,
    publisher: deck.publisher,
    date: deck.date,
    theme: deck.theme,
    pages,
    structure: made.map((m) => finished(m.element)),
    outline: outlineOf(deck, pageOf),
    pageOf,
    word: { pageOf, ranOn: new Set() },
    yOf: () => 0,
  };
};
