import type { Master, Placeholder, SlideLayout } from '../../layout/deck.ts';
import { colorXml, inheritedColorXml } from '../../ooxml/color.ts';
import type { Palette } from '../../ooxml/theme-color.ts';
import { el, escapeAttribute, XML_HEAD } from '../../ooxml/xml.ts';
import { PLACEHOLDER_KINDS, placeholderXml } from './placeholders.ts';
import { type ShapeContext, shapeTree } from './shapes.ts';

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** `a:effectLst` after the fill: without it PowerPoint has asked for repair (PptxGenJS issue 1442). */
export const background = (token: SlideLayout['background'], palette: Palette): string =>
  el('p:bg', {}, el('p:bgPr', {}, el('a:solidFill', {}, colorXml(token, palette)), '<a:effectLst/>'));

const levelStyle = (p: Placeholder, palette: Palette): string =>
  el(
    'a:lstStyle',
    {},
    el(
      'a:lvl1pPr',
      { marL: 0, indent: 0, algn: p.align === 'right' ? 'r' : 'l' },
      el('a:lnSpc', {}, el('a:spcPct', { val: Math.round(p.lineSpacing * 100_000) })),
      '<a:spcBef><a:spcPts val="0"/></a:spcBef>',
      '<a:buNone/>',
      el(
        'a:defRPr',
        { sz: Math.round(p.size * 100), b: p.bold ? 1 : 0 },
        el('a:solidFill', {}, inheritedColorXml(p.color, palette)),
        `<a:latin typeface="${p.role === 'title' ? '+mj-lt' : '+mn-lt'}"/>`,
      ),
    ),
  );

const placeholderShape = (p: Placeholder, id: number, palette: Palette): string => {
  const { label } = PLACEHOLDER_KINDS[p.role];
  const text =
    p.role === 'number'
      ? '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="en-US"/></a:p>'
      : `<a:p><a:r><a:rPr lang="en-US"/><a:t>${label}</a:t></a:r></a:p>`;
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: `${label} placeholder${p.index > 1 ? ` ${p.index}` : ''}` }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      el('p:nvPr', {}, placeholderXml(p)),
    ),
    el(
      'p:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x: p.box.x, y: p.box.y }), el('a:ext', { cx: p.box.w, cy: p.box.h })),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
    el(
      'p:txBody',
      {},
      `<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${ANCHORS[p.anchor]}"><a:noAutofit/></a:bodyPr>`,
      levelStyle(p, palette),
      text,
    ),
  );
};

const placeholderShapes = (placeholders: readonly Placeholder[], first: number, palette: Palette): string =>
  placeholders.map((p, i) => placeholderShape(p, first + i, palette)).join('');

/** A layout part: artwork first, then its placeholders. */
export const layoutPart = (layout: SlideLayout, context: ShapeContext): string => {
  const tree = shapeTree(layout.artwork, context, (id) => placeholderShapes(layout.placeholders, id, context.palette));
  const hidden = layout.ownArtwork ? ' showMasterSp="0"' : '';
  return `${XML_HEAD}<p:sldLayout ${NAMESPACES}${hidden} preserve="1" userDrawn="1"><p:cSld name="${escapeAttribute(layout.title)}">${background(layout.background, context.palette)}${tree}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`;
};

const textStyle = (size: number, bold: boolean, color: string, font: string): string =>
  `<a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}" kern="1200"><a:solidFill><a:schemeClr val="${color}"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl1pPr>`;

/** The one master: colour map, text styles, what all layouts show, and the placeholders they inherit from. */
export const masterPart = (master: Master, layoutIds: readonly string[], context: ShapeContext): string => {
  const ids = layoutIds.map((rid, i) => el('p:sldLayoutId', { id: 2147483649 + i, 'r:id': rid })).join('');
  const tree = shapeTree(master.artwork, context, (id) => placeholderShapes(master.placeholders, id, context.palette));
  return `${XML_HEAD}<p:sldMaster ${NAMESPACES}><p:cSld>${background(master.background, context.palette)}${tree}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst><p:hf hdr="0" ftr="0" dt="0"/><p:txStyles><p:titleStyle>${textStyle(24, true, 'accent1', 'mj')}</p:titleStyle><p:bodyStyle>${textStyle(14, false, 'tx1', 'mn')}</p:bodyStyle><p:otherStyle>${textStyle(14, false, 'tx1', 'mn')}</p:otherStyle></p:txStyles></p:sldMaster>`;
};
