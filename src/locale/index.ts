import { ar } from './ar.ts';
import { de } from './de.ts';
import { enGb } from './en.ts';
import { enUs } from './en-us.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Language } from './language.ts';
import type { Locale } from './locale.ts';
import { localeOf } from './locale-of.ts';
import { ptBr } from './pt-br.ts';
import { zhHans } from './zh-hans.ts';

/** Every language, in the order in which they are offered. */
export const LANGUAGES: readonly Language[] = [enGb, enUs, de, fr, es, ptBr, ja, zhHans, ko, ar];

const locales = new Map<string, Locale>();

/** The locale of a document language, by its code or, without a region, the first of that language; English where there is none. */
export const localeFor = (language: string): Locale => {
  const known = locales.get(language);
  if (known) return known;
  const made = localeOf(
    LANGUAGES.find((l) => l.code === language) ?? LANGUAGES.find((l) => l.code.split('-')[0] === language.split('-')[0]) ?? enGb,
  );
  locales.set(language, made);
  return made;
};
