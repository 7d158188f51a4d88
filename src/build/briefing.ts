import type { Briefing, Cover, Section } from '../document/document.ts';
import type { Ledger } from '../figures/ledger.ts';
import type { Locale } from '../locale/locale.ts';
import type { Market } from '../market/market.ts';
import type { Words } from '../text/words.ts';
import type { BuildOptions } from './options.ts';

export const wordOf = (words: Words, key: string): string => {
  const pattern = words.get(key);
  return typeof pattern === 'string' ? pattern : key;
};

/** Heights (0–1) of the cover's bars: the main series' own values by year, published ones and those computed between them. */
const coverBars = (market: Market, ledger: Ledger): readonly number[] => {
  const known = (id: string): readonly number[] => {
    const points = (ledger.groups.get(id)?.members ?? []).flatMap((m) => ledger.figures.get(m.figure) ?? []);
    const years = points.map((p) => p.period.to);
    const computed = Array.from({ length: Math.max(...years) - Math.min(...years) + 1 || 0 }, (_, i) =>
      ledger.figures.get(`${id}.path.${Math.min(...years) + i}`),
    ).filter((f) => f !== undefined);
    return [...points, ...computed]
      .toSorted((a, b) => a.period.to - b.period.to)
      .flatMap(({ quantity }) => (quantity.kind === 'value' && quantity.value > 0 ? [quantity.value] : []));
  };
  const values = market.headline.map(known).find((v) => v.length > 1) ?? [];
  return values.map((v) => v / Math.max(...values));
};

/** The tree of a market's documents: cover, sections, and what stands on every page. */
export const briefingOf = (
  market: Market,
  sections: readonly Section[],
  ledger: Ledger,
  locale: Locale,
  words: Words,
  options: BuildOptions,
  date: string,
): Briefing => {
  const stickers = [
    ...(market.illustrative ? [wordOf(words, 'document.illustrative')] : []),
    ...(options.draft ? [wordOf(words, 'document.draft')] : []),
  ];
  const cover: Cover = {
    label: wordOf(words, 'document.label'),
    title: market.title,
    subtitle: market.subtitle,
    ...(options.client === undefined ? {} : { preparedFor: options.client }),
    date: locale.date(date),
    edition: `${wordOf(words, 'document.edition')} ${market.edition.number}`,
    confidentiality: options.confidentiality ?? wordOf(words, 'document.confidentiality'),
    stickers,
    bars: coverBars(market, ledger),
  };
  return {
    id: market.id,
    language: locale.language,
    shortTitle: market.shortTitle,
    date,
    publisher: 'marketbrief',
    cover,
    sections,
  };
};
