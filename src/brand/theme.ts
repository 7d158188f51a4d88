import type { ColorToken } from '../charts/paint.ts';

export interface ThemeFont {
  /** The name written into Office files. */
  readonly office: string;
  /** The metric-compatible face family used for measuring and embedded in PDF. */
  readonly metrics: 'arimo';
}

/** A brand resolved: every token has a colour whose contrast has been checked. */
export interface Theme {
  readonly name: string;
  /** Six hex digits without `#`. */
  readonly colors: Readonly<Record<ColorToken, string>>;
  readonly headings: ThemeFont;
  readonly body: ThemeFont;
  /** A PNG logo, placed at the top right of content slides. */
  readonly logo?: { readonly png: Uint8Array; readonly width: number; readonly height: number; readonly alt: string };
}

export const COVERS = ['dark', 'light'] as const;
export type CoverLook = (typeof COVERS)[number];

/** The theme with a cover for office printers: a white page, the title in navy, the same bars. */
export const withLightCover = (theme: Theme): Theme => {
  const { page, navy, ink3 } = theme.colors;
  return { ...theme, colors: { ...theme.colors, cover: page, coverText: navy, coverMuted: ink3 } };
};
