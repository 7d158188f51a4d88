import { staleCaches } from './chart-data.ts';
import { decoded } from './entities.ts';
import { unzipped } from './unzip.ts';

/** The texts of an Office file as a reader sees them, and its charts. Independent of the code that wrote it. */
export interface OfficeText {
  /** All text, a paragraph a line, white space as single blanks. */
  readonly text: string;
  /** The alternative texts of its drawings, without white space. */
  readonly alternatives: string;
  /** By chart part: category and number caches, the workbook's bytes, and the formulas whose cache is not what the cells hold. */
  readonly charts: readonly {
    readonly part: string;
    readonly caches: string;
    readonly workbook: Uint8Array | undefined;
    readonly stale: readonly string[];
  }[];
  /** Every part, for what is asked of the package as a whole. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

const decoder = new TextDecoder();

export const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** White space of any kind and length as one blank; the ends of paragraphs are kept. */
export const spaced = (text: string): string => text.replace(/[^\S\n]+/g, ' ');

/** The runs of each paragraph joined; breaks and tabs part words. */
const textRuns = (xml: string): string =>
  [...xml.matchAll(/<(?:a|w):t(?: [^>]*)?>([^<]*)<|<\/(?:a|w):p>|<(?:a|w):(br|tab)\b/g)]
    .map(([whole, text, gap]) =>
      text !== undefined ? decoded(text).replaceAll('\n', ' ') : gap === undefined && whole !== '' ? '\n' : ' ',
    )
    .join('');

const CONTENT =
  /^(?:ppt\/(?:slides|notesSlides|drawings)\/[^/]+\.xml|word\/(?:document|footnotes|header\d*|footer\d*)\.xml|word\/drawings\/[^/]+\.xml)$/;

/** Number formats of labels hold the strings of ranges, bounds and undisclosed values. */
const labelTexts = (xml: string): string =>
  [...xml.matchAll(/formatCode="&quot;([^"]*?)&quot;"/g)].map((m) => decoded(m[1] ?? '')).join('\n');

const numberOf = (path: string): number => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);

export const readOffice = (bytes: Uint8Array): OfficeText => {
  const parts = unzipped(bytes, () => true);
  const names = [...parts.keys()];
  const read = (name: string): string => decoder.decode(parts.get(name));
  const chartNames = names.filter((n) => /\/charts\/chart\d+\.xml$/.test(n)).sort((a, b) => numberOf(a) - numberOf(b));
  const charts = chartNames.map((name) => {
    const xml = read(name);
    const caches = [...xml.matchAll(/<c:(?:str|num)Cache>.*?<\/c:(?:str|num)Cache>/gs)].map((m) => m[0]).join('\n');
    const book = names.find((n) => n.endsWith('.xlsx') && numberOf(n) === numberOf(name));
    const workbook = book === undefined ? undefined : parts.get(book);
    return { part: name, caches, workbook, stale: workbook ? staleCaches(xml, workbook) : [] };
  });
  const text = names
    .filter((n) => CONTENT.test(n))
    .sort()
    .map((n) => textRuns(read(n)))
    .join('\n');
  const alternatives = names
    .filter((n) => CONTENT.test(n))
    .flatMap((n) => [...read(n).matchAll(/ descr="([^"]*)"/g)].map((m) => decoded(m[1] ?? '')));
  return {
    alternatives: squeezed(alternatives.join(' ')),
    text: spaced(`${text}\n${chartNames.map((n) => labelTexts(read(n))).join('\n')}`),
    charts,
    parts,
  };
};
