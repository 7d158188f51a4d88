/**
 * What a briefing costs in a process that has built one before, beside the first of the same process: the ratio is what starting costs.
 * usage: node bench/warm.mjs [RUNS] (after `npm run prepare`)
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, nodeEnv } from '../dist/index.js';

const runs = Number(process.argv[2] ?? 15);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const market = path.join(root, 'data/illustrative-full-cube.yaml');
const bytes = readFileSync(market);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

const once = async (formats) => {
  const start = performance.now();
  const { files, counts } = await compile({ path: market, bytes }, { formats }, nodeEnv());
  if (files.length === 0) throw new Error('nothing was built');
  return { ms: performance.now() - start, counts };
};

const all = ['pptx', 'docx', 'pdf'];
const { ms: first, counts } = await once(all);
console.log(`${counts.slides} slides, ${counts.reportPages} pages, ${counts.charts} charts, ${counts.figures} figures`);
console.log(`first, all three: ${first.toFixed(0)} ms = 1`);
for (const formats of [...all.map((f) => [f]), all]) {
  const times = [];
  for (let i = 0; i < runs; i++) times.push((await once(formats)).ms);
  console.log(`then, ${formats.join(', ')}: ${median(times).toFixed(0)} ms = ${(median(times) / first).toFixed(2)}`);
}
