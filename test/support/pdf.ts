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
