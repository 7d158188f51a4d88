import { CONTENTS_SPACE, type ContentsEntry, type ContentsRow } from '../../layout/contents-list.ts';
import type { Flow } from '../../layout/flow.ts';
import { contentsByPage } from '../../layout/pages/contents.ts';
import { type BodyContext, field, paragraphXml, plainRun, textXml } from './paragraphs.ts';
import { colorXml, twips } from './styles.ts';

type Entry = Extract<ContentsRow, { kind: 'entry' }>;

const STYLE_OF: Readonly<Record<ContentsEntry, string>> = {
  heading1: 'TOC1',
  heading2: 'TOC2',
  figure: 'TableofFigures',
  table: 'TableofFigures',
};

const run = (content: string): string => `<w:r>${content}</w:r>`;

const entryXml = (entry: Entry, page: number | undefined, context: BodyContext, before: string, after: string): string => {
  const target = context.bookmark(entry.anchor);
  const number = field(`PAGEREF ${target} \\h`, run(textXml(page === undefined ? '' : String(page))));
  // The leader takes the look of its tab: regular, and a word space away from text and page number.
  const look = `<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/>${colorXml('ink3', context.theme)}</w:rPr>`;
  const leader = `<w:r>${look}${textXml(' ')}<w:tab/>${textXml(' ')}</w:r>`;
  return paragraphXml(
    STYLE_OF[entry.of],
    `${before}<w:hyperlink w:anchor="${target}" w:history="1">${run(textXml(entry.number))}${run('<w:tab/>')}${plainRun(entry.text, context.language)}${leader}${number}</w:hyperlink>${after}`,
  );
};

/** What Word makes each list from when it is updated: headings of two levels, or the captions numbered by one word. */
const instructionOf = (entry: Entry, flow: Flow): string =>
  entry.of === 'figure' || entry.of === 'table' ? `TOC \\h \\z \\c "${flow.words[entry.of]}"` : 'TOC \\o "1-2" \\h \\z \\u';

const beginOf = (instruction: string): string =>
  `${run('<w:fldChar w:fldCharType="begin"/>')}${run(`<w:instrText xml:space="preserve"> ${instruction} </w:instrText>`)}${run('<w:fldChar w:fldCharType="separate"/>')}`;
const END = run('<w:fldChar w:fldCharType="end"/>');

/** Contents, figures and tables, with page numbers filled in: right at first open, updated by Word when asked. */
export const contentsXml = (flow: Flow, pageOf: ReadonlyMap<string, number>, context: BodyContext): string => {
  const rows = contentsByPage(flow).flatMap((page, n) => page.map((row, i) => ({ row, startsPage: n > 0 && i === 0 })));
  return rows
    .map(({ row, startsPage }, i) => {
      const [before, after] = [rows[i - 1]?.row, rows[i + 1]?.row];
      if (row.kind === 'title') {
        const place = startsPage ? '<w:pageBreakBefore/>' : '';
        return paragraphXml(
          'ContentsTitle',
          run(textXml(row.text)),
          `${place}<w:spacing w:before="${twips(i === 0 || startsPage ? 0 : CONTENTS_SPACE)}"/>`,
        );
      }
      return entryXml(
        row,
        pageOf.get(row.anchor),
        context,
        before?.kind === 'title' ? beginOf(instructionOf(row, flow)) : '',
        after?.kind === 'entry' ? '' : END,
      );
    })
    .join('');
};
