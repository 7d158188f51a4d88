import { inflateSync } from 'node:zlib';
import { squeezed } from './office-text.ts';

const latin1 = new TextDecoder('latin1');

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Uint8Array | undefined;
}

/** The indirect objects of a file without object streams, as pdfkit writes it (ISO 32000-1, 7.3.10). */
const objectsOf = (bytes: Uint8Array): ReadonlyMap<number, PdfObject> => {
  const text = latin1.decode(bytes);
  const objects = new Map<number, PdfObject>();
  const start = /(\d+) 0 obj\n/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const from = match.index + match[0].length;
    const end = text.indexOf('endobj', from);
    const streamAt = text.indexOf('stream\n', from);
    if (streamAt >= 0 && streamAt < end) {
      const dictionary = text.slice(from, streamAt);
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
      const data = bytes.subarray(streamAt + 7, streamAt + 7 + length);
      objects.set(Number(match[1]), { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(data) : data });
      start.lastIndex = streamAt + 7 + length;
    } else {
      objects.set(Number(match[1]), { dictionary: text.slice(from, end), stream: undefined });
      start.lastIndex = Math.max(end, from);
    }
  }
  return objects;
};

/** Glyph id → text from a ToUnicode CMap: bfchar entries, and bfrange with arrays or a first value (ISO 32000-1, 9.10.3). */
const unicodeMap = (cmap: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  const text = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((h) => String.fromCharCode(Number.parseInt(h, 16))).join('');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F ]+)>/g))
      map.set(from.toLowerCase(), text(to.replaceAll(' ', '')));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, low = '', , array, first] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:\[([^\]]*)\]|<([0-9a-fA-F]+)>)/g)) {
      const start = Number.parseInt(low, 16);
      if (array !== undefined) {
        [...array.matchAll(/<([0-9a-fA-F ]*)>/g)].forEach(([, hex = ''], i) => {
          map.set((start + i).toString(16).padStart(4, '0'), text(hex.replaceAll(' ', '')));
        });
      } else if (first !== undefined) map.set(low.toLowerCase(), text(first));
    }
  }
  return map;
};

/** Letters of a stretch that runs from right to left: the writer gives each direction a text object of its own. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** All text a PDF shows, without white space. Reads what pdfkit writes: hexadecimal strings in embedded fonts. */
export const readPdf = (bytes: Uint8Array): string => {
  const objects = objectsOf(bytes);
  const decoder = new TextDecoder('latin1');
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { dictionary } of objects.values()) {
    for (const [, name = '', id = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      if (fonts.has(name)) continue;
      const font = objects.get(Number(id));
      const cmapId = /\/ToUnicode (\d+) 0 R/.exec(font?.dictionary ?? '')?.[1];
      const cmap = cmapId === undefined ? undefined : objects.get(Number(cmapId))?.stream;
      if (cmap) fonts.set(name, unicodeMap(decoder.decode(cmap)));
    }
  }
  const texts: string[] = [];
  for (const { stream, dictionary } of objects.values()) {
    if (!stream || dictionary.includes('/Type /XObject') || dictionary.includes('/Length1')) continue;
    const content = decoder.decode(stream);
    if (!content.includes(' Tj')) continue;
    for (const [block, name = ''] of content.matchAll(/BT [^<]*?\/(F\d+) [\d.]+ Tf.*?ET/gs)) {
      const font = fonts.get(name);
      const glyphs = [...block.matchAll(/<([0-9a-fA-F]*)> Tj/g)].flatMap(([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? []);
      const read = glyphs.map((g) => font?.get(g) ?? '');
      // Glyphs stand as they are seen; what runs from right to left is read from its other end.
      texts.push((RIGHT_TO_LEFT.test(read.join('')) ? read.reverse() : read).join(''));
    }
  }
  return squeezed(texts.join(''));
};
