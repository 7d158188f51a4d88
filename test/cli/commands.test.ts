import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { processIo, showDiagnostics } from '../../src/cli/io.ts';
import { type BuiltCli, buildCli } from '../support/cli.ts';
import { marketFile } from '../support/market.ts';

const CHINA = resolve('data/china-ai-medical-imaging.yaml');

let cli: BuiltCli;
beforeAll(() => {
  cli = buildCli();
}, 60_000);
afterAll(() => cli.remove());
afterEach(() => vi.unstubAllEnvs());

describe('the version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

  it('is that of package.json', () => {
    expect(VERSION).toBe(version);
    expect(cli.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect(cli.run('-V').out).toBe(`${version}\n`);
  });
});

describe('the help', () => {
  it('lists every command on stdout and ends with 0', () => {
    const { code, out, err } = cli.run('--help');
    expect([code, err]).toEqual([0, '']);
    expect([...out.matchAll(/^ {2}([a-z]+)(?: |$)/gm)].map((m) => m[1])).toEqual([
      'build',
      'init',
      'validate',
      'outline',
      'explain',
      'schema',
      'help',
    ]);
  });
});

describe('explain', () => {
  it('tells the value of a published figure, its source, the words as printed, and every place', () => {
    const { code, out, err } = cli.run('explain', 'global.size.2029', CHINA);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 9)).toEqual([
      `global.size.2029  (${CHINA})`,
      'what      Global market, 2029',
      'value     US$4.54 billion',
      'unit      US$ billion',
      'period    2029',
      'status    forecast',
      'source    mnm-article, paragraph 2',
      'printed   “expected to hit $4.54 billion by 2029”',
      'places',
    ]);
    for (const format of ['pptx', 'docx', 'pdf']) expect(out).toMatch(new RegExp(`^ {10}${format} +\\S.*: .*4\\.54`, 'm'));
  });

  it('tells the rule and the inputs of a computed figure', () => {
    const { out } = cli.run('explain', 'global.size.change.2024-2029', CHINA);
    expect(out).toContain('value     US$2.89 billion\n');
    expect(out).toContain(
      'rule      change\nfrom\n          global.size.2024 = $1.65\u00a0bn\n          global.size.2029 = $4.54\u00a0bn\n',
    );
  });

  it('says of a withheld figure that it is not disclosed', () => {
    expect(cli.run('explain', 'china.size.2030', CHINA).out).toContain('value     n/d\n');
  });

  it('gives all of it as JSON', () => {
    const told = JSON.parse(cli.run('explain', 'global.size.2029', CHINA, '--json').out);
    expect(told).toMatchObject({ id: 'global.size.2029', quantity: { kind: 'value', value: 4.54, decimals: 2 }, status: 'forecast' });
    expect(Object.keys(told.places)).toEqual(['pptx', 'docx', 'pdf']);
  });

  it('knows a figure that no document prints but that can be computed', () => {
    cli.write('small.json', marketFile());
    const { code, out } = cli.run('explain', 'size.growth.2021-2022', 'small.json');
    expect(code).toBe(0);
    expect(out).toMatch(/^size\.yoy\.2022 {2}\(small\.json\)\n/);
  });

  it('suggests the nearest id for a wrong one and ends with 3', () => {
    cli.write('small.json', marketFile());
    expect(cli.run('explain', 'sise.2025', 'small.json')).toEqual({
      code: 3,
      out: '',
      err: 'error cli/unknown-figure: there is no figure "sise.2025"\n  hint: did you mean "size.2025"?\n',
    });
  });
});

describe('outline', () => {
  it('prints the action titles in order, numbered, and the same as JSON', () => {
    const { code, out, err } = cli.run('outline', CHINA);
    expect([code, err]).toEqual([0, '']);
    const titles = out.trimEnd().split('\n');
    expect(titles[0]).toBe(' 1  Artificial intelligence in medical imaging');
    const json = JSON.parse(cli.run('outline', CHINA, '--json').out) as readonly { readonly title: string }[];
    expect(titles).toEqual(json.map((s, i) => `${String(i + 1).padStart(2)}  ${s.title}`));
    expect(titles.length).toBeGreaterThan(8);
  });
});

describe('commands without files', () => {
  it('take those of ./data', () => {
    cli.write('two/data/a.json', marketFile({ id: 'a', title: 'Alpha' }));
    cli.write('two/data/b.json', marketFile({ id: 'b', title: 'Beta' }));
    const { code, out } = cli.runWith({ in: 'two' }, 'outline');
    expect(code).toBe(0);
    expect(out).toMatch(/^data\/a\.json\n 1 {2}Alpha\n[\s\S]*\ndata\/b\.json\n 1 {2}Beta\n/);
  });

  it.each([['outline'], ['validate'], ['explain', 'size.2021'], ['build', '--watch']])(
    'such as %s end with 2 where there are none',
    (...args) => {
      cli.write('bare/note.txt', 'nothing to build');
      const { code, out, err } = cli.runWith({ in: 'bare' }, ...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^error cli\/no-files: /);
    },
  );
});

