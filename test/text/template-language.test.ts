import { describe, expect, it } from 'vitest';
import { marketFile, marketOf } from '../support/market.ts';
import { dumpSections, readTemplate } from '../support/template.ts';

const SLIDE = '# Section\n\n## A slide\n\n';

/** Each template with what is found in it: code, file, line and column, message. */
const WRONG: readonly (readonly [what: string, template: string, findings: readonly string[]])[] = [
  [
    'an unknown directive',
    `${SLIDE}::::tabel{of="size"}\n\n::::\n`,
    ['error document/unknown-directive briefing.md.hbs:5:1: there is no directive "tabel"'],
  ],
  [
    'an unknown chart kind',
    `${SLIDE}::chart{kind="colum" of="size"}\n`,
    ['error document/unknown-chart briefing.md.hbs:5:1: there is no chart kind "colum"'],
  ],
  [
    'a chart of an unknown series',
    `${SLIDE}::chart{kind="column" of="sise"}\n`,
    ['error document/unknown-series briefing.md.hbs:5:1: there is no series or breakdown "sise" to chart'],
  ],
  [
    'a reference to an exhibit that is not there',
    `${SLIDE}See {{see "chart-sise"}}.\n`,
    ['error document/unknown-anchor briefing.md.hbs:5:1: there is no chart or table "chart-sise" to refer to'],
  ],
  [
    'text outside of a slide',
    '# Section\n\nA sentence.\n\n## A slide\n',
    ['error document/text-outside-slide briefing.md.hbs:3:1: text stands outside of a slide'],
  ],
  [
    'a slide outside of a section',
    '## A slide\n\n# Section\n',
    ['error document/slide-outside-section briefing.md.hbs:1:1: a slide (##) stands before the first section (#)'],
  ],
  ['a raw value', `${SLIDE}It is {{{label "size"}}}.\n`, ['error text/raw-value briefing.md.hbs:5:7: a raw value {{{ }}} is not allowed']],
  [
    'a bare path',
    `${SLIDE}It is {{market.title}}.\n`,
    ['error text/bare-value briefing.md.hbs:5:7: "market.title" is not a helper, and bare values are not printed'],
  ],
  ['an unknown helper', `${SLIDE}It is {{figg "size.2021"}}.\n`, ['error text/unknown-helper briefing.md.hbs:5:7: "figg" is not a helper']],
  [
    'an unknown helper inside of another',
    `${SLIDE}It is {{fig (cagrr "size" 2021 2025)}}.\n`,
    ['error text/unknown-helper briefing.md.hbs:5:13: "cagrr" is not a helper'],
  ],
  [
    'an unknown length',
    `${SLIDE}{{#if (length "long")}}A{{/if}}\n`,
    ['error text/unknown-length briefing.md.hbs:5:7: a deck has no length "long"'],
  ],
  ['the helper log', `${SLIDE}{{log "x"}}\n`, ['error text/unknown-helper briefing.md.hbs:5:1: "log" is not a helper']],
  ['the helper lookup', `${SLIDE}{{lookup this "x"}}\n`, ['error text/unknown-helper briefing.md.hbs:5:1: "lookup" is not a helper']],
  [
    'a choice without a question',
    `${SLIDE}{{#if}}A{{/if}}\n`,
    ['error text/missing-argument briefing.md.hbs:5:1: {{#if}} takes one argument, but has none'],
  ],
  ['a choice as a value', `${SLIDE}It is {{if (has "drivers")}}.\n`, ['error text/not-a-value briefing.md.hbs:5:7: "if" is no value']],
  ['a helper as a block', `${SLIDE}{{#label "size"}}A{{/label}}\n`, ['error text/not-a-block briefing.md.hbs:5:1: "label" holds no text']],
  [
    'a name that every object inherits',
    `${SLIDE}It is {{market "constructor"}}{{title-of "constructor"}}.\n`,
    ['error text/unknown-content briefing.md.hbs:5:7: a market has no "constructor"'],
  ],
  [
    'a directive that every object inherits',
    `${SLIDE}::toString{}\n`,
    ['error document/unknown-directive briefing.md.hbs:5:1: there is no directive "toString"'],
  ],
  [
    'the id of an exhibit that leads elsewhere',
    `${SLIDE}::chart{id="../../../x" kind="column" of="size"}\n`,
    ['error document/not-an-id briefing.md.hbs:5:1: "../../../x" is not an id'],
  ],
  ['an unknown part', '{{> sections/intro}}\n', ['error text/unknown-part briefing.md.hbs:1:1: the template has no part "sections/intro"']],
  [
    'a decorator',
    `${SLIDE}{{* deco "x"}}\n`,
    ['error text/forbidden-syntax briefing.md.hbs:5:1: Decorator is not part of the template language'],
  ],
  [
    'an unknown figure',
    `${SLIDE}It is {{fig "size.2031"}}.\n`,
    ['error text/unknown-figure briefing.md.hbs:5:7: there is no figure "size.2031"'],
  ],
  [
    'an unknown series',
    `${SLIDE}It is {{label "sise"}}.\n`,
    ['error text/unknown-group briefing.md.hbs:5:7: there is no series or breakdown "sise"'],
  ],
  [
    'an unknown sentence',
    `${SLIDE}{{word "a.wort"}}\n`,
    ['error text/unknown-words briefing.md.hbs:5:1: the words file has no entry "a.wort"'],
  ],
  [
    'a sentence without its argument',
    `${SLIDE}{{say "size.is"}}\n`,
    ['error text/missing-argument briefing.md.hbs:5:1: "size.is" needs the argument "value"'],
  ],
  [
    'a form no figure has',
    `${SLIDE}{{fig "size.2021" "huge"}}\n`,
    ['error text/unknown-form briefing.md.hbs:5:1: "huge" is not a form of a figure'],
  ],
  [
    'prose the market does not have',
    `${SLIDE}{{prose "drivers"}}\n`,
    ['error text/no-narrative briefing.md.hbs:5:1: the market file has no "drivers"'],
  ],
  [
    'a table directive without a table',
    `${SLIDE}:::table{of="size"}\nno table\n:::\n`,
    ['error document/table-empty briefing.md.hbs:5:1: this table directive holds no table'],
  ],
  [
    'a tile without a figure',
    `${SLIDE}:::tiles\n- twelve | label | detail\n:::\n`,
    ['error document/tile-without-figure briefing.md.hbs:5:1: a tile begins with a figure'],
  ],
  [
    'code among the text',
    `${SLIDE}\`\`\`\nlet x\n\`\`\`\n`,
    ['error document/unknown-block briefing.md.hbs:5:1: a code has no place in a briefing'],
  ],
  [
    'a directive whose attributes do not close',
    `${SLIDE}::chart{kind="column" of="size"\n`,
    ['error document/directive-text briefing.md.hbs:5:1: this line looks like a directive but is not one'],
  ],
];

