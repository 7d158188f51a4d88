import { unzipSync } from 'fflate';

/** The texts of an Office file as a reader sees them, and its charts. Independent of the code that wrote it. */
export interface OfficeText {
  /** All text without white space. */
  readonly text: string;
  /** Category and number caches by chart part, and the workbook's bytes. */
  readonly charts: readonly { readonly caches: string; readonly workbook: Uint8Array }[];
}

const decoder = new TextDecoder();

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|([a-z]+));/g, (whole, hex?: string, dec?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (dec !== undefined) return String.fromCodePoint(Number(dec));
    return ENTITIES[name ?? ''] ?? whole;
  });

export const squeezed = (text: string): string => text.replace(/\s+/g, '');

const textRuns = (xml: string): string => [...xml.matchAll(/<(?:a|w):t(?: [^>]*)?>([^<]*)</g)].map((m) => decoded(m[1] ?? '')).join('');

const CONTENT =
  /^(?:ppt\/(?:slides|notesSlides|drawings)\/[^/]+\.xml|word\/(?:document|footnotes|header\d*|footer\d*)\.xml|word\/drawings\/[^/]+\.xml)$/;

/** Number formats of labels hold the strings of ranges, bounds and undisclosed values. */
const labelTexts = (xml: string): string =>
  [...xml.matchAll(/formatCode="&quot;([^"]*?)&quot;"/g)].map((m) => decoded(m[1] ?? '')).join(' ');

const numberOf = (path: string): number => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);

export const readOffice = (bytes: Uint8Array): OfficeText => {
  const parts = unzipSync(bytes, {
    filter: (file) => CONTENT.test(file.name) || /\/charts\/chart\d+\.xml$/.test(file.name) || file.name.endsWith('.xlsx'),
  });
  const names = Object.keys(parts);
  const read = (name: string): string => decoder.decode(parts[name]);
  const chartNames = names.filter((n) => /\/charts\//.test(n)).sort((a, b) => numberOf(a) - numberOf(b));
  const charts = chartNames.map((name) => {
    const xml = read(name);
    const caches = [...xml.matchAll(/<c:(?:str|num)Cache>.*?<\/c:(?:str|num)Cache>/gs)].map((m) => m[0]).join('\n');
    const book = names.find((n) => n.endsWith('.xlsx') && numberOf(n) === numberOf(name));
    return { caches, workbook: (book === undefined ? undefined : parts[book]) ?? new Uint8Array() };
  });
  const text = names
    .filter((n) => CONTENT.test(n))
    .sort()
    .map((n) => textRuns(read(n)))
    .join(' ');
  return { text: squeezed(`${text} ${chartNames.map((n) => labelTexts(read(n))).join(' ')}`), charts };
};
