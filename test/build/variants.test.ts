import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/build/compile.ts';
import type { BuildOptions, Compilation } from '../../src/build/options.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { DATA_FILES } from '../support/awkward-markets.ts';
import { CHINA } from '../support/build.ts';

const build = (path: string, options: Omit<BuildOptions, 'formats'>, formats: BuildOptions['formats']): Promise<Compilation> =>
  compile({ path, bytes: readFileSync(path) }, { formats, ...options }, nodeEnv());

const bytesOf = (built: Compilation, format: string): string =>
  Buffer.from(built.files.find((f) => f.format === format)?.bytes ?? new Uint8Array()).toString('base64');

describe('the length of a deck', () => {
  it.each(DATA_FILES)('of %s changes no byte of report and PDF', async (path) => {
    const [short, full] = await Promise.all((['short', 'full'] as const).map((length) => build(path, { length }, ['docx', 'pdf'])));
    for (const format of ['docx', 'pdf']) expect(bytesOf(short as Compilation, format)).toBe(bytesOf(full as Compilation, format));
  });

  it.each(DATA_FILES)('of %s is about five slides when short, and every shorter deck is part of a longer one', async (path) => {
    const titles = async (length: 'short' | 'standard' | 'full'): Promise<readonly string[]> =>
      (await build(path, { length }, ['pptx'])).outline.map((s) => s.title.replace(/ \(\d+\/\d+\)$/, ''));
    const [short, standard, full] = await Promise.all([titles('short'), titles('standard'), titles('full')]);
    expect(short.length).toBeGreaterThan(3);
    expect(short.length).toBeLessThan(9);
    expect(short.filter((t) => !standard.includes(t))).toEqual([]);
    expect(standard.filter((t) => !full.includes(t))).toEqual([]);
  });
});

describe('figures.json of a short deck', () => {
  it('names what the report alone shows, with its figures', async () => {
    const built = await build('data/illustrative-full-cube.yaml', { length: 'short' }, ['pptx', 'pdf']);
    const file = built.files.find((f) => f.format === 'figures');
    const { onlyIn, figures } = JSON.parse(Buffer.from(file?.bytes ?? new Uint8Array()).toString('utf8'));
    const alone = new Set(onlyIn.filter((b: { medium: string }) => b.medium === 'report').flatMap((b: { figures: string[] }) => b.figures));
    for (const f of figures)
      if (f.printed.pdf?.length > 0 && f.printed.pptx === undefined) expect([f.id, alone.has(f.id)]).toEqual([f.id, true]);
  });
});

describe('the shape of slides', () => {
  it('of 4:3 is 10 by 7.5 inches', async () => {
    const { unzipSync, strFromU8 } = await import('fflate');
    const built = await build(CHINA, { aspect: '4:3' }, ['pptx']);
    const parts = unzipSync(built.files[0]?.bytes ?? new Uint8Array());
    expect(strFromU8(parts['ppt/presentation.xml'] ?? new Uint8Array())).toContain('<p:sldSz cx="9144000" cy="6858000"');
  });
});

describe('a light cover', () => {
  it('stands on the page and is written in its navy', async () => {
    const { withLightCover } = await import('../../src/brand/theme.ts');
    const { shippedTheme } = await import('../support/theme.ts');
    const { colors } = withLightCover(shippedTheme());
    expect([colors.cover, colors.coverText]).toEqual([colors.page, colors.navy]);
  });
});
