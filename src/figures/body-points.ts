import { scoreId } from '../market/figure-ids.ts';
import type { Narrative, Unit } from '../market/market.ts';
import type { Figure, FigurePoints, Origin } from './ledger.ts';

/** What scores are counted in. */
export const SCORE: Unit = { kind: 'index', base: '1–5' };

/** Authors answer for a judgement of theirs; else the source of the body does. */
const originOf = ({ axes, citation }: Narrative): Origin =>
  axes?.editorial === true || !citation ? { kind: 'editorial' } : { kind: 'stated', citation };

/** The scores of a body of prose, two for each point that has them; they stand for the year of the data. */
export const scoreFigures = (name: string, body: Narrative, year: number): readonly Figure[] => {
  const { axes, points } = body;
  if (!axes) return [];
  return points.flatMap(({ label, scores }, index) =>
    (['x', 'y'] as const).flatMap((axis): readonly Figure[] =>
      scores
        ? [
            {
              id: scoreId(name, index, axis),
              label: `${label}, ${axes[axis]}`,
              quantity: { kind: 'value', ...scores[axis] },
              unit: SCORE,
              period: { from: year, to: year },
              status: 'actual',
              origin: originOf(body),
              signed: false,
            },
          ]
        : [],
    ),
  );
};

export const bodyPoints = (name: string, { headline, axes, citation, points }: Narrative): FigurePoints => ({
  id: name,
  label: headline,
  ...(axes ? { axes } : {}),
  ...(citation ? { source: citation.source } : {}),
  points: points.map(({ label, scores, when }, index) => ({
    label,
    ...(axes && scores ? { scores: { x: scoreId(name, index, 'x'), y: scoreId(name, index, 'y') } } : {}),
    ...(when === undefined ? {} : { when }),
  })),
});
