import type { ColorToken } from '../../charts/paint.ts';
import type { Flow } from '../../layout/flow.ts';
import { STYLES } from '../../layout/flow.ts';
import { colorXml as drawingColor } from '../../ooxml/color.ts';
import { el, escapeText } from '../../ooxml/xml.ts';
import { type BodyContext, paragraphXml, textXml } from './paragraphs.ts';
import { twips } from './styles.ts';

const EMU = 12700;
const X = 62.4;
const BAR = { width: 38, pitch: 48, least: 24, most: 210 } as const;

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

/** The dark cover: art behind real, styled paragraphs. */
export const coverXml = (flow: Flow, context: BodyContext): string => {
  const { width, height } = flow.page;
  const { cover } = flow;
  const last = cover.bars.length - 1;
  const art: readonly Rectangle[] = [
    { x: 0, y: 0, w: width, h: height, color: 'navy' },
    ...cover.bars.map((share, i): Rectangle => {
      const h = BAR.least + share * BAR.most;
      return {
        x: width - X - (cover.bars.length - i) * BAR.pitch + (BAR.pitch - BAR.width),
        y: height - h,
        w: BAR.width,
        h,
        color: i === last ? 'forecast' : i >= last - 2 ? 'hatch' : 'blue',
      };
    }),
  ];
  const drawings = art.map((r) => rectangleXml(r, context.nextId(), context)).join('');
  const run = (text: string): string => `<w:r>${textXml(text)}</w:r>`;
  const space = (before: number): string => `<w:spacing w:before="${twips(before)}"/>`;
  const narrow = `<w:ind w:right="${twips(width - 2 * X - 400)}"/>`;
  const facts = [
    cover.preparedFor === undefined ? undefined : `${flow.words.preparedFor} ${cover.preparedFor}`,
    cover.date,
    cover.edition,
  ].filter((f) => f !== undefined);
  const titleLines = Math.ceil(escapeText(cover.title).length / 24);
  const factsAt = 470 - (146 + titleLines * STYLES.coverTitle.leading + 14 + 20);
  return [
    paragraphXml('CoverLabel', drawings + run([cover.label, ...cover.stickers].join('  ·  ')), space(30)),
    paragraphXml('Title', run(cover.title), `${space(20)}${narrow}`),
    paragraphXml('Subtitle', run(cover.subtitle), narrow),
    ...facts.map((fact, i) => paragraphXml('CoverFact', run(fact), i === 0 ? space(Math.max(40, factsAt)) : '')),
    paragraphXml('CoverSmall', run(cover.confidentiality), space(200)),
  ].join('');
};
