import type { Flow, FlowBlock } from '../../layout/flow.ts';
import type { Pages } from '../../layout/pages.ts';
import type { Run } from '../../layout/text.ts';
import { addChart } from '../../ooxml/chart.ts';
import { pruneContentTypes } from '../../ooxml/content-types.ts';
import { appProperties, coreProperties } from '../../ooxml/core-properties.ts';
import { editPart, type OfficePackage, packPackage, writePart } from '../../ooxml/package.ts';
import { addRelationship, OFFICE, renumberRelationships } from '../../ooxml/relationships.ts';
import { officeLanguage } from '../../ooxml/run-language.ts';
import { themePart } from '../../ooxml/theme-part.ts';
import { chartPrinted } from '../chart-printed.ts';
import type { Printed, Written } from '../writer.ts';
import { type BlockContext, blockXml } from './blocks.ts';
import { contentsXml } from './contents.ts';
import { coverXml } from './cover.ts';
import { paragraphXml, plainRun } from './paragraphs.ts';
import { type RunningHead, withRunningHead } from './running-head.ts';
import { sectionMark, skeleton } from './skeleton.ts';
import { documentLanguages, numberingPart, stylesPart } from './styles.ts';

const DOCUMENT = 'word/document.xml';

interface Chapter {
  readonly number: string;
  readonly text: string;
  readonly blocks: readonly FlowBlock[];
}

/** What the page plan tells the Word file: page numbers, and which sections begin below another. */
type PagePlan = Pages['word'];

/** The flow cut at the first-level headings that begin a page: each becomes a Word section with a running head of its own. */
const chaptersOf = (flow: Flow, ranOn: PagePlan['ranOn']): readonly Chapter[] => {
  const chapters: (Chapter & { blocks: FlowBlock[] })[] = [];
  for (const block of flow.blocks) {
    if (block.kind === 'heading' && block.level === 1 && !ranOn.has(block.anchor))
      chapters.push({ number: block.number, text: block.text, blocks: [block] });
    else chapters.at(-1)?.blocks.push(block);
  }
  return chapters;
};

/** Bookmark names as Word makes them for contents and references: a fixed stem and a number. */
const bookmarkNames = (stem: '_Toc' | '_Ref'): ((anchor: string) => string) => {
  const names = new Map<string, string>();
  return (anchor) => {
    const known = names.get(anchor) ?? `${stem}${100_000_001 + names.size}`;
    names.set(anchor, known);
    return known;
  };
};

const contextFor = (pkg: OfficePackage, flow: Flow, ranOn: PagePlan['ranOn']): BlockContext => {
  const links = new Map<string, string>();
  let ids = 0;
  let charts = 0;
  return {
    flow,
    ranOn,
    theme: flow.theme,
    language: officeLanguage(flow.language),
    bookmark: bookmarkNames('_Toc'),
    numberBookmark: bookmarkNames('_Ref'),
    nextId: () => ++ids,
    linkTo: (url) => {
      const known = links.get(url) ?? addRelationship(pkg, DOCUMENT, `${OFFICE}/hyperlink`, url, true);
      links.set(url, known);
      return known;
    },
    addChart: (block) =>
      addChart(pkg, { owner: DOCUMENT, folder: 'word', number: ++charts, chart: block.chart.native, palette: flow.theme.colors }),
  };
};

