/** A word as far as the next space, with the letters it begins with. */
const FIRST = /^(\p{Lu}\p{Ll}+)(?![\p{L}\p{M}\p{N}])(\S*)/u;

/**
 * A name as it stands inside a sentence: the first letter small, unless the first word has another capital or a digit ("AI", "3D",
 * "X-ray", "iOS") or is a name. No other letter is changed.
 */
export const insideSentence = (text: string, isName: (word: string) => boolean): string => {
  const [, word = '', rest = ''] = FIRST.exec(text) ?? [];
  if (word === '' || /[\p{Lu}\p{N}]/u.test(rest) || isName(word)) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
};

/** A name as a sentence begins. */
export const startingSentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** The words of texts that are written in small letters there: what is small once is no name. */
export const smallWords = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((t) => t.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []));
