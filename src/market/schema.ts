import * as z from 'zod';
import { decimalOf, MOST_DECIMALS } from './decimal.ts';
import { LANGUAGES } from './languages.ts';

// A schema is used once a run: checking by interpretation is faster than generating code for it, and no code is generated.
z.config({ jitless: true });

/**
 * The market file, version 1. Objects are strict: an unknown key is an error with the nearest known key as hint.
 * Names follow SDMX concepts where there is one (OBS_STATUS, UNIT_MULT, DECIMALS, TIME_PERIOD).
 */

const text = z.string().min(1).max(20_000);
const label = z.string().min(1).max(400);
/** A name as titles, tables and charts have room for. Needed where the name itself is longer than 48 characters. */
const short = z.string().min(1).max(40);
const id = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]{0,46}[a-z0-9])?$/, 'not an id: use a–z, 0–9, full stop and hyphen, at most 48 characters');

/** Beyond these sizes no market is measured, and ratios of numbers leave what a computer can hold. */
const isQuantity = (printed: string | number): boolean => {
  const size = Math.abs(Number(printed));
  return !(size > 0) || (size >= 1e-12 && size < 1e15);
};

const isShort = (printed: string | number): boolean => decimalOf(printed).decimals <= MOST_DECIMALS;

/** A decimal as printed: a string keeps trailing zeros ("14.00"), which a YAML number loses. No grouping, point as decimal sign. */
const decimal = z
  .union([z.number(), z.string().regex(/^[+-]?\d+(?:\.\d+)?$/, 'not a decimal: digits with an optional point, no grouping')])
  .refine(isQuantity, {
    error: 'not a quantity: use a scale, so that it lies between a millionth of a millionth and a thousand million million',
    abort: true,
  })
  .refine(isShort, `longer than ${MOST_DECIMALS} decimals: write it as the source prints it`);

/** A calendar year. */
const year = z.union([z.int(), z.string().regex(/^\d{4}$/, 'not a year')]);

const isDay = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'not a date: use YYYY-MM-DD', abort: true })
  .refine(isDay, 'not a day of the calendar');

const status = z.enum(['actual', 'estimate', 'forecast', 'provisional']);
const missing = z.enum(['undisclosed', 'not-available', 'not-applicable', 'not-collected']);
const qualifier = z.enum(['about', 'over', 'at-least', 'under', 'up-to', 'almost']);

/** Where a figure was read: a source of this file, the place in it, and the words as printed there. */
const citation = z.strictObject({ id, locator: label.optional(), asPrinted: label.optional() });

const valueFields = {
  value: decimal.nullable().optional(),
  low: decimal.optional(),
  high: decimal.optional(),
  missing: missing.optional(),
  qualifier: qualifier.optional(),
  decimals: z.int().min(0).max(MOST_DECIMALS).optional(),
  note: text.optional(),
};

/** A competing figure for the same thing by another publisher: kept side by side, never averaged. */
const alternative = z.strictObject({ ...valueFields, source: citation });

const point = z.strictObject({
  period: year,
  ...valueFields,
  status: status.optional(),
  confidence: z.enum(['low', 'medium', 'high']).optional(),
  source: citation.optional(),
  alternatives: z.array(alternative).max(20).optional(),
});

const unit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('money'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'not an ISO 4217 code'),
    /** Power of ten of one unit: 9 = billions. */
    scale: z.int().min(0).max(12).default(0),
    prices: z.enum(['nominal', 'real']).optional(),
  }),
  z.strictObject({ kind: z.literal('count'), of: label, scale: z.int().min(0).max(12).default(0) }),
  z.strictObject({ kind: z.literal('percent') }),
  z.strictObject({ kind: z.literal('index'), base: label.optional() }),
]);

const scope = z.strictObject({
  measure: label,
  area: id,
  members: z.record(id, id).optional(),
  basis: label.optional(),
  excludes: label.optional(),
});

