import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { marketFile, marketOf, partsOf, sizeSeries } from '../support/market.ts';
import { dumpSections, inlineText, readTemplate } from '../support/template.ts';

const SLIDE = '# Section\n\n## A slide\n\n';

const proseMarket = (body: string, more: Readonly<Record<string, unknown>> = {}) =>
  marketOf(marketFile({ narratives: { drivers: { headline: 'A headline', points: [{ label: 'One', text: 'A point' }], body } }, ...more }));

const digits = (findings: readonly string[]): readonly string[] => findings.filter((f) => f.includes('untraced-digit'));

describe('a digit', () => {
  it('typed in a template is found with its line', async () => {
    const { findings } = await readTemplate(`${SLIDE}The market grew by 12 billion.\n\nAnd on.\n`);
    expect(findings).toEqual([
      'warning document/untraced-digit briefing.md.hbs:5:1: "The market grew by 12 billion." holds a number that no figure stands behind',
    ]);
  });

  it.each([
    ['a title', '# Section\n\n## Growth to 2030\n'],
    ['a list', `${SLIDE}- first\n- grew by 7\n`],
    ['a table', `${SLIDE}:::table{id="t"}\n| a | b |\n| - | - |\n| x | 45 |\n:::\n`],
    ['a caption', `${SLIDE}::chart{kind="column" of="size" caption="Up to 2030"}\n`],
    ['emphasis', `${SLIDE}grew by **12**\n`],
    ['speaker notes', `${SLIDE}:::notes\nSay 12.\n:::\n`],
    ['Arabic digits', `${SLIDE}grew by \u0661\u0662\n`],
  ])('is found in %s', async (_, template) => {
    expect(digits((await readTemplate(template)).findings)).toHaveLength(1);
  });

  it('in the prose of the data is found', async () => {
    const { findings } = await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market: proseMarket('Sales rose by 12 per cent.') });
    expect(digits(findings)).toHaveLength(1);
  });

  it('that a figure, a year or a quotation stands behind is none', async () => {
    const market = proseMarket('It was [@fig:size.2021] in [@fig:size.2021|year].');
    const template = `${SLIDE}{{fig "size.2025"}} in {{year "size.2025"}}, {{period (cagr "size" 2021 2025)}}\n\n{{prose "drivers"}}\n`;
    expect((await readTemplate(template, { market })).findings).toEqual([]);
  });

  it('that is part of a declared term is none', async () => {
    const text = 'Fast 5G networks serve Healthy China 2030.';
    const market = proseMarket(text, { terms: ['5G', 'Healthy China 2030'] });
    expect((await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market })).findings).toEqual([]);
    expect(digits((await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market: proseMarket(text) })).findings)).toHaveLength(1);
  });

  it('beside a declared term is still found', async () => {
    const market = proseMarket('Fast 5G networks reach 300 hospitals.', { terms: ['5G'] });
    expect(digits((await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market })).findings)).toHaveLength(1);
  });

  it('of a term that emphasis divides is none', async () => {
    const market = proseMarket('It serves **Healthy** China 2030.', { terms: ['Healthy China 2030'] });
    expect((await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market })).findings).toEqual([]);
  });
});

describe('a reference in the prose of the data', () => {
  it.each([
    ['[@fig:size.2099]', 'document/unknown-figure', 'there is no figure "size.2099"', 'did you mean "size.2021"?'],
    ['[@fig:size.cagr.1900-1950]', 'document/unknown-figure', 'there is no figure "size.cagr.1900-1950"', undefined],
    ['[@source:nobody]', 'document/unknown-source', 'there is no source "nobody"', undefined],
    ['[@source:Report]', 'document/unknown-source', 'there is no source "Report"', 'did you mean "report"?'],
    ['[@fig:size.2021|lnog]', 'document/broken-reference', '"[@fig:size.2021|lnog]" is not a reference', 'did you mean "long"?'],
    ['[@figure:size.2021]', 'document/broken-reference', '"[@figure:size.2021]" is not a reference', 'did you mean "fig"?'],
    ['[@fig:Size.2021]', 'document/broken-reference', '"[@fig:Size.2021]" is not a reference', 'did you mean "size.2021"?'],
    ['[@fig:size.2021', 'document/broken-reference', '"[@fig:size.2021." is not a reference', 'close it with ]'],
  ])('%s to nothing is an error at its line of the data', async (reference, code, message, hint) => {
    const { advice } = await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market: proseMarket(`See ${reference}.`) });
    expect(advice).toHaveLength(1);
    expect(advice[0]).toMatch(new RegExp(`^error ${code} example\\.json:\\d+:\\d+: `));
    expect(advice[0]).toContain(message);
    if (hint !== undefined) expect(advice[0]).toContain(`hint: ${hint}`);
  });

  it('by another name of a figure is one to the figure itself', async () => {
    const market = proseMarket('Growth of [@fig:size.growth.2021-2022].');
    const { sections, findings } = await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market });
    expect(findings).toEqual([]);
    expect(dumpSections(sections)).toContain('Growth of {size.yoy.2022 long}.');
  });

  it('to what can be derived is one', async () => {
    const market = proseMarket('A change of [@fig:size.change.2021-2025], by [@source:report].');
    const { sections, findings } = await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market });
    expect(findings).toEqual([]);
    expect(dumpSections(sections)).toContain('paragraph: A change of {size.change.2021-2025 long}, by [report].');
  });
});

