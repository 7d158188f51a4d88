import type { Block } from '../document/document.ts';
import { flatBlocks } from '../document/figures-in.ts';
import type { Mentions } from './mentions.ts';
import { SOURCES } from './print.ts';

/** What a slide shows, and how links name it. */
interface Anchored {
  readonly id: string;
  readonly part: number;
  readonly anchors: readonly string[];
  readonly blocks: readonly Block[];
}

/** How a link names the slide of a number. */
export const slideNumber = (number: number): string => `slide:${number}`;

const anchorsOf = ({ part, anchors, blocks }: Anchored): readonly string[] => [
  ...(part === 0 ? anchors : []),
  ...flatBlocks(blocks).flatMap((b) => ('anchor' in b ? [b.anchor] : b.kind === 'sources' ? [SOURCES] : [])),
];

/** Where links of a deck lead: each id to the first slide that shows it. `first` is the number of the first of the slides. */
export const slideMentions = (slides: readonly Anchored[], first: number, word: string): Mentions => {
  const places = new Map<string, { readonly id: string; readonly number: number }>();
  slides.forEach((slide, i) => {
    const place = { id: slide.id, number: first + i };
    for (const anchor of [slideNumber(place.number), ...anchorsOf(slide)]) if (!places.has(anchor)) places.set(anchor, place);
  });
  return {
    link: (id) => places.get(id)?.id,
    reference: (anchor) => {
      const place = places.get(anchor);
      return place && [{ text: `${word}\u00a0${place.number}` }];
    },
  };
};

/** The same while slides have no numbers yet: as wide as numbers get. */
export const draftMentions = (word: string): Mentions => ({ link: () => 'draft', reference: () => [{ text: `${word}\u00a099` }] });
