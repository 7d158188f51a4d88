import type { Pages } from '../../layout/pages.ts';
import type { PdfDocument, Reference } from './document.ts';
import { srgbProfile } from './srgb-profile.ts';
import { type Conformance, xmpPacket } from './xmp.ts';

const PROGRAM = 'marketbrief';
const SRGB = 'sRGB IEC61966-2.1';

const stream = (doc: PdfDocument, data: object, bytes: Uint8Array): Reference => {
  const ref = doc.ref(data);
  ref.compress = false;
  ref.write(bytes);
  ref.end();
  return ref;
};

/** Colours are those of sRGB, wherever they are shown. */
const addOutputIntent = (doc: PdfDocument): void => {
  const profile = stream(doc, { N: 3 }, srgbProfile());
  const intent = doc.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: Buffer.from(SRGB),
    OutputConditionIdentifier: Buffer.from(SRGB),
    DestOutputProfile: profile,
  });
  intent.end();
  doc._root.data['OutputIntents'] = [intent];
};

/**
 * Makes the file say what it conforms to. pdfkit's own packet does not escape titles, names one standard at a time and leaves out what
 * PDF/A wants to read of PDF/UA; see docs/formats/pdf-a.md for the rules held.
 */
export const declareConformance = (doc: PdfDocument, pages: Pages, conformance: Conformance): void => {
  doc.endSubset = () => undefined;
  if (conformance === 'pdf-ua-1 and pdf-a-3a') {
    // PDF/A-3 needs no list of the glyphs of a font, and forbids one that is not complete.
    doc.subset = 3;
    addOutputIntent(doc);
  }
  doc.endMetadata = () => {
    const packet = new TextEncoder().encode(xmpPacket(pages, PROGRAM, conformance));
    doc._root.data['Metadata'] = stream(doc, { Type: 'Metadata', Subtype: 'XML' }, packet);
  };
};
