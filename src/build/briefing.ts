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

/** Heights (0–1) of the cover's bars: the main series' own values, spread over seven bars. */
const coverBars = (market: Market, ledger: Ledger): readonly number[] => {
  const COUNT = 7;
  const values = market.headline
    .map(
      (id) =>
        ledger.groups.get(id)?.members.flatMap((m) => {
          const quantity = ledger.figures.get(m.figure)?.quantity;
          return quantity?.kind === 'value' && quantity.value > 0 ? [quantity.value] : [];
        }) ?? [],
    )
    .find((v) => v.length > 1);
  if (!values) return [];
  const most = Math.max(...values);
  return Array.from({ length: COUNT }, (_, i) => {
    const at = (i / (COUNT - 1)) * (values.length - 1);
    const [low, high] = [values[Math.floor(at)] ?? 0, values[Math.ceil(at)] ?? 0];
    return (low + (high - low) * (at - Math.floor(at))) / most;
  });
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
