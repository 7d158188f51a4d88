import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/env/node.ts';
import { type BuiltCli, buildCli, type Ran } from '../support/cli.ts';
import { marketFile } from '../support/market.ts';
import { parseXml } from '../support/xml.ts';

const CHINA = resolve('data/china-ai-medical-imaging.yaml');

/** A rate that does not follow from its end points: a warning. */
const WITH_WARNING = marketFile({ id: 'warned', growth: [{ of: 'size', from: 2021, to: 2025, value: '30.0', source: { id: 'report' } }] });
const WITH_ERROR = marketFile({ id: 'broken', headline: ['sise'] });

let cli: BuiltCli;
beforeAll(() => {
  cli = buildCli();
  cli.write('good.json', marketFile());
  cli.write('warned.json', WITH_WARNING);
  cli.write('broken.json', WITH_ERROR);
}, 60_000);
afterAll(() => cli.remove());

/** No run writes terminal codes into a pipe. */
const run = (...args: readonly string[]): Ran => {
  const ran = cli.run(...args);
  expect(`${ran.out}${ran.err}`).not.toContain('\u001b');
  return ran;
};

describe('build', () => {
  it.each([
    [['--length', 'long'], '--length is short, standard, full, not "long"'],
    [['--aspect', '16:10'], '--aspect is 16:9, 4:3, not "16:10"'],
    [['--cover', 'grey'], '--cover is dark, light, not "grey"'],
  ])('refuses %s', (args, message) => {
    const { code, err } = run('build', 'good.json', '--out', 'none', ...args);
    expect([code, err]).toEqual([2, `error cli/usage: ${message}\n`]);
  });

  it('takes a paper for the report, and refuses one it does not know', () => {
    expect(run('build', 'good.json', '--to', 'docx', '--paper', 'Letter', '--out', 'letter').code).toBe(0);
    const { code, err } = run('build', 'good.json', '--paper', 'a5', '--out', 'letter');
    expect([code, err]).toEqual([2, expect.stringContaining('"a5" is not a paper: use a4 or letter')]);
  });

  it('writes deck, report, PDF and figures, and says so on stdout alone', () => {
    const { code, out, err } = run('build', CHINA, '--out', 'all');
    expect([code, err]).toEqual([0, '']);
    expect(cli.files('all')).toEqual(
      ['docx', 'pdf', 'pptx']
        .map((f) => `china-ai-medical-imaging/china-ai-medical-imaging.${f}`)
        .concat('china-ai-medical-imaging/figures.json'),
    );
    expect(out).toMatch(
      /^built +files +slides +pages +charts +figures +findings\nall\/china-ai-medical-imaging\/ +pptx docx pdf json +\d+ +\d+ +\d+ +\d+ +0\n$/,
    );
  });

  it('gives the same bytes again', () => {
    run('build', 'good.json', '--out', 'first');
    run('build', 'good.json', '--out', 'second');
    expect(cli.files('second')).toHaveLength(4);
    for (const name of cli.files('first'))
      expect(readFileSync(cli.path('second', name)).equals(readFileSync(cli.path('first', name)))).toBe(true);
  });

  it('takes the date from SOURCE_DATE_EPOCH', () => {
    cli.runWith({ env: { SOURCE_DATE_EPOCH: '1700000000' } }, 'build', 'good.json', '--to', 'json', '--out', 'epoch');
    expect(JSON.parse(readFileSync(cli.path('epoch/example/figures.json'), 'utf8'))).toMatchObject({ date: '2023-11-14' });
  });

  it('writes charts alone as SVG', () => {
    expect(run('build', 'good.json', '--to', 'svg', '--out', 'svg').code).toBe(0);
    expect(cli.files('svg')).toEqual(['example/svg/chart-size.svg']);
    const svg = parseXml(readFileSync(cli.path('svg/example/svg/chart-size.svg'), 'utf8'));
    expect([svg.name, svg.attributes['xmlns']]).toEqual(['svg', 'http://www.w3.org/2000/svg']);
  });

  it('writes figures alone as JSON', () => {
    expect(run('build', 'good.json', '--to', 'json', '--out', 'json').code).toBe(0);
    expect(cli.files('json')).toEqual(['example/figures.json']);
    const { figures } = JSON.parse(readFileSync(cli.path('json/example/figures.json'), 'utf8'));
    expect(figures[0]).toMatchObject({
      id: 'size.2021',
      value: 1,
      decimals: 2,
      unit: 'US$ billion',
      status: 'actual',
      origin: { source: 'report', locator: 'page 1' },
    });
  });

  it('takes the market files of ./data when none are given', () => {
    cli.write('project/data/a.json', marketFile({ id: 'a' }));
    cli.write('project/data/b.json', marketFile({ id: 'b' }));
    cli.write('project/data/market.schema.json', {});
    const { code } = cli.runWith({ in: 'project' }, 'build', '--to', 'json');
    expect([code, cli.files('project/output')]).toEqual([0, ['a/figures.json', 'b/figures.json']]);
  });

  it('prints its results as JSON and nothing else', () => {
    const { code, out, err } = run('build', 'good.json', '--json', '--to', 'json', '--out', 'as-json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'good.json', id: 'example', exit: 0, outputs: ['as-json/example/figures.json'], diagnostics: [] },
    ]);
  });
});

