import type { Deck, Shape, Slide, SlideLayout } from '../../layout/deck.ts';
import type { Paragraph } from '../../layout/text.ts';
import { addChart } from '../../ooxml/chart.ts';
import { addDefault, pruneContentTypes } from '../../ooxml/content-types.ts';
import { appProperties, coreProperties } from '../../ooxml/core-properties.ts';
import { type OfficePackage, packPackage, writePart } from '../../ooxml/package.ts';
import { addRelationship, OFFICE, relationshipsOf, targetPart, writeRelationships } from '../../ooxml/relationships.ts';
import { officeLanguage } from '../../ooxml/run-language.ts';
import { themePart } from '../../ooxml/theme-part.ts';
import { escapeAttribute, XML_HEAD } from '../../ooxml/xml.ts';
import { chartPrinted } from '../chart-printed.ts';
import type { Printed, Written } from '../writer.ts';
import { layoutPart, masterPart, NAMESPACES } from './layouts.ts';
import { orderPresentation, separateNotesTheme, writeNotes } from './notes.ts';
import { writeSections } from './sections.ts';
import { type ShapeContext, shapeTree } from './shapes.ts';
import { skeleton } from './skeleton.ts';

/** Numbers that count through the whole package. */
interface Counters {
  charts: number;
  pictures: number;
}

const contextFor = (
  pkg: OfficePackage,
  owner: string,
  deck: Deck,
  { placeholders }: Pick<SlideLayout, 'placeholders'>,
  counters: Counters,
): ShapeContext => {
  const links = new Map<string, string>();
  return {
    deck,
    placeholders,
    palette: deck.theme.colors,
    language: officeLanguage(deck.language),
    linkTo: (link) => {
      const outside = link.kind === 'url';
      const slide = outside ? 0 : deck.slides.findIndex((s) => s.id === link.anchor) + 1;
      if (!outside && slide === 0) return undefined;
      const target = outside ? link.url : `ppt/slides/slide${slide}.xml`;
      const known = links.get(target) ?? addRelationship(pkg, owner, `${OFFICE}/${outside ? 'hyperlink' : 'slide'}`, target, outside);
      links.set(target, known);
      return known;
    },
    chartRelationship: (shape) =>
      addChart(pkg, { owner, folder: 'ppt', number: ++counters.charts, chart: shape.chart.native, palette: deck.theme.colors }),
    pictureRelationship: (png) => {
      const part = `ppt/media/image${++counters.pictures}.png`;
      writePart(pkg, part, png);
      addDefault(pkg, 'png', 'image/png');
      return addRelationship(pkg, owner, `${OFFICE}/image`, part);
    },
  };
};

const slidePart = (slide: Slide, context: ShapeContext): string =>
  `${XML_HEAD}<p:sld ${NAMESPACES}><p:cSld name="${escapeAttribute(slide.id)}">${shapeTree(slide.shapes, context)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;

/** pptxgenjs adds a layout "DEFAULT" of its own that no slide uses; ours follow it in order. */
const removeDefaultLayout = (pkg: OfficePackage): void => {
  const master = 'ppt/slideMasters/slideMaster1.xml';
  const kept = relationshipsOf(pkg, master).filter((r) => targetPart(master, r.target) !== 'ppt/slideLayouts/slideLayout1.xml');
  writeRelationships(pkg, master, kept);
  pkg.parts.delete('ppt/slideLayouts/slideLayout1.xml');
  pkg.parts.delete('ppt/slideLayouts/_rels/slideLayout1.xml.rels');
};

const writeLayouts = (pkg: OfficePackage, deck: Deck, counters: Counters): void => {
  removeDefaultLayout(pkg);
  deck.layouts.forEach((layout, i) => {
    const part = `ppt/slideLayouts/slideLayout${i + 2}.xml`;
    writePart(pkg, part, layoutPart(layout, contextFor(pkg, part, deck, layout, counters)));
  });
  const master = 'ppt/slideMasters/slideMaster1.xml';
  const ids = relationshipsOf(pkg, master)
    .filter((r) => r.type.endsWith('/slideLayout'))
    .map((r) => r.id);
  writePart(pkg, master, masterPart(deck.master, ids, contextFor(pkg, master, deck, deck.master, counters)));
};

const printedIn = (paragraphs: readonly Paragraph[], where: string): readonly Printed[] =>
  paragraphs.flatMap((p) => p.runs.flatMap((r) => (r.figure === undefined ? [] : [{ figure: r.figure, text: r.text, where }])));

const shapePrinted = (shape: Shape, slide: string): readonly Printed[] => {
  if (shape.kind === 'chart') return chartPrinted(shape.chart, slide);
  if (shape.kind === 'table') return shape.rows.flatMap((r) => r.cells.flatMap((c) => printedIn(c.paragraphs, `${slide}, table`)));
  if (shape.kind === 'placeholder') return printedIn(shape.paragraphs, `${slide}, ${shape.placeholder}`);
  return shape.kind === 'text' ? printedIn(shape.paragraphs, slide) : [];
};

/** Writes a planned deck as .pptx. Everything in it is determined by the deck: same deck, same bytes. */
export const writePptx = async (deck: Deck): Promise<Written> => {
  const pkg = await skeleton(deck);
  const counters: Counters = { charts: 0, pictures: 0 };
  const { name, colors, headings, body } = deck.theme;
  const theme = themePart({ name, colors, headings, body, language: deck.language });
  writePart(pkg, 'ppt/theme/theme1.xml', theme);
  separateNotesTheme(pkg, theme);
  writeLayouts(pkg, deck, counters);
  deck.slides.forEach((slide, i) => {
    const part = `ppt/slides/slide${i + 1}.xml`;
    const layout = deck.layouts.find((l) => l.name === slide.layout);
    if (!layout) return;
    const context = contextFor(pkg, part, deck, layout, counters);
    writePart(pkg, part, slidePart(slide, context));
    writeNotes(pkg, i + 1, slide, context);
  });
  orderPresentation(pkg, deck.size);
  writeSections(pkg, deck);
  writePart(
    pkg,
    'docProps/core.xml',
    coreProperties({ title: deck.title, creator: deck.publisher, date: deck.date, language: deck.language }),
  );
  writePart(pkg, 'docProps/app.xml', appProperties('marketbrief'));
  pruneContentTypes(pkg);
  const printed = deck.slides.flatMap((slide, i) => [
    ...slide.shapes.flatMap((s) => shapePrinted(s, `slide ${i + 1}`)),
    ...printedIn(slide.notes, `slide ${i + 1}, notes`),
  ]);
  return { bytes: packPackage(pkg), printed };
};
