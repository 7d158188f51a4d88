import { describe, expect, it } from 'vitest';
import { loadBrand } from '../../src/build/load.ts';
import type { Env } from '../../src/env/env.ts';
import { nodeEnv } from '../../src/env/node.ts';

/** A brand folder that holds one file. */
const brandOf = async (text: string) => {
  const env: Env = { ...nodeEnv(), readFile: async (path) => (path.endsWith('_brand.yml') ? new TextEncoder().encode(text) : undefined) };
  return loadBrand(`/brands/${text.length}-${Math.abs([...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) | 0, 7))}`, env);
};

const codes = (found: readonly { readonly code: string; readonly severity: string }[]): readonly string[] =>
  found.map((d) => `${d.severity} ${d.code}`);

describe('a brand', () => {
  it('names colours of its palette and fonts, at length or in short', async () => {
    const long = await brandOf('color:\n  palette: { deep: "#102030" }\n  primary: deep\ntypography:\n  base: { family: Calibri }\n');
    const short = await brandOf('color:\n  primary: "#102030"\ntypography:\n  base: Calibri\n');
    for (const { value, diagnostics } of [long, short]) {
      // Widths are known of Arial alone: another font is not used, and the build says so.
      expect(new Set(codes(diagnostics))).toEqual(new Set(['warning brand/font-unmeasured']));
      expect([value?.colors.navy, value?.body.office, value?.headings.office]).toEqual(['102030', 'Arial', 'Arial']);
    }
  });

  it('that names a colour it has not is an error', async () => {
    expect(codes((await brandOf('color:\n  palette: { deep: "#102030" }\n  primary: deap\n')).diagnostics)).toEqual([
      'error brand/unknown-color',
    ]);
  });

  it('whose text could not be read gets black or white, with a warning', async () => {
    const { value, diagnostics } = await brandOf('color:\n  primary: "#EEEEEE"\n');
    expect(codes(diagnostics)).toContain('warning brand/low-contrast');
    expect(value?.colors.navy).not.toBe('EEEEEE');
  });

  it('whose logo is missing says so', async () => {
    expect(codes((await brandOf('logo: logo.png\n')).diagnostics)).toEqual(['error brand/logo']);
  });
});
