import type { PdfDocument } from './document.ts';

/** UTF-16 in hexadecimal. */
export const utf16Hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');

/** Glyphs to a range: a range must not leave its first byte (Adobe Technical Note 5014). */
const CHUNK = 256;

/**
 * Writes the map from glyphs to text (ISO 32000-1, 9.10.3). pdfkit's own puts blanks between the units of a glyph that stands for
 * several, as ligatures and rare Han characters do, which not every reader takes.
 */
export const writeToUnicode = (doc: PdfDocument, unicode: readonly (readonly number[] | undefined)[]): unknown => {
  const texts = Array.from(unicode, (codes) => `<${utf16Hex(String.fromCodePoint(...(codes ?? [])))}>`);
  const hex = (glyph: number): string => `<${glyph.toString(16).padStart(4, '0')}>`;
  const ranges = Array.from({ length: Math.ceil(texts.length / CHUNK) }, (_, i) => {
    const part = texts.slice(i * CHUNK, (i + 1) * CHUNK);
    return `${hex(i * CHUNK)} ${hex(i * CHUNK + part.length - 1)} [${part.join(' ')}]`;
  });
  const map = doc.ref({});
  map.end(
    [
      '/CIDInit /ProcSet findresource begin',
      '12 dict begin',
      'begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def',
      '/CMapType 2 def',
      '1 begincodespacerange',
      '<0000><ffff>',
      'endcodespacerange',
      `${ranges.length} beginbfrange`,
      ...ranges,
      'endbfrange',
      'endcmap',
      'CMapName currentdict /CMap defineresource pop',
      'end',
      'end',
    ].join('\n'),
  );
  return map;
};
