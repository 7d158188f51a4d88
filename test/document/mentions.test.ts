import { describe, expect, it } from 'vitest';
import { readTemplate } from '../support/template.ts';

const SLIDE = '# Section\n\n## A slide\n\n';
const CHART = '::chart{id="c" kind="column" of="size"}\n';

const found = async (template: string): Promise<readonly string[]> => (await readTemplate(template)).findings;

describe('a chart that the report shows', () => {
  it('and that no text names is told with what to write', async () => {
    const { findings, advice } = await readTemplate(`${SLIDE}${CHART}`);
    expect(findings).toEqual([
      'warning document/unmentioned-exhibit briefing.md.hbs:5:1: the report shows the chart "c" without naming it in its text',
    ]);
    expect(advice[0]).toContain('hint: name it in a sentence ahead of it: {{see "c"}}');
  });

  it.each([
    ['ahead of it', `${SLIDE}{{see "c"}} shows it.\n\n${CHART}`],
    ['in its own section', `${SLIDE}${CHART}\n{{see "c"}} shows it.\n`],
    ['in a section ahead', `${SLIDE}{{see "c"}} shows it.\n\n# Next\n\n## B\n\n${CHART}`],
    ['in a list', `${SLIDE}- as {{see "c"}} shows\n\n${CHART}`],
  ])('is named %s', async (_, template) => {
    expect(await found(template)).toEqual([]);
  });

  it.each([
    ['in a later section alone', `${SLIDE}${CHART}\n# Next\n\n## B\n\n{{see "c"}} showed it.\n`],
    ['in the deck alone', `${SLIDE}:::deck\n{{see "c"}} shows it.\n:::\n\n${CHART}`],
  ])('is not named %s', async (_, template) => {
    expect(await found(template)).toHaveLength(1);
  });

  it('need not be named where the deck alone shows it', async () => {
    expect(await found(`${SLIDE}:::deck\n${CHART}:::\n`)).toEqual([]);
  });
});

describe('the tables of the charts', () => {
  it('are named together', async () => {
    const data = '# Data\n\n## D\n\n:::report\n{{see "data-tables"}}\n\n::data-tables{caption="Of"}\n:::\n';
    expect(await found(`${SLIDE}{{see "c"}}\n\n${CHART}\n${data}`)).toEqual([]);
  });
});
