import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Span } from '../../base/span.ts';
import { alternativeIds, growthId, itemId, MOST_ID, pointId, scoreId } from '../figure-ids.ts';
import type { Market } from '../market.ts';
import type { Check } from './check.ts';

interface Named {
  readonly id: string;
  readonly span: Span;
}

interface Kind {
  readonly code: string;
  readonly message: (id: string) => string;
  readonly hint: string;
}

/** A finding for each that bears the id of one before it. */
const repeated = (named: readonly Named[], { code, message, hint }: Kind): readonly Diagnostic[] => {
  const seen = new Map<string, Span>();
  return named.flatMap(({ id, span }): readonly Diagnostic[] => {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, span);
    return first === undefined
      ? []
      : [{ code, severity: 'error', message: message(id), span, related: [{ message: 'first given here', span: first }], hints: [hint] }];
  });
};

const idOf = (what: string): Kind => ({
  code: 'market/duplicate-id',
  message: (id) => `the id "${id}" is given to two ${what}`,
  hint: 'give each an id of its own',
});

const GROUPS: Kind = {
  code: 'market/duplicate-id',
  message: (id) => `the id "${id}" is given twice`,
  hint: 'give each series, cube and breakdown an id of its own',
};

/** Series, breakdowns, cubes and their cuts are all named by id in charts and tables. */
const groupsOf = (market: Market): readonly Named[] => [
  ...market.series,
  ...market.breakdowns,
  ...market.cubes,
  ...market.cubes.flatMap((c) => [...new Set(c.dimensions)].map((d) => ({ id: `${c.id}.${d}`, span: c.span }))),
];

/** Every figure the file states. */
const figuresOf = (market: Market): readonly Named[] => [
  ...market.series.flatMap((s) =>
    s.points.flatMap((p) => [pointId(s.id, p.year), ...alternativeIds(s.id, p)].map((id) => ({ id, span: p.span }))),
  ),
  ...market.growth.map((g) => ({ id: growthId(g), span: g.span })),
  ...market.breakdowns.flatMap((b) => b.items.map((i) => ({ id: itemId(b.id, i), span: i.span }))),
  ...Object.entries(market.narratives).flatMap(([name, { points, span }]) =>
    points.flatMap((p, i) => (p.scores ? (['x', 'y'] as const).map((axis) => ({ id: scoreId(name, i, axis), span })) : [])),
  ),
];

const tooLong = (market: Market): readonly Diagnostic[] => {
  const first = figuresOf(market).find((f) => f.id.length > MOST_ID);
  return first === undefined
    ? []
    : [
        {
          code: 'market/id-too-long',
          severity: 'error',
          message: `the figure "${first.id}" would have an id of ${first.id.length} characters, more than ${MOST_ID}`,
          span: first.span,
          hints: ['give the series shorter ids; a cube’s series are named by its id and its members’'],
        },
      ];
};

/** Ids that computed figures of a series bear: a stated figure of such an id would be taken for one. */
const COMPUTED = /^(.+)\.(?:(?:cagr|growth|change|multiple|index|mean)\.\d{4}-\d{4}|(?:yoy|path)\.\d{4})$/;

const reserved = (market: Market): readonly Diagnostic[] => {
  const series = new Set(market.series.map((s) => s.id));
  const rates = new Set(market.growth.map(growthId));
  const taken = figuresOf(market).filter((f) => !rates.has(f.id) && series.has(COMPUTED.exec(f.id)?.[1] ?? ''));
  const totals = market.dimensions.flatMap((d) => d.members.filter((m) => m.id === 'total'));
  return [
    ...taken.map(
      (g): Diagnostic => ({
        code: 'market/reserved-id',
        severity: 'error',
        message: `the id "${g.id}" is kept for a figure computed of "${COMPUTED.exec(g.id)?.[1] ?? ''}"`,
        span: g.span,
        hints: ['rename the series or breakdown it belongs to: ids of figures are made of theirs'],
      }),
    ),
    ...totals.map(
      (m): Diagnostic => ({
        code: 'market/reserved-id',
        severity: 'error',
        message: 'the id "total" is kept for the sum of a dimension and cannot be a member’s',
        span: m.span,
        hints: ['choose another id, e.g. "all"'],
      }),
    ),
  ];
};

/** What is named by an id is named once; a series names each year once, a rate each window once. */
export const idsUnique: Check = (market) => {
  const groups = repeated(groupsOf(market), GROUPS);
  const inside = [
    ...market.series.flatMap((s) =>
      repeated(
        s.points.map((p) => ({ id: String(p.year), span: p.span })),
        {
          code: 'market/duplicate-point',
          message: (year) => `the series "${s.id}" has two points for ${year}`,
          hint: 'keep one; put a competing figure under "alternatives"',
        },
      ),
    ),
    ...repeated(
      market.growth.map((g) => ({ id: `${g.of}" from ${g.from} to ${g.to}`, span: g.span })),
      {
        code: 'market/duplicate-growth',
        message: (window) => `the rate of "${window} is given twice`,
        hint: 'keep one; name the other source’s rate in the prose or the note',
      },
    ),
    ...market.breakdowns.flatMap((b) => repeated(b.items, idOf(`items of "${b.id}"`))),
    ...market.dimensions.flatMap((d) => repeated(d.members, idOf(`members of "${d.id}"`))),
    ...market.cubes.flatMap((c) =>
      repeated(
        c.dimensions.map((id) => ({ id, span: c.span })),
        { ...GROUPS, message: (id) => `the cube "${c.id}" has the dimension "${id}" twice`, hint: 'keep one' },
      ),
    ),
    ...repeated(market.headlineAt, { ...GROUPS, message: (id) => `"${id}" stands twice under "headline"`, hint: 'keep one' }),
  ];
  const lists = [
    ...repeated(market.areas, idOf('areas')),
    ...repeated(market.dimensions, idOf('dimensions')),
    ...repeated(market.sources, idOf('sources')),
    ...repeated(market.players, idOf('players')),
  ];
  // What stands twice as a whole stands twice figure by figure: only what remains is told by figure.
  const figures =
    groups.length + inside.length > 0
      ? []
      : repeated(figuresOf(market), {
          code: 'market/duplicate-figure',
          message: (id) => `two figures of this file have the id "${id}"`,
          hint: 'rename the series, breakdown or item: ids of figures are made of theirs',
        });
  return [...lists, ...groups, ...inside, ...figures, ...tooLong(market), ...reserved(market)];
};
