import { CONTENTS_SPACE, type ContentsRow, contentsRows } from '../../layout/contents-list.ts';
import type { Flow } from '../../layout/flow.ts';
import { type BodyContext, field, paragraphXml, plainRun, textXml } from './paragraphs.ts';
import { colorXml, twips } from './styles.ts';

type Entry = Extract<ContentsRow, { kind: 'entry' }>;

const STYLE_OF = { heading1: 'TOC1', heading2: 'TOC2', exhibit: 'TableofFigures' } as const;

const run = (content: string): string => `<w:r>${content}</w:r>`;

const spacing = (before: number): string => `<w:spacing w:before="${twips(before)}"/>`;

const entryXml = (entry: Entry, page: number | undefined, context: BodyContext, before = '', after = ''): string => {
  const target = context.bookmark(entry.anchor);
  const number = field(`PAGEREF ${target} \\h`, run(textXml(page === undefined ? '' : String(page))));
  // The leader takes the look of its tab: regular, and a word space away from text and page number.
  const look = `<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/>${colorXml('ink3', context.theme)}</w:rPr>`;
  const leader = `<w:r>${look}${textXml(' ')}<w:tab/>${textXml(' ')}</w:r>`;
  return paragraphXml(
    STYLE_OF[entry.of],
    `${before}<w:hyperlink w:anchor="${target}" w:history="1">${run(textXml(entry.number))}${run('<w:tab/>')}${plainRun(entry.text, context.language)}${leader}${number}</w:hyperlink>${after}`,
    entry.before === 0 ? '' : spacing(entry.before),
  );
};

const TOC_BEGIN = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}`;
const TOC_END = run('<w:fldChar w:fldCharType="end"/>');

/** Contents, figures and tables, with page numbers filled in: right at first open, updated by Word when asked. */
export const contentsXml = (flow: Flow, pageOf: ReadonlyMap<string, number>, context: BodyContext): string => {
  const rows = contentsRows(flow);
  const headings = rows.filter((r) => r.kind === 'entry' && r.of !== 'exhibit');
  return rows
    .map((row, i) => {
      if (row.kind === 'title') return paragraphXml('ContentsTitle', run(textXml(row.text)), spacing(i === 0 ? 0 : CONTENTS_SPACE.title));
      return entryXml(row, pageOf.get(row.anchor), context, row === headings[0] ? TOC_BEGIN : '', row === headings.at(-1) ? TOC_END : '');
    })
    .join('');
};
