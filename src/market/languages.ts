/** The languages of documents and market files, BCP 47. `en` is British English. */
export const LANGUAGES = ['en', 'en-GB', 'en-US', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-Hans', 'ko', 'ar'] as const;

export type LanguageCode = (typeof LANGUAGES)[number];

/** The language without its region or script: what a text needs no translation between. */
export const baseOf = (language: string): string => language.split('-')[0] ?? language;
