import { describe, expect, it } from 'vitest';
import { remember } from '../../src/base/remember.ts';

describe('a function that remembers', () => {
  it('answers as the function does, and asks it once for each key', () => {
    const asked: string[] = [];
    const length = remember(10, (key) => {
      asked.push(key);
      return key.length;
    });
    expect(['ab', 'abc', 'ab', 'ab'].map(length)).toEqual([2, 3, 2, 2]);
    expect(asked).toEqual(['ab', 'abc']);
  });

  it('holds no more than its limit, and starts anew when it is full', () => {
    const asked: string[] = [];
    const same = remember(2, (key) => {
      asked.push(key);
      return key;
    });
    for (const key of ['a', 'b', 'c', 'a', 'c']) expect(same(key)).toBe(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
