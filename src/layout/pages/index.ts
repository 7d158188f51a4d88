import type { Flow, FlowBlock } from '../flow.ts';
import type { OutlineItem, Page, Pages } from '../pages.ts';
import { atomContext } from './atom.ts';
import { atomsOf } from './atoms.ts';
import { contentsByPage, contentsPages } from './contents.ts';
import { coverPage } from './cover.ts';
import { finished, type Marks, type NodeDraft, node, type PageDraft } from './draft.ts';
import { frontPages } from './front.ts';
import { addFootnotes, addFurniture, footnoteHeight } from './furniture.ts';
import { asInWord } from './in-word.ts';
import { mirrored } from './mirror.ts';
import { type Paginated, paginate } from './paginate.ts';
import { runningOn } from './run-on.ts';

const COVER_PAGES = 1;

/** The flow as sections: each H1 with what follows it. */
const sectionsOf = (flow: Flow): readonly (readonly FlowBlock[])[] => {
  const sections: FlowBlock[][] = [];
  for (const block of flow.blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push([block]);
    else sections.at(-1)?.push(block);
  }
  return sections;
};

const outlineOf = (
  flow: Flow,
  landed: ReadonlyMap<string, { readonly page: number; readonly y: number }>,
  firstPage: number,
): readonly OutlineItem[] => {
  const items: (OutlineItem & { readonly children: OutlineItem[] })[] = [];
  for (const block of flow.blocks) {
    if (block.kind !== 'heading') continue;
    const at = landed.get(block.anchor);
    const item = {
      title: `${block.number}  ${block.text}`,
      anchor: block.anchor,
      page: (at?.page ?? 0) + firstPage,
      y: at?.y ?? 0,
      children: [],
    };
    if (block.level === 1) items.push(item);
    else items.at(-1)?.children.push(item);
  }
  return items;
};

/** Breaks a report into pages and says on which page everything stands. */
export const planPages = (flow: Flow): Pages => {
  const marks: Marks = { next: 0 };
  const cover = coverPage(flow, marks);
  const front = flow.front.map((f) => frontPages(f, flow, marks));
  const frontDrafts = front.flatMap((f) => f.pages);
  const firstPage = COVER_PAGES + frontDrafts.length + contentsByPage(flow).length + 1;

  const sections = sectionsOf(flow).map((blocks) => {
    const parent = node('Sect');
    const atoms = blocks.flatMap((b) => atomsOf(b, atomContext(flow, marks, parent)));
    const [heading] = blocks;
    return { parent, atoms: heading?.kind === 'heading' && heading.mayRunOn ? runningOn(atoms, flow.page) : atoms };
  });
  const atoms = sections.flatMap((s) => s.atoms);
  const noteHeight = (n: number): number => footnoteHeight(flow, n);
  const paginated = paginate(atoms, flow.page, noteHeight);
  const inWord = paginate(asInWord(atoms), flow.page, noteHeight);
  const pagesOf = ({ landed }: Paginated) => new Map([...landed].map(([anchor, at]) => [anchor, at.page + firstPage]));
  const pageOf = pagesOf(paginated);
  const contents = contentsPages(flow, pageOf, marks);
  const notesParent: NodeDraft = sections.at(-1)?.parent ?? node('Sect');
  for (const [index, numbers] of paginated.footnotes) {
    const page = paginated.pages[index];
    if (page) addFootnotes(page, numbers, flow, marks, notesParent);
  }
  const drafts: readonly PageDraft[] = [cover.page, ...frontDrafts, ...contents.pages, ...paginated.pages];
  drafts.forEach((page, i) => {
    if (i > 0) addFurniture(page, i + 1, flow);
  });
  const pages = drafts.map((d, i): Page => ({ number: i + 1, items: d.items }));
  const planned: Pages = {
    width: flow.page.width,
    height: flow.page.height,
    language: flow.language,
    direction: flow.direction,
    title: flow.title,
    publisher: flow.publisher,
    date: flow.date,
    theme: flow.theme,
    pages,
    structure: [cover.structure, ...front.map((f) => f.structure), contents.structure, ...sections.map((s) => s.parent)].map(finished),
    outline: outlineOf(flow, paginated.landed, firstPage),
    pageOf,
    word: { pageOf: pagesOf(inWord), ranOn: inWord.ranOn },
    yOf: (anchor) => paginated.landed.get(anchor)?.y ?? 0,
  };
  return flow.direction === 'rtl' ? mirrored(planned) : planned;
};
