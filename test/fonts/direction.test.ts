import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { presentationOf } from '../../src/fonts/arabic.ts';
import { levelsOf, mirrored, visualOrder } from '../../src/fonts/bidi.ts';
import { directionOf } from '../../src/fonts/script.ts';
import { runsOf } from '../../src/layout/print.ts';
import { en } from '../../src/locale/en.ts';
import { FIVE_YEARS, marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { shippedTheme } from '../support/theme.ts';

/** A line as it is seen, from left to right: character by character. */
const seen = (text: string, direction: 'ltr' | 'rtl'): string => {
  const levels = levelsOf(text, direction);
  const items = Array.from(text, (character, i) => ({ character, level: levels[i] ?? 0 }));
  return visualOrder(items)
    .map((c) => (c.level % 2 === 1 ? mirrored(c.character) : c.character))
    .join('');
};

describe('a line with words from right to left', () => {
  it('is seen in the order of UAX #9', () => {
    expect(seen('by אבג in 2025', 'ltr')).toBe('by גבא in 2025');
    expect(seen('אבג (דה) 2025 Siemens', 'rtl')).toBe('Siemens 2025 (הד) גבא');
  });

  it('loses nothing', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'ב', '1', ' ', '.', '(', ')', 'ت', '٣'), maxLength: 30 });
    fc.assert(
      fc.property(letters, fc.constantFrom('ltr', 'rtl'), (text, direction) => {
        const levels = levelsOf(text, direction);
        const order = visualOrder(Array.from(text, (_, i) => ({ i, level: levels[i] ?? 0 })));
        expect(order.map((o) => o.i).sort((a, b) => a - b)).toEqual(Array.from(text, (_, i) => i));
      }),
    );
  });
});

describe('a paragraph', () => {
  it('runs as most of its letters do, else as its document', () => {
    expect(directionOf('Sales of אלביט rose', 'ltr')).toBe('ltr');
    expect(directionOf('Siemens تقول في تقريرها', 'ltr')).toBe('rtl');
    expect(directionOf('Siemens', 'rtl')).toBe('ltr');
    expect(directionOf('2025: 4.5%', 'rtl')).toBe('rtl');
  });
});

describe('a name from right to left before a figure', () => {
  it('is followed by an invisible mark, and the figure stays as it is printed', () => {
    const market = marketOf(marketFile({ series: [sizeSeries(FIVE_YEARS)] }));
    const ledger = openLedger(market);
    const figure = [...ledger.figures.keys()][0];
    if (figure === undefined) throw new Error('the market has no figure');
    const context = { ledger, locale: en, theme: shippedTheme(), sources: [], words: {} as never, report: () => undefined };
    const texts = (name: string) =>
      runsOf(
        [
          { kind: 'text', text: `The largest is ${name}` },
          { kind: 'figure', figure, form: 'plain' },
        ],
        { size: 10 },
        context,
      ).map((r) => r.text);
    const [, printed] = texts('A');
    expect(texts('الخليج')).toEqual(['The largest is الخليج\u200e', printed]);
    expect(texts('A')[0]).toBe('The largest is A');
    expect(texts('السوق كله ومعه كل ما يشمله')).toEqual(['The largest is السوق كله ومعه كل ما يشمله\u200e', printed]);
  });
});

const hex = (word: string) => presentationOf(word)?.map((s) => s.code.toString(16));

describe('an Arabic word', () => {
  it('takes the forms its neighbours ask for', () => {
    expect(hex('بيت')).toEqual(['fe91', 'fef4', 'fe96']);
    // Alef and waw join to the right alone; hamza not at all.
    expect(hex('دار')).toEqual(['fea9', 'fe8d', 'fead']);
    expect(hex('ماء')).toEqual(['fee3', 'fe8e', 'fe80']);
  });

  it('writes lam and alef as one', () => {
    expect(presentationOf('كلا')?.map((s) => s.letters.length)).toEqual([1, 2]);
    expect(hex('لأ')).toEqual(['fef7']);
  });

  it('joins through marks and tatweel, and not across a non-joiner', () => {
    expect(hex('بَت')).toEqual(['fe91', '64e', 'fe96']);
    expect(hex('بـ')).toEqual(['fe91', '640']);
    expect(hex('ب\u200cت')).toEqual(['fe8f', 'fe95']);
  });

  it('is left to the font where a letter has no presentation form', () => {
    expect(hex('ڕ')).toBeUndefined();
  });
});
