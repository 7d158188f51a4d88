import type { Box } from '../../base/geometry.ts';
import type { Deck, Placeholder, Shape, TableCell } from '../../layout/deck.ts';
import { chartGraphic } from '../../ooxml/chart.ts';
import { fillXml, strokeXml } from '../../ooxml/color.ts';
import { el } from '../../ooxml/xml.ts';
import { PLACEHOLDER_KINDS, placeholderXml } from './placeholders.ts';
import { paragraphsXml, type TextContext } from './text.ts';

export interface ShapeContext extends TextContext {
  readonly deck: Deck;
  /** Those of the layout the shapes stand on. */
  readonly placeholders: readonly Placeholder[];
  readonly chartRelationship: (shape: Extract<Shape, { kind: 'chart' }>) => string;
  readonly pictureRelationship: (png: Uint8Array) => string;
}

type ShapeOf<K extends Shape['kind']> = Extract<Shape, { kind: K }>;

const transform = (box: Box, tag: 'a:xfrm' | 'p:xfrm' = 'a:xfrm'): string =>
  el(tag, {}, el('a:off', { x: box.x, y: box.y }), el('a:ext', { cx: box.w, cy: box.h }));

const RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

/** Marks a shape as decoration for screen readers (a Microsoft extension; older readers skip it). */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

const EMPTY_TEXT = '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>';

const ANCHORS = { top: 't', middle: 'ctr', bottom: 'b' } as const;

const bodyProperties = (inset: ShapeOf<'text'>['inset'], anchor: ShapeOf<'text'>['anchor']): string =>
  `<a:bodyPr wrap="square" lIns="${inset.left}" tIns="${inset.top}" rIns="${inset.right}" bIns="${inset.bottom}" rtlCol="0" anchor="${ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>`;

const nonVisual = (
  id: number,
  name: string,
  kind: 'sp' | 'cxnSp',
  options: { readonly decorative?: boolean; readonly placeholder?: string; readonly textBox?: boolean } = {},
): string =>
  el(
    `p:nv${kind === 'sp' ? 'Sp' : 'CxnSp'}Pr`,
    {},
    el('p:cNvPr', { id, name }, options.decorative ? DECORATIVE : ''),
    kind === 'sp'
      ? el('p:cNvSpPr', { txBox: options.textBox ? 1 : undefined }, options.placeholder ? '<a:spLocks noGrp="1"/>' : '')
      : '<p:cNvCxnSpPr/>',
    el('p:nvPr', {}, options.placeholder ?? ''),
  );

const slotXml = (slot: number | undefined, context: ShapeContext): string => {
  const place = slot === undefined ? undefined : context.placeholders.find((p) => p.index === slot);
  return place ? placeholderXml(place) : '';
};

/** A text without a look of its own, so that all of it may come from a placeholder. */
const isPlain = ({ fill, stroke, inset }: ShapeOf<'text'>): boolean =>
  fill.kind === 'none' && stroke === undefined && Object.values(inset).every((n) => n === 0);

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

