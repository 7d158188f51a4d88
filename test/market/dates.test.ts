import { describe, expect, it } from 'vitest';
import { marketFile, readFile } from '../support/market.ts';

const found = (asOf: string): readonly string[] =>
  readFile(marketFile({ asOf })).diagnostics.map((d) => `${d.severity} ${d.code}: ${d.message}`);

describe('the date of a market', () => {
  it.each(['2025-01-15', '2024-02-29', '1999-12-31'])('may be %s', (day) => {
    expect(found(day)).toEqual([]);
  });

  it.each(['2025-02-30', '2025-02-29', '2025-13-01', '2025-00-10'])('may not be %s, which no calendar has', (day) => {
    expect(found(day)).toEqual([`error market/wrong-value: "${day}" does not fit "asOf": not a day of the calendar`]);
  });

  it.each(['15.01.2025', '2025-1-5', 'today'])('may not be written %s', (day) => {
    expect(found(day)).toEqual([`error market/wrong-value: "${day}" is not a date: use YYYY-MM-DD`]);
  });
});
