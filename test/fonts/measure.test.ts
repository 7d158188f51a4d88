import { readFileSync } from 'node:fs';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { type FontFamily, fontPackage } from '../../src/base/font-packages.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { presentationOf } from '../../src/fonts/arabic.ts';
import { breakLines, textWidth } from '../../src/fonts/measure.ts';
import { OPTIONAL, optionalFonts } from './installed.ts';

const style = { size: 10, bold: false, italic: false };

const linesAt = (text: string, width: number): readonly string[] =>
  breakLines([{ text, style, data: undefined }], width).map((l) => l.pieces.map((p) => p.text).join(''));

const PROSE = [
  '冷蔵ユニットの市場は、「温度記録」を備えた（小型の）保管庫が、チャンスです。ちょっとした変化、ヵ所ごとのデーター。',
  '预计到2030年，食品零售仍是需求的起点；“外卖厨房”也在增长、并且（尤其是）《规划》所及。',
];

/** JIS X 4051 and GB/T 15834: what opens no line, and what ends none. */
const NOT_FIRST = /^[、。，．・：；？！」』）】》〉’”ーっゃゅょッャュョヵ々]/;
const NOT_LAST = /[「『（【《〈‘“]$/;

describe('a line of Chinese or Japanese', () => {
  it('begins with no mark that closes and ends with none that opens, however wide it is', () => {
    for (const text of PROSE) {
      for (let width = 60; width < 200; width += 5) {
        const lines = linesAt(text, width);
        expect(lines.slice(1).filter((l) => NOT_FIRST.test(l))).toEqual([]);
        expect(lines.slice(0, -1).filter((l) => NOT_LAST.test(l))).toEqual([]);
      }
    }
  });

  it('never parts a number from its magnitude and what it counts', () => {
    const numbers = ['2,454\u00a0万', '2,454\u202f億円', '2,454万美元', '２，４５４万円', '2030年', '3조\u00a0원', '12.5％'];
    for (const number of numbers) {
      const text = `市場規模は${number}に達し、さらに${number}と見込まれる。`;
      for (let width = 70; width < 200; width += 3) expect(linesAt(text, width).join('|').split(number)).toHaveLength(3);
    }
  });
});

describe('the width of East Asian text', () => {
  it('is an em for Han, kana and full-width forms, half of it for half-width forms, and 0.92 for Hangul', () => {
    expect(textWidth('市場、Ａ①', style)).toBeCloseTo(50);
    expect(textWidth('ｶﾀｶﾅ', style)).toBeCloseTo(20);
    expect(textWidth('시장', style)).toBeCloseTo(18.4);
  });

  it('leaves Latin letters and digits inside of it as they are', () => {
    expect(textWidth('市AI 5場', style)).toBeCloseTo(20 + textWidth('AI 5', style));
  });
});

const font = (family: FontFamily): fontkit.Font => {
  const path = nodeEnv().fontFile(family, 'regular');
  if (path === undefined) throw new Error(`${family} is not installed`);
  return fontkit.create(readFileSync(path)) as fontkit.Font;
};

const UNKERNED = { kern: false, liga: false, dlig: false } as unknown as Record<string, boolean>;

describe.runIf(!optionalFonts)('widths of other scripts', () => {
  it.skip(`are not compared with their fonts: npm install --no-save ${OPTIONAL.map(fontPackage).join(' ')}`);
});

describe.skipIf(!optionalFonts)('widths of other scripts', () => {
  it('are those of the fonts that draw them', () => {
    const cases: readonly (readonly [FontFamily, string])[] = [
      ['noto-sans-sc', '模块化冷库的市场规模，预计①㈱'],
      ['noto-sans-jp', '冷蔵ユニットの市場「ｶﾀｶﾅ」、'],
      ['noto-sans-kr', '소규모저장고ㄱ'],
    ];
    for (const [family, text] of cases) {
      const f = font(family);
      const drawn = [...text].reduce((sum, c) => sum + f.glyphForCodePoint(c.codePointAt(0) ?? 0).advanceWidth, 0);
      expect([text, textWidth(text, style)]).toEqual([text, expect.closeTo((drawn / f.unitsPerEm) * 10, 3)]);
    }
  });

  it('are, for Arabic, those of the letters joined as the font joins them', () => {
    const f = font('noto-sans-arabic');
    for (const word of ['السوق', 'المعيارية', 'الأسعار', 'والتصاريح', 'لا', 'كلا', 'سنويًا', 'ریال', 'چهار', '٢٠٣٠']) {
      const drawn = f.layout(word, UNKERNED).positions.reduce((sum, p) => sum + p.xAdvance, 0) / f.unitsPerEm;
      // Some letters have a wider variant beside tall ones, which the table of forms does not know.
      expect([word, Math.abs(textWidth(word, style) / 10 - drawn)]).toEqual([word, expect.toSatisfy((d: number) => d < 0.06)]);
    }
  });

  it('are, for Arabic, exactly those of the glyphs that are drawn', () => {
    const f = font('noto-sans-arabic');
    for (const word of ['السوق', 'المعيارية', 'الأسعار', 'والتصاريح', 'كلا', 'پایگاه']) {
      const forms = presentationOf(word) ?? [];
      const drawn = forms.reduce((sum, s) => sum + f.glyphForCodePoint(s.code).advanceWidth, 0) / f.unitsPerEm;
      expect([word, textWidth(word, style) / 10]).toEqual([word, expect.closeTo(drawn, 3)]);
    }
  });
});
