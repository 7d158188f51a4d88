import { strFromU8, strToU8, unzlibSync, zlibSync } from 'fflate';

interface Stream {
  readonly from: number;
  readonly to: number;
  readonly lengthAt: number;
  readonly length: string;
  readonly content: string;
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** The deflated streams of a PDF that show text. */
const textStreams = (pdf: Uint8Array): readonly Stream[] => {
  const text = strFromU8(pdf, true);
  return [...text.matchAll(/\/Length (\d+)\b[^>]*>>\s*stream\n/g)].flatMap((match): readonly Stream[] => {
    const from = match.index + match[0].length;
    const length = match[1] ?? '0';
    const to = from + Number(length);
    if (!match[0].includes('/FlateDecode')) return [];
    const content = strFromU8(unzlibSync(pdf.subarray(from, to)), true);
    return content.includes(' Tj') ? [{ from, to, lengthAt: match.index + '/Length '.length, length, content }] : [];
  });
};

/** The same file with the content of its n-th page (of those with text) changed. Positions of objects are not mended. */
export const withPage = (pdf: Uint8Array, page: number, change: (content: string) => string): Uint8Array => {
  const stream = textStreams(pdf)[page];
  if (!stream) throw new Error(`the file has no page ${page} with text`);
  const content = change(stream.content);
  if (content === stream.content) throw new Error(`nothing was changed on page ${page}`);
  const data = zlibSync(strToU8(content, true));
  const afterLength = stream.lengthAt + stream.length.length;
  return joined(
    pdf.subarray(0, stream.lengthAt),
    strToU8(String(data.length)),
    pdf.subarray(afterLength, stream.from),
    data,
    pdf.subarray(stream.to),
  );
};

/** Glyph → text of a font by its ToUnicode map (ISO 32000-1, 9.10.3), as hexadecimal of four digits. */
const glyphTexts = (cmap: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  const text = (hex: string): string => (hex.match(/[0-9a-f]{4}/gi) ?? []).map((h) => String.fromCharCode(Number.parseInt(h, 16))).join('');
  for (const [, range = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first = '', list = ''] of range.matchAll(/<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/gi))
      (list.match(/<[^>]*>/g) ?? []).forEach((hex, i) => {
        map.set((Number.parseInt(first, 16) + i).toString(16).padStart(4, '0'), text(hex));
      });
  return map;
};

/** The texts that each page shows, one string for each time it sets text. Reads what pdfkit writes, apart from the program's reader. */
export const pageTexts = (pdf: Uint8Array): readonly (readonly string[])[] => {
  const file = strFromU8(pdf, true);
  const objectAt = (id: string): string => new RegExp(`(?:^|\\n)${id} 0 obj\\n(.*?)endobj`, 's').exec(file)?.[1] ?? '';
  const cmapOf = (id: string): string => {
    const match = new RegExp(`(?:^|\\n)${id} 0 obj\\n<<[^>]*/Length (\\d+)[^>]*>>\\s*stream\\n`).exec(file);
    if (!match) return '';
    const from = match.index + match[0].length;
    const data = pdf.subarray(from, from + Number(match[1]));
    return strFromU8(match[0].includes('/FlateDecode') ? unzlibSync(data) : data, true);
  };
  const fonts = new Map(
    [...new Set([...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => `${m[1]} ${m[2]}`))].map((pair) => {
      const [name = '', id = ''] = pair.split(' ');
      return [name, glyphTexts(cmapOf(/\/ToUnicode (\d+) 0 R/.exec(objectAt(id))?.[1] ?? ''))] as const;
    }),
  );
  return textStreams(pdf).map(({ content }) => {
    let font: ReadonlyMap<string, string> | undefined;
    return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-fA-F]*)> Tj/g)].flatMap(([, name, hex]) => {
      if (name !== undefined) font = fonts.get(name);
      return hex === undefined ? [] : [(hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toLowerCase()) ?? '').join('')];
    });
  });
};
