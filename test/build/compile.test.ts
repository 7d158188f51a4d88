import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { compile } from '../../src/build/compile.ts';
import { nodeEnv, sha256 } from '../../src/env/node.ts';

const FILE = 'data/china-ai-medical-imaging.yaml';

const build = (text = readFileSync(FILE, 'utf8')) =>
  compile({ path: FILE, bytes: new TextEncoder().encode(text) }, { formats: ['pptx', 'docx', 'pdf'] }, nodeEnv());

describe('the China AI-in-imaging market', () => {
  it('builds a deck, a report and a PDF without findings', async () => {
    const built = await build();
    expect(built.diagnostics).toEqual([]);
    expect(built.files.map((f) => f.name).slice(0, 3)).toEqual([
      'china-ai-medical-imaging.pptx',
      'china-ai-medical-imaging.docx',
      'china-ai-medical-imaging.pdf',
    ]);
  });

  it('gives the same bytes on another day', async () => {
    const first = await build();
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    try {
      const second = await build();
      expect(second.files.map((f) => sha256(f.bytes))).toEqual(first.files.map((f) => sha256(f.bytes)));
    } finally {
      vi.useRealTimers();
    }
  });

  it('prints a changed forecast everywhere', async () => {
    const changed = await build(readFileSync(FILE, 'utf8').replace('value: "4.54"', 'value: "4.60"'));
    const strings = Object.values(changed.printed).flatMap((list) =>
      (list ?? []).filter((p) => p.figure === 'global.size.2029').map((p) => p.text),
    );
    expect(new Set(strings)).toEqual(new Set(['$4.60\u00a0bn', 'US$4.60\u00a0billion', '4.60']));
  });
});
