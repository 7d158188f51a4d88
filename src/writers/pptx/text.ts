import type { Link, Paragraph, Run } from '../../layout/text.ts';
import { colorXml } from '../../ooxml/color.ts';
import { foreignRun } from '../../ooxml/run-language.ts';
import type { Palette } from '../../ooxml/theme-color.ts';
import { el, escapeText } from '../../ooxml/xml.ts';

export interface TextContext {
  readonly palette: Palette;
  readonly language: string;
  /** Relationship id of what a click on the part being written leads to; undefined for what is not in the deck. */
  readonly linkTo: (link: Link) => string | undefined;
  /** Runs inherit size, weight and colour from their placeholder where they are equal to it. */
  readonly inherited?: { readonly size: number; readonly bold: boolean; readonly color: Run['color'] };
}

/** What a click on a link to a slide does. */
const TO_SLIDE = 'ppaction://hlinksldjump';

const runXml = (run: Run, context: TextContext): string => {
  const { inherited } = context;
  const same = inherited && inherited.size === run.size && inherited.bold === run.bold && inherited.color === run.color;
  const foreign = foreignRun(run.text, context.language);
  const target = run.link && context.linkTo(run.link);
  const properties = el(
    'a:rPr',
    {
      lang: foreign?.language ?? context.language,
      altLang: foreign === undefined ? undefined : context.language,
      sz: same ? undefined : Math.round(run.size * 100),
      b: same ? undefined : run.bold ? 1 : 0,
      i: run.italic ? 1 : undefined,
      u: target === undefined ? undefined : 'none',
      baseline: run.superscript ? 30000 : undefined,
      dirty: 0,
    },
    same ? '' : el('a:solidFill', {}, colorXml(run.color, context.palette)),
    foreign?.font === undefined ? '' : el('a:ea', { typeface: foreign.font }),
    target === undefined ? '' : el('a:hlinkClick', { 'r:id': target, action: run.link?.kind === 'anchor' ? TO_SLIDE : undefined }),
  );
  return el('a:r', {}, properties, `<a:t>${escapeText(run.text)}</a:t>`);
};

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const;
const BULLETS = {
  disc: '<a:buFont typeface="Arial"/><a:buChar char="•"/>',
  number: '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>',
} as const;
const BULLET_INDENT = 171450;

const paragraphXml = (p: Paragraph, context: TextContext): string => {
  const bullet = p.bullet === undefined ? undefined : BULLETS[p.bullet];
  const properties = el(
    'a:pPr',
    {
      marL: bullet === undefined ? 0 : BULLET_INDENT,
      indent: bullet === undefined ? 0 : -BULLET_INDENT,
      algn: ALIGN[p.align],
      rtl: p.direction === 'rtl' ? 1 : undefined,
    },
    el('a:lnSpc', {}, el('a:spcPct', { val: Math.round(p.lineSpacing * 100_000) })),
    '<a:spcBef><a:spcPts val="0"/></a:spcBef>',
    el('a:spcAft', {}, el('a:spcPts', { val: Math.round(p.spaceAfter * 100) })),
    bullet ?? '<a:buNone/>',
  );
  return el(
    'a:p',
    {},
    properties,
    ...p.runs.map((r) => runXml(r, context)),
    p.runs.length === 0 ? el('a:endParaRPr', { lang: context.language }) : '',
  );
};

/** The paragraphs of a text body; at least one, as the schema wants. */
export const paragraphsXml = (paragraphs: readonly Paragraph[], context: TextContext): string =>
  paragraphs.length === 0
    ? el('a:p', {}, el('a:endParaRPr', { lang: context.language }))
    : paragraphs.map((p) => paragraphXml(p, context)).join('');
