import { roleOf } from '../../figures/cube-cuts.ts';
import { compare } from '../../figures/derive/change.ts';
import { bySize, leadOf } from '../../figures/derive/rank.ts';
import { share } from '../../figures/derive/share.ts';
import { pointOf } from '../../figures/draft.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue, PERCENT } from '../../figures/quantity.ts';
import type { Member } from '../../market/market.ts';
import { exempt, type Filling, plain, putInlines } from '../context.ts';
import { type Cut, cutOf } from '../cut.ts';
import type { Helper } from '../helper.ts';

/** What a member is told by: one figure, or its values at both ends of the window. */
interface Told {
  readonly member: Member;
  readonly figures: readonly Figure[];
}

/** Columns that stacks have room for. */
const MOST_YEARS = 8;

const hasWindow = (cut: Cut | undefined): cut is Cut => cut !== undefined && cut.from !== cut.to;

/** One figure of each member; none while one of them is unknown, since it might be the largest. */
const toldOf = (cut: Cut, figure: (series: string) => Figure | undefined): readonly Told[] => {
  const told = cut.members.map((member) => ({ member, figures: [figure(cut.seriesAt(member.id))].filter((f) => f !== undefined) }));
  return told.every((t) => exactValue(t.figures[0]) !== undefined) ? told : [];
};

/** The one that stands alone at the top of a weight; the residual is no member, and hides the top where it has it. */
const topOf = (told: readonly Told[], weight: (t: Told) => number): Told | undefined => {
  const [first, second] = [...told].sort((a, b) => weight(b) - weight(a));
  return first && !first.member.residual && (!second || weight(first) > weight(second)) ? first : undefined;
};

const totalChange = (filling: Filling, cut: Cut): Figure => compare(filling.draft, 'change', cut.seriesAt('total'), cut.from, cut.to);

/** The member whose change is the largest part of the total's. */
const gainerOf = (filling: Filling, cut: Cut | undefined): Told | undefined => {
  if (!hasWindow(cut)) return undefined;
  const total = exactValue(totalChange(filling, cut)) ?? 0;
  if (total === 0) return undefined;
  const told = toldOf(cut, (series) => compare(filling.draft, 'change', series, cut.from, cut.to));
  return topOf(told, (t) => Math.sign(total) * (exactValue(t.figures[0]) ?? 0));
};

/** The member whose share of the total moves most, with its shares at both ends. */
const shiftOf = (filling: Filling, cut: Cut | undefined): Told | undefined => {
  if (!hasWindow(cut)) return undefined;
  const shareIn = (series: string, year: number): Figure | undefined => {
    const [part, whole] = [series, cut.seriesAt('total')].map((s) => pointOf(filling.draft, s, year));
    return part && whole && share(filling.draft, part.id, whole.id);
  };
  const told = cut.members.map((member) => ({
    member,
    figures: [cut.from, cut.to].flatMap((year) => shareIn(cut.seriesAt(member.id), year) ?? []),
  }));
  if (told.some((t) => t.figures.length < 2 || t.figures.some((f) => exactValue(f) === undefined))) return undefined;
  // Of two parts one gains what the other loses: it is told as a gain.
  return topOf(told, (t) => Math.abs(moveOf(t)) + (moveOf(t) > 0 ? 1e-9 : 0));
};

const moveOf = ({ figures: [start, end] }: Told): number => (exactValue(end) ?? 0) - (exactValue(start) ?? 0);

/** The growth rates of the members, lowest first; none while one is unknown. */
const pacesOf = (filling: Filling, cut: Cut | undefined): readonly Told[] => {
  if (!hasWindow(cut)) return [];
  const told = toldOf(cut, (series) => compare(filling.draft, 'cagr', series, cut.from, cut.to));
  return [...told].sort((a, b) => (exactValue(a.figures[0]) ?? 0) - (exactValue(b.figures[0]) ?? 0));
};

/** Who leads at the end of the window and who led at its start, where both are certain and differ. */
const passerOf = (filling: Filling, cut: Cut | undefined): { readonly now: Told; readonly before: Told } | undefined => {
  if (!hasWindow(cut)) return undefined;
  const leader = (year: number): Told | undefined => {
    const group = filling.draft.groups.get(`${cut.cube.id}.${cut.dimension.id}.${year}`);
    const first = group && leadOf(filling.draft, group) === 'certain' ? bySize(filling.draft, group)[0] : undefined;
    const member = cut.members.find((m) => first?.id === `${cut.seriesAt(m.id)}.${year}`);
    return first && member ? { member, figures: [first] } : undefined;
  };
  const [before, now] = [leader(cut.from), leader(cut.to)];
  return before && now && before.member.id !== now.member.id ? { now, before } : undefined;
};

const nameOf = (filling: Filling, told: Told | undefined): string => (told ? putInlines(filling, plain(told.member.label)) : '');

const idOf = (told: Told | undefined, index = 0): string => told?.figures[index]?.id ?? '';

