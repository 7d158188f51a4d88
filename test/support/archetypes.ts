import { readFileSync } from 'node:fs';
import { compile } from '../../src/build/compile.ts';
import type { Compilation, Format } from '../../src/build/options.ts';
import { nodeEnv } from '../../src/env/node.ts';

const FOLDER = 'test/archetypes';

/** An invented market, and a template with one slide of every kind. */
export const ARCHETYPES = { market: `${FOLDER}/market.yaml`, template: `${FOLDER}/briefing.md.hbs` } as const;

/** The deck that shows every kind of slide, with its report. */
export const buildArchetypes = (formats: readonly Format[]): Promise<Compilation> =>
  compile({ path: ARCHETYPES.market, bytes: readFileSync(ARCHETYPES.market) }, { template: `./${FOLDER}`, formats }, nodeEnv());
