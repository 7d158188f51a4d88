import type { Diagnostic } from '../../base/diagnostic.ts';
import { type FontFamily, fontPackage } from '../../base/font-packages.ts';
import { remember } from '../../base/remember.ts';
import { isCovered, isZeroWidth } from '../../fonts/measure.ts';
import { type Script, scriptOf } from '../../fonts/script.ts';
import type { ParsedFont } from './document.ts';

/** A stretch of text one family draws. */
export interface Segment {
  readonly family: FontFamily;
  readonly text: string;
}

export interface FamilyPlan {
  readonly segmentsOf: (text: string) => readonly Segment[];
  readonly diagnostics: readonly Diagnostic[];
}

type EastAsian = 'noto-sans-sc' | 'noto-sans-jp' | 'noto-sans-kr';

/** Han characters have national shapes: the document's own come first. */
const EAST_ASIAN: Readonly<Record<string, readonly EastAsian[]>> = {
  ja: ['noto-sans-jp', 'noto-sans-sc', 'noto-sans-kr'],
  ko: ['noto-sans-kr', 'noto-sans-sc', 'noto-sans-jp'],
};
const HAN_FIRST: readonly EastAsian[] = ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr'];

/** The families a stretch may be drawn with, best first. Kana makes Han characters Japanese, Hangul makes them Korean. */
const wantedFor = (scripts: ReadonlySet<Script>, language: string): readonly FontFamily[] => {
  if (scripts.has('arabic')) return ['noto-sans-arabic'];
  const own = EAST_ASIAN[language.split('-')[0] ?? ''] ?? HAN_FIRST;
  const first: readonly EastAsian[] = scripts.has('kana') ? ['noto-sans-jp'] : scripts.has('hangul') ? ['noto-sans-kr'] : [];
  return [...new Set([...first, ...own])];
};

interface Stretch {
  readonly text: string;
  /** Empty where the house font draws it. */
  readonly scripts: ReadonlySet<Script>;
}

/** East Asian scripts stand in one stretch, since one family draws them together. */
const groupOf = (script: Script | undefined): string =>
  script === undefined ? 'house' : script === 'arabic' || script === 'other' ? script : 'east-asian';

/** A text cut between what the house font draws and the other scripts. Joiners and selectors stay with what they stand behind. */
const stretchesOf = remember(4000, (text: string): readonly Stretch[] => {
  const out: { text: string; group: string; readonly scripts: Set<Script> }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const last = out.at(-1);
    const script = isCovered(code) ? undefined : scriptOf(code);
    if (last && (isZeroWidth(code) || last.group === groupOf(script))) {
      last.text += character;
      if (script !== undefined) last.scripts.add(script);
    } else out.push({ text: character, group: groupOf(script), scripts: new Set(script === undefined ? [] : [script]) });
  }
  return out;
});

const codesOf = (text: string): readonly number[] => [...text].map((c) => c.codePointAt(0) ?? 0).filter((code) => !isZeroWidth(code));

/** What no opened family has, by the package that would bring it; undefined where no package known here does. */
type Lacking = Map<FontFamily | undefined, Map<number, Set<number>>>;

const MOST_NAMED = 6;

const listed = (items: readonly string[], most: number): string =>
  items.length > most ? `${items.slice(0, most).join(', ')} and ${items.length - most} more` : items.join(', ');

const charactersAndPages = (codes: ReadonlyMap<number, ReadonlySet<number>>): string => {
  const named = [...codes.keys()]
    .sort((a, b) => a - b)
    .map((c) => `${String.fromCodePoint(c)} (U+${c.toString(16).toUpperCase().padStart(4, '0')})`);
  const pages = [...new Set([...codes.values()].flatMap((p) => [...p]))].sort((a, b) => a - b).map(String);
  return `${listed(named, MOST_NAMED)} on page${pages.length > 1 ? 's' : ''} ${listed(pages, MOST_NAMED)}`;
};

const WITHOUT_PDF = 'or build the deck and the report alone: --to pptx,docx';

const findingsOf = (lacking: Lacking): readonly Diagnostic[] =>
  [...lacking].map(([family, codes]) =>
    family === undefined
      ? {
          code: 'pdf/uncovered-character',
          severity: 'error',
          message: `no font of the PDF has a character for ${charactersAndPages(codes)}`,
          hints: ['write the words in Latin, Greek, Cyrillic, Hebrew, Arabic, Chinese, Japanese or Korean letters', WITHOUT_PDF],
        }
      : {
          code: 'pdf/font-not-installed',
          severity: 'error',
          message: `the PDF needs ${fontPackage(family)} for ${charactersAndPages(codes)}, and it is not installed`,
          hints: [`npm install ${fontPackage(family)}`, WITHOUT_PDF],
        },
  );

/** Decides which family draws what, opening those that are asked for and installed. */
export const planFamilies = async (
  texts: readonly { readonly text: string; readonly page: number }[],
  language: string,
  open: (family: FontFamily) => Promise<ParsedFont | undefined>,
): Promise<FamilyPlan> => {
  const wanted = new Set(
    texts.flatMap((t) => stretchesOf(t.text).flatMap((s) => (s.scripts.size === 0 ? [] : wantedFor(s.scripts, language)))),
  );
  const fonts = new Map<FontFamily, ParsedFont>();
  for (const family of wanted) {
    const font = await open(family);
    if (font) fonts.set(family, font);
  }
  const has = (family: FontFamily, code: number): boolean => fonts.get(family)?.hasGlyphForCodePoint(code) ?? false;

  /** A stretch as one family's where one has it all, else character by character. */
  const drawn = ({ text, scripts }: Stretch): readonly { readonly family: FontFamily | undefined; readonly text: string }[] => {
    if (scripts.size === 0) return [{ family: 'arimo', text }];
    const choice = wantedFor(scripts, language);
    const whole = choice.find((f) => codesOf(text).every((code) => has(f, code)));
    if (whole !== undefined) return [{ family: whole, text }];
    const out: { family: FontFamily | undefined; text: string }[] = [];
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const last = out.at(-1);
      const family = choice.find((f) => has(f, code));
      if (last && (isZeroWidth(code) || last.family === family)) last.text += character;
      else out.push({ family, text: character });
    }
    return out;
  };
  const segments = remember(4000, (text: string) => stretchesOf(text).flatMap(drawn));

  const lacking: Lacking = new Map();
  for (const { text, page } of texts) {
    for (const stretch of stretchesOf(text)) {
      const bring = wantedFor(stretch.scripts, language).find((f) => !fonts.has(f));
      for (const part of drawn(stretch)) {
        if (part.family !== undefined) continue;
        const package_ = stretch.scripts.has('other') ? undefined : bring;
        const codes = lacking.get(package_) ?? new Map<number, Set<number>>();
        lacking.set(package_, codes);
        for (const code of codesOf(part.text)) codes.set(code, (codes.get(code) ?? new Set()).add(page));
      }
    }
  }
  return {
    segmentsOf: (text) => segments(text).map((s) => ({ family: s.family ?? 'arimo', text: s.text })),
    diagnostics: findingsOf(lacking),
  };
};
