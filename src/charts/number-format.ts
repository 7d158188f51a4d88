/** Spreadsheet format with a fixed count of decimals, grouping from a thousand on. */
export const decimalsFormat = (decimals: number, suffix = ''): string =>
  `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${suffix === '' ? '' : literal(suffix)}`;

/** A format that prints a fixed text whatever the number: for ranges, bounds and undisclosed values. */
export const literal = (text: string): string => `"${text.replaceAll('"', '”')}"`;
