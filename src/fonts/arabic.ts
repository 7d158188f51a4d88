import { ARABIC, ARABIC_WIDTHS } from './arabic-widths.ts';

/** How a letter stands among its neighbours. The order is that of the width tables and of the presentation forms. */
const FORMS = ['isolated', 'final', 'initial', 'medial'] as const;
type Form = (typeof FORMS)[number];

const tables = new Map<'regular' | 'bold', ReadonlyMap<number, readonly number[]>>();

/** Code point → advances by form: one for what does not join, two for what joins to the right, four for the others. */
const widthsOf = (face: 'regular' | 'bold'): ReadonlyMap<number, readonly number[]> => {
  const known = tables.get(face);
  if (known) return known;
  const table = new Map<number, readonly number[]>();
  for (const [from, rows] of ARABIC_WIDTHS[face])
    rows.split(',').forEach((row, i) => {
      if (row !== '')
        table.set(
          from + i,
          row.split(' ').map((w) => Number.parseInt(w, 36)),
        );
    });
  tables.set(face, table);
  return table;
};

/** Arabic letters, marks, digits and signs in a row, with the joiners between them. */
export const ARABIC_WORDS = /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\u200c-\u200d\ufb50-\ufdff\ufe70-\ufefc]+/g;

const TATWEEL = 0x640;
const ZERO_WIDTH_JOINER = 0x200d;
const LAM = 0x644;
const ALEFS: readonly number[] = [0x622, 0x623, 0x625, 0x627];

/** Marks above and below letters: joining looks through them (joining type T of the Unicode standard). */
const isMark = (code: number): boolean => /\p{Mn}/u.test(String.fromCodePoint(code));

const joinsOn = (code: number | undefined): boolean =>
  code !== undefined && (code === TATWEEL || code === ZERO_WIDTH_JOINER || widthsOf('regular').get(code)?.length === 4);
const joinsBack = (code: number | undefined): boolean =>
  code !== undefined && (joinsOn(code) || widthsOf('regular').get(code)?.length === 2);

/** A letter, or lam with the alef it is written with, in the form its neighbours ask for. */
interface Formed {
  readonly letters: readonly number[];
  readonly form: Form;
  readonly mark: boolean;
}

const formed = (text: string): readonly Formed[] => {
  const codes = [...text].map((c) => c.codePointAt(0) ?? 0);
  const letters = codes.flatMap((code, i) => (isMark(code) ? [] : [i]));
  const placeOf = new Map(letters.map((at, n) => [at, n]));
  const out: Formed[] = [];
  let skipped = -1;
  codes.forEach((code, i) => {
    if (i === skipped) return;
    const n = placeOf.get(i);
    if (n === undefined) {
      out.push({ letters: [code], form: 'isolated', mark: true });
      return;
    }
    const [before, after] = [codes[letters[n - 1] ?? -1], codes[letters[n + 1] ?? -1]];
    const next = codes[i + 1];
    const back = joinsOn(before);
    if (code === LAM && next !== undefined && ALEFS.includes(next)) {
      skipped = i + 1;
      out.push({ letters: [code, next], form: back ? 'final' : 'isolated', mark: false });
      return;
    }
    const count = widthsOf('regular').get(code)?.length ?? 1;
    const [right, left] = [count > 1 && back, count > 2 && joinsBack(after)];
    out.push({ letters: [code], form: right ? (left ? 'medial' : 'final') : left ? 'initial' : 'isolated', mark: false });
  });
  return out;
};

/** The advance of a word in ems of Noto Sans Arabic: of joined letters without kerning. */
export const arabicWidth = (text: string, bold: boolean): number => {
  const face = bold ? 'bold' : 'regular';
  const table = widthsOf(face);
  let units = 0;
  for (const { letters, form, mark } of formed(text)) {
    if (mark) continue;
    const [first = 0, second] = letters;
    const ligature = second === undefined ? undefined : ARABIC.lamAlef[face][form === 'final' ? 1 : 0];
    units +=
      ligature ??
      table.get(first)?.[FORMS.indexOf(form)] ??
      (first === ZERO_WIDTH_JOINER || first === 0x200c ? 0 : ARABIC.unitsPerEm * 0.6);
  }
  return units / ARABIC.unitsPerEm;
};

let presentation: ReadonlyMap<string, readonly number[]> | undefined;

/** Letters → their code points as isolated, final, initial and medial form, from the blocks U+FB50–FBFF and U+FE80–FEFC. */
const presentationForms = (): ReadonlyMap<string, readonly number[]> => {
  if (presentation) return presentation;
  const forms = new Map<string, number[]>();
  for (const [from, to] of [
    [0xfe80, 0xfefc],
    [0xfb50, 0xfbff],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const letters = String.fromCodePoint(code).normalize('NFKC');
      if (letters !== String.fromCodePoint(code)) forms.set(letters, [...(forms.get(letters) ?? []), code]);
    }
  }
  presentation = forms;
  return forms;
};

/** A glyph of a word as a code point of its own, and the letters it stands for. */
export interface ShapedLetter {
  readonly code: number;
  readonly letters: readonly number[];
  /** It stands over or under the letter before, and takes no room. */
  readonly mark: boolean;
}

/**
 * A word as presentation forms in logical order, whose glyphs are whole letters: what is drawn can be read back letter by letter.
 * Undefined where a letter has no such form, and only the font's own tables know its shape.
 */
export const presentationOf = (word: string): readonly ShapedLetter[] | undefined => {
  const shaped: ShapedLetter[] = [];
  for (const { letters, form, mark } of formed(word)) {
    const [code = 0] = letters;
    if (mark) {
      shaped.push({ code, letters, mark });
      continue;
    }
    if (code === ZERO_WIDTH_JOINER || code === 0x200c) continue;
    const forms = presentationForms().get(String.fromCodePoint(...letters));
    const of = forms?.[FORMS.indexOf(form)];
    if (of !== undefined) shaped.push({ code: of, letters, mark });
    else if (letters.length === 1 && (widthsOf('regular').get(code)?.length ?? 1) === 1) shaped.push({ code, letters, mark });
    else return undefined;
  }
  return shaped;
};
