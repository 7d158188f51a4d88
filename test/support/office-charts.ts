import { dirname, posix } from 'node:path';
import { type Parts, partsIn, xmlOf } from './office.ts';
import { allElements, type XmlElement } from './xml.ts';

/** A chart of a finished Office file, found as Office finds it: from the frame that shows it over its relationships. */
export interface OfficeChart {
  /** Number of the slide; 1 in a report. */
  readonly slide: number;
  readonly alt: string;
  /** Points, on its slide; a report's frame stands in the text at 0,0. */
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly chart: XmlElement;
  readonly workbook: Uint8Array;
}

const EMU = 12700;

/** By relationship id: the part it leads to, with the end of its type. */
const relationships = (parts: Parts, part: string): ReadonlyMap<string, { readonly target: string; readonly type: string }> => {
  const folder = dirname(part);
  const rels = xmlOf(parts, `${folder}/_rels/${posix.basename(part)}.rels`);
  return new Map(
    allElements(rels, 'Relationship').map(({ attributes }) => [
      attributes['Id'] ?? '',
      { target: posix.join(folder, attributes['Target'] ?? ''), type: attributes['Type']?.replace(/^.*\//, '') ?? '' },
    ]),
  );
};

const number = (element: XmlElement | undefined, attribute: string): number => Number(element?.attributes[attribute] ?? 0) / EMU;

/** The charts shown by elements of a part, each with its frame's description and place. */
const chartsShown = (
  parts: Parts,
  part: string,
  frames: string,
  described: string,
  sized: string,
  slide: number,
): readonly OfficeChart[] => {
  const shown = allElements(xmlOf(parts, part), frames).filter((f) => allElements(f, 'c:chart').length > 0);
  const rels = shown.length === 0 ? undefined : relationships(parts, part);
  return shown.map((frame): OfficeChart => {
    const chartPart = rels?.get(allElements(frame, 'c:chart')[0]?.attributes['r:id'] ?? '')?.target ?? '';
    const book = [...relationships(parts, chartPart).values()].find((r) => r.type === 'package')?.target ?? '';
    const [size, place] = [allElements(frame, sized)[0], allElements(frame, 'a:off')[0]];
    return {
      slide,
      alt: allElements(frame, described)[0]?.attributes['descr'] ?? '',
      frame: { x: number(place, 'x'), y: number(place, 'y'), w: number(size, 'cx'), h: number(size, 'cy') },
      chart: xmlOf(parts, chartPart),
      workbook: parts[book] ?? new Uint8Array(),
    };
  });
};

/** The charts of a deck in the order of its slides. */
export const slideCharts = (deck: Uint8Array): readonly OfficeChart[] => {
  const parts = partsIn(deck);
  const slides = Object.keys(parts).flatMap((name) => /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1] ?? []);
  return slides
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((n) => chartsShown(parts, `ppt/slides/slide${n}.xml`, 'p:graphicFrame', 'p:cNvPr', 'a:ext', n));
};

/** The charts of a report in the order of its text. */
export const reportCharts = (report: Uint8Array): readonly OfficeChart[] =>
  chartsShown(partsIn(report), 'word/document.xml', 'w:drawing', 'wp:docPr', 'wp:extent', 1);
