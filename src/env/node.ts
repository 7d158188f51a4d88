import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from './env.ts';

const FACES = {
  regular: '400Regular/Arimo_400Regular.ttf',
  bold: '700Bold/Arimo_700Bold.ttf',
  italic: '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Arimo_700Bold_Italic.ttf',
} as const;

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

/** The real world: files of this machine, messages to stderr. */
export const nodeEnv = (log: (line: string) => void = (line) => process.stderr.write(`${line}\n`)): Env => {
  const require = createRequire(import.meta.url);
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
        return entries
          .filter((e) => e.isFile())
          .map((e) =>
            join(e.parentPath, e.name)
              .slice(path.length + 1)
              .replaceAll('\\', '/'),
          )
          .sort();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    writeFile: async (path, bytes) => {
      await ensureFolder(dirname(path));
      const beside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
      try {
        await writeFile(beside, bytes);
        await rename(beside, path);
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    readFont: async (face) => readFile(require.resolve(`@expo-google-fonts/arimo/${FACES[face]}`)),
    shipped: (folder) => join(packageRoot(), folder),
    resolve: (...parts) => resolve(...parts),
    sourceDateEpoch: epoch(process.env['SOURCE_DATE_EPOCH']),
    log,
  };
};

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
