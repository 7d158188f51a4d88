import type { Theme } from '../../brand/theme.ts';
import type { ColorToken } from '../../charts/paint.ts';
import { contentsIndent } from '../../layout/contents-list.ts';
import { type Flow, fullWidth, STYLES, type TypeStyle } from '../../layout/flow.ts';
import { eastAsianFont, isRightToLeft, officeLanguage } from '../../ooxml/run-language.ts';
import { bareSlot } from '../../ooxml/theme-color.ts';
import { el, XML_HEAD } from '../../ooxml/xml.ts';

export const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);

/** Word's names for the theme's slots. */
const WORD_SLOTS: Readonly<Record<string, string>> = { tx1: 'text1', bg1: 'background1', tx2: 'text2', bg2: 'background2' };

/** A slot as it is follows the theme; Word's text knows no change of saturation, without which no slot comes near the others. */
export const colorXml = (token: ColorToken, theme: Theme): string => {
  const slot = bareSlot(token, theme.colors);
  return el('w:color', { 'w:val': theme.colors[token], 'w:themeColor': slot && (WORD_SLOTS[slot] ?? slot) });
};

/** What the styles take from a report. */
export type StyledFlow = Pick<Flow, 'language' | 'direction' | 'page' | 'captionIndent'>;

interface StyleSpec {
  readonly id: string;
  readonly name: string;
  readonly look: TypeStyle;
  readonly color: ColorToken;
  readonly basedOn?: string;
  readonly next?: string;
  /** Paragraph properties before and behind the spacing, parted by `|`; names in braces stand for lengths of the report (`lengthsOf`). */
  readonly paragraph?: string;
  readonly before?: number;
  readonly headings?: boolean;
  /** `exact` keeps lines on the page plan; `atLeast` lets what holds a drawing grow. */
  readonly lineRule?: 'exact' | 'atLeast';
}

const TEXT_INDENT = twips(138);
const textZone = `<w:ind w:left="${TEXT_INDENT}"/>`;

const look = (size: number, leading: number, after: number, bold = false): TypeStyle => ({ size, leading, after, bold });

/** The number hangs left of the text; the page number stands at the right edge behind a dotted leader. */
const contentsTabs = (textAt: string, hanging: string): string =>
  `<w:tabs><w:tab w:val="left" w:pos="${textAt}"/><w:tab w:val="right" w:leader="dot" w:pos="{right-edge}"/></w:tabs>|<w:ind w:left="${textAt}" w:hanging="${hanging}"/>`;

