import { remember } from '../base/remember.ts';
import type { ColorToken } from '../charts/paint.ts';
import { channels, fromHsl, toHsl } from './hsl.ts';

export type Palette = Readonly<Record<ColorToken, string>>;

/** A slot of the theme by its name in a document (`ST_SchemeColorVal`), and the token that fills it. */
export const SLOTS = {
  tx1: 'ink',
  bg1: 'page',
  tx2: 'navy',
  bg2: 'panel',
  accent1: 'navy',
  accent2: 'blue',
  accent3: 'teal',
  accent4: 'gold',
  accent5: 'rust',
  accent6: 'grey',
} as const satisfies Readonly<Record<string, ColorToken>>;

export type Slot = keyof typeof SLOTS;

/**
 * Slots a token may come from, the first that comes near: greys of text and lines from the text, lighter blues from the second accent,
 * which fills estimates. Signs have none: a theme whose accents are red and green the other way round must not turn a loss green.
 */
const ROOTS: Readonly<Record<ColorToken, readonly Slot[]>> = {
  ink: ['tx1'],
  ink2: ['tx1', 'tx2'],
  ink3: ['tx1', 'tx2'],
  navy: ['accent1'],
  blue: ['accent2'],
  teal: ['accent3'],
  gold: ['accent4'],
  rust: ['accent5'],
  grey: ['accent6'],
  forecast: ['accent2'],
  hatch: ['accent2'],
  nodata: ['tx1', 'tx2'],
  nodataLine: ['tx1', 'tx2'],
  panel: ['bg2'],
  highlight: ['accent2'],
  rule: ['tx1', 'tx2'],
  grid: ['tx1', 'tx2'],
  negative: [],
  positive: [],
  warning: [],
  page: ['bg1'],
  cover: ['accent1', 'bg1'],
  coverText: ['bg1', 'accent1'],
  coverMuted: ['accent2', 'tx1', 'tx2'],
};

/** Factors and offset in thousandths of a per cent, as `a:satMod`, `a:lumMod` and `a:lumOff` hold them; left out where they do nothing. */
export interface Modification {
  readonly satMod?: number;
  readonly lumMod?: number;
  readonly lumOff?: number;
}

export type ThemeColor =
  | { readonly kind: 'slot'; readonly slot: Slot; readonly modification: Modification }
  /** Six hex digits: no slot comes near. */
  | { readonly kind: 'fixed'; readonly hex: string };

const WHOLE = 100_000;

/** What a reader makes of a colour (ECMA-376 part 1, 20.1.2.3: factors and offsets of luminance and saturation in HSL). */
export const modified = (hex: string, { satMod = WHOLE, lumMod = WHOLE, lumOff = 0 }: Modification): string => {
  const { hue, saturation, luminance } = toHsl(hex);
  const within = (n: number): number => Math.min(1, Math.max(0, n));
  return fromHsl({
    hue,
    saturation: within((saturation * satMod) / WHOLE),
    luminance: within((luminance * lumMod + lumOff) / WHOLE),
  });
};

/** The largest difference of two colours in one channel, of 255. */
export const farthestChannel = (a: string, b: string): number =>
  Math.max(...channels(a).map((value, i) => Math.abs(value - (channels(b)[i] ?? 0))));

/** Readers round: what is this near is the same colour. */
const NEAR = 2;

/**
 * Lighter is towards white, `lumMod` and `lumOff` adding up to the whole; darker is `lumMod` alone: the two forms Office itself offers as
 * "lighter 40 %" and "darker 25 %", which stay between black and white whatever colour a theme puts into the slot.
 */
const luminanceFromTo = (from: number, to: number): Modification => {
  if (to > from) {
    const lumMod = Math.round((WHOLE * (1 - to)) / (1 - from));
    return { lumMod, lumOff: WHOLE - lumMod };
  }
  return to < from ? { lumMod: Math.round((WHOLE * to) / from) } : {};
};

const modificationFromTo = (from: string, to: string): Modification | undefined => {
  if (from === to) return {};
  const [base, aim] = [toHsl(from), toHsl(to)];
  const light = luminanceFromTo(base.luminance, aim.luminance);
  const both = base.saturation === 0 ? light : { satMod: Math.round((WHOLE * aim.saturation) / base.saturation), ...light };
  return [light, both].find((m) => farthestChannel(modified(from, m), to) <= NEAR);
};

/** Pairs of colours repeat with every mark: each is computed once. */
const between = remember(1024, (pair: string): { readonly found: Modification | undefined } => ({
  found: modificationFromTo(pair.slice(0, 6), pair.slice(6)),
}));

/** A token as a slot of the theme, within 2 of 255 in each channel of the palette's colour, or as that colour where no slot comes near. */
export const themeColor = (token: ColorToken, palette: Palette): ThemeColor => {
  const same = ROOTS[token].find((slot) => palette[SLOTS[slot]] === palette[token]);
  if (same) return { kind: 'slot', slot: same, modification: {} };
  for (const slot of ROOTS[token]) {
    const { found } = between(`${palette[SLOTS[slot]]}${palette[token]}`);
    if (found) return { kind: 'slot', slot, modification: found };
  }
  return { kind: 'fixed', hex: palette[token] };
};

/** The slot that is a token's colour as it stands, for places where modifications are not to be had. */
export const bareSlot = (token: ColorToken, palette: Palette): Slot | undefined => {
  const color = themeColor(token, palette);
  return color.kind === 'slot' && Object.keys(color.modification).length === 0 ? color.slot : undefined;
};
