import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as it ships, bundled by the project's own script into a folder of this test, and a place to run it in. */
export interface BuiltCli {
  /** Runs it with both streams piped, in the work folder. */
  readonly run: (...args: readonly string[]) => Ran;
  readonly runWith: (how: { readonly env?: Readonly<Record<string, string>>; readonly in?: string }, ...args: readonly string[]) => Ran;
  readonly write: (path: string, content: string | object) => void;
  readonly path: (...parts: readonly string[]) => string;
  /** Files below a folder of the work folder; nothing when there is no such folder. */
  readonly files: (folder: string) => readonly string[];
  readonly remove: () => void;
}

/** What a bundle looks for beside itself. */
const SHIPPED = ['src', 'templates', 'data', 'node_modules', 'package.json'];

export const buildCli = (): BuiltCli => {
  const root = resolve('.');
  const folder = mkdtempSync(join(tmpdir(), 'marketbrief-test-'));
  for (const name of SHIPPED) symlinkSync(join(root, name), join(folder, name));
  const bundled = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: folder, encoding: 'utf8' });
  if (bundled.status !== 0) throw new Error(`the program could not be bundled: ${bundled.stderr}`);
  const work = join(folder, 'work');
  mkdirSync(work);
  const runWith: BuiltCli['runWith'] = (how, ...args) => {
    const { FORCE_COLOR: _force, NO_COLOR: _no, SOURCE_DATE_EPOCH: _epoch, ...inherited } = process.env;
    const ran = spawnSync(process.execPath, [join(folder, 'dist/cli.js'), ...args], {
      cwd: join(work, how.in ?? '.'),
      encoding: 'utf8',
      env: { ...inherited, ...how.env },
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  };
  const path: BuiltCli['path'] = (...parts) => join(work, ...parts);
  return {
    run: (...args) => runWith({}, ...args),
    runWith,
    path,
    write: (name, content) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content, null, 1));
    },
    files: (name) => {
      try {
        const entries = readdirSync(path(name), { recursive: true, withFileTypes: true });
        return entries
          .filter((e) => e.isFile())
          .map((e) => join(e.parentPath, e.name).slice(path(name).length + 1))
          .toSorted();
      } catch {
        return [];
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
