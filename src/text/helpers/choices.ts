import { own } from '../../base/own.ts';
import { exactValue } from '../../figures/quantity.ts';
import { cubeSeriesId } from '../../market/figure-ids.ts';
import { NARRATIVES } from '../../market/market.ts';
import { type CallSite, type Filling, figureOf, groupOf, inlinesOf, report } from '../context.ts';
import { LENGTHS, reaches } from '../deck-length.ts';
import type { Helper } from '../helper.ts';
import { isComparable, isDisclosed, publishedRate, seriesFigures, toldValue } from '../windows.ts';

/** Characters of names an action title has room for. */
const BRIEF = 52;

/** How many values of a series its source gives: exact ones, bounds and ranges. */
const disclosedCount = (filling: Filling, id: string): number => {
  const group = filling.draft.groups.get(id);
  return group ? seriesFigures(filling, group).filter(isDisclosed).length : 0;
};

const comparable = (filling: Filling, id: string): boolean => {
  const group = filling.draft.groups.get(id);
  return group !== undefined && isComparable(filling, group);
};

const isHeadline = (filling: Filling, id: string): boolean => filling.market.headline.includes(id);

/** The year structure is shown for: the last that is not a forecast, else the first. */
const structureYear = (filling: Filling, cubeId: string): number | undefined => {
  const cube = filling.market.cubes.find((c) => c.id === cubeId);
  const total = filling.market.series.find((s) => s.id === [cubeId, ...(cube?.dimensions ?? []).map(() => 'total')].join('.'));
  const known = total?.points.filter((p) => p.status !== 'forecast') ?? [];
  return known.at(-1)?.year ?? cube?.years[0];
};

const sliceOf = (filling: Filling, cube: string, dimension: string): string => `${cube}.${dimension}.${structureYear(filling, cube) ?? ''}`;

/** Cubes that can be shown by their totals. What others lack is told when the file is checked. */
const shownCubes = ({ market, draft }: Filling): readonly string[] =>
  market.cubes
    .filter((cube) => {
      const members = (dimension: string) => market.dimensions.find((d) => d.id === dimension)?.members ?? [];
      return (
        draft.groups.has(cubeSeriesId(cube, {})) &&
        cube.dimensions.every((d) => members(d).some((m) => draft.groups.has(cubeSeriesId(cube, { [d]: m.id }))))
      );
    })
    .map((c) => c.id);

const reachesLength = (filling: Filling, at: CallSite, least: unknown): boolean => {
  const known = LENGTHS.find((l) => l === least);
  if (known === undefined)
    report(filling, at, 'text/unknown-length', `a deck has no length "${String(least)}"`, `use one of ${LENGTHS.join(', ')}`);
  return known !== undefined && reaches(filling.length, known);
};