const SPECS: readonly StyleSpec[] = [
  { id: 'Title', name: 'Title', look: STYLES.coverTitle, color: 'coverText', headings: true, next: 'Subtitle', paragraph: '<w:keepNext/>' },
  { id: 'Subtitle', name: 'Subtitle', look: look(15, 20, 0), color: 'coverText', before: 14 },
  { id: 'CoverLabel', name: 'Cover Label', look: look(12, 16, 0, true), color: 'coverMuted' },
  { id: 'CoverFact', name: 'Cover Fact', look: look(11, 17, 0), color: 'coverText' },
  { id: 'CoverSmall', name: 'Cover Small', look: look(8, 11, 0), color: 'coverMuted' },
  {
    id: 'Heading1',
    name: 'heading 1',
    look: STYLES.h1,
    color: 'navy',
    headings: true,
    next: 'Lead',
    lineRule: 'atLeast',
    paragraph: `<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>|<w:outlineLvl w:val="0"/>`,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    look: STYLES.h2,
    color: 'navy',
    headings: true,
    next: 'BodyText',
    before: 10,
    lineRule: 'atLeast',
    paragraph: `<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>|<w:outlineLvl w:val="1"/>`,
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    look: look(10.5, 14.5, 3, true),
    color: 'navy',
    headings: true,
    next: 'BodyText',
    lineRule: 'atLeast',
    paragraph: `<w:keepNext/><w:keepLines/>|${textZone}<w:outlineLvl w:val="2"/>`,
  },
  { id: 'Lead', name: 'Lead', look: STYLES.lead, color: 'ink2', next: 'BodyText', paragraph: `|${textZone}` },
  { id: 'BodyText', name: 'Body Text', look: STYLES.body, color: 'ink', paragraph: `|${textZone}` },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    look: STYLES.bullet,
    color: 'ink',
    paragraph: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>|<w:ind w:left="${TEXT_INDENT + twips(12)}" w:hanging="${twips(12)}"/>`,
  },
  {
    id: 'NumberedEntry',
    name: 'Numbered Entry',
    look: STYLES.numbered,
    color: 'ink',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${TEXT_INDENT + twips(20)}"/></w:tabs>|<w:ind w:left="${TEXT_INDENT + twips(20)}" w:hanging="${twips(20)}"/>`,
  },
  {
    id: 'Fact',
    name: 'Fact',
    look: STYLES.fact,
    color: 'ink',
    paragraph: `<w:tabs><w:tab w:val="left" w:pos="${TEXT_INDENT}"/></w:tabs>|<w:ind w:left="${TEXT_INDENT}" w:hanging="${TEXT_INDENT}"/>`,
  },
  { id: 'Takeaway', name: 'Takeaway', look: look(12, 16, 10, true), color: 'navy', before: 6 },
  {
    id: 'Caption',
    name: 'caption',
    look: STYLES.caption,
    color: 'ink',
    before: 10,
    next: 'CaptionSubtitle',
    lineRule: 'atLeast',
    paragraph: `<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="8" w:space="5" w:color="0B2A4A" w:themeColor="accent1"/></w:pBdr><w:tabs><w:tab w:val="left" w:pos="{caption}"/></w:tabs>|<w:ind w:left="{caption}" w:hanging="{caption}"/>`,
  },
  {
    id: 'CaptionSubtitle',
    name: 'Caption Subtitle',
    look: STYLES.subtitle,
    color: 'ink2',
    paragraph: `<w:keepNext/>|<w:ind w:left="{caption}"/>`,
  },
  { id: 'FigureFrame', name: 'Figure Frame', look: look(10, 12, 4), color: 'ink', lineRule: 'atLeast', paragraph: '<w:keepNext/>' },
  { id: 'Note', name: 'Note', look: STYLES.note, color: 'ink3' },
  { id: 'Source', name: 'Source', look: STYLES.source, color: 'ink3' },
  { id: 'TextSource', name: 'Text Source', look: STYLES.textSource, color: 'ink3', paragraph: `|${textZone}` },
  { id: 'RailFigure', name: 'Rail Figure', look: STYLES.railValue, color: 'navy' },
  { id: 'RailText', name: 'Rail Text', look: STYLES.railText, color: 'ink2' },
  { id: 'TableText', name: 'Table Text', look: STYLES.table, color: 'ink' },
  { id: 'TableHead', name: 'Table Head', look: { ...STYLES.table, bold: true }, color: 'ink2', paragraph: '<w:keepNext/>' },
  {
    id: 'ContentsTitle',
    name: 'Contents Title',
    look: STYLES.h1,
    color: 'navy',
    headings: true,
    paragraph: '<w:keepNext/>',
  },
  {
    id: 'TOC1',
    name: 'toc 1',
    look: STYLES.toc1,
    color: 'navy',
    paragraph: contentsTabs('{heading1}', '{heading1}'),
  },
  {
    id: 'TOC2',
    name: 'toc 2',
    look: STYLES.toc2,
    color: 'ink',
    paragraph: contentsTabs('{heading2}', '{heading2-hanging}'),
  },
  {
    id: 'TableofFigures',
    name: 'table of figures',
    look: STYLES.toc2,
    color: 'ink',
    paragraph: contentsTabs('{listed}', '{listed}'),
  },
  { id: 'Header', name: 'header', look: look(8, 11, 0), color: 'ink3', lineRule: 'atLeast' },
  { id: 'Footer', name: 'footer', look: look(8, 11, 0), color: 'ink3', lineRule: 'atLeast' },
  { id: 'FootnoteText', name: 'footnote text', look: STYLES.footnote, color: 'ink2' },
];

