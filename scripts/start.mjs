#!/usr/bin/env node
// Starts the program from one file, with V8's code cache beside it: half of a cold start would else be compiling JavaScript.
// The file is plain ASCII. A cache of another Node version is rejected by V8 and does no harm.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const program = fileURLToPath(new URL('./program.cjs', import.meta.url));
const cache = fileURLToPath(new URL('./program.cache', import.meta.url));
const script = new Script(readFileSync(program, 'latin1'), {
  filename: program,
  ...(existsSync(cache) ? { cachedData: readFileSync(cache) } : {}),
});
const module = { exports: {} };
script.runInThisContext()(createRequire(import.meta.url), module, module.exports, import.meta.url);

/** For the build alone: what V8 has compiled by now. */
export const compiled = () => script.createCachedData();
