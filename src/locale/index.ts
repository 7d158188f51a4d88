import { en } from './en.ts';
import type { Locale } from './locale.ts';

const LOCALES: Readonly<Record<string, Locale>> = { en };

/** The locale of a document language; English where there is none of its own. */
export const localeFor = (language: string): Locale => LOCALES[language] ?? en;
