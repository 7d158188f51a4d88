import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import { readBriefing } from '../../src/build/read-briefing.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { expectGolden } from '../support/golden.ts';

const FOLDER = 'test/messages';

/** As "marketbrief validate" finds them, with the shipped template. */
const findings = async (file: string, bytes: Uint8Array): Promise<readonly Diagnostic[]> =>
  (await readBriefing({ path: file, bytes }, {}, nodeEnv())).diagnostics;

describe('messages about wrong inputs', () => {
  const cases = readdirSync(FOLDER).filter((f) => /^\d\d-.*\.(yaml|json)$/.test(f));

  it('cover at least twenty wrong inputs', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
  });

  it.each(cases)('%s is told with its place and what to do', async (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    const found = await findings(name, bytes);
    expect(found.length).toBeGreaterThan(0);
    const text = found.map((d) => renderDiagnostic(d, new TextDecoder().decode(bytes))).join('\n\n');
    expectGolden(`${FOLDER}/${name.replace(/\.\w+$/, '')}.expected.txt`, text);
  });
});
