/** Office's fonts for East Asian text, present where its language is installed, by primary subtag. */
const EAST_ASIAN_FONTS: Readonly<Record<string, string>> = { zh: 'Microsoft YaHei', ja: 'Yu Gothic', ko: 'Malgun Gothic' };
const TRADITIONAL = /^zh-(?:Hant|TW|HK|MO)/;

/** Office names languages with their country: a script alone (zh-Hans) it does not know. */
const WITH_COUNTRY: Readonly<Record<string, string>> = {
  zh: 'zh-CN',
  ja: 'ja-JP',
  ko: 'ko-KR',
  ar: 'ar-SA',
  he: 'he-IL',
  fa: 'fa-IR',
  ur: 'ur-PK',
};

const primary = (language: string): string => language.split('-')[0] ?? '';

/** A language tag as Office writes it. */
export const officeLanguage = (language: string): string => {
  if (TRADITIONAL.test(language)) return language.includes('HK') ? 'zh-HK' : 'zh-TW';
  return /-[A-Z]{2}$/.test(language) ? language : (WITH_COUNTRY[primary(language)] ?? language);
};

/** The font Office draws a language's East Asian text in; undefined for other languages, where a reader's own fallback does. */
export const eastAsianFont = (language: string): string | undefined =>
  TRADITIONAL.test(language) ? 'Microsoft JhengHei' : EAST_ASIAN_FONTS[primary(language)];

export const isRightToLeft = (language: string): boolean => ['ar', 'fa', 'ur', 'he'].includes(primary(language));

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u;
const ARABIC = /\p{Script=Arabic}/u;
const HEBREW = /\p{Script=Hebrew}/u;
const LATIN = /\p{Script=Latin}/u;

/** What a run is written in, where that is not what its document is written in. */
export interface ForeignRun {
  readonly language: string;
  /** Which of a run's fonts draws it. */
  readonly script: 'latin' | 'eastAsian' | 'complex';
  readonly font?: string;
}

/**
 * Elsewhere the theme's list of scripts names the fonts by language; the theme of an East Asian document names one font for all three, so
 * that a run in another of them brings its own.
 */
const eastAsian = (language: string, document: string): ForeignRun => {
  const font = eastAsianFont(document) === undefined ? undefined : eastAsianFont(language);
  return { language, script: 'eastAsian', ...(font === undefined ? {} : { font }) };
};

/** Han characters alone are the document's own in the three languages that write them, and Chinese elsewhere. */
export const foreignRun = (text: string, document: string): ForeignRun | undefined => {
  const own = primary(document);
  if (KANA.test(text)) return own === 'ja' ? undefined : eastAsian('ja-JP', document);
  if (HANGUL.test(text)) return own === 'ko' ? undefined : eastAsian('ko-KR', document);
  if (HAN.test(text)) return eastAsianFont(document) === undefined ? eastAsian('zh-CN', document) : undefined;
  if (ARABIC.test(text)) return ['ar', 'fa', 'ur'].includes(own) ? undefined : { language: 'ar-SA', script: 'complex' };
  if (HEBREW.test(text)) return own === 'he' ? undefined : { language: 'he-IL', script: 'complex' };
  return LATIN.test(text) && own in WITH_COUNTRY ? { language: 'en-US', script: 'latin' } : undefined;
};
