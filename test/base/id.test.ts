import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/base/id.ts';

describe('the edit distance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abd', 1],
    ['abc', 'abcd', 1],
    ['abc', 'bc', 1],
    ['2092', '2029', 1],
    ['ca', 'abc', 3],
  ])('of "%s" and "%s" is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('the nearest name', () => {
  it('is the one whose neighbours changed places, before one with two wrong characters', () => {
    expect(nearest('global.size.2092', ['global.size.2023', 'global.size.2029'])).toBe('global.size.2029');
  });

  it('is none where all are far', () => {
    expect(nearest('xyz', ['global.size.2023'])).toBeUndefined();
  });
});
