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
