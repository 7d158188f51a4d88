import type { Decimal } from './market.ts';

/** The number and its printed decimals. A string keeps its trailing zeros; a number has the decimals of its shortest form. */
export const decimalOf = (printed: string | number, decimals?: number): Decimal => {
  const text = String(printed);
  const shown = /e/i.test(text) ? 0 : (text.split('.')[1]?.length ?? 0);
  return { value: Number(text), decimals: decimals ?? shown };
};

/** Half a unit of the last printed digit: how far the true value may lie from the printed one. */
export const halfUnit = (decimal: Decimal): number => 0.5 * 10 ** -decimal.decimals;
