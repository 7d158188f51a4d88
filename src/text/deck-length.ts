/** How long a deck may be: about 5 slides, about 12, or 25 and more where the data carries them. */
export const LENGTHS = ['short', 'standard', 'full'] as const;
export type DeckLength = (typeof LENGTHS)[number];

/** Whether a deck of one length has the slides that begin with another. */
export const reaches = (length: DeckLength, least: DeckLength): boolean => LENGTHS.indexOf(length) >= LENGTHS.indexOf(least);
