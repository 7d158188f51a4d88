import { type Box, type Emu, inchBox, inches } from '../base/geometry.ts';

/** Width to height of the slides. */
export const ASPECTS = ['16:9', '4:3'] as const;
export type Aspect = (typeof ASPECTS)[number];

type Zone =
  | 'tracker'
  | 'sticker'
  | 'title'
  | 'titleRule'
  | 'body'
  | 'note'
  | 'footerRule'
  | 'footerLeft'
  | 'footerRight'
  | 'number'
  | 'logo'
  | 'coverLabel'
  | 'coverTitle'
  | 'coverSubtitle'
  | 'coverFacts'
  | 'coverFoot'
  | 'coverBars'
  | 'dividerBand'
  | 'dividerNumber'
  | 'dividerTitle'
  | 'dividerStory'
  | 'quoteRule'
  | 'quotation'
  | 'attribution';

/** A slide's size, its zones, the width of its twelve columns, and what its titles have room for. */
export interface SlideGrid {
  readonly slide: { readonly w: Emu; readonly h: Emu };
  readonly zones: Readonly<Record<Zone, Box>>;
  readonly column: Emu;
  /** Size in points and most lines of an action title, and the sizes of the cover's and of a divider's. */
  readonly title: { readonly size: number; readonly lines: number; readonly cover: number; readonly divider: number };
  /** Most lines of a statement in a row. */
  readonly statementLines: number;
}

/** What differs with the width; all heights are the same. Inches. */
interface Widths {
  readonly slide: number;
  readonly tracker: number;
  readonly footer: number;
  readonly facts: number;
  readonly bars: number;
  readonly band: number;
}

const zonesOf = ({ slide, tracker, footer, facts, bars, band }: Widths): SlideGrid['zones'] => {
  const body = slide - 1;
  return {
    tracker: inchBox(0.5, 0.32, tracker, 0.2),
    sticker: inchBox(slide - 2.1, 0.26, 1.6, 0.26),
    title: inchBox(0.5, 0.56, body, 0.84),
    titleRule: inchBox(0.5, 1.5, body, 0),
    body: inchBox(0.5, 1.66, body, 4.74),
    note: inchBox(0.5, 6.44, body, 0.5),
    footerRule: inchBox(0.5, 7.03, body, 0),
    footerLeft: inchBox(0.5, 7.1, footer, 0.18),
    footerRight: inchBox(slide - 5.033, 7.1, 3.5, 0.18),
    number: inchBox(slide - 1.3, 7.1, 0.8, 0.18),
    logo: inchBox(slide - 1.9, 0.25, 1.4, 0.35),
    coverLabel: inchBox(0.9, 0.75, 8, 0.3),
    coverTitle: inchBox(0.9, 1.3, slide - 1.833, 1.5),
    coverSubtitle: inchBox(0.9, 2.95, slide - 1.833, 0.9),
    coverFacts: inchBox(0.9, 5.35, facts, 0.9),
    coverFoot: inchBox(0.9, 6.85, facts, 0.2),
    coverBars: inchBox(slide - 0.503 - bars, 4.1, bars, 3.4),
    dividerBand: inchBox(0, 0, band, 7.5),
    dividerNumber: inchBox(0.5, 2.55, band - 0.833, 0.85),
    dividerTitle: inchBox(band + 0.5, 2.6, slide - band - 1, 1.2),
    dividerStory: inchBox(band + 0.5, 3.95, slide - band - 1, 1.5),
    // Eight columns of the wide slide: twelve of the narrow one hold them as well.
    quoteRule: inchBox(0.5, 2.1, 0, 2.6),
    quotation: inchBox(0.8, 2.1, 7.855, 2.6),
    attribution: inchBox(0.8, 4.95, 7.855, 0.6),
  };
};

export const GUTTER = inches(0.2);

/**
 * 13.333 × 7.5 in, or 10 × 7.5 in with the same heights and narrower columns. A title of the wide slide, two lines of 24 pt, has
 * the same room on the narrow one in three lines of 18 pt; a statement of two lines in a column of the wide one has it in three.
 */
export const GRIDS: Readonly<Record<Aspect, SlideGrid>> = {
  '16:9': {
    slide: { w: 12_192_000, h: 6_858_000 },
    zones: zonesOf({ slide: 13.333, tracker: 9, footer: 7.5, facts: 5, bars: 7, band: 3.433 }),
    column: inches(0.8444),
    title: { size: 24, lines: 2, cover: 44, divider: 34 },
    statementLines: 2,
  },
  '4:3': {
    slide: { w: 9_144_000, h: 6_858_000 },
    zones: zonesOf({ slide: 10, tracker: 5.7, footer: 4.3, facts: 3.4, bars: 5.2, band: 2.4 }),
    column: inches(0.5667),
    title: { size: 18, lines: 3, cover: 34, divider: 28 },
    statementLines: 3,
  },
};

/** Boxes of a split of the twelve columns, e.g. 8 and 3 (one column stays empty for the hairline) or 6 and 6. */
export const splitBoxes = (split: readonly number[], body: Box, { column }: SlideGrid): readonly Box[] => {
  const columnX = (n: number): number => body.x + n * (column + GUTTER);
  const [first = 12] = split;
  if (split.every((n) => n === first) && first * split.length === 12) {
    // Equal parts are equal to the unit, whatever the grid's columns round to.
    const w = Math.floor((body.w - (split.length - 1) * GUTTER) / split.length);
    return split.map((_, i) => ({ x: body.x + i * (w + GUTTER), y: body.y, w, h: body.h }));
  }
  let at = 0;
  return split.map((n, i) => {
    // What the split leaves over stands before the last part.
    if (i === split.length - 1) at = 12 - n;
    const x = columnX(at);
    at += n;
    const w = n * column + (n - 1) * GUTTER;
    return { x, y: body.y, w: i === split.length - 1 ? body.x + body.w - x : w, h: body.h };
  });
};

/** Where the hairline between the parts of a split stands: in the gutter, or a little ahead of a part that leaves a column free. */
export const hairlines = (boxes: readonly Box[]): readonly Box[] =>
  boxes.slice(1).map((box, i) => {
    const before = boxes[i];
    const gap = before ? box.x - before.x - before.w : GUTTER;
    return { x: box.x - Math.min(Math.round(gap / 2), inches(0.21)), y: box.y + inches(0.08), w: 0, h: box.h - inches(0.1) };
  });
