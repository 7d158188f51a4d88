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

export interface AltInput {
  readonly kind: ChartKindName;
  readonly name: string;
  readonly unit: string;
  /** What a point stands for: a year, told with its status, or the name of a part. */
  readonly of: 'years' | 'names';
  readonly points: readonly { readonly at: string; readonly figure: Figure }[];
  /** Points that are no figures, as texts: moments. */
  readonly said?: readonly string[];
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

/** All up to a limit; beyond, the first and the last. */
const saidOf = ({ said = [] }: AltInput): readonly string[] => (said.length <= ALL ? said : [...said.slice(0, 1), ...said.slice(-1)]);

export interface AltText {
  readonly text: string;
  /** The figures it tells, with their strings. */
  readonly told: readonly ChartFigure[];
}

/** Alternative text of a chart from its data: kind, name, unit, values with status, growth, and how many values are withheld. */
export const altText = (input: AltInput, locale: Locale): AltText => {
  const { words } = locale;
  const known = input.points.filter((p) => p.figure.quantity.kind !== 'undisclosed');
  const withheld = input.points.length - known.length;
  const value = (f: Figure): string => locale.print(f, 'bare');
  const say = (pattern: string, p: AltInput['points'][number]): string =>
    filled(pattern, { value: value(p.figure), year: p.at, status: words.status[p.figure.status] });
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
  const sentences = [
    filled(words.altSeries, {
      kind: words.chartKind[input.kind] ?? input.kind,
      name: input.name,
      unit: input.unit,
      points: [...told.map((t) => t.text), ...saidOf(input)].join(', '),
    }).replace(/: \.$/, '.'),
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
    ...(input.notes ?? []),
  ];
  const text = shortest(unbroken(sentences.join(' ')));
  const figures = [
    ...told.map((t) => ({ figure: t.figure, text: value(t.figure) })),
    ...[...changes, ...levels.map((l) => l.figure)].map((f) => ({ figure: f, text: value(f) })),
    ...[...input.rates, ...growth].map((r) => ({ figure: r, text: locale.print(r, 'value') })),
  ];
  return {
    text,
    told: figures.filter((f) => text.includes(unbroken(f.text))).map((f) => ({ figure: f.figure.id, text: f.text, workbook: false })),
  };
};
