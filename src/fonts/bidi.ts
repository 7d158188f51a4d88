import bidiFactory from 'bidi-js';
import type { Direction } from './script.ts';

const bidi = bidiFactory();

/** Embedding levels of a line by UTF-16 unit (UAX #9, to I2): odd ones run from right to left. */
export const levelsOf = (text: string, direction: Direction): ArrayLike<number> => bidi.getEmbeddingLevels(text, direction).levels;

/** The character drawn for another in text from right to left: brackets change sides (UAX #9, L4). */
export const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character;

/** Items in logical order as they stand from left to right (UAX #9, L2). */
export const visualOrder = <T extends { readonly level: number }>(items: readonly T[]): readonly T[] => {
  let order = [...items];
  const highest = Math.max(0, ...items.map((i) => i.level));
  for (let level = highest; level > 0; level--) {
    const next: T[] = [];
    let turned: T[] = [];
    for (const item of order) {
      if (item.level >= level) turned = [item, ...turned];
      else {
        next.push(...turned, item);
        turned = [];
      }
    }
    order = [...next, ...turned];
  }
  return order;
};
