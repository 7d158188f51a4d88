import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, textWidth } from '../../src/fonts/measure.ts';
import { linesAt, settled } from '../../src/layout/line-ends.ts';
import type { Run } from '../../src/layout/text.ts';
import { heightOf, paragraph, withoutOrphan } from '../../src/layout/typeset.ts';

const PLAIN = { size: 10, bold: false, italic: false };

const linesOf = (text: string, width: number, style = PLAIN): readonly string[] =>
  breakLines([{ text, style, data: null }], width).map((l) => l.pieces.map((p) => p.text).join(''));

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefgMWil'.split('')), minLength: 1, maxLength: 14 }),
  fc.constantFrom(
    '2024–2029',
    'multi-modal',
    '$4.54\u00a0bn',
    'Donaudampfschifffahrtsgesellschaft',
    'x'.repeat(150),
    '医学影像',
    'e.g.',
    '“quoted”',
    'https://example.com/a/b?c=d',
  ),
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const style = fc.record({ size: fc.integer({ min: 6, max: 44 }), bold: fc.boolean(), italic: fc.boolean() });
const pieces = fc.array(fc.record({ text, style, data: fc.constant(null) }), { minLength: 1, maxLength: 5 });
const width = fc.integer({ min: 60, max: 700 });

describe('text set in a width', () => {
  it('never exceeds it', () => {
    fc.assert(
      fc.property(pieces, width, (list, most) => {
        const lines = breakLines(list, most).map((l) => l.pieces.reduce((sum, p) => sum + textWidth(p.text, p.style), 0));
        expect(lines.filter((w) => w > most + 0.01)).toEqual([]);
      }),
    );
  });

  it('loses nothing but the spaces at the ends of its lines', () => {
    fc.assert(
      fc.property(pieces, width, (list, most) => {
        const shown = breakLines(list, most).flatMap((l) => l.pieces.map((p) => p.text));
        const given = list.map((p) => p.text);
        expect(shown.join('').replaceAll(' ', '')).toBe(given.join('').replaceAll(' ', ''));
      }),
    );
  });

  it('needs no more lines when it has more room', () => {
    fc.assert(
      fc.property(text, width, (t, most) => {
        expect(linesOf(t, most + 100).length).toBeLessThanOrEqual(linesOf(t, most).length);
      }),
    );
  });

  it.each([
    ['between words', 'one two three', 40, ['one two', 'three']],
    ['after hyphens and dashes', 'multi-modal 2024–2029', 35, ['multi-', 'modal', '2024–', '2029']],
    ['between Chinese characters', '医学影像人工智能', 45, ['医学影像', '人工智能']],
    ['inside of a word that is wider than a line', 'WWWWWWWW', 40, ['WWWW', 'WWWW']],
    ['never at a non-breaking space', 'about $4.54\u00a0bn', 45, ['about', '$4.54\u00a0bn']],
  ])('breaks %s', (_, t, most, expected) => {
    expect(linesOf(t, most)).toEqual(expected);
  });

  it('without text is one empty line', () => {
    expect(linesOf('', 100)).toEqual(['']);
  });
});

const run = (t: string): Run => ({ text: t, bold: false, italic: false, size: 12, color: 'ink' });

describe('a paragraph', () => {
  it('is as high as its lines', () => {
    const emu = 12_700 * 200;
    const one = heightOf([paragraph([run('short')])], emu);
    expect(heightOf([paragraph([run('word '.repeat(30).trim())])], emu)).toBeCloseTo(
      one * linesOf('word '.repeat(30).trim(), 196, { ...PLAIN, size: 12 }).length,
      -2,
    );
  });

  it('keeps its words when its last line is freed of an orphan, and grows by at most a line', () => {
    fc.assert(
      fc.property(text, width, (t, points) => {
        const emu = points * 12_700;
        const tied = withoutOrphan([run(t)], emu);
        expect(untied(tied.map((r) => r.text).join(''))).toBe(untied(t));
        const line = heightOf([paragraph([run('x')])], emu);
        expect(heightOf([paragraph(tied)], emu)).toBeLessThanOrEqual(heightOf([paragraph([run(t)])], emu) + line + 1);
      }),
    );
  });
});

const untied = (t: string): string => t.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
const settledLines = (t: string, most: number, size = 10): readonly string[] =>
  breakLines([{ text: settled([{ ...run(t), size }], most)[0]?.text ?? '', style: { ...PLAIN, size }, data: null }], most).map((l) =>
    untied(l.pieces.map((p) => p.text).join('')),
  );

describe('a title, caption or label of few lines', () => {
  it.each([
    ['evens out its lines where the last would hold one word', 'one two three four five six', 100, ['one two three', 'four five six']],
    [
      'moves a preposition to the line of its noun',
      'Artificial intelligence in medical imaging',
      110,
      ['Artificial intelligence', 'in medical imaging'],
    ],
    [
      'holds a rate together with its period',
      'Intake reached 1310 in 2025, at 4.0% a year from 2021',
      160,
      ['Intake reached 1310 in 2025,', 'at 4.0% a year from 2021'],
    ],
    [
      'holds the years of a range together',
      'growth of the market over 2024–2029 as stated',
      137,
      ['growth of the market over', '2024–2029 as stated'],
    ],
    [
      'does not end with two words held together alone',
      'Sales are forecast to reach many billions, growing at 7% a year from\u00a02025.',
      300,
      ['Sales are forecast to reach many billions,', 'growing at 7% a year from 2025.'],
    ],
    [
      'stays as it is where its lines end well',
      'Several words stand here and others follow them',
      120,
      ['Several words stand here', 'and others follow them'],
    ],
  ])('%s', (_, t, most, expected) => {
    expect(settledLines(t, most)).toEqual(expected);
  });

  it('holds a figure and the text behind it together without changing what the figure prints', () => {
    const runs: readonly Run[] = [
      { ...run('The shares of the parts run from '), size: 10 },
      { ...run('9\u2013'), size: 10, figure: 'low' },
      { ...run('11% here and there'), size: 10 },
    ];
    for (const most of [60, 80, 160, 175]) {
      const tied = settled(runs, most);
      expect(linesAt(tied, most).map((l) => l.pieces.at(-1)?.text)).not.toContain('9\u2013');
      expect(tied.find((r) => r.figure === 'low')?.text).toBe('9\u2013');
    }
  });

  it('keeps its words and takes no further line', () => {
    fc.assert(
      fc.property(text, width, (t, most) => {
        const before = linesOf(t, most).length;
        const after = settledLines(t, most);
        expect(after.join('').replaceAll(' ', '')).toBe(untied(t).replaceAll(' ', ''));
        if (before <= 4) expect(after.length).toBeLessThanOrEqual(before + 1);
      }),
    );
  });
});