describe('a template with', () => {
  it.each(WRONG)('%s is told with its file and line', async (_, template, findings) => {
    expect((await readTemplate(template)).findings).toEqual(findings);
  });

  it('braces that do not close is told with its line', async () => {
    const { findings } = await readTemplate(`${SLIDE}It is {{fig "size.2021".\n`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^error text\/template-syntax briefing\.md\.hbs:[56]:1: the template cannot be read: /);
  });

  it.each([
    ['at the end of the template', `${SLIDE}::::report\nWords for the report.\n`, ['5:1: the container "report" is not closed']],
    [
      'before further sections',
      `${SLIDE}:::notes\nSpoken words.\n\n# Next\n\n## Another slide\n`,
      ['5:1: the container "notes" is not closed'],
    ],
    [
      'around one that is closed',
      `${SLIDE}::::columns{split="6-6"}\n:::column\nText.\n:::\n`,
      ['5:1: the container "columns" is not closed'],
    ],
  ])('a container that is not closed %s is told where the container opens', async (_, template, findings) => {
    expect((await readTemplate(template)).findings).toEqual(findings.map((f) => `error document/unclosed-container briefing.md.hbs:${f}`));
  });

  it('an error in one of its parts names that part and the line in it', async () => {
    const parts = { 'sections/size.md.hbs': '{{#each (headlines) as |s|}}\n# Size\n\n## Title\n\n::chrat{of="{{id s}}"}\n{{/each}}\n' };
    expect((await readTemplate('{{> sections/size}}\n', { parts })).findings).toEqual([
      'error document/unknown-directive sections/size.md.hbs:6:1: there is no directive "chrat"',
    ]);
  });

  it('a part that takes itself in, directly or by way of another, is told so', async () => {
    const parts = { 'a.md.hbs': '{{> b}}\n', 'b.md.hbs': '{{> a}}\n', 'c.md.hbs': '{{> c}}\n' };
    const { findings } = await readTemplate('{{> a}}\n', { parts });
    expect(findings).toEqual([
      'error text/part-in-itself a.md.hbs:1:1: "a" takes in "b", which leads back to it',
      'error text/part-in-itself b.md.hbs:1:1: "b" takes in "a", which leads back to it',
      'error text/part-in-itself c.md.hbs:1:1: "c" takes itself in',
    ]);
  });

  it('several errors shows them all in one run', async () => {
    const { findings } = await readTemplate(`${SLIDE}{{figg "a"}}\n\n{{{label "size"}}}\n\n{{title}}\n`);
    expect(findings.map((f) => f.split(' ')[1])).toEqual(['text/unknown-helper', 'text/raw-value', 'text/bare-value']);
  });

  it('a misspelt name is told what it may have meant', async () => {
    expect((await readTemplate(`${SLIDE}{{figg "size.2021"}}\n`)).advice[0]).toContain('hint: did you mean "fig"?');
    expect((await readTemplate(`${SLIDE}{{fig "size.2O21"}}\n`)).advice[0]).toContain('hint: did you mean "size.2021"?');
    expect((await readTemplate(`${SLIDE}::chart{kind="colum" of="size"}\n`)).advice[0]).toContain('hint: did you mean "column"?');
  });

  it('no briefing.md.hbs is told so', async () => {
    const { fillTemplate } = await import('../../src/text/fill.ts');
    const { ledgerOfPoints, marketFile, marketOf } = await import('../support/market.ts');
    const { en } = await import('../../src/locale/en.ts');
    const filled = await fillTemplate(
      { files: new Map([['other.md.hbs', '']]) },
      {
        market: marketOf(marketFile()),
        draft: ledgerOfPoints([[2024, '1']]),
        locale: en,
        words: new Map(),
        options: new Set(),
        length: 'standard',
      },
    );
    expect(filled.diagnostics.map((d) => d.message)).toEqual(['the template has no briefing.md.hbs']);
  });
});

