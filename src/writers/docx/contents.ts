import type { Flow } from '../../layout/flow.ts';
import { type BodyContext, field, paragraphXml, textXml } from './paragraphs.ts';

interface Entry {
  readonly style: 'TOC1' | 'TOC2' | 'TableofFigures';
  readonly number: string;
  readonly text: string;
  readonly anchor: string;
}

const run = (content: string): string => `<w:r>${content}</w:r>`;

const entryXml = (entry: Entry, page: number | undefined, context: BodyContext, before = '', after = ''): string => {
  const target = context.bookmark(entry.anchor);
  const number = field(`PAGEREF ${target} \\h`, run(textXml(page === undefined ? '' : String(page))));
  return paragraphXml(
    entry.style,
    `${before}<w:hyperlink w:anchor="${target}" w:history="1">${run(textXml(entry.number))}${run('<w:tab/>')}${run(textXml(entry.text))}${run('<w:tab/>')}${number}</w:hyperlink>${after}`,
  );
};

const TOC_BEGIN = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve"> TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText>'.replaceAll('&quot;', '"'))}${run('<w:fldChar w:fldCharType="separate"/>')}`;
const TOC_END = run('<w:fldChar w:fldCharType="end"/>');

/** Contents, figures and tables, with page numbers filled in: right at first open, updated by Word when asked. */
export const contentsXml = (flow: Flow, pageOf: ReadonlyMap<string, number>, context: BodyContext): string => {
  const headings = flow.blocks.flatMap((b): readonly Entry[] =>
    b.kind === 'heading' ? [{ style: b.level === 1 ? 'TOC1' : 'TOC2', number: b.number, text: b.text, anchor: b.anchor }] : [],
  );
  const exhibits = flow.blocks.flatMap((b): readonly Entry[] =>
    b.kind === 'figure' || b.kind === 'table'
      ? [
          {
            style: 'TableofFigures',
            number: `${b.kind === 'figure' ? flow.words.figure : flow.words.table}\u00a0${b.number}`,
            text: b.caption.map((r) => r.text).join(''),
            anchor: b.anchor,
          },
        ]
      : [],
  );
  const toc = headings.map((e, i) =>
    entryXml(e, pageOf.get(e.anchor), context, i === 0 ? TOC_BEGIN : '', i === headings.length - 1 ? TOC_END : ''),
  );
  const list =
    flow.exhibitsTitle === undefined
      ? []
      : [
          paragraphXml('ContentsTitle', run(textXml(flow.exhibitsTitle))),
          ...exhibits.map((e) => entryXml(e, pageOf.get(e.anchor), context)),
        ];
  return [paragraphXml('ContentsTitle', run(textXml(flow.contentsTitle)), '<w:spacing w:before="0"/>'), ...toc, ...list].join('');
};
