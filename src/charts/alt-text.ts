import type { Figure } from '../figures/ledger.ts';
import { exactValue } from '../figures/quantity.ts';
import type { Locale } from '../locale/locale.ts';

const LIMIT = 400;
/** Up to this many points all are told; beyond, the first, last, highest and lowest. */
const ALL = 7;

const filled = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '');

export interface AltInput {
  readonly kind: 'column' | 'bar';
  readonly name: string;
  readonly unit: string;
  /** Each point with what it stands for: a year, or the name of a part. */
  readonly points: readonly { readonly at: string; readonly figure: Figure }[];
  readonly rates: readonly Figure[];
}

const unbroken = (text: string): string => text.replaceAll('\u00a0', ' ');

const shortest = (text: string): string => (text.length <= LIMIT ? text : `${text.slice(0, LIMIT - 1).replace(/\s+\S*$/, '')}…`);

/** Alternative text of a chart from its data: kind, name, unit, values with status, growth, and how many values are withheld. */
export const altText = (input: AltInput, locale: Locale): string => {
  const { words } = locale;
  const known = input.points.filter((p) => p.figure.quantity.kind !== 'undisclosed');
  const withheld = input.points.length - known.length;
  const value = (f: Figure): string => locale.print(f, 'bare');
  const point = (p: AltInput['points'][number]): string =>
    filled(words.altPoint, { value: value(p.figure), year: p.at, status: words.status[p.figure.status] });
  const exact = known.filter((p) => exactValue(p.figure) !== undefined);
  const extreme = (sign: number) => [...exact].sort((a, b) => sign * ((exactValue(b.figure) ?? 0) - (exactValue(a.figure) ?? 0)))[0];
  const told =
    known.length <= ALL
      ? known.map(point)
      : [known[0], known.at(-1)]
          .flatMap((p) => (p ? [point(p)] : []))
          .concat(
            [extreme(1)].flatMap((p) => (p ? [filled(words.altHighest, { value: value(p.figure), year: p.at })] : [])),
            [extreme(-1)].flatMap((p) => (p ? [filled(words.altLowest, { value: value(p.figure), year: p.at })] : [])),
          );
  const sentences = [
    filled(words.altSeries, { kind: words.chartKind[input.kind], name: input.name, unit: input.unit, points: told.join(', ') }).replace(
      /: \.$/,
      '.',
    ),
    ...input.rates.map((r) => filled(words.altCagr, { value: locale.print(r, 'value'), years: locale.years(r.period.from, r.period.to) })),
    ...(withheld === 0
      ? []
      : [filled(withheld === 1 ? words.altUndisclosed.one : words.altUndisclosed.other, { count: String(withheld) })]),
  ];
  return shortest(unbroken(sentences.join(' ')));
};
