import type { Figure } from '../figures/ledger.ts';

/** Spreadsheet format with a fixed count of decimals, grouping from a thousand on. */
export const decimalsFormat = (decimals: number, suffix = ''): string =>
  `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${suffix === '' ? '' : literal(suffix)}`;

/** A format that prints a fixed text whatever the number: for ranges, bounds and undisclosed values. */
export const literal = (text: string): string => `"${text.replaceAll('"', '”')}"`;

/** The format of a bar's value label: its decimals where it is a plain value, else its words as printed. */
export const labelFormat = ({ quantity, unit }: Figure, label: string): string =>
  quantity.kind === 'value' && quantity.qualifier === undefined
    ? decimalsFormat(quantity.decimals, unit.kind === 'percent' ? '%' : '')
    : literal(label);