const cellXml = (cell: TableCell, context: ShapeContext): string => {
  const rule = strokeXml(cell.ruleBelow, context.palette)
    .replace(/^<a:ln /, '<a:lnB ')
    .replace(/<\/a:ln>$/, '</a:lnB>');
  const none = (side: string): string => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`;
  return el(
    'a:tc',
    {},
    el('a:txBody', {}, '<a:bodyPr/>', '<a:lstStyle/>', paragraphsXml(cell.paragraphs, context)),
    el(
      'a:tcPr',
      { marL: 45720 + cell.lead, marR: 45720 + cell.trail, marT: 27432, marB: 27432, anchor: 'ctr' },
      none('L'),
      none('R'),
      none('T'),
      rule,
      cell.fill ? fillXml(cell.fill, context.palette) : '<a:noFill/>',
    ),
  );
};

const tableXml = (shape: ShapeOf<'table'>, context: ShapeContext): string =>
  el(
    'a:graphic',
    {},
    el(
      'a:graphicData',
      { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
      el(
        'a:tbl',
        {},
        el('a:tblPr', { rtl: context.deck.direction === 'rtl' ? 1 : undefined, firstRow: 1 }),
        el('a:tblGrid', {}, ...shape.columns.map((w) => el('a:gridCol', { w }))),
        ...shape.rows.map((row) => el('a:tr', { h: row.height }, ...row.cells.map((c) => cellXml(c, context)))),
      ),
    ),
  );

const frame = (
  id: number,
  shape: { readonly name: string; readonly box: Box; readonly slot?: number },
  alt: string,
  graphic: string,
  context: ShapeContext,
): string =>
  el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      el('p:cNvPr', { id, name: shape.name, descr: alt }),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>',
      el('p:nvPr', {}, slotXml(shape.slot, context)),
    ),
    transform(shape.box, 'p:xfrm'),
    graphic,
  );

type ShapeWriters = { readonly [K in Shape['kind']]: (shape: ShapeOf<K>, id: number, context: ShapeContext) => string };

const WRITERS: ShapeWriters = {
  placeholder: (shape, id, context) => {
    const place = context.placeholders.find((p) => p.role === shape.placeholder);
    const isNumber = shape.placeholder === 'number';
    const text = isNumber
      ? el(
          'a:p',
          {},
          el('a:pPr', { algn: place?.align === 'left' ? 'l' : 'r' }),
          `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${context.language}"/><a:t>${shape.paragraphs[0]?.runs[0]?.text ?? ''}</a:t></a:fld>`,
        )
      : paragraphsXml(shape.paragraphs, place ? { ...context, inherited: place } : context);
    return el(
      'p:sp',
      {},
      nonVisual(id, PLACEHOLDER_KINDS[shape.placeholder].label, 'sp', place ? { placeholder: placeholderXml(place) } : {}),
      place && sameBox(place.box, shape.box) ? '<p:spPr/>' : el('p:spPr', {}, transform(shape.box)),
      el('p:txBody', {}, '<a:bodyPr/>', '<a:lstStyle/>', text),
    );
  },
  text: (shape, id, context) => {
    const place = context.placeholders.find((p) => p.index === shape.slot);
    const looks = fillXml(shape.fill, context.palette) + strokeXml(shape.stroke, context.palette);
    const inherits = place && isPlain(shape) && shape.anchor === place.anchor;
    return el(
      'p:sp',
      {},
      nonVisual(id, shape.name, 'sp', place ? { placeholder: placeholderXml(place) } : { textBox: true }),
      el(
        'p:spPr',
        {},
        place && sameBox(place.box, shape.box) ? '' : transform(shape.box),
        place && isPlain(shape) ? '' : RECTANGLE + looks,
      ),
      el(
        'p:txBody',
        {},
        inherits ? '<a:bodyPr/>' : bodyProperties(shape.inset, shape.anchor),
        '<a:lstStyle/>',
        paragraphsXml(shape.paragraphs, place ? { ...context, inherited: place } : context),
      ),
    );
  },
  rect: (shape, id, context) =>
    el(
      'p:sp',
      {},
      nonVisual(id, shape.name, 'sp', { decorative: true }),
      el('p:spPr', {}, transform(shape.box), RECTANGLE, fillXml(shape.fill, context.palette), strokeXml(shape.stroke, context.palette)),
      EMPTY_TEXT,
    ),
  line: (shape, id, context) =>
    el(
      'p:cxnSp',
      {},
      nonVisual(id, shape.name, 'cxnSp', { decorative: true }),
      el('p:spPr', {}, transform(shape.box), '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>', strokeXml(shape.stroke, context.palette)),
    ),
  table: (shape, id, context) => frame(id, shape, shape.alt, tableXml(shape, context), context),
  chart: (shape, id, context) => frame(id, shape, shape.chart.alt, chartGraphic(context.chartRelationship(shape)), context),
  picture: (shape, id, context) =>
    el(
      'p:pic',
      {},
      el(
        'p:nvPicPr',
        {},
        el('p:cNvPr', { id, name: shape.name, descr: shape.alt }),
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>',
        el('p:nvPr', {}, slotXml(shape.slot, context)),
      ),
      el('p:blipFill', {}, el('a:blip', { 'r:embed': context.pictureRelationship(shape.png) }), '<a:stretch><a:fillRect/></a:stretch>'),
      el('p:spPr', {}, transform(shape.box), RECTANGLE),
    ),
};

const shapeXml = (shape: Shape, id: number, context: ShapeContext): string =>
  // Keyed by the tag of the union, which the compiler cannot follow through the lookup.
  (WRITERS[shape.kind] as (shape: Shape, id: number, context: ShapeContext) => string)(shape, id, context);

const TREE_HEAD =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A shape tree in reading order, ids counted from 2. `extra` is XML that follows the shapes. */
export const shapeTree = (shapes: readonly Shape[], context: ShapeContext, extra: (firstFreeId: number) => string = () => ''): string =>
  el('p:spTree', {}, TREE_HEAD, ...shapes.map((s, i) => shapeXml(s, i + 2, context)), extra(shapes.length + 2));
