import { describe, expect, it } from 'vitest';
import type { Figure, FigureForm, FigureUnit, Quantity } from '../../src/figures/ledger.ts';
import { localeFor } from '../../src/locale/index.ts';

const money = (scale: number, currency = 'USD'): FigureUnit => ({ kind: 'money', currency, scale });
const UNITS: FigureUnit = { kind: 'count', of: 'unités', scale: 6 };

const figure = (quantity: Quantity, unit: FigureUnit): Figure => ({
  id: 'size.2024',
  label: 'Example market, 2024',
  quantity,
  unit,
  period: { from: 2023, to: 2024 },
  status: 'actual',
  origin: { kind: 'stated', citation: { source: 'report' } },
  signed: false,
});

const value = (v: number, decimals: number): Quantity => ({ kind: 'value', value: v, decimals });
const printed = (language: string, quantity: Quantity, unit: FigureUnit, form: FigureForm): string =>
  localeFor(language).print(figure(quantity, unit), form).replaceAll('\u00a0', ' ');

describe('a figure', () => {
  it.each([
    ['de', '4,54 Mrd. $', '4,54 Milliarden US-Dollar', '1.456,5 Mio. $', '22,4 %', '15. Januar 2025'],
    ['fr', '4,54 Md $', '4,54 milliards de dollars US', '1 456,5 M $', '22,4 %', '15 janvier 2025'],
    ['es', '4,54 mil M$', '4,54 mil millones de dólares', '1456,5 M$', '22,4 %', '15 de enero de 2025'],
    ['pt-BR', 'US$ 4,54 bi', 'US$ 4,54 bilhões', 'US$ 1.456,5 mi', '22,4%', '15 de janeiro de 2025'],
  ])('in %s stands as its readers write it', (language, short, long, thousands, percent, date) => {
    expect(printed(language, value(4.54, 2), money(9), 'value')).toBe(short);
    expect(printed(language, value(4.54, 2), money(9), 'long')).toBe(long);
    expect(printed(language, value(1456.5, 1), money(6), 'value')).toBe(thousands);
    expect(printed(language, value(22.4, 1), { kind: 'percent' }, 'plain')).toBe(percent);
    expect(localeFor(language).date('2025-01-15')).toBe(date);
  });

  it('in French elides what meets a vowel', () => {
    expect(printed('fr', value(4.5, 1), money(9, 'EUR'), 'long')).toBe('4,5 milliards d’euros');
    expect(printed('fr', value(450, 0), money(0, 'EUR'), 'long')).toBe('450 euros');
    expect(printed('fr', value(45.5, 1), UNITS, 'value')).toBe('45,5 millions d’unités');
    expect(localeFor('fr').unit(UNITS)).toBe('millions d’unités');
  });
});
