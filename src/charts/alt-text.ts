import { filled } from '../base/pattern.ts';
import type { Figure } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import type { Locale } from '../locale/locale.ts';
import type { Level } from './level.ts';
import type { ChartFigure } from './native.ts';
import type { ChartKindName } from './spec.ts';

const LIMIT = 400;
/** Up to this many points all are told; beyond, the first, last, highest and lowest. */
const ALL = 7;
/** Up to this many things that have a name and no order of size are named. */
const NAMED = 12;

export interface Said {
  readonly text: string;
  readonly figures: readonly Figure[];
}

export interface AltInput {
  readonly kind: ChartKindName;
  readonly name: string;
  readonly unit: string;
  /** What a point stands for: a year, told with its status, or the name of a part. */
  readonly of: 'years' | 'names';
  readonly points: readonly { readonly at: string | readonly (string | number)[]; readonly figure: Figure }[];
  /** Things by name, with their figures if they have some: moments, points on two scores. */
  readonly said?: readonly Said[];
  /** How many more of them are not drawn. */
  readonly unsaid?: number;
  /** Things that have no place in the drawing and are listed beside it, with what they have in common. */
  readonly listed?: { readonly heading: string; readonly names: readonly string[] };
  readonly rates: readonly Figure[];
  /** The series that rates, changes and levels are of, where the chart draws several. */
  readonly marked?: string;
  /** Changes between two points, and lines at values, that are drawn. */
  readonly changes?: readonly Figure[];
  readonly levels?: readonly Level[];
  /** The latest growth on the point before. */
  readonly growth?: Figure;
  /** Sentences about what the drawing leaves out. */
  readonly notes?: readonly string[];
}

const unbroken = (text: string): string => text.replaceAll('\u00a0', ' ');

const shortest = (text: string): string => (text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1).replace(/\s+\S*$/, '')}…`);

/** How many things are named in the text, and how many of those beside the drawing. */
interface Named {
  readonly said: number;
  readonly listed: number;
}

/** One name fewer where more are; none when no fewer can be named. */
const fewer = ({ said, listed }: Named): Named | undefined => {
  if (Math.max(said, listed) <= 1) return undefined;
  return listed >= said ? { said, listed: listed - 1 } : { said: said - 1, listed };
};

/** The first names, and how many more there are. */
const namesOf = (names: readonly string[], count: number, more: number, { words }: Locale): readonly string[] => {
  const rest = names.length - count + more;
  if (rest <= 0) return names;
  return [...names.slice(0, count), filled(rest === 1 ? words.altMore.one : words.altMore.other, { count: String(rest) })];
};

export interface AltText {
  readonly text: string;
  /** The figures it tells, with their strings. */
  readonly told: readonly ChartFigure[];
}

/**
 * Alternative text of a chart from its data: kind, name, unit, values with status, growth, and how many values are withheld. Things by name
 * are all named up to twelve, fewer where they would not fit, and it says how many more there are.
 */
export const altText = (input: AltInput, locale: Locale): AltText => {
  const { words } = locale;
  const known = input.points.filter((p) => p.figure.quantity.kind !== 'undisclosed');
  const withheld = input.points.length - known.length;
  const value = (f: Figure): string => locale.print(f, 'bare');
  // Where a sign of years follows the year, the year comes last: "北部，2024年".
  const yearLast = input.of === 'years' && words.altPoint.startsWith('{year}');
  const placeOf = (at: AltInput['points'][number]['at']): string =>
    typeof at === 'string' ? at : (yearLast ? [...at].reverse() : at).join(locale.comma);
  const say = (pattern: string, p: AltInput['points'][number]): string =>
    filled(pattern, { value: value(p.figure), year: placeOf(p.at), status: words.status[p.figure.status] });
  const exact = known.filter((p) => exactValue(p.figure) !== undefined);
  const extreme = (sign: number) => [...exact].sort((a, b) => sign * ((exactValue(b.figure) ?? 0) - (exactValue(a.figure) ?? 0)))[0];
  const each = input.of === 'years' ? words.altPoint : words.altPart;
  const choice: readonly (readonly [string, AltInput['points'][number] | undefined])[] =
    known.length <= ALL
      ? known.map((p) => [each, p])
      : [
          [each, known[0]],
          [each, known.at(-1)],
          [words.altHighest, extreme(1)],
          [words.altLowest, extreme(-1)],
        ];
  const told = choice.flatMap(([pattern, p]) => (p ? [{ text: say(pattern, p), figure: p.figure }] : []));
  const growth = input.growth ? [input.growth] : [];
  const { changes = [], levels = [] } = input;
  const { said = [], unsaid = 0, listed } = input;
  const sentences = (named: Named): readonly string[] => [
    filled(words.altSeries, {
      kind: words.chartKind[input.kind] ?? input.kind,
      name: input.name,
      unit: input.unit,
      points: [
        ...told.map((t) => t.text),
        ...namesOf(
          said.map((t) => t.text),
          named.said,
          unsaid,
          locale,
        ),
      ].join(locale.comma),
    }).replace(/\s?[:\uff1a]\s?([.\u3002])$/, '$1'),
    ...(input.marked === undefined || input.rates.length + changes.length + levels.length === 0
      ? []
      : [filled(words.altMarked, { name: input.marked })]),
    ...input.rates.map((r) => filled(words.altCagr, { value: locale.print(r, 'value'), years: locale.years(r.period.from, r.period.to) })),
    ...changes.map((c) => filled(words.altChange, { value: value(c), years: locale.years(c.period.from, c.period.to) })),
    ...levels.map((l) => filled(l.mean ? words.altMean : words.altLevel, { value: value(l.figure), of: l.of })),
    ...growth.map((g) => filled(words.altGrowth, { value: locale.print(g, 'value'), years: locale.years(g.period.from, g.period.to) })),
    ...(withheld === 0
      ? []
      : [filled(withheld === 1 ? words.altUndisclosed.one : words.altUndisclosed.other, { count: String(withheld) })]),
    ...(listed === undefined || listed.names.length === 0
      ? []
      : [`${listed.heading}${locale.colon}${namesOf(listed.names, named.listed, 0, locale).join(locale.comma)}${locale.stop}`]),
    ...(input.notes ?? []),
  ];
  const fitting = (named: Named): string => {
    const text = unbroken(sentences(named).join(locale.sentenceSpace));
    const next = text.length <= LIMIT ? undefined : fewer(named);
    return next ? fitting(next) : shortest(text);
  };
  const text = fitting({ said: Math.min(NAMED, said.length), listed: Math.min(NAMED, listed?.names.length ?? 0) });
  const figures = [
    ...[...told, ...said.flatMap((t) => t.figures.map((figure) => ({ figure })))].map(({ figure }) => ({ figure, text: value(figure) })),
    ...[...changes, ...levels.map((l) => l.figure)].map((f) => ({ figure: f, text: value(f) })),
    ...[...input.rates, ...growth].map((r) => ({ figure: r, text: locale.print(r, 'value') })),
  ];
  return {
    text,
    told: figures.filter((f) => text.includes(unbroken(f.text))).map((f) => ({ figure: f.figure.id, text: f.text, workbook: false })),
  };
};
