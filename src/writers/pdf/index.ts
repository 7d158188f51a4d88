import type { SceneItem } from '../../charts/scene.ts';
import { textWidth } from '../../fonts/measure.ts';
import type { Page, PageItem, Pages } from '../../layout/pages.ts';
import type { Run } from '../../layout/text.ts';
import type { Printed, Written } from '../writer.ts';
import { declareConformance } from './conformance.ts';
import type { Outline, PdfDocument, StructureElement } from './document.ts';
import type { PdfFonts } from './fonts.ts';
import { num, paint, rectPath, strokeOnly } from './operators.ts';
import { drawScene } from './scene.ts';
import { createStructure, type Structure } from './structure.ts';
import { type Ink, placedTexts, showPiece } from './text.ts';
import type { Conformance } from './xmp.ts';

const sizeOf = (run: Run): number => (run.superscript ? run.size * 0.65 : run.size);
const lookOf = (run: Run) => ({ size: sizeOf(run), bold: run.bold, italic: run.italic, color: run.color });
const riseOf = (run: Run): number => (run.superscript ? run.size * 0.33 : 0);

/** One line: neighbouring runs without links share a marked content; a link gets its own element and annotation. */
const drawLine = (ink: Ink, item: Extract<PageItem, { kind: 'line' }>, structure: Structure, pages: Pages): void => {
  const { doc } = ink;
  const owner = item.mark === undefined ? undefined : structure.elementOf(item.mark);
  let open: StructureElement | undefined;
  const close = (): void => {
    if (open) doc.endMarkedContent();
    open = undefined;
  };
  const begin = (element: StructureElement, tag: string): void => {
    if (open === element) return;
    close();
    element.add(doc.markStructureContent(tag));
    open = element;
  };
  if (!owner) doc.markContent('Artifact', { type: 'Layout' });
  const texts = item.runs.map((run) => ({ text: run.text, look: lookOf(run) }));
  const placed = placedTexts(texts, item.direction ?? pages.direction, ink.fonts);
  item.runs.forEach((run, i) => {
    const pieces = placed.filter((p) => p.of === i);
    const write = (): void => {
      for (const piece of pieces) showPiece(ink, piece, item.x, item.baseline - riseOf(run));
    };
    if (owner && run.link) {
      const link = structure.linkUnder(owner.element);
      begin(link, 'Link');
      write();
      close();
      const action =
        run.link.kind === 'url' ? { S: 'URI', URI: Buffer.from(run.link.url) } : { S: 'GoTo', D: Buffer.from(run.link.anchor) };
      const left = Math.min(...pieces.map((p) => p.x));
      const right = Math.max(...pieces.map((p) => p.x + p.width));
      doc.annotate(item.x + left, item.baseline - run.size, right - left, run.size * 1.25, {
        Subtype: 'Link',
        A: action,
        Border: [0, 0, 0],
        Contents: Buffer.from(`\ufeff${run.text}`, 'utf16le').swap16(),
        structParent: link,
      });
    } else {
      if (owner) begin(owner.element, owner.tag);
      write();
    }
  });
  if (owner) close();
  else doc.endMarkedContent();
};

const drawItem = (ink: Ink, item: PageItem, structure: Structure, pages: Pages): void => {
  const { doc } = ink;
  if (item.kind === 'line') {
    drawLine(ink, item, structure, pages);
    return;
  }
  const owner = item.mark === undefined ? undefined : structure.elementOf(item.mark);
  if (owner) owner.element.add(doc.markStructureContent(owner.tag));
  else doc.markContent('Artifact', { type: 'Layout' });
  if (item.kind === 'rect') doc.addContent(paint(rectPath(item.x, item.y, item.w, item.h, 0), item, item.fill, item.stroke, pages.theme));
  else if (item.kind === 'rule')
    doc.addContent(strokeOnly(`${num(item.x1)} ${num(item.y1)} m ${num(item.x2)} ${num(item.y2)} l`, item.stroke, pages.theme));
  else if (item.kind === 'scene') drawScene(ink, item.scene.items, item.x, item.y, pages.direction);
  else doc.image(Buffer.from(item.png), item.x, item.y, { width: item.w, height: item.h });
  doc.endMarkedContent();
};