describe('a sentence that lacks a part', () => {
  it('is an error that names the part', async () => {
    const { findings } = await readTemplate('# A\n\n## {{say "size.is" value=(label "size")}} {{say "size.is" value=""}}\n');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('text/empty-argument');
    expect(findings[0]).toContain('"size.is" gets nothing for "value"');
  });
});

describe('the words of a choice', () => {
  const grown = async (low: string, high: string): Promise<string> => {
    const market = marketOf(marketFile({ growth: [{ of: 'size', from: 2021, to: 2025, low, high, source: { id: 'report' } }] }));
    return dumpSections((await readTemplate('# A\n\n## {{say "growth" by="size.cagr.2021-2025"}}\n', { market })).sections);
  };

  it('go by the sign of both ends of a range', async () => {
    expect(await grown('9', '11')).toContain('## it grows');
    expect(await grown('-4', '-2')).toContain('## it shrinks');
  });
});

describe('slides of longer decks', () => {
  const parts = ['both', 'report', 'deck'].map(
    (medium) => `:::::${medium}\n## In ${medium}\n\nAll\n\n::::deck\nSlides\n::::\n\n::::report\nPages\n::::\n:::::\n`,
  );

  it('stand in the report alone where the deck is shorter, without what only a slide shows', async () => {
    const { sections } = await readTemplate(`# Section\n\n${parts.join('\n')}`);
    expect(dumpSections(sections)).toBe(
      [
        '# Section',
        '## In both',
        '  paragraph: All',
        '  paragraph (deck only): Slides',
        '  paragraph (report only): Pages',
        '## In report (report only)',
        '  paragraph (report only): All',
        '  paragraph (report only): Pages',
        '## In deck (deck only)',
        '  paragraph (deck only): All',
        '  paragraph (deck only): Slides',
      ].join('\n'),
    );
  });

  it.each([
    ['short', 'both'],
    ['standard', 'both'],
    ['full', 'report'],
  ])('are chosen by the container that medium "%s" gives in a standard deck: %s', async (least, container) => {
    const { sections } = await readTemplate(`# Section\n\n:::{{medium "${least}"}}\n## A slide\n\nText\n:::\n`);
    expect(dumpSections(sections)).toContain(container === 'both' ? '## A slide\n' : '## A slide (report only)\n');
  });
});
