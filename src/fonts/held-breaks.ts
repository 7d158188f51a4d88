const ADDRESS = /https?:\/\/\S+/g;

/** The words of magnitude of Chinese and Japanese (ten to trillion), and of Korean. */
const MAGNITUDE = '[\u5341\u767e\u5343\u4e07\u842c\u5104\u4ebf\u5146\u5e7f\ucc9c\ub9cc\uc5b5\uc870]';

/** What is counted, in Han and Hangul: currencies, per cent, year, month, day, times, persons, pieces, firms. */
const COUNTED =
  '(?:\u7f8e\u5143|\u7c73\u30c9\u30eb|\u30c9\u30eb|\ub2ec\ub7ec|[\u5186\u5713\u5143\uc6d0\uff05%\u5e74\u6708\u65e5\ub144\uc6d4\uc77c\u500d\ubc30\u4eba\uba85\u4e2a\u500b\uac1c\u4ef6\u793e\u53f0])';

/** A number with its magnitude and what it counts, in half- or full-width digits: UAX #14 would part them, a reader would not. */
const COUNT = new RegExp(
  `[\\d\uff10-\uff19](?:[\\d\uff10-\uff19.,\uff0e\uff0c]*[\\d\uff10-\uff19])?(?:[\u00a0\u202f]?${MAGNITUDE})*(?:[\u00a0\u202f]?${COUNTED})?`,
  'g',
);

const inside = (text: string, pattern: RegExp, holds: (at: number) => boolean = () => true): readonly number[] =>
  [...text.matchAll(pattern)].flatMap((m) => Array.from({ length: m[0].length - 1 }, (_, i) => m.index + i + 1).filter(holds));

const NO_BREAKS: ReadonlySet<number> = new Set();

/**
 * Offsets where no line should end although UAX #14 lets it: inside of web addresses, which break behind "?" and "&" as in Office,
 * and inside of East Asian numbers, between the digits and what they count.
 */
export const heldIn = (text: string): ReadonlySet<number> => {
  const address = text.includes('://');
  const count = /[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]/.test(text);
  if (!address && !count) return NO_BREAKS;
  return new Set([
    ...(address ? inside(text, ADDRESS, (at) => !/[?&]/.test(text.charAt(at - 1))) : []),
    ...(count ? inside(text, COUNT) : []),
  ]);
};
