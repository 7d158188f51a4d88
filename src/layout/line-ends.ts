import { breakLines, breaksIn, type Line, textWidth } from '../fonts/measure.ts';
import type { Run } from './text.ts';

const NBSP = '\u00a0';
/** Forbids a break after a dash and prints nothing. */
const WORD_JOINER = '\u2060';

/** More lines than this are running text: only its last words are tied. */
const MOST_LINES = 3;

/** A last line holds two words and this share of the width. */
const LEAST_LAST = 0.15;
/** Where its words are held together, a last line has this share. */
const LEAST_HELD = 0.25;

const COST = { orphan: 10, range: 10, hyphen: 0.5, shortWord: 0.06, beforeNumber: 0.01 } as const;

/** What a line end at a comma or the like is worth. */
const PAUSE = 0.08;

/** What a text is set in, in points: what it must fit, and what another program may take the same room for. */
interface Room {
  readonly fit: number;
  readonly loose: number;
}

const styleOf = (run: Run) => ({ size: run.superscript ? run.size * 0.65 : run.size, bold: run.bold, italic: run.italic });

export const linesAt = (runs: readonly Run[], width: number): readonly Line<Run>[] =>
  breakLines(
    runs.map((r) => ({ text: r.text, style: styleOf(r), data: r })),
    width,
  );

const textOfLine = (line: Line<Run>): string => line.pieces.map((p) => p.text).join('');

