#!/usr/bin/env node
// Starts the program from one file, with V8's code cache beside it: half of a cold start would else be compiling JavaScript.
// The file is plain ASCII. A cache of another Node version is rejected by V8 and does no harm.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// A build takes about half a second: V8 would spend a quarter of it optimising functions that are then hardly called again. What
// stays hot is still optimised, later. By major version of Node: one that does not know its flag would say so on standard error.
const OPTIMISE_LATER = { 20: '--interrupt-budget=1000000', 22: '--invocation-count-for-turbofan=30000' };
const flag = OPTIMISE_LATER[process.versions.node.split('.')[0]];
if (flag !== undefined) setFlagsFromString(flag);

const program = fileURLToPath(new URL('./program.cjs', import.meta.url));
// A build of one format has a cache of its own: reading what the other writers compiled would take longer than it saves.
const to = process.argv.indexOf('--to');
const format = /^(pptx|docx|pdf)$/.exec(to < 0 ? '' : process.argv[to + 1])?.[0];
const cache = fileURLToPath(new URL(format === undefined ? './program.cache' : `./program.${format}.cache`, import.meta.url));
const script = new Script(readFileSync(program, 'latin1'), {
  filename: program,
  ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
});
const module = { exports: {} };
script.runInThisContext()(createRequire(import.meta.url), module, module.exports, import.meta.url);

/** For the build alone: what V8 has compiled by now. */
export const compiled = () => script.createCachedData();
