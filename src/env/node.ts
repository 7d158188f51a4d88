import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontModule } from '../base/font-packages.ts';
import type { Env } from './env.ts';

/** The package's root: the nearest folder above this module that holds the templates. */
const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'templates', 'market-briefing'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the templates that ship with marketbrief are missing');
    folder = parent;
  }
  return folder;
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Makes a folder and what is missing above it. Node's own recursion does not end below folders like /proc. */
const ensureFolder = async (folder: string): Promise<void> => {
  const made = async (): Promise<boolean> => {
    try {
      await mkdir(folder);
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EEXIST') return true;
      if (code === 'ENOENT' && dirname(folder) !== folder) return false;
      throw error;
    }
  };
  if (await made()) return;
  await ensureFolder(dirname(folder));
  await mkdir(folder);
};

const epoch = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) : undefined);

/** A folder where a file should be written is found before anything is replaced. */
const refuseFolder = async (path: string): Promise<void> => {
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw Object.assign(new Error(`${path} is a folder`), { code: 'EISDIR', syscall: 'rename', path });
};

const writeFiles: Env['writeFiles'] = async (files) => {
  const made: { readonly path: string; readonly beside: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      await ensureFolder(dirname(path));
      await refuseFolder(path);
      const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
      made.push({ path, beside });
      await writeFile(beside, bytes);
    }
    for (const { path, beside } of made) await rename(beside, path);
  } catch (error) {
    await Promise.all(made.map(({ beside }) => rm(beside, { force: true })));
    throw error;
  }
};

/** The file a module path leads to from the first place that knows it. */
const resolvedIn = (places: readonly NodeJS.Require[], module: string): string | undefined => {
  for (const place of places) {
    try {
      return place.resolve(module);
    } catch {
      // Not installed there.
    }
  }
  return undefined;
};

/** The real world: the files of this machine. */
export const nodeEnv = (): Env => {
  const own = createRequire(import.meta.url);
  return {
    readFile: async (path) => {
      try {
        return await readFile(path);
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    listFolder: async (path) => {
      try {
        const entries = await readdir(path, { recursive: true, withFileTypes: true });
        const paths = await Promise.all(
          entries.map(async (e) => {
            const at = join(e.parentPath, e.name);
            const isFile = e.isFile() || (e.isSymbolicLink() && (await stat(at).catch(() => undefined))?.isFile());
            return isFile ? [at.slice(path.length + 1).replaceAll('\\', '/')] : [];
          }),
        );
        return paths.flat().sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    writeFiles,
    fontFile: (family, face) => {
      // A project's own version of a font is the one it installed; Arimo is the version its widths were measured of.
      const places = [createRequire(join(process.cwd(), 'package.json')), own];
      return resolvedIn(family === 'arimo' ? places.toReversed() : places, fontModule(family, face));
    },
    shipped: (folder) => join(packageRoot(), folder),
    resolve: (...parts) => resolve(...parts),
    sourceDateEpoch: epoch(process.env['SOURCE_DATE_EPOCH']),
  };
};

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
