import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FontFamily, fontPackage } from '../../src/base/font-packages.ts';
import { compile } from '../../src/build/compile.ts';
import type { Compilation } from '../../src/build/options.ts';
import { pageTexts } from '../support/pdf.ts';
import { envWith, OPTIONAL, optionalFonts } from './installed.ts';

const PATH = 'test/fonts/many-scripts.yaml';

const build = (families: readonly FontFamily[], formats: readonly ('pdf' | 'docx' | 'pptx')[] = ['pdf']): Promise<Compilation> =>
  compile({ path: PATH, bytes: readFileSync(PATH) }, { formats }, envWith(...families));

const errorsOf = (built: Compilation) => built.diagnostics.filter((d) => d.severity === 'error');

const pdfOf = (built: Compilation): Uint8Array => built.files.find((f) => f.format === 'pdf')?.bytes ?? new Uint8Array();

describe('a PDF in scripts whose fonts are not installed', () => {
  it('is refused with the package to install, the characters and the pages', async () => {
    const built = await build([]);
    expect(built.files).toEqual([]);
    // In the order in which the pages need them.
    expect(
      errorsOf(built)
        .map((d) => `${d.code}: ${d.hints?.[0]}`)
        .toSorted(),
    ).toEqual(['arabic', 'jp', 'kr', 'sc'].map((name) => `pdf/font-not-installed: npm install @expo-google-fonts/noto-sans-${name}`));
    expect(errorsOf(built).find((d) => d.hints?.[0]?.endsWith('-kr'))?.message).toMatch(
      /^the PDF needs @expo-google-fonts\/noto-sans-kr for (?:. \(U\+[0-9A-F]{4}\)(?:, | and )){6}\d+ more on pages \d+(?:, \d+)+(?: and \d+ more)?, and it is not installed$/u,
    );
  });

  it('leaves the deck and the report as they are', async () => {
    expect(errorsOf(await build([], ['pptx', 'docx']))).toEqual([]);
  });
});

describe('a PDF with a character of no known font', () => {
  it('is refused, never drawn as a box', async () => {
    const bytes = new TextEncoder().encode(readFileSync(PATH, 'utf8').replace('北京 AI', 'ไทย'));
    const built = await compile({ path: PATH, bytes }, { formats: ['pdf'] }, envWith(...OPTIONAL));
    expect(errorsOf(built).map((d) => d.message)).toContainEqual(
      expect.stringMatching(/^no font of the PDF has a character for ท \(U\+0E17\), ย \(U\+0E22\), ไ \(U\+0E44\) on pages? \d/),
    );
  });
});

describe.runIf(!optionalFonts)('fonts of other scripts', () => {
  it.skip(`are not installed, and are not tested: npm install --no-save ${OPTIONAL.map(fontPackage).join(' ')}`);
});

describe.skipIf(!optionalFonts)('a PDF in scripts whose fonts are installed', () => {
  it('gives its text back, the letters of right-to-left words as they are seen', async () => {
    const built = await build(OPTIONAL);
    expect(errorsOf(built)).toEqual([]);
    const shown = pageTexts(pdfOf(built)).flat();
    for (const text of ['东软医疗系统股份有限公司', '東京エレクトロン株式会社', '삼성전자'])
      expect(shown.some((t) => t === text || t.startsWith(text))).toBe(true);
    // Lam and alef are one glyph, which reads as both.
    for (const word of ['شركة', 'للتبريد', 'الخليج']) expect(shown).toContain([...word].toReversed().join(''));
    expect(shown).toContain([...'אלביט מערכות בע״מ'].toReversed().join(''));
    // The bracket drawn as the other one is still the one that was written.
    expect(shown).toContain([...'מתקני אמוניה (ישנים)'].toReversed().join(''));
  });

  it('draws Han characters with what is installed', async () => {
    const names = (built: Compilation) =>
      [...new Set(new TextDecoder('latin1').decode(pdfOf(built)).match(/NotoSans[A-Z]{2}/g) ?? [])].sort();
    expect(names(await build(OPTIONAL))).toEqual(['NotoSansJP', 'NotoSansKR', 'NotoSansSC']);
    // Simplified forms are not in the Japanese font.
    const errors = errorsOf(await build(['noto-sans-jp', 'noto-sans-kr', 'noto-sans-arabic']));
    expect(errors.map((d) => d.hints?.[0])).toEqual(['npm install @expo-google-fonts/noto-sans-sc']);
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.compare(pdfOf(await build(OPTIONAL)), pdfOf(await build(OPTIONAL)))).toBe(0);
  });
});
