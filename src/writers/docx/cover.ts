import type { ColorToken } from '../../charts/paint.ts';
import { type CoverPlan, coverPlan } from '../../layout/cover-art.ts';
import type { Flow } from '../../layout/flow.ts';
import { colorXml as drawingColor } from '../../ooxml/color.ts';
import { el } from '../../ooxml/xml.ts';
import { type BodyContext, paragraphXml, plainRun, textXml } from './paragraphs.ts';
import { sideOf } from './sides.ts';
import { colorXml, twips } from './styles.ts';

const EMU = 12700;
interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly color: ColorToken;
}

/** A rectangle behind the text, placed on the page and marked as decoration. Readers without the extension show a plain page. */
const rectangleXml = (r: Rectangle, id: number, context: BodyContext): string => {
  const emu = (n: number): number => Math.round(n * EMU);
  const shape = `<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(r.w)}" cy="${emu(r.h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${el('a:solidFill', {}, drawingColor(r.color, context.theme.colors))}<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>`;
  const anchor = `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu(r.x)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${emu(r.y)}</wp:posOffset></wp:positionV><wp:extent cx="${emu(r.w)}" cy="${emu(r.h)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${id}" name="Cover art ${id}"><a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor>`;
  return `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>`;
};

/** A frame at a place of the page: what lies outside of the text's margins can stand nowhere else. */
const framed = (at: { readonly x: number; readonly y: number; readonly w: number }): string =>
  `<w:framePr w:w="${twips(at.w)}" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="${twips(at.x)}" w:y="${twips(at.y)}"/>`;

const STYLE_OF = { label: 'CoverLabel', title: 'Title', subtitle: 'Subtitle', fact: 'CoverFact', confidentiality: 'CoverSmall' } as const;

/** Half points the text is raised by: in an exact line the free space stands above it. */
const STICKER_RAISE = 4;

/** The sticker in a frame. Its line is as high as the frame, since the space between text and border takes no shading. */
const stickerXml = (sticker: NonNullable<CoverPlan['sticker']>, context: BodyContext): string => {
  const { colors } = context.theme;
  const side = (name: string): string => el(`w:${name}`, { 'w:val': 'single', 'w:sz': 8, 'w:space': 0, 'w:color': colors.rust });
  const borders = `<w:pBdr>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:pBdr>`;
  const shading = `<w:shd w:val="clear" w:color="auto" w:fill="${colors.page}"/>`;
  const size = sticker.run.size * 2;
  const look = `<w:rPr><w:b/><w:bCs/>${colorXml('rust', context.theme)}<w:position w:val="${STICKER_RAISE}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  return paragraphXml(
    'CoverSmall',
    `<w:r>${look}${textXml(sticker.run.text)}</w:r>`,
    `${framed(sticker)}${borders}${shading}<w:spacing w:line="${twips(sticker.h)}" w:lineRule="exact"/><w:jc w:val="center"/>`,
  );
};

/** The cover: art behind real, styled paragraphs. */
export const coverXml = (flow: Flow, context: BodyContext): string => {
  const plan = coverPlan(flow);
  const { page } = flow;
  const art: readonly Rectangle[] = [
    { x: 0, y: 0, w: page.width, h: page.height, color: 'cover' },
    ...plan.bars.map((b) => ({ ...b, x: sideOf(flow, b.x, b.w) })),
  ];
  const drawings = art.map((r) => rectangleXml(r, context.nextId(), context)).join('');
  const facts = plan.texts.filter((t) => t.role === 'fact');
  // Readers mirror drawings and frames of paragraphs from right to left, each in its own way: those of the cover run left to right.
  const [fixed, right] = flow.direction === 'rtl' ? ['<w:bidi w:val="0"/>', '<w:jc w:val="right"/>'] : ['', ''];
  let below = page.margin.top;
  const paragraphs = plan.texts.map((t, i) => {
    const text = `${i === 0 ? drawings : ''}${plainRun(t.lines.join(' '), context.language)}`;
    const height = t.lines.length * t.leading;
    if (t.role === 'fact')
      return paragraphXml(STYLE_OF.fact, text, framed({ x: sideOf(flow, t.x, t.w), y: facts[0]?.top ?? t.top, w: t.w }) + fixed + right);
    if (t.role === 'confidentiality')
      return paragraphXml(STYLE_OF.confidentiality, text, framed({ x: sideOf(flow, t.x, t.w), y: t.top, w: t.w }) + fixed + right);
    const before = t.top - below;
    below = t.top + height;
    const spacing = `<w:spacing w:before="${twips(before)}"/>`;
    const free = twips(page.width - page.margin.left - page.margin.right - t.w);
    // The first one holds the drawings.
    const properties =
      i === 0 && fixed !== '' ? `${fixed}${spacing}<w:ind w:left="${free}"/>${right}` : `${spacing}<w:ind w:right="${free}"/>`;
    return paragraphXml(STYLE_OF[t.role], text, properties);
  });
  return [
    ...paragraphs,
    plan.sticker ? stickerXml({ ...plan.sticker, x: sideOf(flow, plan.sticker.x, plan.sticker.w) }, context) : '',
  ].join('');
};
