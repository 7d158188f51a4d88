import type { Helper } from './helper.ts';
import { blockHelpers } from './helpers/blocks.ts';
import { choiceHelpers } from './helpers/choices.ts';
import { cubeDataHelpers } from './helpers/cube-data.ts';
import { cubeHelpers } from './helpers/cubes.ts';
import { figureHelpers } from './helpers/figures.ts';
import { methodHelpers } from './helpers/method.ts';
import { methodNoteHelpers } from './helpers/method-notes.ts';
import { noteHelpers } from './helpers/notes.ts';
import { playerHelpers } from './helpers/players.ts';
import { rankingHelpers } from './helpers/rankings.ts';
import { seriesTableHelpers } from './helpers/series-tables.ts';
import { wordHelpers } from './helpers/words.ts';

export type { Helper } from './helper.ts';

/** Every helper of the template language by name. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  ...figureHelpers,
  ...choiceHelpers,
  ...wordHelpers,
  ...blockHelpers,
  ...seriesTableHelpers,
  ...rankingHelpers,
  ...playerHelpers,
  ...noteHelpers,
  ...cubeHelpers,
  ...cubeDataHelpers,
  ...methodHelpers,
  ...methodNoteHelpers,
};
