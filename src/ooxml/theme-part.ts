import { eastAsianFont } from './run-language.ts';
import { type Palette, SLOTS } from './theme-color.ts';
import { el, XML_HEAD } from './xml.ts';

export interface ThemeFontNames {
  readonly office: string;
}

export interface ThemeDescription {
  readonly name: string;
  readonly colors: Palette;
  readonly headings: ThemeFontNames;
  readonly body: ThemeFontNames;
  /** Of the document: East Asian ones bring a font of their own, which others leave to the reader's fallback. */
  readonly language: string;
}

/** Fonts Office takes for other scripts; the Latin font where it covers them. */
const SCRIPTS: readonly (readonly [string, string | undefined])[] = [
  ['Jpan', 'Yu Gothic'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'Microsoft YaHei'],
  ['Hant', 'Microsoft JhengHei'],
  ['Arab', undefined],
  ['Hebr', undefined],
];

const slot = (name: string, hex: string): string => el(`a:${name}`, {}, el('a:srgbClr', { val: hex }));

const fonts = (name: string, f: ThemeFontNames, language: string): string =>
  el(
    `a:${name}`,
    {},
    el('a:latin', { typeface: f.office }),
    el('a:ea', { typeface: eastAsianFont(language) ?? '' }),
    '<a:cs typeface=""/>',
    ...SCRIPTS.map(([script, font]) => el('a:font', { script, typeface: font ?? f.office })),
  );

const ACCENTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;

const PHCLR = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = (w: number): string => `<a:ln w="${w}">${PHCLR}<a:prstDash val="solid"/></a:ln>`;
const NO_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** A theme part (ECMA-376 part 1, section 20.1.6): the brand's colours and fonts, flat fills, no effects. */
export const themePart = (t: ThemeDescription): string => {
  const c = t.colors;
  const colors = [
    slot('dk1', c[SLOTS.tx1]),
    slot('lt1', c[SLOTS.bg1]),
    slot('dk2', c[SLOTS.tx2]),
    slot('lt2', c[SLOTS.bg2]),
    ...ACCENTS.map((name) => slot(name, c[SLOTS[name]])),
    slot('hlink', c.blue),
    slot('folHlink', c.ink2),
  ];
  return `${XML_HEAD}${el(
    'a:theme',
    { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: t.name },
    el(
      'a:themeElements',
      {},
      el('a:clrScheme', { name: t.name }, ...colors),
      el('a:fontScheme', { name: t.name }, fonts('majorFont', t.headings, t.language), fonts('minorFont', t.body, t.language)),
      el(
        'a:fmtScheme',
        { name: t.name },
        el('a:fillStyleLst', {}, PHCLR, PHCLR, PHCLR),
        el('a:lnStyleLst', {}, LINE(6350), LINE(12700), LINE(19050)),
        el('a:effectStyleLst', {}, NO_EFFECT, NO_EFFECT, NO_EFFECT),
        el('a:bgFillStyleLst', {}, PHCLR, PHCLR, PHCLR),
      ),
    ),
    '<a:objectDefaults/>',
    '<a:extraClrSchemeLst/>',
  )}`;
};
