import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { FontFace, FontFamily } from '../../base/font-packages.ts';
import type { SceneItem } from '../../charts/scene.ts';
import { hasRightToLeft } from '../../fonts/script.ts';
import type { Pages } from '../../layout/pages.ts';
import type { ParsedFont } from './document.ts';
import { type FamilyPlan, planFamilies, type Segment } from './families.ts';

/** Where font files are, and how to read them. */
export interface FontFiles {
  readonly path: (family: FontFamily, face: FontFace) => string | undefined;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** What text of a PDF is drawn with. */
export interface PdfFonts {
  readonly faces: readonly { readonly name: string; readonly font: ParsedFont }[];
  /** A text cut where another family has to draw it. */
  readonly segmentsOf: (text: string) => readonly Segment[];
  /** Loaded where anything on the pages is written from right to left. */
  readonly bidi?: typeof import('../../fonts/bidi.ts');
}

/** The name a face is registered under. Scripts without italics stand upright. */
export const faceOf = (family: FontFamily, look: { readonly bold: boolean; readonly italic: boolean }): string =>
  family === 'arimo'
    ? look.bold
      ? look.italic
        ? 'boldItalic'
        : 'bold'
      : look.italic
        ? 'italic'
        : 'regular'
    : `${family} ${look.bold ? 'bold' : 'regular'}`;

/** Parsed once per file and process: opening a face costs more than drawing a page. */
const parsed = new Map<string, Promise<ParsedFont>>();

const openFace = (family: FontFamily, face: FontFace, files: FontFiles): Promise<ParsedFont> | undefined => {
  const path = files.path(family, face);
  if (path === undefined) return undefined;
  const known =
    parsed.get(path) ??
    (async () => {
      const [fontkit, bytes] = await Promise.all([import('fontkit'), files.read(path)]);
      return fontkit.create(Buffer.from(bytes ?? [])) as unknown as ParsedFont;
    })();
  parsed.set(path, known);
  return known;
};

/** A text of a page, and how it is set. */
export interface PageText {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly page: number;
}

const sceneTexts = (items: readonly SceneItem[], page: number): readonly PageText[] =>
  items.flatMap((i) =>
    i.kind === 'group' ? sceneTexts(i.items, page) : i.kind === 'text' ? [{ text: i.text, bold: i.bold, italic: false, page }] : [],
  );

const textsOf = (pages: Pages): readonly PageText[] =>
  pages.pages.flatMap((page) =>
    page.items.flatMap((item): readonly PageText[] => {
      if (item.kind === 'scene') return sceneTexts(item.scene.items, page.number);
      return item.kind === 'line' ? item.runs.map((r) => ({ text: r.text, bold: r.bold, italic: r.italic, page: page.number })) : [];
    }),
  );

const FACES: readonly FontFace[] = ['regular', 'bold', 'italic', 'boldItalic'];

/**
 * Opens the faces a page plan needs. Text outside of Arimo is given to the installed families that have its characters; where none
 * has, an error names the characters, the pages and the package to install.
 */
export const openFonts = async (pages: Pages, files: FontFiles): Promise<Outcome<PdfFonts>> => {
  const texts = textsOf(pages);
  const plan: FamilyPlan = await planFamilies(texts, pages.language, async (family) => openFace(family, 'regular', files));
  const used = new Map<string, readonly [FontFamily, FontFace]>([['regular', ['arimo', 'regular']]]);
  for (const { text, bold, italic } of texts) {
    for (const { family } of plan.segmentsOf(text)) {
      const face = FACES.find((f) => faceOf('arimo', { bold, italic: italic && family === 'arimo' }) === f) ?? 'regular';
      used.set(faceOf(family, { bold, italic }), [family, face]);
    }
  }
  const diagnostics: Diagnostic[] = [...plan.diagnostics];
  const faces = await Promise.all(
    [...used].map(async ([name, [family, face]]) => {
      const font = await openFace(family, face, files);
      if (!font) throw new Error(`the face "${name}" is not where its family was found`);
      return { name, font };
    }),
  );
  const turned = pages.direction === 'rtl' || texts.some((t) => hasRightToLeft(t.text));
  return {
    value: { faces, segmentsOf: plan.segmentsOf, ...(turned ? { bidi: await import('../../fonts/bidi.ts') } : {}) },
    diagnostics,
  };
};
