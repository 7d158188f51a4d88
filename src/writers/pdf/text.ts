import type { FontFamily } from '../../base/font-packages.ts';
import type { Theme } from '../../brand/theme.ts';
import { textWidth } from '../../fonts/measure.ts';
import { type Direction, hasRightToLeft } from '../../fonts/script.ts';
import type { EmbeddedFont, PdfDocument } from './document.ts';
import { faceOf, type PdfFonts } from './fonts.ts';
import { glyphsOf, type PlacedGlyph } from './glyphs.ts';
import { num, rgb } from './operators.ts';
import { utf16Hex, writeToUnicode } from './to-unicode.ts';

export interface TextLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: keyof Theme['colors'];
}

/** What text is drawn with, and where. */
export interface Ink {
  readonly doc: PdfDocument;
  readonly fonts: PdfFonts;
  readonly theme: Theme;
}

/** A stretch of one look, family and direction, at its distance from the left end of its line. Points. */
export interface Piece {
  /** Which of the texts it is of. */
  readonly of: number;
  readonly text: string;
  readonly look: TextLook;
  readonly family: FontFamily;
  /** Odd: it runs from right to left (UAX #9). */
  readonly level: number;
  readonly x: number;
  readonly width: number;
}

interface StyledText {
  readonly text: string;
  readonly look: TextLook;
}

type Unplaced = Omit<Piece, 'x'>;

/** Cuts a text at changes of level. */
const levelStretches = (
  text: string,
  levels: ArrayLike<number>,
  from: number,
): readonly { readonly text: string; readonly level: number }[] => {
  const out: { text: string; level: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const level = levels[from + i] ?? 0;
    const last = out.at(-1);
    if (last?.level === level) last.text += text[i];
    else out.push({ text: text[i] ?? '', level });
  }
  return out;
};

/**
 * The texts of one line as pieces in the order they are read, each where it stands. What runs from right to left is reordered by
 * UAX #9, line by line: what stood on the line before has no influence on the first neutral signs of this one.
 */
export const placedTexts = (texts: readonly StyledText[], direction: Direction, fonts: PdfFonts): readonly Piece[] => {
  const { bidi } = fonts;
  const turned = bidi && (direction === 'rtl' || texts.some((t) => hasRightToLeft(t.text)));
  const levels = turned ? bidi.levelsOf(texts.map((t) => t.text).join(''), direction) : [];
  let offset = 0;
  const pieces = texts.flatMap(({ text, look }, of): readonly Unplaced[] => {
    const stretches = turned ? levelStretches(text, levels, offset) : [{ text, level: 0 }];
    offset += text.length;
    return stretches.flatMap(({ text: part, level }) =>
      fonts.segmentsOf(part).map((s) => ({ of, text: s.text, look, family: s.family, level, width: textWidth(s.text, look) })),
    );
  });
  const order = turned ? bidi.visualOrder(pieces) : pieces;
  const at = new Map<Unplaced, number>();
  let x = 0;
  for (const piece of order) {
    at.set(piece, x);
    x += piece.width;
  }
  return pieces.map((p) => ({ ...p, x: at.get(p) ?? 0 }));
};

/** Operators that show glyphs from where the text matrix stands: one string where each follows the one before. */
const shown = (glyphs: readonly PlacedGlyph[], x: number, y: number, size: number): string => {
  const run = (part: readonly PlacedGlyph[]): string => `<${part.map((g) => g.id.toString(16).padStart(4, '0')).join('')}> Tj`;
  const matrix = (dx: number, dy: number): string => `1 0 0 -1 ${num(x + dx * size)} ${num(y - dy * size)} Tm`;
  if (glyphs.every((g) => g.place === undefined)) return `${matrix(0, 0)} ${run(glyphs)}`;
  return glyphs.map((g) => `${matrix(g.place?.x ?? 0, g.place?.y ?? 0)} ${run([g])}`).join(' ');
};

/** Shows a piece of a line that begins at x, its baseline at y. The page space points downwards, so the text matrix turns it back. */
export const showPiece = ({ doc, fonts, theme }: Ink, piece: Piece, x: number, y: number): void => {
  doc.font(faceOf(piece.family, piece.look));
  const font: EmbeddedFont = doc._font;
  if (piece.family !== 'arimo') font.toUnicodeCmap = () => writeToUnicode(doc, font.unicode);
  const { glyphs, spoken } = glyphsOf(font, piece, fonts);
  if (glyphs.length === 0) return;
  doc.page.fonts[font.id] ??= font.ref();
  const { size, color } = piece.look;
  const text = `BT ${rgb(theme, color)} rg /${font.id} ${num(size)} Tf ${shown(glyphs, x + piece.x, y, size)} ET`;
  doc.addContent(spoken ? `/Span <</ActualText <feff${utf16Hex(piece.text)}>>> BDC ${text} EMC` : text);
};