/** The paragraph that ends a Word section, as small as Word allows, so that it never opens a page of its own. */
const sectionEnd = (properties: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${properties}</w:pPr></w:p>`;

const putBodies = (xml: string, bodies: readonly string[]): string =>
  bodies.reduce(
    (text, body, i) =>
      text.replace(
        new RegExp(
          `<w:p>(?:<w:pPr>(<w:sectPr>(?:(?!</w:sectPr>).)*</w:sectPr>)</w:pPr>)?<w:r><w:t[^>]*>${sectionMark(i)}</w:t></w:r></w:p>`,
          's',
        ),
        (_, properties: string | undefined) => body + (properties === undefined ? '' : sectionEnd(properties)),
      ),
    xml,
  );

/** Word sections of a document from right to left begin at the right; the element stands before the grid of lines (17.6.1). */
const directedSections = (xml: string, flow: Flow): string =>
  flow.direction === 'rtl' ? xml.replace(/(?=<w:docGrid\b)/g, '<w:bidi/>') : xml;

/** Titled as the contents are: without a number, and left out of them. */
const frontTitle = (title: string, language: string): string => paragraphXml('ContentsTitle', plainRun(title, language));

const printedRuns = (runs: readonly Run[], where: string): readonly Printed[] =>
  runs.flatMap((r) => (r.figure === undefined ? [] : [{ figure: r.figure, text: r.text, where }]));

const printedBlock = (block: FlowBlock, section: string, flow: Flow): readonly Printed[] => {
  if (block.kind === 'figure') {
    const where = `${flow.words.figure} ${block.number}`;
    return [...printedRuns([...block.caption, ...block.subtitle, ...block.note], where), ...chartPrinted(block.chart, where)];
  }
  if (block.kind === 'table') {
    const where = `${flow.words.table} ${block.number}`;
    return [
      ...printedRuns([...block.caption, ...block.note], where),
      ...block.rows.flatMap((r) => r.cells.flatMap((c) => printedRuns(c, where))),
    ];
  }
  if (block.kind === 'heading')
    return [...printedRuns(block.runs, section), ...block.rail.flatMap((r) => printedRuns([...r.value, ...r.text], `${section}, rail`))];
  return printedRuns(block.runs, section);
};

const tidySettings = (xml: string, language: string): string =>
  xml
    .replace(/<w:updateFields[^>]*\/>/g, '')
    .replace(/<w:themeFontLang[^>]*\/>/g, '')
    .replace(
      '</w:settings>',
      () =>
        `<w:themeFontLang${documentLanguages(language)}/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/></w:settings>`,
    );

/** Writes a planned report as .docx; the page plan fills the page numbers of its contents and says where sections begin. Same plan, same bytes. */
export const writeDocx = async (flow: Flow, { pageOf, ranOn }: PagePlan): Promise<Written> => {
  const chapters = chaptersOf(flow, ranOn);
  const heads: readonly RunningHead[] = [
    { kind: 'none' },
    ...flow.front.map((f): RunningHead => ({ kind: 'title', text: f.title })),
    { kind: 'title', text: flow.contentsTitle },
    ...chapters.map((c): RunningHead => ({ kind: 'heading', number: c.number, text: c.text })),
  ];
  const pkg = await skeleton(flow, heads);
  const { theme } = flow;
  writePart(
    pkg,
    'word/theme/theme1.xml',
    themePart({ name: theme.name, colors: theme.colors, headings: theme.headings, body: theme.body, language: flow.language }),
  );
  writePart(pkg, 'word/styles.xml', stylesPart(theme, flow));
  writePart(pkg, 'word/numbering.xml', numberingPart(theme));
  renumberRelationships(pkg, DOCUMENT);
  const context = contextFor(pkg, flow, ranOn);
  const bodies = [
    coverXml(flow, context),
    ...flow.front.map((f) => frontTitle(f.title, context.language) + f.blocks.map((b) => blockXml(b, context)).join('')),
    contentsXml(flow, pageOf, context),
    ...chapters.map((c) => c.blocks.map((b) => blockXml(b, context)).join('')),
  ];
  editPart(pkg, DOCUMENT, (xml) => directedSections(putBodies(xml, bodies), flow));
  for (const name of [...pkg.parts.keys()])
    if (/^word\/header\d+\.xml$/.test(name)) editPart(pkg, name, (xml) => withRunningHead(xml, heads));
  editPart(pkg, 'word/settings.xml', (xml) => tidySettings(xml, flow.language));
  writePart(
    pkg,
    'docProps/core.xml',
    coreProperties({ title: flow.title, creator: flow.publisher, date: flow.date, language: flow.language }),
  );
  writePart(pkg, 'docProps/app.xml', appProperties('marketbrief'));
  pruneContentTypes(pkg);
  const passages = [
    ...flow.front.map((f) => ({ name: f.title, blocks: f.blocks })),
    ...chapters.map((c) => ({ name: `${c.number}  ${c.text}`, blocks: c.blocks })),
  ];
  const printed = passages.flatMap((p) => p.blocks.flatMap((b) => printedBlock(b, `section ${p.name}`, flow)));
  return { bytes: packPackage(pkg), printed };
};
