import { readFileSync } from 'node:fs';
import { resolveBrand } from '../../src/brand/resolve.ts';
import { brandSchema } from '../../src/brand/schema.ts';
import type { Theme } from '../../src/brand/theme.ts';
import { readInput } from '../../src/input/index.ts';

const FILE = 'templates/brands/default/_brand.yml';

/** The brand that ships with the program. */
export const shippedTheme = (): Theme => resolveBrand(brandSchema.parse(readInput(FILE, readFileSync(FILE)).value?.value)).value;
