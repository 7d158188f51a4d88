import type { Helper } from './helper.ts';
import { blockHelpers } from './helpers/blocks.ts';
import { cellHelpers } from './helpers/cells.ts';
import { choiceHelpers } from './helpers/choices.ts';
import { cubeDataHelpers } from './helpers/cube-data.ts';
import { cubeStoryHelpers } from './helpers/cube-stories.ts';
import { cubeYearHelpers } from './helpers/cube-years.ts';
import { cubeHelpers } from './helpers/cubes.ts';
import { figureHelpers } from './helpers/figures.ts';
import { methodHelpers } from './helpers/method.ts';
import { methodNoteHelpers } from './helpers/method-notes.ts';
import { noteHelpers } from './helpers/notes.ts';
import { placedPointHelpers } from './helpers/placed-points.ts';
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
  ...cubeStoryHelpers,
  ...cubeYearHelpers,
  ...cubeDataHelpers,
  ...cellHelpers,
  ...placedPointHelpers,
  ...methodHelpers,
  ...methodNoteHelpers,
};