describe('a name full of markup', () => {
  const NAMES = [
    '*_[]:{}<>&|#',
    '# No heading',
    '::chart{kind="bar"}',
    '{{label "x"}}',
    '{{{raw}}}',
    '| a | b |',
    '<b>bold</b>',
    '- item',
    '\\*',
    '[@fig:size.2021]',
    '&amp;',
    '`code`',
    '![x](y)',
    ':::report',
    '$&',
    '---',
  ];

  const named = (name: string) =>
    marketOf(
      marketFile({
        series: [
          sizeSeries(
            [
              [2021, '1.0'],
              [2025, '2.0'],
            ],
            { label: name, short: name, phrase: name },
          ),
        ],
        breakdowns: [
          partsOf([
            [name, '40.0'],
            ['Other', '60.0'],
          ]),
        ],
      }),
    );

  const TEMPLATE = `# {{short "size"}}\n\n## Of {{label "size"}} and\n\nIt is {{phrase "size"}}, said so.\n\n- {{member "parts" "parts.part-1"}}\n\n:::table{id="t" caption="{{label "size"}}"}\n| name |\n| - |\n| {{label "size"}} |\n:::\n\n:::rows{heading="{{short "size"}}"}\n- {{short "size"}} | {{label "size"}}\n:::\n`;

  const expected = (name: string): string =>
    [
      `# ${name}`,
      `## Of ${name} and`,
      `  paragraph: It is ${name}, said so.`,
      '  list',
      `    - ${name}`,
      `  table: ${name}`,
      '    | name',
      `    | ${name}`,
      `  rows: ${name}`,
      `    - ${name} | ${name}`,
    ].join('\n');

  it.each(NAMES)('survives as text: %s', async (name) => {
    const { sections, findings } = await readTemplate(TEMPLATE, { market: named(name) });
    expect(dumpSections(sections)).toBe(expected(name));
    expect(findings.filter((f) => f.startsWith('error'))).toEqual([]);
  });

  it('survives as text whatever it is', async () => {
    const markup = fc.string({ unit: fc.constantFrom(...'*_[]:{}<>&|#`~!\\$@"\'=-+.() ab中é'.split('')), minLength: 1, maxLength: 30 });
    // Space at the ends is trimmed where a name is all a line holds.
    const name = markup.map((s) => `x${s}y`);
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        expect(dumpSections((await readTemplate(TEMPLATE, { market: named(text) })).sections)).toBe(expected(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the prose of the data', () => {
  const read = async (body: string): Promise<string> => {
    const { sections, findings } = await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market: proseMarket(body) });
    expect(findings).toEqual([]);
    return dumpSections(sections).split('\n').slice(2).join('\n');
  };

  it.each([
    ['a heading becomes a paragraph', '# Big claim\n\nText.', '  paragraph: Big claim\n  paragraph: Text.'],
    ['a directive is text', '::chart{kind="bar" of="x"}', '  paragraph: ::chart{kind="bar" of="x"}'],
    ['a template call is text', 'A {{label "size"}} here.', '  paragraph: A {{label "size"}} here.'],
    [
      'ratios and times keep their colons',
      'A ratio of x:y, and AI:driven, 指标:增长.',
      '  paragraph: A ratio of x:y, and AI:driven, 指标:增长.',
    ],
    ['emphasis is kept', 'A **strong** and *soft* word.', '  paragraph: A <b>strong</b> and <i>soft</i> word.'],
    ['emphasis in Chinese text is kept', '中国的**医学影像，**市场。', '  paragraph: 中国的<b>医学影像，</b>市场。'],
    ['an https link is one', 'See [here](https://example.com).', '  paragraph: See <a>here</a>.'],
    ['a link elsewhere is its text', 'See [here](javascript:x) and [there](http://example.com).', '  paragraph: See here and there.'],
    ['an image is what it shows in words', 'A ![picture](https://example.com/x.png) here.', '  paragraph: A picture here.'],
    ['a nested list is flat', '- one\n  - two\n- three', '  list\n    - one\n    - two\n    - three'],
    ['two paragraphs of an item follow each other', '- one\n\n  more\n- two', '  list\n    - one more\n    - two'],
    ['a list is a list', '- one\n- two', '  list\n    - one\n    - two'],
    ['a soft line break is a space', 'one\ntwo', '  paragraph: one two'],
  ])('%s', async (_, body, expected) => {
    expect(await read(body)).toBe(expected);
  });

  it.each([
    ['a block quote', '> A sentence.'],
    ['a block of code', '    A sentence.'],
    ['a table', '| a | b |\n|---|---|\n| c | d |'],
    ['a rule', '---'],
    ['HTML', '<script>alert()</script>'],
    ['a block quote', '- item\n\n  > A sentence.'],
  ])('%s is told, not left out', async (name, body) => {
    const { findings } = await readTemplate(`${SLIDE}{{prose "drivers"}}\n`, { market: proseMarket(`Before.\n\n${body}\n\nAfter.`) });
    expect(findings).toEqual([
      expect.stringMatching(new RegExp(`^error document/prose-block example\\.json:.*: ${name} has no place in prose$`)),
    ]);
  });

  it('inside of a line of text is told, not dropped', async () => {
    const { findings } = await readTemplate(`${SLIDE}Text {{prose "drivers"}} after.\n`, { market: proseMarket('A sentence.') });
    expect(findings).toEqual(['error document/block-in-line briefing.md.hbs:5:1: a block stands inside of a line of text']);
  });
});

describe('a template', () => {
  it('becomes the document its dump shows', async () => {
    const market = marketOf(
      marketFile({
        growth: [{ of: 'size', from: 2021, to: 2025, value: '9.9', source: { id: 'report' } }],
        breakdowns: [
          partsOf([
            ['Alpha', '40.0'],
            ['Beta', null],
          ]),
        ],
        narratives: {
          drivers: {
            headline: 'Drivers of [@fig:size.2025]',
            points: [{ label: 'One', text: 'A point' }],
            body: 'Prose.\n\n1. first\n2. second',
          },
        },
      }),
    );
    const template = `# {{word "a.word"}}

## {{say "size.is" value=(fig "size.2025")}} and {{say "growth" by=(cagr "size" 2021 2025)}}

:::tiles
- {{fig "size.2025"}} | {{short "size"}} | {{status "size.2025"}}
:::

:::::columns{split="8-3"}
::::column
::chart{id="c" kind="column" of="size" rate="2021-2025" derive="cagr"}
::::
::::column
:::callouts{heading="What it means"}
- {{fig (change "size" 2021 2025)}} | more than before
- only words
:::
::::
:::::

:::report
{{see "c"}} and {{see "b"}} show it.

### A heading

{{prose "drivers"}}
:::

{{#if (has "drivers")}}
## {{headline "drivers"}}

{{points "drivers" heading="Drivers"}}

::chart{id="b" kind="bar" of="parts"}
{{else}}
## Never seen
{{/if}}

::::deck
## Only in the deck

:::takeaway
The **end**.
:::
::::
`;
    const { sections, findings } = await readTemplate(template, { market });
    expect(findings).toEqual([]);
    expect(sections.map((s) => inlineText(s.title))).toEqual(['a word']);
    expectGolden('test/document/cases/template.expected.txt', dumpSections(sections));
  });
});

describe('two charts of one id', () => {
  const twice = (first: string, second: string): string => `# S\n\n## T\n\n{{see "chart-size"}}\n\n${first}\n\n${second}\n`;
  const chart = '::chart{kind="column" of="size"}';

  it('are an error at the second', async () => {
    const { findings } = await readTemplate(twice(chart, chart));
    expect(findings).toEqual([expect.stringContaining('two charts or tables have the id "chart-size"')]);
  });

  it('are two where each stands in a medium of its own', async () => {
    const { findings } = await readTemplate(twice(`:::deck\n${chart}\n:::`, `:::report\n${chart}\n:::`));
    expect(findings).toEqual([]);
  });
});