describe('a file that cannot be read', () => {
  it.each([['build'], ['validate'], ['outline'], ['explain', 'size.2021']])('is told by %s, which ends with 2', (...args) => {
    cli.write('folder/market.yaml', 'x');
    const { code, err } = cli.run(...args, 'folder');
    expect([code, err]).toEqual([2, 'error cli/cannot-read: folder cannot be read: it is a folder\n']);
  });
});

describe('watch', () => {
  it('ends with 2 on wrong usage', () => {
    const { code, err } = cli.run('build', CHINA, '--watch', '--to', 'odt');
    expect([code, err]).toEqual([2, 'error cli/usage: "odt" is not a format: use pptx, docx, pdf, deck.pdf, svg, json\n']);
  });
});

describe('schema', () => {
  it('prints a draft-07 schema that knows every key of a market', () => {
    const { code, out, err } = cli.run('schema');
    expect([code, err]).toEqual([0, '']);
    const schema = JSON.parse(out);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toEqual(expect.arrayContaining(['marketbrief', 'id', 'title', 'sources', 'headline']));
  });
});

describe('validate', () => {
  it('counts what it finds, and ends with 4 on warnings only when strict', () => {
    cli.write('off.yaml', readFileSync(CHINA, 'utf8').replace('value: "22.4"', 'value: "23.3"'));
    const { code, out, err } = cli.run('validate', 'off.yaml');
    expect([code, out]).toEqual([0, 'off.yaml: 0 errors, 1 warning, 0 notes\n']);
    expect(err).toContain('hint: it fits from 2023 to 2029');
    expect(cli.run('validate', 'off.yaml', '--strict').code).toBe(4);
    expect(JSON.parse(cli.run('validate', 'off.yaml', '--json').out)).toMatchObject([
      { file: 'off.yaml', diagnostics: [{ code: 'market/cagr-disagrees', severity: 'warning' }] },
    ]);
  });
});

describe('validate of a file with faults everywhere', () => {
  it('shows those of its values and those of its prose, by their lines', () => {
    const market = marketFile({
      headline: ['sise'],
      narratives: {
        drivers: { headline: 'It was [@fig:size.2042]', points: [{ label: 'One', text: '[@source:Report]' }], body: '> Quoted.' },
      },
    });
    cli.write('faults.json', market);
    const { code, err } = cli.run('validate', 'faults.json');
    expect(code).toBe(3);
    expect(err.match(/^error \S+ faults\.json:\d+/gm)?.map((l) => l.split(' ')[1])).toEqual([
      'market/unknown-series',
      'document/unknown-figure',
      'document/unknown-source',
    ]);
  });
});

describe('init', () => {
  it('makes a folder whose market validates and builds without a finding', () => {
    const { code, out } = cli.run('init', 'mine');
    expect([code, out]).toEqual([0, 'mine/data/my-market.yaml\nmine/README.md\nmine/.gitignore\n']);
    expect(cli.run('validate', 'mine/data/my-market.yaml').out).toBe('mine/data/my-market.yaml: 0 errors, 0 warnings, 0 notes\n');
    const built = cli.run('build', 'mine/data/my-market.yaml', '--strict', '--out', 'mine/output');
    expect([built.code, built.err]).toEqual([0, '']);
    expect(cli.files('mine/output').map((f) => f.split('.').at(-1))).toEqual(['json', 'docx', 'pdf', 'pptx']);
  });

  it('takes a folder of the name of one of its files for what it is', () => {
    cli.write('odd/README.md/inside.txt', 'x');
    const { code, err } = cli.run('init', 'odd');
    expect([code, err]).toEqual([5, 'error cli/exists: odd/README.md is already there\n  hint: give the name of a new folder\n']);
  });

  it('never overwrites a file', () => {
    cli.write('theirs/README.md', 'mine');
    const { code, err } = cli.run('init', 'theirs');
    expect([code, err]).toEqual([5, 'error cli/exists: theirs/README.md is already there\n  hint: give the name of a new folder\n']);
    expect(cli.files('theirs')).toEqual(['README.md']);
  });
});

describe('colour', () => {
  const seen = (): string => {
    const lines: string[] = [];
    const io = { ...processIo(), err: (line: string) => lines.push(line) };
    showDiagnostics([{ code: 'a/b', severity: 'error', message: 'wrong' }], new Map(), io, true);
    return lines.join('\n');
  };
  const withTerminal = (isTTY: boolean, check: () => void): void => {
    const before = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');
    Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true });
    try {
      check();
    } finally {
      if (before) Object.defineProperty(process.stderr, 'isTTY', before);
      else Reflect.deleteProperty(process.stderr, 'isTTY');
    }
  };

  it('is for terminals alone', () => {
    vi.stubEnv('NO_COLOR', undefined);
    withTerminal(true, () => expect(seen()).toBe('\u001b[31merror\u001b[0m a/b: wrong'));
    withTerminal(false, () => expect(seen()).toBe('error a/b: wrong'));
  });

  it('is not for those who set NO_COLOR', () => {
    vi.stubEnv('NO_COLOR', '1');
    withTerminal(true, () => expect(seen()).toBe('error a/b: wrong'));
  });
});
