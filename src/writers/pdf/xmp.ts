import type { Pages } from '../../layout/pages.ts';
import { escapeText } from '../../ooxml/xml.ts';

/** What a PDF claims to conform to. */
export type Conformance = 'pdf-ua-1' | 'pdf-ua-1 and pdf-a-3a';

const description = (prefix: string, namespace: string, content: string): string =>
  `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${content}</rdf:Description>`;

const alternatives = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeText(text)}</rdf:li></rdf:Alt>`;

/** PDF/A knows no properties of PDF/UA: a file that is both describes them (ISO 19005-3, 6.6.2.3). */
const UA_EXTENSION =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

/** The XMP packet of a PDF: what its information dictionary says, and what it claims to be. Same plan, same text. */
export const xmpPacket = (pages: Pages, program: string, conformance: Conformance): string => {
  const date = `${pages.date}T00:00:00Z`;
  const isArchive = conformance === 'pdf-ua-1 and pdf-a-3a';
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    isArchive
      ? description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
      : '',
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', '<pdfuaid:part>1</pdfuaid:part>'),
    isArchive ? UA_EXTENSION : '',
    description(
      'dc',
      'http://purl.org/dc/elements/1.1/',
      `<dc:format>application/pdf</dc:format><dc:title>${alternatives(pages.title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${escapeText(pages.publisher)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${escapeText(pages.language)}</rdf:li></rdf:Bag></dc:language>`,
    ),
    description(
      'xmp',
      'http://ns.adobe.com/xap/1.0/',
      `<xmp:CreatorTool>${program}</xmp:CreatorTool><xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    ),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', `<pdf:Producer>${program}</pdf:Producer>`),
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('\n');
};
