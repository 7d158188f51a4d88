/** A colour as hue in degrees (0–360), saturation and luminance (0–1): the model of `lumMod`, `lumOff` and `satMod`. */
export interface Hsl {
  readonly hue: number;
  readonly saturation: number;
  readonly luminance: number;
}

/** Red, green and blue of six hex digits, 0 to 255 each. */
export const channels = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(0, 2), 16),
  Number.parseInt(hex.slice(2, 4), 16),
  Number.parseInt(hex.slice(4, 6), 16),
];

/** Six hex digits as hue, saturation and luminance; a grey has hue and saturation 0. */
export const toHsl = (hex: string): Hsl => {
  const [red, green, blue] = channels(hex).map((c) => c / 255) as [number, number, number];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const luminance = (most + least) / 2;
  const range = most - least;
  if (range === 0) return { hue: 0, saturation: 0, luminance };
  const sixth = most === red ? (green - blue) / range : most === green ? (blue - red) / range + 2 : (red - green) / range + 4;
  return { hue: ((sixth + 6) % 6) * 60, saturation: range / (1 - Math.abs(2 * luminance - 1)), luminance };
};

/** Six hex digits in upper case. */
export const fromHsl = ({ hue, saturation, luminance }: Hsl): string => {
  const chroma = saturation * Math.min(luminance, 1 - luminance);
  const channel = (offset: number): string => {
    const place = (offset + hue / 30) % 12;
    const value = luminance - chroma * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0');
  };
  return `${channel(0)}${channel(8)}${channel(4)}`.toUpperCase();
};
