import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, FigureForm, FigureUnit, Quantity } from '../../src/figures/ledger.ts';
import { en } from '../../src/locale/en.ts';

const USD: FigureUnit = { kind: 'money', currency: 'USD', scale: 9 };
const PERCENT: FigureUnit = { kind: 'percent' };

const figure = (quantity: Quantity, unit: FigureUnit = USD, signed = false): Figure => ({
  id: 'size.2024',
  label: 'Example market, 2024',
  quantity,
  unit,
  period: { from: 2023, to: 2024 },
  status: 'actual',
  origin: { kind: 'stated', citation: { source: 'report' } },
  signed,
});

const value = (v: number, decimals = 2): Quantity => ({ kind: 'value', value: v, decimals });
const FORMS: readonly FigureForm[] = ['value', 'long', 'bare', 'plain', 'year', 'period'];
const forms = (f: Figure): readonly string[] => FORMS.map((form) => en.print(f, form).replaceAll('\u00a0', ' '));

describe('a figure in English', () => {
  it.each<readonly [string, Figure, readonly string[]]>([
    ['money', figure(value(4.54)), ['$4.54 bn', 'US$4.54 billion', '4.54', '$4.54 bn', '2024', '2023–2024']],
    ['a rate', figure(value(22.4, 1), PERCENT, true), ['+22.4%', '22.4%', '+22.4%', '22.4%', '2024', '2023–2024']],
    ['a falling rate', figure(value(-3.2, 1), PERCENT, true), ['−3.2%', '−3.2%', '−3.2%', '−3.2%', '2024', '2023–2024']],
    ['a rate that rounds to nothing', figure(value(-0.04, 1), PERCENT, true), ['0.0%', '0.0%', '0.0%', '0.0%', '2024', '2023–2024']],
    [
      'a range below zero',
      figure({ kind: 'range', low: -2.8, high: -2.1, decimals: 1 }),
      ['−$2.8 to −$2.1 bn', '−US$2.8 to −US$2.1 billion', '−2.8 to −2.1', '−$2.8 to −$2.1 bn', '2024', '2023–2024'],
    ],
    [
      'a range around zero',
      figure({ kind: 'range', low: -0.4, high: 1.2, decimals: 1 }, PERCENT),
      ['−0.4 to 1.2%', '−0.4 to 1.2%', '−0.4 to 1.2%', '−0.4 to 1.2%', '2024', '2023–2024'],
    ],
    [
      'a range',
      figure({ kind: 'range', low: 41, high: 46, decimals: 0 }, { kind: 'count', of: 'units', scale: 3 }),
      ['41–46 thousand units', '41–46 thousand units', '41–46', '41–46 thousand units', '2024', '2023–2024'],
    ],
    [
      'a bound',
      figure({ kind: 'value', value: 2, decimals: 1, qualifier: 'over' }),
      ['over $2.0 bn', 'over US$2.0 billion', '>2.0', 'over $2.0 bn', '2024', '2023–2024'],
    ],
    [
      'a currency without a sign of its own',
      figure(value(7, 0), { kind: 'money', currency: 'SEK', scale: 6 }),
      ['SEK 7 m', 'SEK 7 million', '7', 'SEK 7 m', '2024', '2023–2024'],
    ],
    ['a place', figure(value(2, 0), { kind: 'rank', of: 12 }), ['no. 2 of 12', 'no. 2 of 12', '2', 'no. 2 of 12', '2024', '2023–2024']],
    ['nothing disclosed', figure({ kind: 'undisclosed', reason: 'undisclosed' }), ['n/d', 'n/d', 'n/d', 'n/d', '2024', '2023–2024']],
    ['nothing applicable', figure({ kind: 'undisclosed', reason: 'not-applicable' }), ['n/a', 'n/a', 'n/a', 'n/a', '2024', '2023–2024']],
  ])('prints %s in each of its forms', (_, f, expected) => {
    expect(forms(f)).toEqual(expected);
  });

  it('that is undisclosed has no digit in any form of its value, whatever its unit', () => {
    const units = fc.constantFrom<FigureUnit>(
      USD,
      PERCENT,
      { kind: 'count', of: 'units', scale: 6 },
      { kind: 'index' },
      { kind: 'multiple' },
      { kind: 'rank', of: 9 },
    );
    const reasons = fc.constantFrom('undisclosed', 'not-available', 'not-applicable', 'not-collected');
    fc.assert(
      fc.property(units, reasons, fc.boolean(), (unit, reason, signed) => {
        const printed = forms(figure({ kind: 'undisclosed', reason }, unit, signed)).slice(0, 4);
        expect(printed.filter((p) => /\d/.test(p))).toEqual([]);
      }),
    );
  });

  it('never breaks between a number and what belongs to it', () => {
    for (const form of FORMS) expect(en.print(figure(value(4.54)), form)).not.toContain(' ');
  });
});
