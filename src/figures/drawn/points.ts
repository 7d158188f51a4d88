import { SCORE } from '../body-points.ts';
import type { LedgerDraft } from '../draft.ts';
import type { Drawn, DrawnSeries, DrawRequest } from './drawn.ts';

const seriesOf = (body: string, index: number, label: string): DrawnSeries => ({
  id: `${body}.${index + 1}`,
  label,
  role: 'plain',
  points: [],
  rates: [],
  differences: [],
});

/** The points of a body of prose by their two scores, in its order; a point without scores is drawn nowhere, but listed. */
export const placementsDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const body = draft.bodies.get(request.of[0] ?? '');
  if (!body?.axes || !body.points.some((p) => p.scores)) return undefined;
  const { x, y, editorial } = body.axes;
  return {
    label: `${x}, ${y}`,
    unit: SCORE,
    places: [
      { id: 'x', label: x, role: 'plain' },
      { id: 'y', label: y, role: 'plain' },
    ],
    series: body.points.map(({ label, scores }, i) => ({
      ...seriesOf(body.id, i, label),
      points: scores
        ? [
            { at: 'x', figure: scores.x },
            { at: 'y', figure: scores.y },
          ]
        : [],
    })),
    ...(editorial ? { editorial } : {}),
    ...(body.source === undefined ? {} : { source: body.source }),
  };
};

/** The points of a body of prose in time: those with a year by year, then those without. */
export const momentsDrawn = (draft: LedgerDraft, request: DrawRequest): Drawn | undefined => {
  const body = draft.bodies.get(request.of[0] ?? '');
  if (!body?.points.some((p) => p.when !== undefined)) return undefined;
  const moments = body.points.map(
    ({ label, when }, i): DrawnSeries => ({ ...seriesOf(body.id, i, label), ...(when === undefined ? {} : { when }) }),
  );
  const dated = moments.filter((m) => m.when !== undefined).sort((a, b) => (a.when ?? 0) - (b.when ?? 0));
  return {
    label: body.label,
    // Years are counted in nothing.
    unit: { kind: 'index' },
    places: [{ id: 'when', label: '', role: 'plain' }],
    series: [...dated, ...moments.filter((m) => m.when === undefined)],
    ...(body.source === undefined ? {} : { source: body.source }),
  };
};
