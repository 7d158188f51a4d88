/** The parts of pdfkit used here. Its published types lag behind the version in use and know neither parsed fonts nor structure. */
export interface Reference {
  readonly data: Record<string, unknown>;
}

export interface StructureContent {
  readonly refs?: unknown;
}

export interface StructureElement {
  readonly dictionary: Reference;
  add(child: StructureElement | StructureContent): StructureElement;
  end(): void;
}

export interface EmbeddedFont {
  readonly id: string;
  readonly font: ParsedFont;
  readonly subset: { includeGlyph(id: number): number; readonly glyphs: number[] };
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  readonly scale: number;
  toUnicodeCmap: () => unknown;
  ref(): unknown;
}

export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  codePoints: readonly number[];
  /** The outline; of a composite glyph such as "ä", the glyphs it is put together from. */
  _decode?(): { readonly components?: readonly { readonly glyphID: number }[] } | null;
}

export interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

export interface ParsedFont {
  readonly unitsPerEm: number;
  glyphForCodePoint(code: number): Glyph;
  hasGlyphForCodePoint(code: number): boolean;
  getGlyph(id: number): Glyph;
  /** Shapes a word; glyphs come as they stand from left to right. */
  layout(
    text: string,
    features: Readonly<Record<string, boolean>>,
  ): { readonly glyphs: readonly Glyph[]; readonly positions: readonly GlyphPosition[] };
}

export interface Outline {
  addItem(title: string, options?: object): Outline;
  readonly dictionary: Reference;
}

export interface PdfDocument {
  readonly page: { readonly fonts: Record<string, unknown>; readonly dictionary: Reference; readonly height: number };
  readonly outline: Outline;
  readonly _font: EmbeddedFont;
  addPage(options: object): void;
  addContent(content: string): void;
  font(font: unknown): void;
  registerFont(name: string, font: unknown): void;
  struct(type: string, options: object): StructureElement;
  addStructure(element: StructureElement): void;
  markContent(tag: string, options: object): void;
  markStructureContent(tag: string, options?: object): StructureContent;
  endMarkedContent(): void;
  image(source: unknown, x: number, y: number, options: object): void;
  annotate(x: number, y: number, w: number, h: number, options: object): void;
  addNamedDestination(name: string, ...where: readonly unknown[]): void;
  ref(data: object): Reference & { compress: boolean; write(chunk: Uint8Array): void; end(content?: string): void };
  readonly _root: Reference;
  /** The part of a PDF/A or PDF/UA subset; 1 makes pdfkit list the glyphs of each font. */
  subset: number;
  /** Called as the file ends: what it claims to be, and its metadata. */
  endSubset: () => void;
  endMetadata: () => void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): void;
  on(event: 'end', listener: () => void): void;
  end(): void;
}
