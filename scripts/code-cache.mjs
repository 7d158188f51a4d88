/** Builds one briefing in all formats into a scratch folder, so that V8 compiles what a build needs, and keeps what it compiled. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const scratch = mkdtempSync(path.join(tmpdir(), 'marketbrief-'));
process.argv = [process.argv[0], 'marketbrief', 'build', 'data/china-ai-medical-imaging.yaml', '--quiet', '--out', scratch];
const { compiled } = await import(pathToFileURL(path.resolve('dist/cli.js')));
process.on('exit', (code) => {
  rmSync(scratch, { recursive: true, force: true });
  if (code === 0) writeFileSync('dist/program.cache', compiled());
});
