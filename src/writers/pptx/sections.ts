import type { Deck } from '../../layout/deck.ts';
import { editPart, type OfficePackage } from '../../ooxml/package.ts';
import { el } from '../../ooxml/xml.ts';

/** 32 bits that depend on a text and a number: FNV-1a, then the finishing steps of MurmurHash3. */
const hash = (text: string, seed: number): number => {
  let h = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b) >>> 0;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) >>> 0;
  return (h ^ (h >>> 16)) >>> 0;
};

/** A GUID that is always the same for a name (RFC 9562, version 8: custom). */
export const guidOf = (name: string): string => {
  const hex = [1, 2, 3, 4]
    .map((seed) => hash(name, seed).toString(16).padStart(8, '0'))
    .join('')
    .toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20)}}`;
};

/** The identifier of the list of sections among the extensions of a presentation ([MS-PPTX] 2.2.9). */
const EXTENSION = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';
const NAMESPACE = 'http://schemas.microsoft.com/office/powerpoint/2010/main';

/** Groups the slides by the document's sections, under ids that depend on the sections' own alone. */
export const writeSections = (pkg: OfficePackage, deck: Deck): void =>
  editPart(pkg, 'ppt/presentation.xml', (xml) => {
    const ids = [...xml.matchAll(/<p:sldId [^>]*?\bid="(\d+)"/g)].map((m) => m[1] ?? '');
    const sections = deck.sections.map(({ id, name }) =>
      el(
        'p14:section',
        { name, id: guidOf(id) },
        el('p14:sldIdLst', {}, ...deck.slides.flatMap((slide, i) => (slide.section === id ? [el('p14:sldId', { id: ids[i] })] : []))),
      ),
    );
    const list = el('p14:sectionLst', { 'xmlns:p14': NAMESPACE }, ...sections);
    return xml.replace('</p:presentation>', () => `${el('p:extLst', {}, el('p:ext', { uri: EXTENSION }, list))}</p:presentation>`);
  });