describe('the outputs of a briefing', () => {
  it('are written all or none: a folder in the place of one keeps the others as they were', () => {
    cli.write('whole/example/example.pptx/inside.txt', 'x');
    const { code, err } = run('build', 'good.json', '--to', 'pptx,json', '--out', 'whole');
    expect(code).toBe(5);
    expect(err).toMatch(/^error cli\/cannot-write: .*example\.pptx is a folder\n$/);
    expect(cli.files('whole')).toEqual(['example/example.pptx/inside.txt']);
  });

  it('name the documents that figures.json is about', () => {
    expect(run('build', 'good.json', '--to', 'pdf', '--out', 'named').code).toBe(0);
    const { files } = JSON.parse(readFileSync(cli.path('named/example/figures.json'), 'utf8'));
    expect(files).toEqual([{ name: 'example.pdf', sha256: sha256(readFileSync(cli.path('named/example/example.pdf'))) }]);
  });

  it('are listed as JSON with the files that are missing', () => {
    const { code, out } = run('build', 'nothing.yaml', 'good.json', '--json', '--to', 'json', '--out', 'listed');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject([
      { file: 'nothing.yaml', exit: 2, outputs: [], diagnostics: [{ code: 'cli/no-file' }] },
      { file: 'good.json', exit: 0, outputs: ['listed/example/figures.json'] },
    ]);
  });

  it('carry the notes, the confidence and the scope of the data in figures.json', () => {
    const [series] = marketFile()['series'] as readonly Record<string, unknown>[];
    const [first, ...rest] = (series?.['points'] ?? []) as readonly Record<string, unknown>[];
    const noted = {
      ...series,
      scope: { measure: 'market-size', area: 'world', basis: 'manufacturers’ prices', excludes: 'services' },
      unit: { kind: 'money', currency: 'USD', scale: 9, prices: 'real' },
      points: [{ ...first, note: 'restated', confidence: 'low' }, ...rest],
    };
    cli.write('noted.json', marketFile({ id: 'noted', series: [noted], areas: [{ id: 'world', label: 'World', code: '001' }] }));
    expect(run('build', 'noted.json', '--to', 'json', '--out', 'noted').code).toBe(0);
    const json = JSON.parse(readFileSync(cli.path('noted/noted/figures.json'), 'utf8'));
    expect(json.figures[0]).toMatchObject({ id: 'size.2021', note: 'restated', confidence: 'low', prices: 'real' });
    expect(json.series).toMatchObject([
      { id: 'size', measure: 'market-size', basis: 'manufacturers’ prices', excludes: 'services', area: { label: 'World', code: '001' } },
    ]);
  });
});

describe('market files and templates', () => {
  it('may be links, and a template a folder beside them', () => {
    cli.write('linked/market.json', marketFile());
    cli.write('linked/mine/briefing.md.hbs', '# A section\n\n## Of its own\n\nText.\n');
    mkdirSync(cli.path('linked/data'));
    symlinkSync('../market.json', cli.path('linked/data/market.json'));
    const { code, out } = cli.runWith({ in: 'linked' }, 'outline', '--template', 'mine');
    expect([code, out]).toEqual([0, ' 1  Example market\n 2  Of its own\n']);
  });

  it('need only the words of their own: others are those of the shipped template', () => {
    cli.write('own/briefing.md.hbs', '# {{word "own.section"}}\n\n## {{word "method"}}\n\nText.\n');
    cli.write('own/words/en.yml', 'own.section: Ours\nmethod: Our method\n');
    const { code, out, err } = cli.run('outline', cli.path('good.json'), '--template', './own');
    expect([code, out, err]).toEqual([0, ' 1  Example market\n 2  Our method\n', '']);
  });

  it('are not an empty name', () => {
    expect(run('build', 'good.json', '--template', '').err).toBe('error cli/usage: --template has no value\n');
  });
});

