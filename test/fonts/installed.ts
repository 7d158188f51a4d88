import type { FontFamily } from '../../src/base/font-packages.ts';
import { nodeEnv } from '../../src/env/node.ts';

/** The families that are packages of their own. Tests of them run where all are installed, and are told as skipped elsewhere. */
export const OPTIONAL: readonly FontFamily[] = ['noto-sans-sc', 'noto-sans-jp', 'noto-sans-kr', 'noto-sans-arabic'];

const env = nodeEnv();

export const optionalFonts = OPTIONAL.every((f) => env.fontFile(f, 'regular') !== undefined);

/** The world with these families installed and no others. */
export const envWith = (...families: readonly FontFamily[]): typeof env => ({
  ...env,
  fontFile: (family, face) => (family === 'arimo' || families.includes(family) ? env.fontFile(family, face) : undefined),
});
