import { describe, expect, it } from 'vitest';
import { eastAsianFont, foreignRun, officeLanguage } from '../../src/ooxml/run-language.ts';
import { documentLanguages } from '../../src/writers/docx/styles.ts';

describe('the language of a run', () => {
  it('is the one of its script; the theme names its font, or the run where the theme names another East Asian one', () => {
    expect(foreignRun('东软医疗', 'en-GB')).toEqual({ language: 'zh-CN', script: 'eastAsian' });
    expect(foreignRun('東京エレクトロン', 'en-GB')).toEqual({ language: 'ja-JP', script: 'eastAsian' });
    expect(foreignRun('東京エレクトロン', 'zh-CN')).toEqual({ language: 'ja-JP', script: 'eastAsian', font: 'Yu Gothic' });
    expect(foreignRun('삼성전자', 'ja-JP')).toEqual({ language: 'ko-KR', script: 'eastAsian', font: 'Malgun Gothic' });
    expect(foreignRun('شركة', 'en-GB')).toEqual({ language: 'ar-SA', script: 'complex' });
    expect(foreignRun('אלביט', 'en-GB')).toEqual({ language: 'he-IL', script: 'complex' });
  });

  it('is the document’s where its script is', () => {
    expect(foreignRun('Siemens, 12.5%', 'en-GB')).toBeUndefined();
    expect(foreignRun('東京', 'ja-JP')).toBeUndefined();
    expect(foreignRun('12.5%', 'zh-CN')).toBeUndefined();
    expect(foreignRun('Siemens', 'zh-Hans')).toEqual({ language: 'en-US', script: 'latin' });
  });
});

describe('a document language', () => {
  it('is named with its country and brings its font', () => {
    expect(['zh-Hans', 'zh-Hant', 'ja', 'ko-KR', 'ar', 'en-GB', 'de-DE'].map(officeLanguage)).toEqual([
      'zh-CN',
      'zh-TW',
      'ja-JP',
      'ko-KR',
      'ar-SA',
      'en-GB',
      'de-DE',
    ]);
    expect(['zh-Hans', 'zh-Hant', 'ja', 'en-GB'].map(eastAsianFont)).toEqual([
      'Microsoft YaHei',
      'Microsoft JhengHei',
      'Yu Gothic',
      undefined,
    ]);
  });

  it('is told apart by script in Word', () => {
    expect(documentLanguages('en-GB')).toBe(' w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"');
    expect(documentLanguages('ja')).toBe(' w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"');
    expect(documentLanguages('he')).toBe(' w:val="en-US" w:eastAsia="zh-CN" w:bidi="he-IL"');
  });
});
