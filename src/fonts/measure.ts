import LineBreaker from 'linebreak';
import { remember } from '../base/remember.ts';
import { ARABIC_WORDS, arabicWidth } from './arabic.ts';
import { ARIMO, ARIMO_WIDTHS } from './arimo-widths.ts';
import { heldIn } from './held-breaks.ts';
import { isArabic } from './script.ts';
import { wideAdvance } from './wide.ts';

/** How a text is set. Sizes in points. */
export interface FaceStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

type FaceName = keyof typeof ARIMO_WIDTHS;

const faces = new Map<FaceName, ReadonlyMap<number, number>>();

/** Code point → advance in font units. Decoded once per face and process. */
const advances = (face: FaceName): ReadonlyMap<number, number> => {
  const known = faces.get(face);
  if (known) return known;
  const table = new Map<number, number>();
  for (const [from, widths] of ARIMO_WIDTHS[face]) {
    let code = from;
    for (const width of widths.split(',')) {
      if (width !== '') table.set(code, Number.parseInt(width, 36));
      code++;
    }
  }
  faces.set(face, table);
  return table;
};

const faceOf = (style: Pick<FaceStyle, 'bold' | 'italic'>): FaceName => {
  if (style.bold) return style.italic ? 'boldItalic' : 'bold';
  return style.italic ? 'italic' : 'regular';
};

/** Marks, joins and selectors that print nothing of their own width: word joiner, zero-width space, variation selectors and their kin. */
export const isZeroWidth = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f);

/** True when the house font can draw the character, or nothing has to be drawn. */
export const isCovered = (code: number): boolean => isZeroWidth(code) || advances('regular').has(code);

/** The Arabic words of a text. What stands between them is measured letter by letter. */
const arabicUnits = (text: string, face: FaceName): number =>
  (text.match(ARABIC_WORDS) ?? []).reduce((sum, word) => sum + arabicWidth(word, face === 'bold' || face === 'boldItalic'), 0) *
  ARIMO.unitsPerEm;

/** Sum of advances in font units, of a text in one face. */
const unitsIn =
  (face: FaceName) =>
  (text: string): number => {
    const table = advances(face);
    let units = 0;
    let arabic = false;
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (isZeroWidth(code)) continue;
      const own = table.get(code);
      if (own === undefined && isArabic(code)) arabic = true;
      else units += own ?? wideAdvance(code) * ARIMO.unitsPerEm;
    }
    return arabic ? units + arabicUnits(text, face) : units;
  };

/** The same words are asked for again and again: a text has few of them, and each is placed in several documents. */
const unitsOf: Readonly<Record<FaceName, (text: string) => number>> = {
  regular: remember(4000, unitsIn('regular')),
  bold: remember(4000, unitsIn('bold')),
  italic: remember(4000, unitsIn('italic')),
  boldItalic: remember(4000, unitsIn('boldItalic')),
};

/** Width in points, kerning off: Office does not kern by default, and the PDF uses the same widths. */
export const textWidth = (text: string, style: FaceStyle): number => (unitsOf[faceOf(style)](text) / ARIMO.unitsPerEm) * style.size;

/** Height of one line at single spacing, as Office sets it: ascent + descent + line gap. */
export const lineHeight = (size: number): number => ((ARIMO.ascent - ARIMO.descent + ARIMO.lineGap) / ARIMO.unitsPerEm) * size;

/** Distance from the top of a line at single spacing to its baseline. */
export const ascent = (size: number): number => (ARIMO.ascent / ARIMO.unitsPerEm) * size;

/** A stretch of text of one look, with whatever the caller wants to find again after breaking. */
export interface Piece<T> {
  readonly text: string;
  readonly style: FaceStyle;
  readonly data: T;
}

export interface Line<T> {
  readonly pieces: readonly (Piece<T> & { readonly width: number })[];
  /** Without the spaces at the end. */
  readonly width: number;
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly required: boolean;
}

/** A paragraph is broken several times: for its height, with its ties, and when it is set. */
const chunksOf = remember(500, (text: string): readonly Chunk[] => {
  const breaker = new LineBreaker(text);
  const chunks: Chunk[] = [];
  const held = heldIn(text);
  let start = 0;
  for (let at = breaker.nextBreak(); at !== null && at !== undefined; at = breaker.nextBreak()) {
    if (held.has(at.position)) continue;
    chunks.push({ start, end: at.position, required: at.required === true && at.position < text.length });
    start = at.position;
  }
  return chunks;
});

/** Offsets at which a line may end by UAX #14, behind the space after a word; the last is the end of the text. */
export const breaksIn = (text: string): readonly number[] => chunksOf(text).map((c) => c.end);

const trimEnd = (text: string): string => text.replace(/[ \n\u3000]+$/, '');

/**
 * Breaks pieces into lines of at most `width` points at the opportunities of UAX #14. A word wider than a line is broken
 * between characters, so that nothing ever leaves its box. An empty text gives one empty line.
 */
export const breakLines = <T>(pieces: readonly Piece<T>[], width: number): readonly Line<T>[] => {
  const text = pieces.map((p) => p.text).join('');
  const starts: number[] = [];
  let offset = 0;
  for (const piece of pieces) {
    starts.push(offset);
    offset += piece.text.length;
  }

  /** The parts of the pieces between two offsets of the joined text. */
  const slice = (from: number, to: number): readonly (Piece<T> & { readonly width: number })[] =>
    pieces.flatMap((piece, i) => {
      const start = starts[i] ?? 0;
      const part = piece.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      return part === '' ? [] : [{ text: part, style: piece.style, data: piece.data, width: textWidth(part, piece.style) }];
    });
  // Asked for every word: without the pieces themselves, which only a finished line needs.
  const widthOf = (from: number, to: number): number => {
    let width = 0;
    for (let i = 0; i < pieces.length; i++) {
      const piece = pieces[i];
      const start = starts[i] ?? 0;
      if (!piece || start >= to || start + piece.text.length <= from) continue;
      width += textWidth(piece.text.slice(Math.max(0, from - start), to - start), piece.style);
    }
    return width;
  };

  const lines: Line<T>[] = [];
  const close = (from: number, to: number): void => {
    const end = from + trimEnd(text.slice(from, to)).length;
    const parts = slice(from, end);
    lines.push({ pieces: parts, width: parts.reduce((sum, p) => sum + p.width, 0) });
  };

  let lineStart = 0;
  let lineEnd = 0;
  let used = 0;
  for (const chunk of chunksOf(text)) {
    const visible = chunk.start + trimEnd(text.slice(chunk.start, chunk.end)).length;
    const chunkWidth = widthOf(chunk.start, visible);
    if (used + chunkWidth > width + 0.001 && lineEnd > lineStart) {
      close(lineStart, lineEnd);
      lineStart = chunk.start;
      used = 0;
    }
    if (chunkWidth > width && lineStart === chunk.start) {
      let from = chunk.start;
      let at = chunk.start;
      for (const character of text.slice(chunk.start, visible)) {
        if (at > from && widthOf(from, at + character.length) > width) {
          close(from, at);
          from = at;
        }
        at += character.length;
      }
      lineStart = from;
      used = widthOf(from, chunk.end);
    } else {
      used += chunkWidth + widthOf(visible, chunk.end);
    }
    lineEnd = chunk.end;
    if (chunk.required) {
      close(lineStart, lineEnd);
      lineStart = lineEnd;
      used = 0;
    }
  }
  if (lineEnd > lineStart || lines.length === 0) close(lineStart, text.length);
  return lines;
};
