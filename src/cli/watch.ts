import { forgetLoaded } from '../build/load.ts';
import type { Env } from '../env/env.ts';
import { type BuildArguments, runBuild } from './build.ts';
import { EXIT } from './exit.ts';
import { marketFiles } from './files.ts';
import type { Io } from './io.ts';

/** Editors save in several steps; a build waits until they are done. */
const SETTLE_MS = 150;

/** Builds, then builds again what changed until it is interrupted. A changed template or brand rebuilds everything. */
export const runWatch = async (given: readonly string[], args: BuildArguments, env: Env, io: Io): Promise<number> => {
  const { watch } = await import('chokidar');
  const files = await marketFiles(given, env);
  await runBuild(files, args, env, io);
  const shared = [args.template, args.brand].filter((p) => p !== undefined).map((p) => env.resolve(p));
  const watcher = watch([...files.map((f) => env.resolve(f)), ...shared], { ignoreInitial: true });
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const rebuild = async (): Promise<void> => {
    const paths = [...changed];
    changed.clear();
    const all = paths.some((p) => shared.some((s) => p.startsWith(s)));
    if (all) forgetLoaded();
    await runBuild(all ? files : files.filter((f) => paths.includes(env.resolve(f))), args, env, io);
    io.err('watching for changes, Ctrl-C ends');
  };
  watcher.on('all', (_event, path) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), SETTLE_MS);
  });
  io.err('watching for changes, Ctrl-C ends');
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearTimeout(timer);
  await watcher.close();
  return EXIT.ok;
};
