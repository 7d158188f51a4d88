const WORD = /[^\s\u00a0\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]+/g;
const EAST_ASIAN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/g;

/** How many words a text has: what stands between blanks and holds a letter or digit, and every two East Asian characters. */
export const wordCount = (text: string): number =>
  (text.match(WORD) ?? []).filter((w) => /[\p{L}\p{N}]/u.test(w)).length + Math.ceil((text.match(EAST_ASIAN) ?? []).length / 2);
