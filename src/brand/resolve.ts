import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { ColorToken } from '../charts/paint.ts';
import { contrast } from './contrast.ts';
import type { BrandFile } from './schema.ts';
import type { Theme, ThemeFont } from './theme.ts';

const HOUSE: Readonly<Record<ColorToken, string>> = {
  ink: '1A2433',
  ink2: '4A5767',
  ink3: '5F6B7A',
  navy: '0B2A4A',
  blue: '2D659E',
  teal: '36A38B',
  gold: 'EEC069',
  rust: 'BE563E',
  grey: 'BBC8D5',
  forecast: '9DB8D6',
  hatch: '5F8FBF',
  nodata: '5F6B7A',
  nodataLine: '7B8794',
  panel: 'F3F5F8',
  highlight: 'E1ECF6',
  rule: 'B8C1CC',
  grid: 'D5DBE3',
  negative: 'B3261E',
  positive: '1E7B4B',
  warning: '8A5A00',
  page: 'FFFFFF',
  cover: '0B2A4A',
  coverText: 'FFFFFF',
  coverMuted: '9DB8D6',
};

const CATEGORICAL: readonly ColorToken[] = ['navy', 'blue', 'teal', 'gold', 'rust', 'grey'];

/** Tokens that are written as text, and what they stand on. */
const TEXT_ON: readonly (readonly [ColorToken, ColorToken])[] = [
  ['ink', 'page'],
  ['ink2', 'page'],
  ['ink3', 'page'],
  ['navy', 'page'],
  ['blue', 'page'],
  ['rust', 'page'],
  ['navy', 'panel'],
  ['ink', 'panel'],
  ['ink3', 'panel'],
  ['coverText', 'cover'],
  ['coverMuted', 'cover'],
];

/** Faces whose advance widths match the names Office knows. */
const METRICS: Readonly<Record<string, ThemeFont['metrics']>> = {
  Arial: 'arimo',
  Arimo: 'arimo',
  Helvetica: 'arimo',
  'Liberation Sans': 'arimo',
};

const fontOf = (family: string | undefined, place: string, diagnostics: Diagnostic[]): ThemeFont => {
  const office = family ?? 'Arial';
  if (METRICS[office] === undefined) {
    diagnostics.push({
      code: 'brand/font-unmeasured',
      severity: 'warning',
      message: `the ${place} font "${office}" has no measured widths: Arial is used`,
      hints: ['use Arial, whose widths are known and whose free twin is embedded in the PDF'],
    });
  }
  return { office: METRICS[office] === undefined ? 'Arial' : office, metrics: 'arimo' };
};

const nameOf = (brand: BrandFile): string => {
  const name = brand.meta?.name;
  return (typeof name === 'string' ? name : name?.short) ?? 'marketbrief';
};

/** A brand file as a theme. Colours that would make text unreadable are exchanged, with a finding. */
export const resolveBrand = (brand: BrandFile): Outcome<Theme> => {
  const diagnostics: Diagnostic[] = [];
  const palette = brand.color?.palette ?? {};
  const named = (name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    const value = name.startsWith('#') ? name : palette[name];
    if (value === undefined)
      diagnostics.push({
        code: 'brand/unknown-color',
        severity: 'error',
        message: `the brand's palette has no colour "${name}"`,
        hints: [`name one of ${Object.keys(palette).join(', ')}, or write #rrggbb`],
      });
    return value?.slice(1).toUpperCase();
  };
  const colors: Record<ColorToken, string> = { ...HOUSE };
  const set = (token: ColorToken, value: string | undefined): void => {
    if (value !== undefined) colors[token] = value;
  };
  (brand.defaults?.marketbrief?.categorical ?? []).forEach((name, i) => {
    set(CATEGORICAL[i] ?? 'grey', named(name));
  });
  set('navy', named(brand.color?.primary));
  set('blue', named(brand.color?.secondary));
  set('ink', named(brand.color?.foreground));
  set('page', named(brand.color?.background));
  for (const [token, value] of Object.entries(brand.defaults?.marketbrief?.tokens ?? {})) {
    if (token in HOUSE) set(token as ColorToken, value.slice(1).toUpperCase());
    else
      diagnostics.push({
        code: 'brand/unknown-token',
        severity: 'error',
        message: `"${token}" is not a colour token`,
        hints: [`use one of ${Object.keys(HOUSE).join(', ')}`],
      });
  }
  if (brand.defaults?.marketbrief?.tokens?.['cover'] === undefined) colors.cover = colors.navy;
  for (const [text, ground] of TEXT_ON) {
    const ratio = contrast(colors[text], colors[ground]);
    if (ratio >= 4.5) continue;
    const better = contrast(colors.ink, colors[ground]) >= contrast('FFFFFF', colors[ground]) ? colors.ink : 'FFFFFF';
    diagnostics.push({
      code: 'brand/low-contrast',
      severity: 'warning',
      message: `"${text}" on "${ground}" has a contrast of ${ratio.toFixed(1)}, below 4.5: #${better} is used`,
      hints: ['choose a darker or lighter colour in _brand.yml'],
    });
    colors[text] = better;
  }
  return {
    value: {
      name: nameOf(brand),
      colors,
      headings: fontOf(brand.typography?.headings ?? brand.typography?.base, 'heading', diagnostics),
      body: fontOf(brand.typography?.base, 'body', diagnostics),
    },
    diagnostics,
  };
};
