import { exactValue } from '../../figures/quantity.ts';
import { smallLettersOf } from '../../market/small-letters.ts';
import { exempt, type Filling, inlinesOf, plain, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { narrativeOf } from './words.ts';

/** The middle of both axes, which run from 1 to 5. */
const MIDDLE = 3;

/** Names of the points that score above the middle on both axes, in the order of the data. */
const highPoints = (filling: Filling, name: unknown): readonly string[] =>
  (filling.draft.bodies.get(String(name))?.points ?? []).flatMap(({ label, scores }) => {
    const values = scores ? [scores.x, scores.y].map((id) => exactValue(filling.draft.figures.get(id)) ?? 0) : [0];
    return values.every((v) => v > MIDDLE) ? [label] : [];
  });

/** The points that say when, by year. */
const moments = (filling: Filling, name: unknown): readonly { readonly label: string; readonly when: number }[] =>
  (filling.draft.bodies.get(String(name))?.points ?? [])
    .flatMap(({ label, when }) => (when === undefined ? [] : [{ label, when }]))
    .sort((a, b) => a.when - b.when);

export const placedPointHelpers = {
  /** `scored "opportunities"`: whether its points have scores on two axes; `dated "trends"`: whether they say when, in two years or more. */
  scored: (filling, _at, [name]) => {
    const body = filling.draft.bodies.get(String(name));
    return body?.axes !== undefined && body.points.filter((p) => p.scores).length > 1;
  },
  dated: (filling, _at, [name]) => new Set(moments(filling, name).map((m) => m.when)).size > 1,
  /** `editorial "opportunities"`: whether the scores are the authors' judgement. */
  editorial: (filling, _at, [name]) => filling.draft.bodies.get(String(name))?.axes?.editorial === true,
  /** `high-points "opportunities"`: those above the middle of both axes, as a list; `high-number`: how many; `high-count`: for `count=`. */
  'high-points': (filling, _at, [name]) => {
    const names = highPoints(filling, name);
    return names.length === 0 ? '' : putInlines(filling, plain(filling.locale.list(names)));
  },
  'high-count': (filling, _at, [name]) => String(highPoints(filling, name).length),
  'high-number': (filling, _at, [name]) => putInlines(filling, exempt(String(highPoints(filling, name).length))),
  /** `axis "opportunities" "x"`: what an axis measures, inside a sentence. */
  axis: (filling, at, [name, axis]) => {
    const label = narrativeOf(filling, at, name)?.axes?.[axis === 'y' ? 'y' : 'x'] ?? '';
    return putInlines(filling, plain(smallLettersOf(filling.market).ofDimension(label)));
  },
  /** `moment "trends" "first"|"last" ["year"]`: the first or last dated point, or its year. */
  moment: (filling, _at, [name, which, what]) => {
    const moment = moments(filling, name).at(which === 'first' ? 0 : -1);
    if (!moment) return '';
    return putInlines(filling, what === 'year' ? exempt(String(moment.when)) : plain(moment.label));
  },
  /** `labels "challenges" heading=… tone="negative"`: the labels of its points alone, for the column beside an exhibit. */
  labels: (filling, at, [name], named) => {
    const narrative = narrativeOf(filling, at, name);
    return narrative
      ? putBlocks(filling, {
          kind: 'rows',
          heading: inlinesOf(filling, named['heading']),
          tone: named['tone'] === 'negative' ? 'negative' : 'neutral',
          rows: narrative.points.map((p) => ({ label: [plain(p.label)], text: [] })),
        })
      : '';
  },
} as const satisfies Record<string, Helper>;
