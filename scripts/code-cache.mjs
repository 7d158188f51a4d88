/**
 * Builds one briefing into a scratch folder, so that V8 compiles what a build needs, and keeps what it compiled.
 * usage: node scripts/code-cache.mjs [FORMAT]: without a format, all of them
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const format = process.argv[2];
const scratch = mkdtempSync(path.join(tmpdir(), 'marketbrief-'));
const to = format === undefined ? [] : ['--to', format];
process.argv = [process.argv[0], 'marketbrief', 'build', 'data/china-ai-medical-imaging.yaml', '--quiet', '--out', scratch, ...to];
const { compiled } = await import(pathToFileURL(path.resolve('dist/cli.js')));
process.on('exit', (code) => {
  rmSync(scratch, { recursive: true, force: true });
  if (code === 0) writeFileSync(`dist/program.${format === undefined ? '' : `${format}.`}cache`, compiled());
});
