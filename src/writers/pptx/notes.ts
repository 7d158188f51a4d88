import type { Slide } from '../../layout/deck.ts';
import { addOverride } from '../../ooxml/content-types.ts';
import { editPart, type OfficePackage, readPart, writePart } from '../../ooxml/package.ts';
import { relationshipsOf, targetPart, writeRelationships } from '../../ooxml/relationships.ts';
import { paragraphsXml, type TextContext } from './text.ts';

const THEME = 'application/vnd.openxmlformats-officedocument.theme+xml';

/** Puts a slide's notes into its notes page; the text inherits its look from the notes master. */
export const writeNotes = (pkg: OfficePackage, number: number, slide: Slide, context: TextContext): void =>
  editPart(pkg, `ppt/notesSlides/notesSlide${number}.xml`, (xml) => {
    const plain = slide.notes.map((p) => ({ ...p, runs: p.runs.map(({ link: _, ...run }) => run) }));
    const look = plain[0]?.runs[0];
    const text = paragraphsXml(plain, look ? { ...context, inherited: look } : context);
    return (
      xml
        .replace(/(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>)<a:p>.*?<\/a:p>(?=<\/p:txBody>)/s, (_, head: string) => `${head}${text}`)
        // Drawn at random by the library.
        .replace(/<p:extLst>.*?<\/p:extLst>/s, '')
    );
  });

/** The notes master gets a theme part of its own: shared with the slide master it is a known cause of repair (PptxGenJS issue 1449). */
export const separateNotesTheme = (pkg: OfficePackage, theme: string): void => {
  const master = 'ppt/notesMasters/notesMaster1.xml';
  if (!pkg.parts.has(master)) return;
  writePart(pkg, 'ppt/theme/theme2.xml', theme);
  addOverride(pkg, 'ppt/theme/theme2.xml', THEME);
  writeRelationships(
    pkg,
    master,
    relationshipsOf(pkg, master).map((r) =>
      targetPart(master, r.target).startsWith('ppt/theme/') ? { ...r, target: '../theme/theme2.xml' } : r,
    ),
  );
};

/** Moves the list of notes masters to its place behind the slide masters (schema order). */
export const orderPresentation = (pkg: OfficePackage, size: { readonly w: number; readonly h: number }): void => {
  const name = 'ppt/presentation.xml';
  const xml = readPart(pkg, name);
  const list = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml)?.[0] ?? '';
  writePart(
    pkg,
    name,
    xml
      .replace(list, '')
      .replace('</p:sldMasterIdLst>', () => `</p:sldMasterIdLst>${list}`)
      .replace(/<p:sldSz [^>]*\/>/, () => `<p:sldSz cx="${size.w}" cy="${size.h}"/>`)
      .replace(/<p:notesSz [^>]*\/>/, () => '<p:notesSz cx="6858000" cy="9144000"/>'),
  );
};
