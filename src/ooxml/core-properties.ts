import { el, escapeText, XML_HEAD } from './xml.ts';

export interface DocumentProperties {
  readonly title: string;
  readonly creator: string;
  /** ISO date: written as created and modified, so that the clock leaves no trace. */
  readonly date: string;
  readonly language: string;
}

/** docProps/core.xml (ECMA-376 part 2, section 11). */
export const coreProperties = (p: DocumentProperties): string => {
  const time = `${p.date}T00:00:00Z`;
  return `${XML_HEAD}${el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, escapeText(p.title)),
    el('dc:creator', {}, escapeText(p.creator)),
    el('cp:lastModifiedBy', {}, escapeText(p.creator)),
    el('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, time),
    el('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, time),
    el('dc:language', {}, escapeText(p.language)),
  )}`;
};

/** docProps/app.xml. */
export const appProperties = (application: string): string =>
  `${XML_HEAD}${el('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, el('Application', {}, escapeText(application)))}`;
