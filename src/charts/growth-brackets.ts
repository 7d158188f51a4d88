import type { Figure } from '../figures/ledger.ts';
import { type BracketSpan, growthBracket, pillSpan } from './growth-bracket.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation } from './native.ts';

/** Clear space between the highest label and the lowest bracket, points (0.30 in on a slide). */
const CLEARANCE = 12;
/** Between two rows of pills, and between what stands side by side in one row. */
const GAP = 4;
/** How far from the middle of its column a bracket ends where another begins, points: both ends are seen. */
const APART = 4;
/** Rows beyond would leave no height for the columns. */
const MOST_ROWS = 3;

interface Placed {
  readonly rate: Figure;
  readonly from: number;
  readonly to: number;
  readonly pill: BracketSpan;
  /** Counted from the lowest. */
  readonly row: number;
}

/** Growth rates over columns, in rows above the highest label. */
export interface Brackets {
  /** Height they need above that label, points; none without brackets. */
  readonly room: number;
  /** Rates for which there is no row. */
  readonly leftOut: readonly Figure[];
  /**
   * `top`: of what stands on the column of a year; `highest`: of what stands on any; `ceiling`: what brackets stay under. Heights
   * in points.
   */
  readonly marks: (top: (year: number) => number, highest: number, ceiling: number) => readonly Annotation[];
}

const length = ({ period }: Figure): number => period.to - period.from;

/** What a bracket takes of its row. */
const reach = ({ from, to, pill }: Omit<Placed, 'row'>): BracketSpan => ({ from: Math.min(from, pill.from), to: Math.max(to, pill.to) });

const meet = (a: BracketSpan, b: BracketSpan): boolean => a.from < b.to + GAP && b.from < a.to + GAP;

/** Each in the lowest row in which it meets no other, the shorter windows first: longer brackets span shorter ones. */
const inRows = (brackets: readonly Omit<Placed, 'row'>[]): readonly Placed[] => {
  const ordered = [...brackets].sort((a, b) => length(a.rate) - length(b.rate) || a.rate.period.from - b.rate.period.from);
  const placed: Placed[] = [];
  for (const bracket of ordered) {
    const taken = new Set(placed.filter((p) => meet(reach(p), reach(bracket))).map((p) => p.row));
    let row = 0;
    while (taken.has(row)) row++;
    placed.push({ ...bracket, row });
  }
  return placed;
};

/** `centre`: the middle of the column of a year, points; `span`: what the pills may not reach over. */
export const growthBrackets = (
  rates: readonly Figure[],
  centre: (year: number) => number,
  span: BracketSpan,
  context: ChartContext,
): Brackets => {
  const { scale } = context;
  const step = scale.pillHeight + GAP;
  const [begins, ends] = [new Set(rates.map((r) => r.period.from)), new Set(rates.map((r) => r.period.to))];
  const all = inRows(
    rates.map((rate) => {
      const from = centre(rate.period.from) + (ends.has(rate.period.from) ? APART : 0);
      const to = centre(rate.period.to) - (begins.has(rate.period.to) ? APART : 0);
      return { rate, from, to, pill: pillSpan(rate, from, to, span, context) };
    }),
  );
  const placed = all.filter((p) => p.row < MOST_ROWS);
  const rows = Math.max(0, ...placed.map((p) => p.row + 1));
  return {
    room: rows === 0 ? 0 : CLEARANCE + rows * step,
    leftOut: all.filter((p) => p.row >= MOST_ROWS).map((p) => p.rate),
    marks: (top, highest, ceiling) => {
      // Where values are withheld the bars stop halfway up: brackets come down to them instead of hanging far above.
      const lowest = Math.max(ceiling + scale.pillHeight / 2 + 2 + (rows - 1) * step, highest - CLEARANCE - scale.pillHeight * 0.7);
      const marks = placed.flatMap(({ rate, from, to, pill, row }) =>
        growthBracket(
          rate,
          { x: from, top: top(rate.period.from) },
          { x: to, top: top(rate.period.to) },
          lowest - row * step,
          pill,
          context,
        ),
      );
      // A line of one bracket never runs over the rate of another.
      return [...marks.filter((m) => m.kind === 'line'), ...marks.filter((m) => m.kind === 'box')];
    },
  };
};