describe('a build that finds', () => {
  it('a warning writes the files, tells it on stderr and ends with 0', () => {
    const { code, err } = run('build', 'warned.json', '--to', 'json', '--out', 'warned');
    expect(code).toBe(0);
    expect(err).toMatch(/^warning market\/cagr-disagrees warned\.json:\d+:\d+: the stated rate of 30\.0 %/);
    expect(cli.files('warned')).toEqual(['warned/figures.json']);
  });

  it('a warning with --strict writes nothing and ends with 4', () => {
    const { code, out } = run('build', 'warned.json', '--strict', '--out', 'strict');
    expect([code, out, cli.files('strict')]).toEqual([4, '', []]);
  });

  it('an error writes nothing, shows the line and ends with 3', () => {
    const { code, out, err } = run('build', 'broken.json', '--out', 'none');
    expect([code, out, cli.files('none')]).toEqual([3, '', []]);
    expect(err).toMatch(/^error market\/\S+ broken\.json:\d+:\d+: .*"sise"/);
    expect(err).toContain('"sise"\n');
    expect(err).toContain('hint: did you mean "size"?');
  });

  it('an error in one file still builds the others', () => {
    const { code } = run('build', 'broken.json', 'good.json', '--to', 'json', '--out', 'one-of-two');
    expect([code, cli.files('one-of-two')]).toEqual([3, ['example/figures.json']]);
  });

  it('two files of one id builds the first and refuses the second', () => {
    cli.write('twin.json', marketFile({ subtitle: 'Of the same id' }));
    const { code, err } = run('build', 'good.json', 'twin.json', '--to', 'json', '--out', 'twins');
    expect([code, cli.files('twins')]).toEqual([3, ['example/figures.json']]);
    expect(err).toBe('error cli/same-id: twin.json has the id "example", and so has good.json: its documents would be overwritten\n');
  });

  it('an error tells it as JSON with --json', () => {
    const { code, out } = run('build', 'broken.json', '--json', '--out', 'none');
    const [result] = JSON.parse(out);
    expect([code, result.exit, result.outputs, result.diagnostics[0].severity]).toEqual([3, 3, [], 'error']);
  });

  it('an error shows it with --quiet too, and a warning not', () => {
    const broken = run('build', 'broken.json', '--quiet', '--out', 'none');
    expect([broken.code, broken.out]).toEqual([3, '']);
    expect(broken.err).toMatch(/^error market\//);
    const warned = run('build', 'warned.json', '--quiet', '--to', 'json', '--out', 'quiet');
    expect(warned).toEqual({ code: 0, out: '', err: '' });
  });

  it('that it cannot write ends with 5', () => {
    cli.write('taken', 'a file where a folder should be');
    const { code, err } = run('build', 'good.json', '--to', 'json', '--out', 'taken');
    expect(code).toBe(5);
    expect(err).toMatch(/^error cli\/cannot-write: /);
  });

  it('a text that does not fit a slide writes nothing', () => {
    cli.write('long.json', marketFile({ id: 'long', title: 'MAMMOTH WORDS '.repeat(4).trim() }));
    const { code, err } = run('build', 'long.json', '--out', 'long');
    expect([code, cli.files('long')]).toEqual([3, []]);
    expect(err).toContain('error layout/title-too-long');
  });
});

describe('a build asked for what there is not', () => {
  it.each([
    ['a file', ['build', 'nothing.yaml'], 'error cli/no-file: there is no file nothing.yaml\n'],
    [
      'a format',
      ['build', 'good.json', '--to', 'odt'],
      'error cli/usage: "odt" is not a format: use pptx, docx, pdf, deck.pdf, svg, json\n',
    ],
    [
      'a parameter',
      ['build', 'good.json', '-P', 'colour=red'],
      'error cli/usage: "colour" is not a parameter: use client, date, confidentiality, data-tables, handout\n',
    ],
    ['a parameter without a value', ['build', 'good.json', '-P', 'client'], 'error cli/usage: "client" has no value: write -P client=…\n'],
    ['a date', ['build', 'good.json', '-P', 'date=2025-13-01'], 'error cli/usage: "2025-13-01" is not a date: use YYYY-MM-DD\n'],
    ['a day', ['build', 'good.json', '-P', 'date=2025-02-30'], 'error cli/usage: "2025-02-30" is not a date: use YYYY-MM-DD\n'],
    ['an option', ['build', 'good.json', '--colour'], "error: unknown option '--colour'\n"],
    ['a command', ['bild'], "error: unknown command 'bild'\n"],
  ])('such as %s ends with 2 and says so on stderr', (_, args, message) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(message)).toBe(true);
  });

  it('such as any market at all ends with 2 and names the way out', () => {
    const { code, err } = run('build');
    expect(code).toBe(2);
    expect(err).toContain('hint: "marketbrief init" makes a folder that builds at once');
  });

  it.each([
    ['template', 'build/no-template'],
    ['brand', 'build/no-brand'],
  ])('such as a %s ends with 3 and writes nothing', (option, finding) => {
    const { code, err } = run('build', 'good.json', `--${option}`, './nowhere', '--out', 'nowhere-out');
    expect([code, cli.files('nowhere-out')]).toEqual([3, []]);
    expect(err).toContain(`error ${finding}`);
  });
});
