/** The scripts that need a font of their own. `cjk` is what Han, kana and Hangul share: punctuation, full-width forms, enclosed letters. */
export type Script = 'han' | 'kana' | 'hangul' | 'cjk' | 'arabic' | 'other';

const within = (code: number, ...ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

const isHangul = (code: number): boolean =>
  within(code, [0x1100, 0x11ff], [0x3131, 0x318e], [0xa960, 0xa97f], [0xac00, 0xd7ff], [0xffa0, 0xffdc]);

const isKana = (code: number): boolean => within(code, [0x3041, 0x30ff], [0x31f0, 0x31ff], [0xff66, 0xff9f], [0x1b000, 0x1b16f]);

const isHan = (code: number): boolean =>
  within(
    code,
    [0x2e80, 0x2fdf],
    [0x3005, 0x3007],
    [0x3021, 0x3029],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
    [0x20000, 0x3fffd],
  );

const isShared = (code: number): boolean =>
  within(code, [0x2460, 0x24ff], [0x3000, 0x303f], [0x3100, 0x312f], [0x3190, 0x33ff], [0xfe30, 0xfe4f], [0xff00, 0xffef]);

/** Arabic with its supplements and presentation forms. */
export const isArabic = (code: number): boolean =>
  within(code, [0x600, 0x6ff], [0x750, 0x77f], [0x870, 0x8ff], [0xfb50, 0xfdff], [0xfe70, 0xfefc]);

const SCRIPTS: readonly (readonly [Script, (code: number) => boolean])[] = [
  ['han', isHan],
  ['hangul', isHangul],
  ['kana', isKana],
  ['cjk', isShared],
  ['arabic', isArabic],
];

/** The script of a character the house font has not. Blocks of the Unicode standard, those in common use. */
export const scriptOf = (code: number): Script => SCRIPTS.find(([, has]) => has(code))?.[0] ?? 'other';

/** Whether a text holds letters, numbers or signs that are written from right to left: Hebrew, Arabic, and their presentation forms. */
export const hasRightToLeft = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);

const RTL_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const LETTER = /\p{L}/u;

export type Direction = 'ltr' | 'rtl';

/**
 * The direction of a paragraph: that of the document, unless most of its letters are written the other way. (The first strong
 * letter alone, as UAX #9 has it, would turn a paragraph that begins with a company's name.)
 */
export const directionOf = (text: string, document: Direction): Direction => {
  const other = document === 'ltr' ? hasRightToLeft(text) : true;
  if (!other) return document;
  let balance = 0;
  for (const character of text) if (LETTER.test(character)) balance += RTL_LETTER.test(character) ? 1 : -1;
  if (balance === 0) return document;
  return balance > 0 ? 'rtl' : 'ltr';
};
