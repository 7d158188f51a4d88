import { inchBox } from '../base/geometry.ts';

/** Where the parts of a section divider stand: a band at the left with the number, name and story beside it. */
export const DIVIDER = {
  band: inchBox(0, 0, 3.433, 7.5),
  number: inchBox(0.5, 2.55, 2.6, 0.85),
  title: inchBox(3.933, 2.6, 8.9, 1.2),
  story: inchBox(3.933, 3.95, 8.9, 1.5),
} as const;

/** Where a quotation stands: eight columns, set in from its rule. */
export const QUOTE = {
  rule: inchBox(0.5, 2.1, 0, 2.6),
  quotation: inchBox(0.8, 2.1, 7.855, 2.6),
  attribution: inchBox(0.8, 4.95, 7.855, 0.6),
} as const;
