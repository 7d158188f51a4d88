import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/fonts/measure.ts';
import { decimalTrails } from '../../src/layout/decimal-trails.ts';
import type { Run } from '../../src/layout/text.ts';

const style = { bold: false, italic: false, size: 9 };
const cells = (...texts: readonly string[]): readonly (readonly Run[])[] => texts.map((text) => [{ ...style, text, color: 'ink' }]);
const zeros = (text: string): number => textWidth(text, style);

describe('numbers of a column', () => {
  it.each<readonly [string, readonly string[], readonly number[]]>([
    ['stand point under point', ['1,456.5', '1,850', '3.25'], [zeros('0'), zeros('.00'), 0]],
    ['stay where they have equally many decimals', ['1.29', '4.54'], [0, 0]],
    ['let what is withheld and ranges stand at the edge', ['n/d', '–', '41–46', '47', '1.5'], [0, 0, 0, zeros('.0'), 0]],
    ['stay where they end in different units', ['+22.4%', '3×'], [0, 0]],
  ])('%s', (_, texts, expected) => {
    expect(decimalTrails(cells(...texts))).toEqual(expected);
  });
});
