import type { LedgerDraft } from '../draft.ts';
import { bridgeDrawn } from './bridge.ts';
import { competingDrawn } from './competing.ts';
import type { Drawn, DrawnShape, DrawRequest } from './drawn.ts';
import { gridDrawn } from './grid.ts';
import { pairsDrawn } from './pairs.ts';
import { partsDrawn } from './parts.ts';
import { momentsDrawn, placementsDrawn } from './points.ts';
import { seriesDrawn } from './series.ts';
import { stepsDrawn } from './steps.ts';

const DRAW: Readonly<Record<DrawnShape, (draft: LedgerDraft, request: DrawRequest) => Drawn | undefined>> = {
  series: seriesDrawn,
  parts: partsDrawn,
  grid: gridDrawn,
  bridge: bridgeDrawn,
  steps: stepsDrawn,
  pairs: pairsDrawn,
  competing: competingDrawn,
  placements: placementsDrawn,
  moments: momentsDrawn,
};

/** Resolves what a chart is of, and computes what it asks for. Undefined when the ids name nothing of that shape. */
export const drawnFigures = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => DRAW[request.shape](draft, request);

/** What the reader of templates needs of a ledger to draw charts. */
export const drawingsOf = (draft: LedgerDraft) => ({
  draw: (request: DrawRequest): Drawn | undefined => drawnFigures(draft, request),
  drawable: (): Iterable<string> => [...draft.groups.keys(), ...draft.sets.keys(), ...draft.grids.keys(), ...draft.bodies.keys()],
});