export const choiceHelpers = {
  /** `has "drivers"`, `has "cubes"`, `has "players"` …: whether the market file has it. */
  has: (filling, at, [name]) => {
    const { market } = filling;
    const lists: Readonly<Record<string, boolean>> = {
      definition: market.definition !== undefined,
      illustrative: market.illustrative,
      cubes: shownCubes(filling).length > 0,
      breakdowns: market.breakdowns.length > 0,
      players: market.players.length > 0,
      roles: market.players.some((p) => p.role !== undefined),
      method: market.method.length > 0,
      disclaimer: market.disclaimer !== undefined,
      abbreviations: Object.keys(market.abbreviations).length + market.fullNames.length > 0,
      'other-series': market.series.some((s) => Object.keys(s.members).length === 0 && !isHeadline(filling, s.id)),
      ...Object.fromEntries(NARRATIVES.map((n) => [n, market.narratives[n] !== undefined])),
    };
    const known = own(lists, name);
    if (known === undefined)
      report(filling, at, 'text/unknown-content', `a market file has no "${String(name)}"`, `use one of ${Object.keys(lists).join(', ')}`);
    return known ?? false;
  },
  /** `option "data-tables"`: whether the build asks for it. */
  option: (filling, _at, [name]) => filling.options.has(String(name)),
  /** `length "full"`: whether the deck is of that length or longer. */
  length: (filling, at, [least]) => reachesLength(filling, at, least),
  /** `medium "full"`: the container of slides that decks of that length and longer have: `both`, or `report` in a shorter deck. */
  medium: (filling, at, [least]) => (reachesLength(filling, at, least) ? 'both' : 'report'),
  /** `headlines`: ids of the series with a market-size section. */
  headlines: (filling) => filling.market.headline.filter((id) => filling.draft.groups.has(id)),
  /** `main`: the first headline series with disclosed values, else the first. */
  main: (filling) => filling.market.headline.find((id) => disclosedCount(filling, id) > 0) ?? filling.market.headline[0] ?? '',
  /** `main-list`: the main series if two of its values can be compared; for `each`. */
  'main-list': (filling) => filling.market.headline.filter((id) => comparable(filling, id)).slice(0, 1),
  'any-undisclosed': (filling) =>
    [...filling.draft.figures.values()].some((f) => f.origin.kind === 'stated' && f.quantity.kind === 'undisclosed'),
  /** `anchor "chart" ID…`: an id for an exhibit. */
  anchor: (_filling, _at, parts) => parts.map(String).join('-'),
  /** `by-status ID KEY`: KEY-actual, KEY-forecast, or KEY-estimate for all that is neither: only what is actual is told as past. */
  'by-status': (filling, at, [id, key]) => {
    const status = figureOf(filling, at, id)?.status;
    return `${String(key)}-${status === 'actual' || status === 'forecast' ? status : 'estimate'}`;
  },
  /** `by-unit ID KEY`: KEY-percent, KEY-multiple …: a share is "of" something, a multiple is not. */
  'by-unit': (filling, at, [id, key]) => `${String(key)}-${figureOf(filling, at, id)?.unit.kind ?? 'percent'}`,
  /** `choose X A B`: A when X is true or a list that holds anything, else B. */
  choose: (_filling, _at, [x, a, b]) => String(x === true || (Array.isArray(x) && x.length > 0) ? a : b),
  /** `undisclosed-headlines`: those without a single value, bound or range. */
  'undisclosed-headlines': (filling) =>
    filling.market.headline.filter((id) => filling.draft.groups.has(id) && disclosedCount(filling, id) === 0),
  /** `disclosed-headlines`: those with a value, bound or range. */
  'disclosed-headlines': (filling) => filling.market.headline.filter((id) => disclosedCount(filling, id) > 0),
  /** `disclosed S`: at least one value, bound or range; `comparable S`: two exact values to tell its growth by. */
  disclosed: (filling, at, [id]) => groupOf(filling, at, id) !== undefined && disclosedCount(filling, String(id)) > 0,
  comparable: (filling, at, [id]) => groupOf(filling, at, id) !== undefined && comparable(filling, String(id)),
  /** `rated S`: whether a source states a rate for the series and discloses it. */
  rated: (filling, at, [id]) => groupOf(filling, at, id) !== undefined && isDisclosed(publishedRate(filling, String(id))),
  /**
   * `by-known S KEY`: of a series that is not comparable: KEY-rate with a stated rate, KEY-only with one value, KEY-beside with an
   * exact one beside bounds or ranges, KEY-bounds with those alone.
   */
  'by-known': (filling, at, [id, key]) => {
    const group = groupOf(filling, at, id);
    if (!group) return '';
    if (isDisclosed(publishedRate(filling, group.id))) return `${String(key)}-rate`;
    if (disclosedCount(filling, group.id) === 1) return `${String(key)}-only`;
    return `${String(key)}-${exactValue(toldValue(filling, group)) === undefined ? 'bounds' : 'beside'}`;
  },
  /** `given VALUE`: whether a helper found something. */
  given: (_filling, _at, [value]) =>
    value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  /** `brief TEXT…`: whether the texts together are short enough to stand in an action title. */
  brief: (filling, _at, texts) =>
    texts.flatMap((t) => inlinesOf(filling, t)).reduce((sum, i) => sum + (i.kind === 'text' ? i.text.length : 0), 0) <= BRIEF,
  /** `titled "drivers-and-restraints"`: whether the market file gives that slide its action title. */
  titled: (filling, _at, [name]) => own(filling.market.titles, name) !== undefined,
  /** `alone "drivers" "restraints"`: the one body of prose that is there without the other, for `each`. */
  alone: (filling, _at, names) => {
    const there = names.filter((n) => own(filling.market.narratives, n) !== undefined).map(String);
    return there.length === 1 ? there : [];
  },
  /** `first-of LIST`: its first member alone, for `each`. */
  'first-of': (_filling, _at, [list]) => (Array.isArray(list) ? list.slice(0, 1).map(String) : []),
  same: (_filling, _at, [a, b]) => a === b,
  cubes: shownCubes,
  breakdowns: (filling) => filling.market.breakdowns.map((b) => b.id),
  /** `dimensions CUBE`: those by which the cube has figures in the year of its structure. */
  dimensions: (filling, _at, [cube]) =>
    (filling.market.cubes.find((c) => c.id === cube)?.dimensions ?? []).filter(
      (d) => (filling.draft.groups.get(sliceOf(filling, String(cube), d))?.members.length ?? 0) > 0,
    ),
  /** `slice CUBE DIMENSION`: the group of that dimension's members in the latest year that is not a forecast. */
  slice: (filling, _at, [cube, dimension]) => sliceOf(filling, String(cube), String(dimension)),
  /** `competing S`: whether publishers differ on a point of the series. */
  competing: (filling, _at, [id]) => filling.market.series.some((s) => s.id === id && s.points.some((p) => p.alternatives.length > 0)),
} as const satisfies Record<string, Helper>;
