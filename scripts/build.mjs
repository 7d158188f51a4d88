/**
 * Makes dist/: the library as ES modules in lazily loaded parts (index.js, chunks/, types/), and the program as one file with
 * its code cache (cli.js, program.cjs, program.cache).
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const scripts = path.dirname(fileURLToPath(import.meta.url));

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  external: ['@expo-google-fonts/arimo'],
  logLevel: 'warning',
};

const run = (...args) => {
  const ran = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (ran.status !== 0) process.exit(ran.status ?? 1);
};

rmSync('dist', { recursive: true, force: true });
await Promise.all([
  build({
    ...common,
    entryPoints: { index: 'src/index.ts' },
    outdir: 'dist',
    splitting: true,
    format: 'esm',
    chunkNames: 'chunks/[name]-[hash]',
    // CommonJS packages inside of an ES module bundle look for it.
    banner: { js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);" },
  }),
  build({
    ...common,
    entryPoints: { program: 'src/cli/main.ts' },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    // What was loaded lazily is evaluated lazily; the one file holds it all, so that one cache covers it.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: '(function (require, module, exports, moduleUrl) {' },
    footer: { js: '})' },
  }),
]);
// The start reads the program as Latin-1, which is faster; esbuild escapes all but what stands in regular expressions.
if (readFileSync('dist/program.cjs').some((byte) => byte > 0x7f))
  throw new Error('a regular expression in src/ holds a character outside ASCII');
copyFileSync(path.join(scripts, 'start.mjs'), 'dist/cli.js');
run(path.join(scripts, 'code-cache.mjs'));
// Types are for those who use the library; a folder without the compiler does without them.
if (existsSync('node_modules/typescript/bin/tsc') && existsSync('tsconfig.types.json'))
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json');