const addOutline = (parent: Outline, items: Pages['outline'], pageRefs: readonly unknown[], height: number): void => {
  for (const item of items) {
    const entry = parent.addItem(item.title, { expanded: false });
    entry.dictionary.data['Dest'] = [pageRefs[item.page - 1], 'XYZ', 0, height - Math.max(0, item.y - 20), 0];
    addOutline(entry, item.children, pageRefs, height);
  }
};

/** Pages are labelled as they are numbered: the cover, which prints no number, by a small roman one. */
const addPageLabels = (doc: PdfDocument): void => {
  doc._root.data['PageLabels'] = { Nums: [0, { S: 'r' }, 1, { S: 'D', St: 2 }] };
};

const scenePrinted = (items: readonly SceneItem[], where: string): readonly Printed[] =>
  items.flatMap((i) =>
    i.kind === 'group'
      ? scenePrinted(i.items, where)
      : i.kind === 'text' && i.figure !== undefined
        ? [{ figure: i.figure, text: i.text, where }]
        : [],
  );

const pagePrinted = (page: Page): readonly Printed[] =>
  page.items.flatMap((item) => {
    if (item.kind === 'line')
      return item.runs.flatMap((r) => (r.figure === undefined ? [] : [{ figure: r.figure, text: r.text, where: `page ${page.number}` }]));
    if (item.kind !== 'scene') return [];
    const where = `page ${page.number}, chart ${item.name}`;
    return [
      ...scenePrinted(item.scene.items, where),
      ...item.told.map(({ figure, text }) => ({ figure, text, where: `${where}, alternative text` })),
    ];
  });

const widthOfLine = (item: PageItem): number =>
  item.kind === 'line' ? item.runs.reduce((sum, r) => sum + textWidth(r.text, { ...r, size: sizeOf(r) }), 0) : 0;

/** Writes a page plan as a tagged PDF 1.7 (PDF/UA-1, and PDF/A-3a where asked). Same plan, same bytes. */
export const writePdf = async (pages: Pages, fonts: PdfFonts, conformance: Conformance = 'pdf-ua-1'): Promise<Written> => {
  const { default: PDFDocument } = await import('pdfkit');
  const date = new Date(`${pages.date}T00:00:00Z`);
  const doc = new (PDFDocument as unknown as new (options: object) => PdfDocument)({
    autoFirstPage: false,
    size: [pages.width, pages.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    subset: 'PDF/UA',
    lang: pages.language,
    displayTitle: true,
    font: null,
    info: {
      Title: pages.title,
      Author: pages.publisher,
      Creator: 'marketbrief',
      Producer: 'marketbrief',
      CreationDate: date,
      ModDate: date,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', resolve);
  });
  declareConformance(doc, pages, conformance);
  addPageLabels(doc);
  for (const { name, font } of fonts.faces) doc.registerFont(name, font);
  const ink: Ink = { doc, fonts, theme: pages.theme };
  const structure = createStructure(doc, pages);
  const pageRefs: unknown[] = [];
  for (const page of pages.pages) {
    doc.addPage({ size: [pages.width, pages.height], margin: 0 });
    pageRefs.push(doc.page.dictionary);
    for (const [anchor, number] of pages.pageOf)
      if (number === page.number) doc.addNamedDestination(anchor, 'XYZ', 0, pages.height - pages.yOf(anchor), null);
    for (const item of page.items) if (item.kind !== 'line' || widthOfLine(item) > 0) drawItem(ink, item, structure, pages);
  }
  structure.close();
  addOutline(doc.outline, pages.outline, pageRefs, pages.height);
  doc.end();
  await finished;
  return { bytes: new Uint8Array(Buffer.concat(chunks)), printed: pages.pages.flatMap(pagePrinted) };
};