/** A short word in small letters: an article, a preposition or a conjunction in most languages. */
const endsInShortWord = (text: string): boolean => /(?:^|[\s\u00a0(])\p{Ll}{1,3}\s*$/u.test(text);
const endsInRange = (text: string, next: string): boolean => /\d\u2013$/.test(text) && /^\d/.test(next);

/** Words held together, "from 2025", are one to the eye, and need more room. */
const leastOf = (text: string): number => (/^[^ ]+\u00a0[^ ]+$/.test(text.trim()) ? LEAST_HELD : LEAST_LAST);

const isOrphan = (text: string, lineWidth: number, width: number): boolean =>
  text.trim().split(/[ \u00a0]/).length < 2 || lineWidth < leastOf(text) * width;

/** One long word is better than two that leave the line empty. */
const orphanCost = (text: string, lineWidth: number, width: number): number =>
  !isOrphan(text, lineWidth, width) ? 0 : lineWidth < leastOf(text) * width ? COST.orphan : COST.orphan / 20;

/** What a break between two stretches of text costs a reader. */
const breakCost = (before: string, after: string): number =>
  (endsInRange(before, after) ? COST.range : 0) +
  (/[-\u2010]$/.test(before) ? COST.hyphen : 0) +
  (endsInShortWord(before) ? COST.shortWord : 0) +
  (/\p{Ll}\s*$/u.test(before) && /^[$\u20ac\u00a3]?\d/.test(after) ? COST.beforeNumber : 0);

/** LibreOffice ends lines between a letter and its percent sign ("XX%"); the standard does not. */
const heldSigns = (run: Run): Run =>
  run.figure === undefined && /\p{L}%/u.test(run.text) ? { ...run, text: run.text.replace(/(\p{L})%/gu, `$1${WORD_JOINER}%`) } : run;

/** Cuts the text at its opportunities and knows how wide every stretch is. */
const measured = (runs: readonly Run[]) => {
  const text = runs.map((r) => r.text).join('');
  const breaks = breaksIn(text);
  const widthBetween = (from: number, to: number): number => {
    const end = from + text.slice(from, to).trimEnd().length;
    let at = 0;
    let width = 0;
    for (const run of runs) {
      const part = run.text.slice(Math.max(0, from - at), Math.max(0, end - at));
      if (part !== '') width += textWidth(part, styleOf(run));
      at += run.text.length;
    }
    return width;
  };
  return { text, breaks, widthBetween };
};

type Measured = ReturnType<typeof measured>;

/** The offsets at which `count` lines end at least cost. Even lines count the slack of the last one too. */
const bestEnds = ({ text, breaks, widthBetween }: Measured, count: number, width: number, even: boolean): readonly number[] | undefined => {
  const stops = [0, ...breaks];
  const known = new Map<string, { readonly cost: number; readonly ends: readonly number[] } | undefined>();
  const from = (start: number, lines: number): { readonly cost: number; readonly ends: readonly number[] } | undefined => {
    const key = `${start} ${lines}`;
    if (known.has(key)) return known.get(key);
    let best: { readonly cost: number; readonly ends: readonly number[] } | undefined;
    for (let end = start + 1; end < stops.length; end++) {
      const [a, b] = [stops[start] ?? 0, stops[end] ?? 0];
      const w = widthBetween(a, b);
      if (w > width) break;
      const last = lines === 1;
      if (last !== (end === stops.length - 1)) continue;
      const slack = last && !even ? 0 : ((width - w) / width) ** 2;
      const own =
        slack -
        (/[,;:]\s*$/.test(text.slice(a, b)) ? PAUSE : 0) +
        (last ? orphanCost(text.slice(a, b), w, width) : breakCost(text.slice(a, b), text.slice(b)));
      const rest = last ? { cost: 0, ends: [] } : from(end, lines - 1);
      if (rest && (!best || own + rest.cost < best.cost)) best = { cost: own + rest.cost, ends: [b, ...rest.ends] };
    }
    known.set(key, best);
    return best;
  };
  return from(0, count)?.ends;
};

/** The runs with the break at an offset forbidden; undefined where that would change a printed figure. */
const tiedBefore = (runs: readonly Run[], offset: number): readonly Run[] | undefined => {
  let at = 0;
  for (const [i, run] of runs.entries()) {
    const inside = offset - at;
    at += run.text.length;
    if (inside > run.text.length || inside <= 0) continue;
    const before = run.text.slice(0, inside);
    const spaced = before.endsWith(' ');
    const next = runs[i + 1];
    // Between a figure and the text behind it, the text takes the joiner: what a figure prints stays as it is.
    if (!spaced && run.figure !== undefined)
      return inside === run.text.length && next && next.figure === undefined
        ? runs.map((r) => (r === next ? { ...r, text: `${WORD_JOINER}${r.text}` } : r))
        : undefined;
    const text = `${spaced ? `${before.slice(0, -1)}${NBSP}` : `${before}${WORD_JOINER}`}${run.text.slice(inside)}`;
    return runs.map((r, j) => (j === i ? { ...r, text } : r));
  }
  return undefined;
};

/** Ties words until greedy breaking gives the wanted lines; undefined where it cannot. */
const forced = (runs: readonly Run[], ends: readonly number[], room: Room): readonly Run[] | undefined => {
  const { breaks, widthBetween } = measured(runs);
  const ties: number[] = [];
  let start = 0;
  for (const end of ends.slice(0, -1)) {
    for (const position of breaks.filter((b) => b > end)) {
      // What would still fit goes to the next line only together with the first thing that does not.
      if (widthBetween(start, position) > room.loose) break;
      ties.push(position);
    }
    start = end;
  }
  let tied: readonly Run[] | undefined = runs;
  // From the end, so that a joiner put in moves no offset still to come.
  for (const offset of ties.toReversed()) tied = tied && tiedBefore(tied, offset);
  if (!tied) return undefined;
  const squeeze = (text: string): string => text.replace(/[\s\u00a0\u2060]+/g, '');
  const text = runs.map((r) => r.text).join('');
  const wanted = ends.map((end, i) => squeeze(text.slice(ends[i - 1] ?? 0, end)));
  const holds = (width: number): boolean => {
    const got = linesAt(tied, width).map((l) => squeeze(textOfLine(l)));
    return got.length === wanted.length && got.every((t, i) => t === wanted[i]);
  };
  return holds(room.fit) && holds(room.loose) ? tied : undefined;
};

/** Running text: ranges of years hold together, and a last line of one word or less than 15 % of the width gets another. Points. */
export const tiedText = (runs: readonly Run[], width: number): readonly Run[] => {
  let tied = runs;
  for (let guard = 0; guard < 8; guard++) {
    const lines = linesAt(tied, width).map(textOfLine);
    const broken = lines.findIndex((l, i) => endsInRange(l, lines[i + 1] ?? ''));
    if (broken < 0) break;
    const text = tied.map((r) => r.text).join('');
    // The offset of the end of that line: lines lose the spaces at their ends.
    let offset = 0;
    for (const line of lines.slice(0, broken + 1)) offset = text.indexOf(line, offset) + line.length;
    const joined = tiedBefore(tied, offset);
    if (!joined) break;
    tied = joined;
  }
  const lines = linesAt(tied, width);
  const last = lines.at(-1);
  if (!last || lines.length < 2 || !isOrphan(textOfLine(last), last.width, width)) return tied;
  // The word ahead of the last line comes down to it.
  const text = tied.map((r) => r.text).join('');
  const at = text.lastIndexOf(textOfLine(last).trim()) - 1;
  const held = at > 0 && text[at] === ' ' ? tiedBefore(tied, at + 1) : undefined;
  const before = held && linesAt(held, width).at(-2);
  // A word cut at its hyphen reads worse than a short last line.
  return held && before && !textOfLine(before).endsWith('-') ? held : tied;
};

/**
 * Text with its lines set for a reader, by ties alone: nothing is added that prints, and every reader breaks alike. A last line
 * of one word or of less than 15 % of the width evens out all lines; short words, hyphens and ranges of years move off line
 * ends where that takes no further line. Widths in points: what the text must fit, and the room it may get in other programs.
 */
export const settled = (given: readonly Run[], fit: number, loose = fit): readonly Run[] => {
  const lines = linesAt(given, fit);
  if (lines.length < 2) return given;
  const runs = given.map(heldSigns);
  // Where ties cost more than a line, as in boxes of a word's width, the text stays as it is.
  const worth = (tied: readonly Run[]): readonly Run[] => (linesAt(tied, fit).length > lines.length + 1 ? given : tied);
  if (lines.length > MOST_LINES) return worth(tiedText(runs, fit));
  const flaws = [fit, loose].map((width) => {
    const set = width === fit ? lines : linesAt(runs, width);
    const texts = set.map(textOfLine);
    const last = set.at(-1);
    return {
      orphan: last !== undefined && set.length > 1 && isOrphan(texts.at(-1) ?? '', last.width, width),
      costly: texts.some((t, i) => i < texts.length - 1 && breakCost(t, texts[i + 1] ?? '') > 0),
    };
  });
  const even = flaws.some((f) => f.orphan);
  if (!even && !flaws.some((f) => f.costly)) return worth(runs);
  const ends = bestEnds(measured(runs), lines.length, fit, even);
  return worth((ends && forced(runs, ends, { fit, loose })) ?? tiedText(runs, fit));
};
