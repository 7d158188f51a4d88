import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom. `x/y` is one file or folder of a room. Every room may import itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  base: [],
  env: ['base'],
  input: ['base', 'env'],
  market: ['base', 'input'],
  figures: ['base', 'market'],
  locale: ['base', 'figures', 'market'],
  fonts: ['base', 'env'],
  document: ['base', 'charts/spec', 'figures'],
  text: ['base', 'input', 'market', 'figures', 'locale', 'document'],
  charts: ['base', 'figures', 'locale', 'fonts'],
  brand: ['base', 'input', 'fonts', 'charts/paint'],
  ooxml: ['base', 'charts/native', 'charts/data-table', 'charts/paint'],
  layout: ['base', 'document', 'charts', 'brand', 'locale', 'figures', 'fonts'],
  'writers/pptx': ['base', 'layout', 'document', 'charts', 'brand', 'fonts', 'ooxml', 'writers/writer', 'writers/chart-printed'],
  'writers/docx': ['base', 'layout', 'document', 'charts', 'brand', 'fonts', 'ooxml', 'writers/writer', 'writers/chart-printed'],
  'writers/pdf': ['base', 'layout', 'document', 'charts', 'brand', 'fonts', 'ooxml', 'writers/writer'],
  'writers/svg': ['base', 'layout', 'document', 'charts', 'brand', 'fonts', 'ooxml', 'writers/writer'],
  'writers/json': ['base', 'figures', 'locale', 'writers/writer'],
  'writers/writer': ['base'],
  'writers/chart-printed': ['charts/native', 'writers/writer'],
  verify: ['base', 'figures', 'layout'],
  build: [
    'base',
    'env',
    'input',
    'market',
    'figures',
    'locale',
    'fonts',
    'text',
    'charts',
    'document',
    'brand',
    'ooxml',
    'layout',
    'writers',
    'verify',
  ],
  cli: ['base', 'env', 'build', 'input', 'market', 'figures', 'locale'],
  index: ['base', 'env', 'build'],
};

/** Each outside package has one home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  pptxgenjs: ['writers/pptx'],
  docx: ['writers/docx'],
  pdfkit: ['writers/pdf'],
  fontkit: ['writers/pdf'],
  handlebars: ['text'],
  zod: ['market/schema', 'market/shape-findings', 'brand/schema'],
  yaml: ['input'],
  mdast: ['document'],
  'mdast-util-directive': ['document'],
  'mdast-util-from-markdown': ['document'],
  'mdast-util-gfm-table': ['document'],
  'micromark-extension-cjk-friendly': ['document'],
  'micromark-extension-directive': ['document'],
  'micromark-extension-gfm-table': ['document'],
  commander: ['cli'],
  chokidar: ['cli'],
  culori: ['brand'],
  linebreak: ['fonts'],
  'bidi-js': ['fonts'],
};

const NODE_MODULES: Readonly<Record<string, readonly string[]>> = { 'node:zlib': ['ooxml/zip', 'verify/unzip', 'verify/pdf-text'] };

const LONGEST = 350;

const files = (readdirSync('src', { recursive: true }) as string[])
  .filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts'))
  .map((f) => f.replaceAll('\\', '/'));

const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(`src/${file}`, 'utf8').matchAll(IMPORT)].map((m) => m[1] ?? m[2] ?? '');

const roomOf = (file: string): string => {
  const [first = '', second = ''] = file.replace(/\.ts$/, '').split('/');
  return first === 'writers' ? `writers/${second}` : first;
};

const within = (path: string, place: string): boolean => path === place || path === `${place}.ts` || path.startsWith(`${place}/`);

const targetOf = (file: string, specifier: string): string => normalize(join(dirname(file), specifier)).replaceAll('\\', '/');

describe('the house', () => {
  it('lets rooms import only what the table allows', () => {
    const violations = files.flatMap((file) => {
      const room = roomOf(file);
      const allowed = [room, ...(ROOMS[room] ?? [])];
      return importsOf(file)
        .filter((s) => s.startsWith('.'))
        .map((s) => targetOf(file, s))
        .filter((target) => !allowed.some((place) => within(target, place)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(violations).toEqual([]);
  });

  it('knows every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it('keeps each package in its home', () => {
    const violations = files.flatMap((file) =>
      importsOf(file)
        .filter((s) => !s.startsWith('.') && !s.startsWith('node:'))
        .filter((s) => !(HOMES[s] ?? []).some((home) => within(file, home)))
        .map((s) => `${file} imports ${s}`),
    );
    expect(violations).toEqual([]);
  });

  it('keeps the outside world in env and cli', () => {
    const ambient = /\b(?:process\.|Math\.random|Date\.now|new Date\(\)|console\.|fetch\()/;
    const violations = files
      .filter((file) => !within(file, 'env') && !within(file, 'cli'))
      .flatMap((file) => {
        const code = readFileSync(`src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const node = importsOf(file).filter((s) => s.startsWith('node:') && !(NODE_MODULES[s] ?? []).some((home) => within(file, home)));
        return [
          ...node.map((s) => `${file} imports ${s}`),
          ...(ambient.test(code) ? [`${file} reaches outside: ${ambient.exec(code)?.[0] ?? ''}`] : []),
        ];
      });
    expect(violations).toEqual([]);
  });

  it('has no import cycles between files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((s) => s.startsWith('.'))
          .map((s) => targetOf(file, s))
          .filter((t) => files.includes(t)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('has no file longer than one subject needs', () => {
    const long = files
      .filter((f) => !f.endsWith('-widths.ts'))
      .map((f) => ({ f, lines: readFileSync(`src/${f}`, 'utf8').split('\n').length }));
    expect(long.filter((x) => x.lines > LONGEST).map((x) => `${x.f}: ${x.lines} lines`)).toEqual([]);
  });
});