const runProperties = (spec: Pick<StyleSpec, 'look' | 'color' | 'headings'>, theme: Theme): string =>
  el(
    'w:rPr',
    {},
    spec.headings
      ? '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'
      : '',
    spec.look.bold ? '<w:b/><w:bCs/>' : '',
    colorXml(spec.color, theme),
    el('w:sz', { 'w:val': halfPoints(spec.look.size) }),
    el('w:szCs', { 'w:val': halfPoints(spec.look.size) }),
  );

/** What the paper, the language and the number of figures decide, points. */
const lengthsOf = (flow: StyledFlow): Readonly<Record<string, number>> => {
  const { heading1, heading2, figure } = contentsIndent(flow);
  return {
    caption: flow.captionIndent,
    'right-edge': fullWidth(flow.page),
    heading1,
    heading2,
    'heading2-hanging': heading2 - heading1,
    listed: figure,
  };
};

const styleXml = (spec: StyleSpec, theme: Theme, flow: StyledFlow): string => {
  const lengths = lengthsOf(flow);
  const [ahead = '', behind = ''] = (spec.paragraph ?? '')
    .replaceAll('0B2A4A', theme.colors.navy)
    .replace(/\{([a-z\d-]+)\}/g, (_, name: string) => String(twips(lengths[name] ?? 0)))
    .split('|');
  const spacing = el('w:spacing', {
    'w:before': twips(spec.before ?? 0),
    'w:after': twips(spec.look.after),
    'w:line': twips(spec.look.leading),
    'w:lineRule': spec.lineRule ?? 'exact',
  });
  return el(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:styleId': spec.id,
      'w:customStyle': /^[A-Z]/.test(spec.name) && !['Title', 'Subtitle', 'Body Text', 'List Bullet'].includes(spec.name) ? 1 : undefined,
    },
    el('w:name', { 'w:val': spec.name }),
    el('w:basedOn', { 'w:val': 'Normal' }),
    spec.next === undefined ? '' : el('w:next', { 'w:val': spec.next }),
    '<w:qFormat/>',
    el('w:pPr', {}, ahead, spacing, behind),
    runProperties(spec, theme),
  );
};

const characterStyle = (id: string, name: string, properties: string): string =>
  `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>${el('w:rPr', {}, properties)}</w:style>`;

const SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>';

/** The languages of a document's three kinds of script, as attributes: Latin, East Asian, and written from right to left. */
export const documentLanguages = (language: string): string => {
  const own = officeLanguage(language);
  const eastAsian = eastAsianFont(language) !== undefined;
  const complex = isRightToLeft(language);
  return ` w:val="${eastAsian || complex ? 'en-US' : own}" w:eastAsia="${eastAsian ? own : 'zh-CN'}" w:bidi="${complex ? own : 'ar-SA'}"`;
};

/** word/styles.xml: the report's type scale as real, named Word styles. */
export const stylesPart = (theme: Theme, flow: StyledFlow): string =>
  `${XML_HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang${documentLanguages(flow.language)}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${flow.direction === 'rtl' ? '<w:bidi/>' : ''}<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>${SPECS.map((s) => styleXml(s, theme, flow)).join('')}${characterStyle('Hyperlink', 'Hyperlink', colorXml('blue', theme))}${characterStyle('FootnoteReference', 'footnote reference', SUPERSCRIPT)}${characterStyle('EndnoteReference', 'endnote reference', SUPERSCRIPT)}</w:styles>`;

/** word/numbering.xml: heading numbers (the first level hangs in the rail) and the bullet list. */
export const numberingPart = (theme: Theme): string => {
  const level = (index: number, text: string, indent: string, color: ColorToken, suffix = 'tab'): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading${index + 1}"/><w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr>${indent}</w:pPr><w:rPr>${colorXml(color, theme)}</w:rPr></w:lvl>`;
  return `${XML_HEAD}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1', `<w:tabs><w:tab w:val="num" w:pos="${TEXT_INDENT}"/></w:tabs><w:ind w:left="${TEXT_INDENT}" w:hanging="${TEXT_INDENT}"/>`, 'blue')}${level(1, '%1.%2 ', `<w:ind w:left="${TEXT_INDENT}" w:firstLine="0"/>`, 'navy', 'space')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${TEXT_INDENT + twips(12)}" w:hanging="${twips(12)}"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
};
