import { staleCaches } from './chart-data.ts';
import { decoded } from './entities.ts';
import { unzipped } from './unzip.ts';

/** The texts of an Office file as a reader sees them, and its charts. Independent of the code that wrote it. */
export interface OfficeText {
  /** All text without white space. */
  readonly text: string;
  /** The alternative texts of its drawings, without white space. */
  readonly alternatives: string;
  /** By chart part: category and number caches, the workbook's bytes, and the formulas whose cache is not what the cells hold. */
  readonly charts: readonly {
    readonly part: string;
    readonly caches: string;
    readonly workbook: Uint8Array;
    readonly stale: readonly string[];
  }[];
}

const decoder = new TextDecoder();

export const squeezed = (text: string): string => text.replace(/\s+/g, '');

const textRuns = (xml: string): string => [...xml.matchAll(/<(?:a|w):t(?: [^>]*)?>([^<]*)</g)].map((m) => decoded(m[1] ?? '')).join('');

const CONTENT =
  /^(?:ppt\/(?:slides|notesSlides|drawings)\/[^/]+\.xml|word\/(?:document|footnotes|header\d*|footer\d*)\.xml|word\/drawings\/[^/]+\.xml)$/;

/** Number formats of labels hold the strings of ranges, bounds and undisclosed values. */
const labelTexts = (xml: string): string =>
  [...xml.matchAll(/formatCode="&quot;([^"]*?)&quot;"/g)].map((m) => decoded(m[1] ?? '')).join(' ');

const numberOf = (path: string): number => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);

export const readOffice = (bytes: Uint8Array): OfficeText => {
  const parts = unzipped(bytes, (name) => CONTENT.test(name) || /\/charts\/chart\d+\.xml$/.test(name) || name.endsWith('.xlsx'));
  const names = [...parts.keys()];
  const read = (name: string): string => decoder.decode(parts.get(name));
  const chartNames = names.filter((n) => /\/charts\//.test(n)).sort((a, b) => numberOf(a) - numberOf(b));
  const charts = chartNames.map((name) => {
    const xml = read(name);
    const caches = [...xml.matchAll(/<c:(?:str|num)Cache>.*?<\/c:(?:str|num)Cache>/gs)].map((m) => m[0]).join('\n');
    const book = names.find((n) => n.endsWith('.xlsx') && numberOf(n) === numberOf(name));
    const workbook = book === undefined ? undefined : parts.get(book);
    return { part: name, caches, workbook: workbook ?? new Uint8Array(), stale: workbook ? staleCaches(xml, workbook) : [] };
  });
  const text = names
    .filter((n) => CONTENT.test(n))
    .sort()
    .map((n) => textRuns(read(n)))
    .join(' ');
  const alternatives = names
    .filter((n) => CONTENT.test(n))
    .flatMap((n) => [...read(n).matchAll(/ descr="([^"]*)"/g)].map((m) => decoded(m[1] ?? '')));
  return {
    alternatives: squeezed(alternatives.join(' ')),
    text: squeezed(`${text} ${chartNames.map((n) => labelTexts(read(n))).join(' ')}`),
    charts,
  };
};
