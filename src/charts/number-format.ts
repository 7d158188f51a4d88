import type { Figure } from '../figures/ledger.ts';

/** Spreadsheet format with a fixed count of decimals, grouping from a thousand on. */
export const decimalsFormat = (decimals: number, suffix = ''): string =>
  `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${suffix === '' ? '' : literal(suffix)}`;

/** A format that prints a fixed text whatever the number: for ranges, bounds and undisclosed values. */
export const literal = (text: string): string => `"${text.replaceAll('"', '”')}"`;

/** A format whose negative numbers have a true minus. */
export const minusFormat = (format: string): string => `${format};"−"${format}`;

/** Decimals with the sign before the number, whichever it is. */
const signedFormat = (decimals: number, suffix: string): string =>
  ['"+"', '"−"', ''].map((sign) => `${sign}${decimalsFormat(decimals, suffix)}`).join(';');

/** The format of a value label: its decimals where it is a plain value, signed where its sign has a meaning; else as printed. */
export const labelFormat = ({ quantity, unit, signed }: Figure, label: string): string => {
  if (quantity.kind !== 'value' || quantity.qualifier !== undefined) return literal(label);
  // With the space some languages put before the sign.
  const suffix = unit.kind === 'percent' ? (/\d(\D*)$/.exec(label)?.[1] ?? '') : '';
  const sign = /^[+\u2212]/.test(label);
  // What rounds to nothing is printed without a sign.
  if (!sign && (signed || quantity.value < 0)) return literal(label);
  if (signed) return signedFormat(quantity.decimals, suffix);
  const format = decimalsFormat(quantity.decimals, suffix);
  return sign ? minusFormat(format) : format;
};
