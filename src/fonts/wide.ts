const within = (code: number, ranges: readonly (readonly [number, number])[]): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** Half-width katakana and signs (UAX #11, H). */
const HALF: readonly (readonly [number, number])[] = [
  [0xff61, 0xff9f],
  [0xffe8, 0xffee],
];
const HANGUL: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x3131, 0x318e],
  [0xac00, 0xd7a3],
  [0xffa0, 0xffdc],
];
/** Tone marks and voicing marks that stand over the character before. */
const OVER: readonly (readonly [number, number])[] = [
  [0x302a, 0x302d],
  [0x3099, 0x309a],
];
const NARROW: readonly (readonly [number, number])[] = [
  [0x250, 0x20cf],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfefc],
];

/**
 * The advance in ems of a character that Arimo has not. Read from Noto Sans SC, JP and KR 0.4.3, all of whose faces agree: Han, kana,
 * full-width forms, symbols and enclosed letters take a full em, half-width forms half of it, Hangul 0.92. Scripts without a font
 * here are guessed at 0.6; the PDF refuses them.
 */
export const wideAdvance = (code: number): number => {
  if (within(code, HALF)) return 0.5;
  if (within(code, HANGUL)) return 0.92;
  if (within(code, OVER)) return 0;
  return code < 0x250 || within(code, NARROW) ? 0.6 : 1;
};