const series = z.strictObject({
  id,
  label,
  /** Two or three words for tiles and tables, e.g. "Global market". Default: the label. */
  short: label.optional(),
  /** The series inside a sentence, e.g. "the global market" or "China’s market". Default: "the" and the short name. */
  phrase: label.optional(),
  scope,
  unit,
  source: citation.optional(),
  /** What a source says of the growth in words when it gives no rate, e.g. "steady". */
  growthInWords: label.optional(),
  points: z.array(point).min(1).max(300),
});

const growth = z.strictObject({
  of: id,
  type: z.literal('cagr').default('cagr'),
  from: year,
  to: year,
  ...valueFields,
  source: citation.optional(),
});

const member = z.strictObject({ id, label, short: short.optional(), residual: z.boolean().optional(), subject: z.boolean().optional() });
const dimension = z.strictObject({ id, label, members: z.array(member).min(1).max(100) });

/** A cell of a cube row: a decimal, or a full value where it is undisclosed, qualified or a range. */
const cell = z.union([
  decimal,
  z.strictObject({ ...valueFields, source: citation.optional(), alternatives: z.array(alternative).max(20).optional() }),
]);

/** Values by members of two dimensions and year, with totals in every direction: a row's member is a member id or "total". */
const cube = z.strictObject({
  id,
  label,
  short: label.optional(),
  phrase: label.optional(),
  measure: label,
  area: id,
  unit,
  dimensions: z.array(id).min(1).max(2),
  periods: z.array(year).min(1).max(60),
  statuses: z.array(status).min(1).max(60),
  source: citation,
  rows: z
    .array(z.strictObject({ at: z.record(id, id), values: z.array(cell).min(1).max(60) }))
    .min(1)
    .max(2000),
});

/** Shares or values of one whole in one period. What is not listed is undisclosed unless `exhaustive`. */
const breakdown = z.strictObject({
  id,
  label,
  of: id,
  dimension: label,
  period: year,
  unit: z.enum(['percent', 'value']),
  exhaustive: z.boolean(),
  source: citation.optional(),
  items: z
    .array(
      z.strictObject({
        id,
        label,
        short: short.optional(),
        ...valueFields,
        residual: z.boolean().optional(),
        subject: z.boolean().optional(),
        source: citation.optional(),
      }),
    )
    .min(1)
    .max(100),
});

const player = z.strictObject({ id, name: label, short: short.optional(), role: text.optional(), source: citation.optional() });

/** What the two scores of points measure. `editorial`: the scores are the authors' judgement and stand in no source. */
const axes = z.strictObject({ x: label, y: label, editorial: z.boolean().default(false) });

const narrativePoint = z.strictObject({
  label,
  text: label,
  /** From 1, low, to 5, high, on each of the body's axes. */
  scores: z.strictObject({ x: decimal, y: decimal }).optional(),
  /** The year it stands for in a timeline. */
  when: year.optional(),
});

/** One body of prose: the statement, three to six points for slides, and the paragraphs for the report (Markdown without headings). */
const narrative = z.strictObject({
  headline: label,
  /** The name of its section, e.g. "Role of AI". Default: the template's. */
  title: z.string().min(1).max(60).optional(),
  axes: axes.optional(),
  points: z.array(narrativePoint).min(1).max(12),
  body: text,
  source: citation.optional(),
});

