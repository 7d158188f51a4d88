import { describe, it } from 'vitest';
import type { Figure, FigureUnit, Quantity } from '../../src/figures/ledger.ts';
import { LANGUAGES, localeFor } from '../../src/locale/index.ts';
import { expectGolden } from '../support/golden.ts';

const MONEY: FigureUnit = { kind: 'money', currency: 'USD', scale: 9 };

const figure = (quantity: Quantity, unit: FigureUnit, signed = false): Figure => ({
  id: 'x',
  label: 'X',
  quantity,
  unit,
  period: { from: 2024, to: 2029 },
  status: 'forecast',
  origin: { kind: 'derived', rule: 'change', from: [] },
  signed,
});

const value = (number: number, decimals: number): Quantity => ({ kind: 'value', value: number, decimals });

/** What documents print most, in one language. */
const prints = (code: string): readonly string[] => {
  const l = localeFor(code);
  const money = (n: number, decimals: number, signed = false, scale = 9): Figure => figure(value(n, decimals), { ...MONEY, scale }, signed);
  const scale = l.rescale[9] ?? 9;
  const [amount, added] =
    scale === 9 ? [money(4.54, 2), money(2.89, 2, true)] : [money(45.4, 1, false, scale), money(28.9, 1, true, scale)];
  const lines: readonly (readonly [string, string])[] = [
    ['amount', l.print(amount, 'value')],
    ['amount, in running text', l.print(amount, 'long')],
    ['amount, under its unit', l.print(amount, 'bare')],
    ['change', l.print(added, 'value')],
    ['millions', l.print(money(1456.5, 1, false, 6), 'value')],
    ['a plain amount', l.print(money(12500, 0, false, 0), 'long')],
    ['rate', l.print(figure(value(22.4, 1), { kind: 'percent' }, true), 'value')],
    ['decline', l.print(figure(value(-3.2, 1), { kind: 'percent' }, true), 'value')],
    ['multiple', l.print(figure(value(2.8, 1), { kind: 'multiple' }), 'value')],
    ['points', l.print(figure(value(1.5, 1), { kind: 'points' }, true), 'value')],
    ['range', l.print(figure({ kind: 'range', low: 41, high: 46, decimals: 0 }, { kind: 'percent' }), 'value')],
    ['range below zero', l.print(figure({ kind: 'range', low: -2.8, high: -2.1, decimals: 1 }, { kind: 'percent' }), 'value')],
    ['about', l.print(figure({ kind: 'value', value: 1310, decimals: 0, qualifier: 'about' }, { kind: 'percent' }), 'value')],
    ['rank', l.print(figure(value(2, 0), { kind: 'rank', of: 5 }), 'value')],
    ['undisclosed', l.print(figure({ kind: 'undisclosed', reason: 'undisclosed' }, MONEY), 'value')],
    ['unit', l.unit({ ...MONEY, scale })],
    ['year', l.period(2029, 'forecast')],
    ['years', l.years(2024, 2029)],
    ['date', l.date('2025-01-05')],
    ['list', l.list(['A', 'B', 'C'])],
    ['quotation', l.quotes.join('XX')],
    ['not disclosed', l.words.legend.undisclosed],
  ];
  return [code, ...lines.map(([what, text]) => `  ${what}: ${text.replaceAll('\u00a0', '·').replaceAll('\u202f', '·')}`)];
};

describe('every language', () => {
  it('prints as its readers write (a raised dot stands for a space that does not break)', () => {
    expectGolden('test/locale/all-languages.expected.txt', `${LANGUAGES.flatMap((l) => prints(l.code)).join('\n')}\n`);
  });
});
