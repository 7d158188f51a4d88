import { readdirSync, readFileSync } from 'node:fs';
import { CHART_SHAPES, type ChartKindName } from '../../src/charts/spec.ts';
import { readInput } from '../../src/input/index.ts';

export const GALLERY_MARKET = 'test/gallery/market.yaml';

/** Every kind shows each of these; a kind may show more. */
export const EVERY_CASE = ['typical', 'few', 'many', 'undisclosed', 'negative', 'long', 'cjk'] as const;

export type ChartAttributes = Readonly<Record<string, string>>;

export interface GalleryKind {
  readonly kind: ChartKindName;
  readonly title: string;
  /** Attributes of the chart directive by case. */
  readonly cases: Readonly<Record<string, ChartAttributes>>;
}

const texts = (attributes: Readonly<Record<string, unknown>>): ChartAttributes =>
  Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, String(v)]));

const readKind = (file: string): GalleryKind => {
  const path = `test/gallery/${file}`;
  const value = readInput(path, readFileSync(path)).value?.value as { title: string; cases: Record<string, Record<string, unknown>> };
  return {
    kind: file.replace(/\.yaml$/, '') as ChartKindName,
    title: value.title,
    cases: Object.fromEntries(Object.entries(value.cases).map(([name, attributes]) => [name, texts(attributes)])),
  };
};

/** The gallery's kinds in the order of the union of charts. */
export const galleryKinds = (): readonly GalleryKind[] => {
  const order = Object.keys(CHART_SHAPES);
  return readdirSync('test/gallery')
    .filter((f) => f.endsWith('.yaml') && f !== 'market.yaml')
    .map(readKind)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
};

/** A chart directive of the template language. */
export const directiveOf = (kind: string, id: string, attributes: ChartAttributes): string =>
  `::chart{kind="${kind}" id="${id}" ${Object.entries(attributes)
    .map(([k, v]) => `${k}="${v}"`)
    .join(' ')}}`;
