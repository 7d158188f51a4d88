import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColorToken } from '../../src/charts/paint.ts';
import { fromHsl, toHsl } from '../../src/ooxml/hsl.ts';
import { farthestChannel, modified, type Palette, SLOTS, themeColor } from '../../src/ooxml/theme-color.ts';
import { shippedTheme } from '../support/theme.ts';

const HOUSE = shippedTheme().colors;
const TOKENS = Object.keys(HOUSE) as ColorToken[];

/** What a reader shows for a token under a theme. */
const shown = (token: ColorToken, written: Palette, theme = written): string => {
  const color = themeColor(token, written);
  return color.kind === 'fixed' ? color.hex : modified(theme[SLOTS[color.slot]], color.modification);
};

const line = (token: ColorToken): string => {
  const color = themeColor(token, HOUSE);
  if (color.kind === 'fixed') return `${token}: fixed`;
  return [`${token}: ${color.slot}`, ...Object.entries(color.modification).map(([name, val]) => `${name} ${val / 1000}`)].join(' ');
};

const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((n) => n.toString(16).padStart(6, '0').toUpperCase());
const anyPalette = fc.tuple(...TOKENS.map(() => anyHex)).map((hexes) => Object.fromEntries(TOKENS.map((t, i) => [t, hexes[i]])) as Palette);

describe('a colour as hue, saturation and luminance', () => {
  it('comes back', () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        expect(fromHsl(toHsl(hex))).toBe(hex);
      }),
    );
  });

  it('of grey has no hue', () => {
    expect(toHsl('808080')).toEqual({ hue: 0, saturation: 0, luminance: 128 / 255 });
  });
});

describe('a colour of the theme', () => {
  it('comes from a slot, but for signs', () => {
    expect(TOKENS.map(line)).toEqual([
      'ink: tx1',
      'ink2: tx1 satMod 50.463 lumMod 76.905 lumOff 23.095',
      'ink3: tx1 satMod 38.323 lumMod 67.667 lumOff 32.333',
      'navy: accent1',
      'blue: accent2',
      'teal: accent3',
      'gold: accent4',
      'rust: accent5',
      'grey: accent6',
      'forecast: accent2 satMod 73.668 lumMod 45.277 lumOff 54.723',
      'hatch: accent2 satMod 76.991 lumMod 72.964 lumOff 27.036',
      'nodata: tx1 satMod 38.323 lumMod 67.667 lumOff 32.333',
      'nodataLine: tx1 satMod 32.218 lumMod 55.196 lumOff 44.804',
      'panel: bg2',
      'highlight: accent2 lumMod 12.704 lumOff 87.296',
      'rule: tx1 satMod 50.492 lumMod 28.176 lumOff 71.824',
      'grid: tx1 satMod 61.6 lumMod 16.166 lumOff 83.834',
      'negative: fixed',
      'positive: fixed',
      'warning: fixed',
      'page: bg1',
      'cover: accent1',
      'coverText: bg1',
      'coverMuted: accent2 satMod 73.668 lumMod 45.277 lumOff 54.723',
    ]);
  });

  it('is the palette’s own within 2 of 255 a channel, and within 1 but for one line', () => {
    const differences = TOKENS.map((t) => [t, farthestChannel(shown(t, HOUSE), HOUSE[t])] as const);
    expect(differences.filter(([, d]) => d > 1)).toEqual([['nodataLine', 2]]);
  });

  it('is near for any brand', () => {
    fc.assert(
      fc.property(anyPalette, (palette) => {
        for (const token of TOKENS) expect(farthestChannel(shown(token, palette), palette[token])).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('follows another theme: text, lines and forecasts', () => {
    const green: Palette = { ...HOUSE, ink: '000000', blue: '1E7B4B' };
    expect(shown('ink2', HOUSE, green)).toBe('3B3B3B');
    expect(shown('forecast', HOUSE, green)).toBe('8AD2AD');
    expect(shown('negative', HOUSE, green)).toBe(HOUSE.negative);
  });

  it('falls back to another slot, then to itself', () => {
    expect(themeColor('ink2', { ...HOUSE, ink: '000000' })).toMatchObject({ slot: 'tx2' });
    expect(themeColor('forecast', { ...HOUSE, forecast: 'FF9900' })).toEqual({ kind: 'fixed', hex: 'FF9900' });
  });
});
