import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/fonts/measure.ts';
import { captionIndent } from '../../src/layout/caption-indent.ts';

const indentFor = (figures: number, tables: number): number =>
  captionIndent([
    { word: 'Figure', count: figures },
    { word: 'Table', count: tables },
  ]);

describe('the column of figure and table numbers', () => {
  it('is the same for up to 99 figures', () => {
    expect([indentFor(0, 0), indentFor(9, 9), indentFor(99, 99)]).toEqual([52, 52, 52]);
  });

  it('grows with the last number, so that no caption touches it', () => {
    for (const count of [100, 999, 1000]) {
      const number = textWidth(`Figure\u00a0${count}`, { size: 10, bold: true, italic: false });
      expect(indentFor(count, 3)).toBeGreaterThanOrEqual(number + 5);
    }
  });
});
