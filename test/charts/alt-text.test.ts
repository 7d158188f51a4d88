import { describe, expect, it } from 'vitest';
import { type AltInput, altText } from '../../src/charts/alt-text.ts';
import { en } from '../../src/locale/en.ts';

const named = (count: number, name: (n: number) => string, more: Partial<AltInput> = {}): string =>
  altText(
    {
      kind: 'impact',
      of: 'names',
      name: 'Ease, reach',
      unit: 'index',
      points: [],
      said: Array.from({ length: count }, (_, i) => ({ text: name(i + 1), figures: [] })),
      rates: [],
      ...more,
    },
    en,
  ).text;

const short = (n: number): string => `Point ${n}`;
const long = (n: number): string => `Point ${n} with a name that takes its time to come to an end`;

describe('the alternative text of things by name', () => {
  it('names all of them up to twelve', () => {
    expect(named(3, short)).toBe('Impact matrix. Ease, reach, index: Point 1, Point 2, Point 3.');
    expect(named(12, short)).toContain('Point 11, Point 12.');
  });

  it('says how many more there are', () => {
    expect(named(13, short)).toMatch(/Point 12, and 1 more\.$/);
    expect(named(8, short, { unsaid: 4 })).toMatch(/Point 8, and 4 more\.$/);
  });

  it('names fewer where they would not fit, whole names only', () => {
    const text = named(9, long, { listed: { heading: 'Without scores', names: Array.from({ length: 9 }, (_, i) => long(i + 20)) } });
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text).not.toContain('…');
    expect(text).toMatch(/end, and \d more\. Without scores: Point 20 .* end, and \d more\.$/);
  });
});
