import type { Decimal } from './market.ts';

/** More decimals than these no source prints, and none are printed. */
export const MOST_DECIMALS = 9;

/** Decimals of a number's shortest form: 5e-7 has seven. */
const decimalsOf = (text: string): number => {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
};

/** The number and its printed decimals. A string keeps its trailing zeros; a number has the decimals of its shortest form. */
export const decimalOf = (printed: string | number, decimals?: number): Decimal => ({
  value: Number(printed),
  decimals: decimals ?? decimalsOf(String(printed)),
});

/** Half a unit of the last printed digit: how far the true value may lie from the printed one. */
export const halfUnit = (decimal: Decimal): number => 0.5 * 10 ** -decimal.decimals;
