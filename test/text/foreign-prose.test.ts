import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/build/compile.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { fileOf } from '../support/build.ts';
import { textOfParts } from '../support/office.ts';

const PATH = 'data/china-ai-medical-imaging.yaml';

/** The program's own files, without the translation beside the market file. */
const untranslated = {
  ...nodeEnv(),
  readFile: async (path: string) => (path.includes('translations') ? undefined : nodeEnv().readFile(path)),
};

const german = (env: ReturnType<typeof nodeEnv>) =>
  compile({ path: PATH, bytes: readFileSync(PATH) }, { formats: ['docx'], language: 'de' }, env);

describe('a briefing in another language than its market file', () => {
  it('whose prose has no translation says so, passage by passage, and tells how much is missing', async () => {
    const built = await german(untranslated);
    const report = textOfParts(fileOf(built, 'docx'), /^word\/document\.xml$/);
    expect(report).toContain('Diese Passage steht in der Sprache der Datei: English.');
    expect(built.diagnostics.map((d) => d.code)).toContain('market/untranslated');
  });

  it('says nothing of the kind where everything is translated', async () => {
    const built = await german(nodeEnv());
    expect(textOfParts(fileOf(built, 'docx'), /^word\/document\.xml$/)).not.toContain('Diese Passage');
    expect(built.diagnostics).toEqual([]);
    expect(built.id).toBe('china-ai-medical-imaging-de');
  });
});