const source = z.strictObject({
  id,
  type: z.enum(['webpage', 'article', 'report', 'dataset', 'book', 'personal-communication']),
  title: label,
  publisher: label,
  /** How the source is named in a source line, e.g. "MarketsandMarkets, article on …". Default: publisher and title. */
  short: label.optional(),
  author: label.optional(),
  URL: z
    .string()
    .regex(/^https:\/\/[^\s"<>]+$/, 'not an https address')
    .max(2000)
    .optional(),
  issued: label.optional(),
  accessed: date.optional(),
  note: text.optional(),
});

export const marketSchema = z.strictObject({
  $schema: label.optional(),
  marketbrief: z.literal(1),
  id,
  /** True for invented data: every page of its documents then says ILLUSTRATIVE. */
  illustrative: z.boolean().default(false),
  /** The language of the file's texts. */
  language: z.enum(LANGUAGES).default('en'),
  /** Texts in other languages, by language and by the path of the text, with ids for list items: "series.global.size.label". */
  translations: z.partialRecord(z.enum(LANGUAGES), z.record(z.string(), text)).optional(),
  /** On the cover: two lines of large type. */
  title: z.string().min(1).max(60),
  subtitle: z.string().min(1).max(120),
  /** The document's name in footers and running heads. */
  shortTitle: z.string().min(1).max(90),
  /** The market as it is named inside a sentence, without article, e.g. "AI in medical imaging market". */
  name: label,
  definition: narrative.optional(),
  /** The date the data stands for; also the date of the documents unless another is given. */
  asOf: date,
  edition: z
    .strictObject({
      number: z.int().min(1).max(999),
      note: text.optional(),
      /** Who publishes the documents, and under which rights: for the imprint. */
      publisher: label.optional(),
      rights: text.optional(),
    })
    .default({ number: 1 }),
  /** Names that hold digits without being figures, e.g. "5G" or "Healthy China 2030". */
  terms: z.array(label).max(200).default([]),
  abbreviations: z.record(label, label).optional(),
  areas: z
    .array(z.strictObject({ id, label, code: label.optional() }))
    .min(1)
    .max(300),
  dimensions: z.array(dimension).max(40).default([]),
  sources: z.array(source).min(1).max(200),
  /** Ids of the series (or cube totals) that get a market-size section, in order. */
  headline: z.array(id).min(1).max(6),
  series: z.array(series).max(500).default([]),
  growth: z.array(growth).max(500).default([]),
  cubes: z.array(cube).max(10).default([]),
  breakdowns: z.array(breakdown).max(50).default([]),
  players: z.array(player).max(100).default([]),
  narratives: z
    .strictObject({
      statement: narrative.optional(),
      drivers: narrative.optional(),
      restraints: narrative.optional(),
      opportunities: narrative.optional(),
      challenges: narrative.optional(),
      technology: narrative.optional(),
      trends: narrative.optional(),
    })
    .default({}),
  /** Action titles of the slides that hold two bodies of prose; without one, the first body's headline is the title. */
  titles: z.strictObject({ 'drivers-and-restraints': label.optional(), 'opportunities-and-challenges': label.optional() }).default({}),
  /** What a reader must know about how the figures came about: shown on the method pages. */
  method: z
    .array(z.strictObject({ label, text: label }))
    .max(12)
    .default([]),
  disclaimer: text.optional(),
});

/** The market file after validation of its shape, before references and sums are checked. */
export type MarketFile = z.output<typeof marketSchema>;

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly additionalProperties?: SchemaNode | boolean;
}

/** The market file's JSON Schema (draft-07), for editors. */
export const marketJsonSchema = (): Readonly<Record<string, unknown>> => z.toJSONSchema(marketSchema, { target: 'draft-7', io: 'input' });

/** The keys a mapping at this path may have, for "did you mean". */
export const keysAt = (path: readonly PropertyKey[]): readonly string[] => {
  let nodes: readonly SchemaNode[] = [marketJsonSchema() as SchemaNode];
  const expand = (list: readonly SchemaNode[]): readonly SchemaNode[] => list.flatMap((n) => (n.anyOf ? expand(n.anyOf) : [n]));
  for (const step of path) {
    nodes = expand(nodes).flatMap((n) => {
      const next =
        typeof step === 'number'
          ? n.items
          : (n.properties?.[String(step)] ?? (typeof n.additionalProperties === 'object' ? n.additionalProperties : undefined));
      return next ? [next] : [];
    });
  }
  return [...new Set(expand(nodes).flatMap((n) => Object.keys(n.properties ?? {})))];
};
