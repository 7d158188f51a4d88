import type { Theme } from '../../brand/theme.ts';
import { directionOf } from '../../fonts/script.ts';
import type { Run } from '../../layout/text.ts';
import { type ForeignRun, foreignRun } from '../../ooxml/run-language.ts';
import { el, escapeText } from '../../ooxml/xml.ts';
import { colorXml } from './styles.ts';

export interface BodyContext {
  readonly theme: Theme;
  readonly language: string;
  readonly linkTo: (url: string) => string;
  readonly bookmark: (anchor: string) => string;
  /** Of a caption: the bookmark of its number alone. */
  readonly numberBookmark: (anchor: string) => string;
  /** Counts drawings and bookmarks of the document. */
  readonly nextId: () => number;
}

/** What a style says of its runs; what is equal is not written again. */
export interface Inherited {
  readonly bold: boolean;
  readonly color: Run['color'];
  readonly size: number;
}

const LANG_ATTRIBUTE = { latin: 'w:val', eastAsian: 'w:eastAsia', complex: 'w:bidi' } as const;

/** The language of a run that is not written in the document's. Word knows scripts apart: only theirs is named. */
const languageXml = (foreign: ForeignRun | undefined): string =>
  foreign === undefined || foreign.script === 'latin' ? '' : el('w:lang', { [LANG_ATTRIBUTE[foreign.script]]: foreign.language });

export const textXml = (text: string): string => `<w:t xml:space="preserve">${escapeText(text)}</w:t>`;

const eastAsianFontXml = (foreign: ForeignRun | undefined): string =>
  foreign?.script === 'eastAsian' ? el('w:rFonts', { 'w:eastAsia': foreign.font, 'w:hint': 'eastAsia' }) : '';

const directionXml = (text: string): string => (directionOf(text, 'ltr') === 'rtl' ? '<w:rtl/>' : '');

/** A text in the look of its paragraph, with what its script needs. */
export const plainRun = (text: string, language: string): string => {
  const foreign = foreignRun(text, language);
  const properties = `${eastAsianFontXml(foreign)}${directionXml(text)}${languageXml(foreign)}`;
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${textXml(text)}</w:r>`;
};

const runXml = (run: Run, inherited: Inherited, context: BodyContext): string => {
  const foreign = foreignRun(run.text, context.language);
  const properties = el(
    'w:rPr',
    {},
    eastAsianFontXml(foreign),
    run.bold === inherited.bold ? '' : run.bold ? '<w:b/><w:bCs/>' : '<w:b w:val="0"/><w:bCs w:val="0"/>',
    run.italic ? '<w:i/><w:iCs/>' : '',
    run.color === inherited.color ? '' : colorXml(run.color, context.theme),
    run.size === inherited.size ? '' : `<w:sz w:val="${Math.round(run.size * 2)}"/><w:szCs w:val="${Math.round(run.size * 2)}"/>`,
    run.superscript && run.footnote === undefined ? '<w:vertAlign w:val="superscript"/>' : '',
    directionXml(run.text),
    languageXml(foreign),
  ).replace(/^<w:rPr\/>$/, '');
  if (run.footnote !== undefined)
    return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${run.footnote}"/></w:r>`;
  return el('w:r', {}, properties, textXml(run.text));
};

export const runsXml = (runs: readonly Run[], inherited: Inherited, context: BodyContext): string =>
  runs
    .map((run) => {
      const xml = runXml(run, inherited, context);
      if (!run.link) return xml;
      if (run.link.kind === 'anchor') {
        const target = (run.link.part === 'number' ? context.numberBookmark : context.bookmark)(run.link.anchor);
        return field(`REF ${target} \\h`, xml);
      }
      return el('w:hyperlink', { 'r:id': context.linkTo(run.link.url), 'w:history': 1 }, xml);
    })
    .join('');

/** A paragraph of a named style; `properties` follow the style in schema order. */
export const paragraphXml = (style: string, content: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;

/** A field with its cached result: what is read before anyone updates fields. `look` goes to all its runs: LibreOffice shows the result in that of the first. */
export const field = (instruction: string, result: string, look = ''): string =>
  `<w:r>${look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${look}<w:instrText xml:space="preserve"> ${escapeText(instruction)} </w:instrText></w:r><w:r>${look}<w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r>${look}<w:fldChar w:fldCharType="end"/></w:r>`;

export const bookmarked = (name: string, content: string, context: BodyContext): string => {
  const id = context.nextId();
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
};
