import type { FontFamily } from '../../base/font-packages.ts';
import { presentationOf, type ShapedLetter } from '../../fonts/arabic.ts';
import { isZeroWidth } from '../../fonts/measure.ts';
import type { EmbeddedFont, Glyph } from './document.ts';
import type { PdfFonts } from './fonts.ts';

/** A glyph of the font's subset. Ems from the start of its piece where it does not simply follow the one before. */
export interface PlacedGlyph {
  readonly id: number;
  readonly place?: { readonly x: number; readonly y: number };
}

/** The glyphs of a piece from left to right; `spoken` where they cannot be read back and the piece must carry its text. */
export interface Glyphs {
  readonly glyphs: readonly PlacedGlyph[];
  readonly spoken: boolean;
}

interface Written {
  readonly text: string;
  readonly family: FontFamily;
  readonly level: number;
}

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

/** Which glyphs of a subset stand for which letters. */
interface Meanings {
  readonly of: Map<number, string>;
  readonly known: Map<string, number>;
}

const meanings = new WeakMap<EmbeddedFont, Meanings>();

const meaningsIn = (font: EmbeddedFont): Meanings => {
  const known = meanings.get(font) ?? { of: new Map<number, string>(), known: new Map<string, number>() };
  meanings.set(font, known);
  return known;
};

/**
 * The id of a glyph that is read back as these letters and no others. Where letters share a shape (Persian and Arabic yeh) or a
 * bracket is drawn as the other one, the glyph is put into the subset once more: its place there is what ToUnicode tells apart.
 */
const meaning = (font: EmbeddedFont, glyph: Glyph, letters: readonly number[], apart: boolean): number => {
  const { of, known } = meaningsIn(font);
  const key = `${glyph.id} ${letters.join(' ')}`;
  const there = known.get(key);
  if (there !== undefined) return there;
  let id = included(font, glyph);
  font.unicode[id] ??= glyph.codePoints;
  if (apart || of.has(id)) {
    id = font.subset.glyphs.push(glyph.id) - 1;
    font.widths[id] = glyph.advanceWidth * font.scale;
  }
  of.set(id, key);
  known.set(key, id);
  font.unicode[id] = letters;
  return id;
};

/** A reader skips it: dots of letters are glyphs that stand for nothing of their own. */
const NOTHING = [0x200d];

const FEATURES = { kern: false, liga: false, dlig: false } as const;

interface SetGlyph {
  readonly glyph: Glyph;
  /** Font units from the start of the word. */
  readonly x: number;
  readonly y: number;
  readonly advance: number;
}

interface Offset {
  readonly x: number;
  readonly y: number;
}

/** A word set by the font's own tables, from left to right; undefined where they hold more than fontkit reads. */
const setByFont = (font: EmbeddedFont, word: string): readonly SetGlyph[] | undefined => {
  // fontkit joins letters by the code point a glyph was first asked for, which may have been a presentation form.
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    font.font.glyphForCodePoint(code).codePoints = [code];
  }
  try {
    const { glyphs, positions } = font.font.layout(word, FEATURES);
    let pen = 0;
    return glyphs.map((glyph, i): SetGlyph => {
      const { xAdvance: advance = 0, xOffset = 0, yOffset: y = 0 } = positions[i] ?? {};
      const x = pen + xOffset;
      pen += advance;
      return { glyph, x, y, advance };
    });
  } catch {
    return undefined;
  }
};

/**
 * How far each mark of a word stands from the middle of its letter, in the order they are written: where the font sets it.
 * Undefined where the font joins marks, or letters otherwise than their presentation forms do.
 */
const marksIn = (font: EmbeddedFont, word: string, shaped: readonly ShapedLetter[]): readonly Offset[] | undefined => {
  const left = (setByFont(font, word) ?? []).toReversed();
  const found: Offset[] = [];
  let at = 0;
  let middle = 0;
  for (const { code, letters, mark } of shaped) {
    const id = font.font.glyphForCodePoint(code).id;
    // Dots of letters stand between a letter and its marks. Lam and alef are two glyphs here, of which the marks follow the second.
    for (let n = mark ? 1 : letters.length; n > 0; n--) {
      while (at < left.length && !(mark ? left[at]?.glyph.id === id : (left[at]?.advance ?? 0) > 0)) at++;
      const glyph = left[at++];
      if (!glyph) return undefined;
      if (mark) found.push({ x: glyph.x - middle, y: glyph.y });
      else middle = glyph.x + glyph.advance / 2;
    }
  }
  return found;
};

/** An Arabic word from right to left: whole letters where the font has them, else what its tables make of it. */
const arabicGlyphs = (font: EmbeddedFont, word: string): Glyphs => {
  const em = font.font.unitsPerEm;
  const shaped = presentationOf(word);
  const drawn = (s: ShapedLetter): number => meaning(font, font.font.glyphForCodePoint(s.code), s.letters, false);
  if (shaped && !shaped.some((s) => s.mark)) return { glyphs: shaped.map((s) => ({ id: drawn(s) })).toReversed(), spoken: false };
  const marks = shaped && marksIn(font, word, shaped);
  if (shaped && marks) {
    const advances = shaped.map((s) => (s.mark ? 0 : font.font.glyphForCodePoint(s.code).advanceWidth));
    let x = advances.reduce((sum, a) => sum + a, 0);
    let middle = x;
    let n = 0;
    const glyphs = shaped.map((s, i): PlacedGlyph => {
      const advance = advances[i] ?? 0;
      x -= advance;
      if (!s.mark) middle = x + advance / 2;
      const mark = s.mark ? marks[n++] : undefined;
      return { id: drawn(s), place: mark ? { x: (middle + mark.x) / em, y: mark.y / em } : { x: x / em, y: 0 } };
    });
    return { glyphs: glyphs.toReversed(), spoken: false };
  }
  const glyphs = (setByFont(font, word) ?? []).map(({ glyph, x, y }): PlacedGlyph => {
    const id = included(font, glyph);
    font.unicode[id] ??= NOTHING;
    return { id, place: { x: x / em, y: y / em } };
  });
  return { glyphs, spoken: true };
};

/**
 * One glyph a letter, no kerning, no ligatures but those Arabic is written with, so that widths are those the layout measured.
 * pdfkit's own path shapes each word, which costs most of a PDF's time.
 */
export const glyphsOf = (font: EmbeddedFont, { text, family, level }: Written, { bidi }: PdfFonts): Glyphs => {
  const turned = level % 2 === 1;
  if (turned && family === 'noto-sans-arabic') return arabicGlyphs(font, text);
  const glyphs = [...text].flatMap((character): readonly PlacedGlyph[] => {
    const means = character.codePointAt(0) ?? 0;
    if (isZeroWidth(means)) return [];
    const code = turned ? (bidi?.mirrored(character).codePointAt(0) ?? means) : means;
    const glyph = font.font.glyphForCodePoint(code);
    if (family !== 'arimo' || code !== means) return [{ id: meaning(font, glyph, [means], code !== means) }];
    const id = included(font, glyph);
    font.unicode[id] = [means];
    return [{ id }];
  });
  return { glyphs: turned ? glyphs.toReversed() : glyphs, spoken: false };
};
