import type { Theme } from '../../brand/theme.ts';
import { textWidth } from '../../fonts/measure.ts';
import type { EmbeddedFont, Glyph, PdfDocument } from './document.ts';
import { num, rgb } from './operators.ts';

export interface TextLook {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: keyof Theme['colors'];
}

export const faceName = (look: Pick<TextLook, 'bold' | 'italic'>): 'regular' | 'bold' | 'italic' | 'boldItalic' =>
  look.bold ? (look.italic ? 'boldItalic' : 'bold') : look.italic ? 'italic' : 'regular';

const INVISIBLE = new Set([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

/**
 * The id of a glyph in the subset, its parts with it: fontkit adds the parts of composite glyphs only when the font is written, too late
 * for the widths and the set of glyphs that pdfkit lists.
 */
const included = (font: EmbeddedFont, glyph: Glyph): number => {
  const gid = font.subset.includeGlyph(glyph.id);
  if (font.widths[gid] !== undefined) return gid;
  font.widths[gid] = glyph.advanceWidth * font.scale;
  for (const { glyphID } of glyph._decode?.()?.components ?? []) {
    const part = font.font.getGlyph(glyphID);
    font.unicode[included(font, part)] ??= part.codePoints;
  }
  return gid;
};

/**
 * Glyph ids of a text in the font's subset, in hexadecimal: one glyph a character, no kerning, no ligatures, so that widths are
 * those the layout measured. pdfkit's own path shapes each word, which costs most of a PDF's time.
 */
const encode = (font: EmbeddedFont, text: string): string => {
  let hex = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (INVISIBLE.has(code)) continue;
    const gid = included(font, font.font.glyphForCodePoint(code));
    font.unicode[gid] = [code];
    hex += gid.toString(16).padStart(4, '0');
  }
  return hex;
};

/** Shows a text with its baseline at y; returns its width. The page space points downwards, so the text matrix turns it back. */
export const showText = (doc: PdfDocument, text: string, x: number, y: number, look: TextLook, theme: Theme): number => {
  doc.font(faceName(look));
  const font = doc._font;
  doc.page.fonts[font.id] ??= font.ref();
  doc.addContent(
    `BT ${rgb(theme, look.color)} rg /${font.id} ${num(look.size)} Tf 1 0 0 -1 ${num(x)} ${num(y)} Tm <${encode(font, text)}> Tj ET`,
  );
  return textWidth(text, look);
};
