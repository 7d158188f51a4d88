import { describe, expect, it } from 'vitest';
import type { Slide } from '../../src/layout/deck.ts';
import { linesOf } from '../../src/layout/typeset.ts';
import { FIVE_YEARS, marketFile, marketOf, sizeSeries } from '../support/market.ts';
import { planMarket } from '../support/plan.ts';
import { plainText } from '../support/read-plan.ts';

const MARKET = marketOf(marketFile({ series: [sizeSeries(FIVE_YEARS)] }));

const planned = async (body: string, title = 'A title that says something', market = MARKET) => {
  const { deck, findings, errors } = await planMarket(market, ['pptx'], { own: `# Section\n\n## ${title}\n\n${body}\n` });
  return { slides: deck?.slides.slice(1) ?? [], findings: findings.join('\n'), errors };
};

const textsOn = (slide: Slide | undefined, role: string): readonly string[] =>
  (slide?.shapes ?? []).flatMap((s) => (s.kind === 'text' && s.role === role ? s.paragraphs.map((p) => plainText(p.runs)) : []));

const notesOn = (slide: Slide | undefined): string => (slide?.notes ?? []).map((p) => plainText(p.runs)).join('\n');

const LONG = 'Buyers look at the price over the whole life of the machine, and at what a day without it would cost them in the season';
const MORE =
  'They ask for a price that holds for ten years, and for somebody who comes on a Sunday when the machine stands still and the goods of the season wait';

describe('a statement of more than two lines', () => {
  const row = (text: string): string => `:::rows\n- Price | ${text}\n:::`;

  it('is cut behind a sentence that fits, and stands in the notes whole, with a note that says so', async () => {
    const { slides, findings } = await planned(row(`${LONG}. ${MORE}.`));
    expect(textsOn(slides[0], 'statement')).toEqual([LONG]);
    expect(notesOn(slides[0])).toContain(`Price: ${LONG}. ${MORE}.`);
    expect(findings).toMatch(/^note layout\/statement-shortened/);
  });

  it('is never cut inside of a sentence, where the rest may turn its meaning', async () => {
    const { slides, findings } = await planned(row(`${LONG}, but ${MORE}`));
    expect(textsOn(slides[0], 'statement')).toEqual([`${LONG}, but ${MORE}`]);
    expect(findings).toContain('warning layout/statement-too-long');
  });
});

describe('a list', () => {
  const list = (count: number, text = 'Short'): string => Array.from({ length: count }, () => `- ${text}`).join('\n');

  it.each([
    [6, [6]],
    [7, [4, 3]],
    [13, [5, 4, 4]],
  ])('of %i short items goes on in parts of one length', async (count, parts) => {
    const { slides } = await planned(list(count));
    expect(slides.map((s) => textsOn(s, 'body').length)).toEqual(parts);
    expect(slides.map((s) => s.title.slice(-5))).toEqual(
      parts.length === 1 ? ['thing'] : parts.map((_, i) => `(${i + 1}/${parts.length})`),
    );
  });

  it('of long items has at most five', async () => {
    const { slides } = await planned(list(6, 'Versicherungsgesellschaften '.repeat(11)));
    expect(slides.map((s) => textsOn(s, 'body').length)).toEqual([3, 3]);
  });
});

describe('a table', () => {
  const table = (rows: number, columns: number): string => {
    const line = (text: string): string => `| ${Array.from({ length: columns }, (_, i) => `${text}${'abcdefghijkl'[i]}`).join(' | ')} |`;
    return `:::table{caption="A table"}\n${line('h')}\n|${'---|'.repeat(columns)}\n${Array.from({ length: rows }, () => line('c')).join('\n')}\n:::`;
  };
  const sizes = (slides: readonly Slide[]) =>
    slides.flatMap((s) => s.shapes.flatMap((x) => (x.kind === 'table' ? [[x.rows.length - 1, x.columns.length]] : [])));

  it('has at most ten rows below its head', async () => {
    expect(sizes((await planned(table(23, 3))).slides)).toEqual([
      [8, 3],
      [8, 3],
      [7, 3],
    ]);
  });

  it('of many columns and few rows is turned; of many columns and rows it is an error', async () => {
    expect(sizes((await planned(table(2, 9))).slides)).toEqual([[8, 3]]);
    const { findings } = await planned(table(8, 9));
    expect(findings).toContain('error layout/table-too-wide');
    expect(findings).toContain('the table "A table" has 9 columns, and a slide has room for 7');
  });
});

describe('the words of a slide', () => {
  const paragraph = 'word '.repeat(70);

  it('beyond 120 go on on the next one', async () => {
    const { slides, errors } = await planned(`${paragraph}\n\n${paragraph}`);
    expect(slides).toHaveLength(2);
    expect(errors).toEqual([]);
  });

  it('are told where one text alone has more', async () => {
    const { findings } = await planned('word '.repeat(130));
    expect(findings).toContain('warning layout/wordy-slide');
    expect(findings).toContain('has 135 words, and is meant to have 120');
  });
});

describe('note and source', () => {
  it('have two lines: sources are named by number where there is no room', async () => {
    const sources = ['one', 'two', 'three'].map((id) => ({
      id,
      type: 'report',
      title: 'A report',
      publisher: 'A publisher',
      short: `A publisher with a long name, its report on the example market and the markets around it, part ${id}`,
    }));
    const market = marketOf(marketFile({ sources, series: [sizeSeries(FIVE_YEARS, { source: { id: 'one' } })] }));
    const note =
      ':::note\nThe survey asks buyers in every year, and what they paid is what is counted here, without taxes and the work of others.\n:::';
    const { slides } = await planned(`Text.\n\n::source{ids="one two three"}\n\n${note}`, undefined, market);
    expect(textsOn(slides[0], 'note').at(-1)).toBe('Sources: [1], [2], [3]');
    const shape = slides[0]?.shapes.find((s) => s.kind === 'text' && s.role === 'note');
    const lines = shape?.kind === 'text' ? shape.paragraphs.reduce((n, p) => n + linesOf(p.runs, shape.box.w), 0) : 0;
    expect(lines).toBe(2);
  });
});

describe('a title of more than two lines', () => {
  it('is an error that shows the words there is no room for', async () => {
    const { findings } = await planned('Text.', `${LONG} ${MORE} and at last`);
    expect(findings).toContain('error layout/title-too-long');
    expect(findings).toMatch(/needs \d lines, and there is room for 2: ".*at last" is too much/);
  });
});
