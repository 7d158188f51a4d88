/**
 * Makes dist/: the library as ES modules in lazily loaded parts (index.js, chunks/, types/), and the program as one file with
 * its code caches (cli.js, program.cjs, program.cache for all formats, program.FORMAT.cache for one).
 */
import { spawn } from 'node:child_process';
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

const run = (...args) =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }).on('exit', (status) => {
      if (status !== 0) process.exit(status ?? 1);
      resolve();
    });
  });

/** commander looks for it at once, for commands that are programs of their own: there are none, and it takes Node's networking with it. */
const childProcessWhenAsked = {
  name: 'child-process-when-asked',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:child_process$/ }, ({ path: name, importer }) =>
      importer.includes('commander') ? { path: name, namespace: 'when-asked' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-asked' }, ({ path: name }) => ({
      contents: `exports.spawn = (...args) => require(${JSON.stringify(name)}).spawn(...args);`,
    }));
  },
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
    plugins: [childProcessWhenAsked],
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: '(function (require, module, exports, moduleUrl) {' },
    footer: { js: '})' },
  }),
]);
// The start reads the program as Latin-1, which is faster; esbuild escapes all but what stands in regular expressions.
if (readFileSync('dist/program.cjs').some((byte) => byte > 0x7f))
  throw new Error('a regular expression in src/ holds a character outside ASCII');
copyFileSync(path.join(scripts, 'start.mjs'), 'dist/cli.js');
const codeCache = path.join(scripts, 'code-cache.mjs');
await Promise.all([run(codeCache), run(codeCache, 'pptx'), run(codeCache, 'docx'), run(codeCache, 'pdf')]);
// Types are for those who use the library; a folder without the compiler does without them.
if (existsSync('node_modules/typescript/bin/tsc') && existsSync('tsconfig.types.json'))
  await run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json');
