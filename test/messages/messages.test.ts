import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { renderDiagnostic } from '../../src/base/render-diagnostic.ts';
import { readInput } from '../../src/input/index.ts';
import { checkMarket } from '../../src/market/checks/index.ts';
import { readMarket } from '../../src/market/read.ts';
import { expectGolden } from '../support/golden.ts';

const FOLDER = 'test/messages';

const findings = (file: string, bytes: Uint8Array): readonly Diagnostic[] => {
  const raw = readInput(file, bytes);
  const market = raw.value && readMarket(raw.value);
  return [...raw.diagnostics, ...(market?.diagnostics ?? []), ...(market?.value ? checkMarket(market.value) : [])];
};

describe('messages about wrong inputs', () => {
  const cases = readdirSync(FOLDER).filter((f) => /^\d\d-.*\.(yaml|json)$/.test(f));

  it('cover at least twenty wrong inputs', () => {
    expect(cases.length).toBeGreaterThanOrEqual(20);
  });

  it.each(cases)('%s is told with its place and what to do', (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    const found = findings(name, bytes);
    expect(found.length).toBeGreaterThan(0);
    const text = found.map((d) => renderDiagnostic(d, new TextDecoder().decode(bytes))).join('\n\n');
    expectGolden(`${FOLDER}/${name.replace(/\.\w+$/, '')}.expected.txt`, text);
  });
});
