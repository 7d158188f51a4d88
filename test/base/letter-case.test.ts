import { describe, expect, it } from 'vitest';
import { insideSentence } from '../../src/base/letter-case.ts';
import { smallLettersOf } from '../../src/market/small-letters.ts';
import { dataMarket } from '../support/awkward-markets.ts';
import { marketFile, marketOf, sizeSeries } from '../support/market.ts';

describe('a label inside a sentence', () => {
  it.each([
    ['Segment', 'segment'],
    ['End user', 'end user'],
    ['AI segment', 'AI segment'],
    ['iOS share', 'iOS share'],
    ['X-ray type', 'X-ray type'],
    ['3D printing', '3D printing'],
    ['Asia-Pacific region', 'Asia-Pacific region'],
    ['医学影像', '医学影像'],
    ['', ''],
  ])('%s is written %s', (label, inside) => {
    expect(insideSentence(label, () => false)).toBe(inside);
  });

  it('keeps the capital of a name', () => {
    expect(insideSentence('China market', (word) => word === 'China')).toBe('China market');
  });
});

describe('the phrase of a series without one', () => {
  it.each([
    ['AI imaging market', 'the AI imaging market'],
    ['China widget market', 'the China widget market'],
    ['World market', 'the world market'],
    ['Example market', 'the example market'],
  ])('%s is %s', (label, phrase) => {
    const { phrase: _, short: __, ...series } = sizeSeries([[2024, '1.00']]) as Record<string, unknown>;
    expect(marketOf(marketFile({ series: [{ ...series, label }] })).series[0]?.phrase).toBe(phrase);
  });
});

describe('the labels of the sample briefings', () => {
  it('keep places and lose the capitals of common words', () => {
    const small = smallLettersOf(dataMarket('data/china-ai-medical-imaging.yaml'));
    expect([small.ofName('Global market'), small.ofName('China market')]).toEqual(['global market', 'China market']);
    expect(smallLettersOf(dataMarket('data/illustrative-full-cube.yaml')).ofName('Cold storage')).toBe('cold storage');
  });
});
