import { readdirSync, readFileSync } from 'node:fs';
import { CHART_SHAPES, type ChartKindName } from '../../src/charts/spec.ts';
import { readInput } from '../../src/input/index.ts';

export const GALLERY_MARKET = 'test/gallery/market.yaml';

/** Every kind shows each of these; a kind may show more. */
export const EVERY_CASE = ['typical', 'few', 'many', 'undisclosed', 'negative', 'long', 'cjk'] as const;

export type ChartAttributes = Readonly<Record<string, string>>;

interface GalleryFile {
  readonly title: string;
  /** Attributes of the directive by case. */
  readonly cases: Readonly<Record<string, ChartAttributes>>;
}

export interface GalleryKind extends GalleryFile {
  readonly kind: ChartKindName;
}

const texts = (attributes: Readonly<Record<string, unknown>>): ChartAttributes =>
  Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, String(v)]));

const readFile = (file: string): GalleryFile => {
  const path = `test/gallery/${file}`;
  const value = readInput(path, readFileSync(path)).value?.value as { title: string; cases: Record<string, Record<string, unknown>> };
  return {
    title: value.title,
    cases: Object.fromEntries(Object.entries(value.cases).map(([name, attributes]) => [name, texts(attributes)])),
  };
};

const HEAT = 'heat.yaml';

/** The heat matrix is a table, not a kind of chart, with the same cases. */
export const galleryHeat = (): GalleryFile => readFile(HEAT);

/** The gallery's kinds in the order of the union of charts. */
export const galleryKinds = (): readonly GalleryKind[] => {
  const order = Object.keys(CHART_SHAPES);
  return readdirSync('test/gallery')
    .filter((f) => f.endsWith('.yaml') && f !== 'market.yaml' && f !== HEAT)
    .map((f) => ({ kind: f.replace(/\.yaml$/, '') as ChartKindName, ...readFile(f) }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
};

const written = (attributes: ChartAttributes): string =>
  Object.entries(attributes)
    .map(([k, v]) => `${k}="${v}"`)
    .join(' ');

/** A chart directive of the template language. */
export const directiveOf = (kind: string, id: string, attributes: ChartAttributes): string =>
  `::chart{kind="${kind}" id="${id}" ${written(attributes)}}`;

/** The directive of a heat matrix. */
export const heatDirective = (id: string, attributes: ChartAttributes): string => `::heat{id="${id}" ${written(attributes)}}`;
