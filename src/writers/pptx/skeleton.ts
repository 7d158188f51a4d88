import { toInches } from '../../base/geometry.ts';
import type { Deck } from '../../layout/deck.ts';
import { type OfficePackage, openPackage } from '../../ooxml/package.ts';

/** The part of pptxgenjs used here. Its own types give the default export no construct signature under NodeNext rules. */
interface Presentation {
  defineLayout(layout: { name: string; width: number; height: number }): void;
  layout: string;
  defineSlideMaster(master: { title: string; background: { color: string }; objects: readonly object[] }): void;
  addSlide(options: { masterName: string }): { addNotes(text: string): void };
  write(options: { outputType: 'uint8array' }): Promise<unknown>;
}

const construct = async (): Promise<Presentation> => {
  const { default: PptxGenJS } = await import('pptxgenjs');
  return new (PptxGenJS as unknown as new () => Presentation)();
};

/**
 * A package with master, named layouts, slides and notes pages from pptxgenjs. Shape trees are written over it: its shapes,
 * tables and charts break schema rules (see docs/formats/presentation.md), and it takes no names from data, which it would
 * not escape everywhere.
 */
export const skeleton = async (deck: Deck): Promise<OfficePackage> => {
  const presentation = await construct();
  presentation.defineLayout({ name: 'deck', width: toInches(deck.size.w), height: toInches(deck.size.h) });
  presentation.layout = 'deck';
  for (const layout of deck.layouts)
    presentation.defineSlideMaster({ title: layout.name, background: { color: deck.theme.colors[layout.background] }, objects: [] });
  for (const slide of deck.slides) presentation.addSlide({ masterName: slide.layout }).addNotes('notes');
  const bytes = await presentation.write({ outputType: 'uint8array' });
  return openPackage(bytes as Uint8Array);
};