/** The growth rates of the members as parts of a chart, in the order of the values they stand beside. */
const paceGroup = (filling: Filling, cut: Cut): string => {
  const id = `${cut.cube.id}.${cut.dimension.id}.cagr`;
  const at = (member: Member): Figure => compare(filling.draft, 'cagr', cut.seriesAt(member.id), cut.from, cut.to);
  const { cagr } = filling.locale.words;
  filling.draft.groups.set(id, {
    id,
    kind: 'parts',
    label: cagr,
    short: cagr,
    phrase: cagr,
    unit: PERCENT,
    members: cut.members.map((m) => ({ label: m.label, figure: at(m).id, role: roleOf(m) })),
    exhaustive: false,
  });
  return id;
};

const cutAlongFirst = (filling: Filling, cubeId: unknown): Cut | undefined =>
  cutOf(filling, cubeId, filling.market.cubes.find((c) => c.id === cubeId)?.dimensions[0]);

export const cubeStoryHelpers = {
  /** `cube-window CUBE`: "2025-2030", from the latest year that is no forecast to the last; empty where they are one. */
  'cube-window': (filling, _at, [cube]) => {
    const cut = cutAlongFirst(filling, cube);
    return hasWindow(cut) ? `${cut.from}-${cut.to}` : '';
  },
  /** `cube-year CUBE "from"|"to"`: an end of that window, for attributes. */
  'cube-year': (filling, _at, [cube, end]) => String(cutAlongFirst(filling, cube)?.[end === 'to' ? 'to' : 'from'] ?? ''),
  /** `cube-set CUBE DIM`: id of the members over the years; `first-dimension CUBE`: the one its data begins with. */
  'cube-set': (_filling, _at, [cube, dimension]) => `${String(cube)}.${String(dimension)}`,
  'first-dimension': (filling, _at, [cube]) => filling.market.cubes.find((c) => c.id === cube)?.dimensions[0] ?? '',
  /** `cube-value CUBE "from"|"to"`: the total at an end of the window; `cube-start CUBE`: its first year. */
  'cube-value': (filling, _at, [cube, end]) => {
    const cut = cutAlongFirst(filling, cube);
    return cut?.totals.find((f) => f.period.to === (end === 'to' ? cut.to : cut.from))?.id ?? '';
  },
  'cube-start': (filling, _at, [cube]) => putInlines(filling, exempt(String(cutAlongFirst(filling, cube)?.years[0] ?? ''))),
  /** `cube-years CUBE`: the years that stacks show: all, the last eight, or, where the window is longer, every second or third. */
  'cube-years': (filling, _at, [cubeId]) => {
    const cut = cutAlongFirst(filling, cubeId);
    if (!hasWindow(cut)) return '';
    const years = cut.cube.years.toSorted((a, b) => a - b);
    const step = Math.ceil((years.filter((y) => y >= cut.from).length - 1) / (MOST_YEARS - 1)) || 1;
    const spaced = years.filter((_, i) => (years.length - 1 - i) % step === 0);
    return spaced.slice(-MOST_YEARS).join(' ');
  },
  /** `gain CUBE DIM`: the change of the total over the window; `gainer CUBE DIM ["name"]`: the member that brings most of it. */
  gain: (filling, _at, [cube, dimension]) => {
    const cut = cutOf(filling, cube, dimension);
    return hasWindow(cut) ? totalChange(filling, cut).id : '';
  },
  gainer: (filling, _at, [cube, dimension, what]) => {
    const told = gainerOf(filling, cutOf(filling, cube, dimension));
    return what === 'name' ? nameOf(filling, told) : idOf(told);
  },
  /** `shift CUBE DIM "start"|"end"|"name"`: the member whose share moves most over the window; `by-shift` adds -up or -down to a key. */
  shift: (filling, _at, [cube, dimension, what]) => {
    const told = shiftOf(filling, cutOf(filling, cube, dimension));
    return what === 'name' ? nameOf(filling, told) : idOf(told, what === 'start' ? 0 : 1);
  },
  'by-shift': (filling, _at, [cube, dimension, key]) => {
    const told = shiftOf(filling, cutOf(filling, cube, dimension));
    return `${String(key)}-${told && moveOf(told) < 0 ? 'down' : 'up'}`;
  },
  /** `pace CUBE DIM "low"|"high" ["name"]`: the lowest and the highest growth rate of a member; empty while one is unknown. */
  pace: (filling, _at, [cube, dimension, end, what]) => {
    const paces = pacesOf(filling, cutOf(filling, cube, dimension));
    const told = paces.length < 2 ? undefined : paces.at(end === 'low' ? 0 : -1);
    return what === 'name' ? nameOf(filling, told) : idOf(told);
  },
  /** `pace-bars CUBE DIM`: id of the growth rates as parts, for a bar chart in the order of `slice`. */
  'pace-bars': (filling, _at, [cube, dimension]) => {
    const cut = cutOf(filling, cube, dimension);
    return hasWindow(cut) ? paceGroup(filling, cut) : '';
  },
  /** `passer CUBE DIM "end"|"name"|"before"|"before-name"`: who leads at the end of the window and not at its start, and who led then. */
  passer: (filling, _at, [cube, dimension, what]) => {
    const passer = passerOf(filling, cutOf(filling, cube, dimension));
    const told = String(what).startsWith('before') ? passer?.before : passer?.now;
    return String(what).endsWith('name') ? nameOf(filling, told) : idOf(told);
  },
} as const satisfies Record<string, Helper>;
