import { forgetLoaded } from '../build/load.ts';
import { isBelow } from '../build/publish.ts';
import type { Env } from '../env/env.ts';
import { runBuild, type Taken } from './build.ts';
import { type BuildArguments, optionsOf } from './build-options.ts';
import { EXIT } from './exit.ts';
import { marketFiles, NO_FILES } from './files.ts';
import type { Io } from './io.ts';

/** Editors save in several steps; a build waits until they are done. */
const SETTLE_MS = 150;

/**
 * Builds, then builds again what changed until it is interrupted. A changed template or brand rebuilds everything. One build
 * follows the other, and one that fails ends with its message, not the watch.
 */
export const runWatch = async (given: readonly string[], args: BuildArguments, env: Env, io: Io): Promise<number> => {
  const options = optionsOf(args);
  const files = await marketFiles(given, env);
  if (typeof options === 'string' || files.length === 0) {
    io.err(typeof options === 'string' ? `error cli/usage: ${options}` : NO_FILES);
    return EXIT.usage;
  }
  const { watch } = await import('chokidar');
  const shared = [args.template, args.brand].filter((p) => p !== undefined).map((p) => env.resolve(p));
  const taken: Taken = new Map();
  const build = async (some: readonly string[]): Promise<void> => {
    try {
      if (some.length > 0) await runBuild(some, args, env, io, taken);
    } catch (error) {
      io.err(`error cli/build-failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    io.err('watching for changes, Ctrl-C ends');
  };
  const watcher = watch([...files.map((f) => env.resolve(f)), ...shared], { ignoreInitial: true });
  const changed = new Set<string>();
  const rebuild = async (): Promise<void> => {
    const paths = [...changed];
    changed.clear();
    const all = paths.some((p) => shared.some((s) => p === s || isBelow(p, s)));
    if (all) forgetLoaded();
    await build(all ? files : files.filter((f) => paths.includes(env.resolve(f))));
  };
  let last = build(files);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(rebuild);
    }, SETTLE_MS);
  });
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearTimeout(timer);
  await watcher.close();
  await last;
  return EXIT.ok;
};
