import type { Path } from '../input/raw-data.ts';
import { decimalOf } from './decimal.ts';
import { citationOf, fail, type Given, given, yearOf } from './given.ts';
import type { Decimal, Narrative, NarrativePoint } from './market.ts';
import type { MarketFile } from './schema.ts';

type NarrativeEntry = NonNullable<MarketFile['narratives']['drivers']>;
type PointEntry = NarrativeEntry['points'][number];

const [LOW, HIGH] = [1, 5];

const scoreOf = (g: Given, entry: string | number, path: Path): Decimal => {
  const score = decimalOf(entry);
  if (score.value < LOW || score.value > HIGH)
    fail(g, path, 'market/score-range', `${entry} is not a score from ${LOW} to ${HIGH}`, 'the axes go from 1, low, to 5, high');
  return score;
};

const pointOf = (g: Given, entry: PointEntry, path: Path): NarrativePoint => ({
  label: entry.label,
  text: entry.text,
  ...(entry.scores
    ? {
        scores: {
          x: scoreOf(g, entry.scores.x, [...path, 'scores', 'x']),
          y: scoreOf(g, entry.scores.y, [...path, 'scores', 'y']),
        },
      }
    : {}),
  ...(entry.when === undefined ? {} : { when: yearOf(g, entry.when, [...path, 'when']) }),
});

/** Scores are figures: they need names of what they measure, and a source or authors who stand for them. Told once a body. */
const checkScores = (g: Given, entry: NarrativeEntry, path: Path): void => {
  const first = entry.points.findIndex((p) => p.scores !== undefined);
  if (first < 0) return;
  const at: Path = [...path, 'points', first, 'scores'];
  if (!entry.axes)
    fail(
      g,
      at,
      'market/scores-without-axes',
      'these scores do not say what they measure',
      'add "axes: { x: …, y: … }" beside "points", e.g. axes: { x: "Ease of entry", y: "Market reach" }',
    );
  else if (!entry.axes.editorial && !entry.source)
    fail(
      g,
      at,
      'market/source-missing',
      'these scores have no source',
      'add "source: { id: …, locator: … }" beside "points", or "editorial: true" to "axes" where they are your own judgement',
    );
};

export const narrativeOf = (g: Given, entry: NarrativeEntry, path: Path): Narrative => {
  checkScores(g, entry, path);
  return {
    headline: entry.headline,
    ...given('title', entry.title),
    ...given('axes', entry.axes),
    points: entry.points.map((p, i) => pointOf(g, p, [...path, 'points', i])),
    body: entry.body,
    ...given('language', g.foreign([...path, 'body'])),
    ...(entry.source ? { citation: citationOf(entry.source) } : {}),
    span: g.raw.spanOf(path),
    bodySpan: g.raw.textSpanOf([...path, 'body']),
  };
};
