import type { Annotation } from '../charts/native.ts';
import { colorXml, fillXml, strokeXml } from './color.ts';
import { foreignRun } from './run-language.ts';
import type { Palette } from './theme-color.ts';
import { el, escapeText, XML_HEAD } from './xml.ts';

/** Places are fractions of the frame (ST_MarkerCoordinate, 0 to 1): the padding of a text at its edge may reach beyond. */
const round = (n: number): string => String(Math.round(Math.min(1, Math.max(0, n)) * 1e5) / 1e5);

const anchor = (x1: number, y1: number, x2: number, y2: number, content: string): string =>
  el(
    'cdr:relSizeAnchor',
    {},
    el('cdr:from', {}, `<cdr:x>${round(x1)}</cdr:x>`, `<cdr:y>${round(y1)}</cdr:y>`),
    el('cdr:to', {}, `<cdr:x>${round(x2)}</cdr:x>`, `<cdr:y>${round(y2)}</cdr:y>`),
    content,
  );

/** Offsets are placeholders: Office and LibreOffice place chart shapes by their relative anchors alone. */
const transform = (flip: { readonly h: boolean; readonly v: boolean }): string =>
  el('a:xfrm', { flipH: flip.h ? 1 : undefined, flipV: flip.v ? 1 : undefined }, '<a:off x="0" y="0"/>', '<a:ext cx="0" cy="0"/>');

type AnnotationOf<K extends Annotation['kind']> = Extract<Annotation, { kind: K }>;

const lineXml = (a: AnnotationOf<'line'>, id: number, palette: Palette): string =>
  anchor(
    Math.min(a.x1, a.x2),
    Math.min(a.y1, a.y2),
    Math.max(a.x1, a.x2),
    Math.max(a.y1, a.y2),
    el(
      'cdr:cxnSp',
      { macro: '' },
      el('cdr:nvCxnSpPr', {}, el('cdr:cNvPr', { id, name: a.name }), '<cdr:cNvCxnSpPr/>'),
      el(
        'cdr:spPr',
        {},
        transform({ h: a.x2 < a.x1, v: a.y2 < a.y1 }),
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>',
        strokeXml(a.stroke, palette),
      ),
    ),
  );

/** A triangle that points down has a preset of its own, `flowChartMerge`: no flip, which LibreOffice loses in charts. */
const GEOMETRY = {
  rect: '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
  pill: '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst></a:prstGeom>',
  pointer: '<a:prstGeom prst="flowChartMerge"><a:avLst/></a:prstGeom>',
  pointerUp: '<a:prstGeom prst="triangle"><a:avLst/></a:prstGeom>',
  pointerRight: '<a:prstGeom prst="homePlate"><a:avLst><a:gd name="adj" fmla="val 100000"/></a:avLst></a:prstGeom>',
} as const;

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const;

const boxXml = (a: AnnotationOf<'box'>, id: number, language: string, palette: Palette): string => {
  const { text } = a;
  const foreign = text && foreignRun(text.text, language);
  const run = text
    ? el(
        'a:r',
        {},
        el(
          'a:rPr',
          { lang: foreign?.language ?? language, sz: Math.round(text.style.size * 100), b: text.style.bold ? 1 : 0 },
          el('a:solidFill', {}, colorXml(text.style.color, palette)),
          '<a:latin typeface="+mn-lt"/>',
          foreign?.font === undefined ? '' : el('a:ea', { typeface: foreign.font }),
        ),
        `<a:t>${escapeText(text.text)}</a:t>`,
      )
    : '';
  const paragraph = el(
    'a:p',
    {},
    text ? el('a:pPr', { algn: ALIGN[text.align] }) : '',
    run === '' ? el('a:endParaRPr', { lang: language }) : run,
  );
  return anchor(
    a.x,
    a.y,
    a.x + a.w,
    a.y + a.h,
    el(
      'cdr:sp',
      { macro: '', textlink: '' },
      el('cdr:nvSpPr', {}, el('cdr:cNvPr', { id, name: a.name }), '<cdr:cNvSpPr/>'),
      el('cdr:spPr', {}, transform({ h: false, v: false }), GEOMETRY[a.shape], fillXml(a.fill, palette), strokeXml(a.stroke, palette)),
      el(
        'cdr:txBody',
        {},
        '<a:bodyPr vertOverflow="overflow" horzOverflow="overflow" wrap="none" lIns="50800" tIns="0" rIns="50800" bIns="0" rtlCol="0" anchor="ctr"/>',
        '<a:lstStyle/>',
        paragraph,
      ),
    ),
  );
};

/** The chart's own drawing part: marks that move and scale with the chart (ECMA-376 part 1, section 21.3). */
export const chartShapes = (annotations: readonly Annotation[], language: string, palette: Palette): string =>
  `${XML_HEAD}${el(
    'c:userShapes',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:cdr': 'http://schemas.openxmlformats.org/drawingml/2006/chartDrawing',
    },
    ...annotations.map((a, i) => (a.kind === 'line' ? lineXml(a, i + 2, palette) : boxXml(a, i + 2, language, palette))),
  )}`;
