/** Figure and group ids: at most 64 characters of a–z, 0–9, full stop and hyphen. */
export type FigureId = string;

export const ID_PATTERN = /^[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;

export const isId = (text: string): boolean => ID_PATTERN.test(text);

/** Ids of charts and tables are made of several others; they name files too. */
export const isAnchor = (text: string): boolean => /^[a-z0-9](?:[a-z0-9.-]{0,126}[a-z0-9])?$/.test(text);

/**
 * Edit distance of two strings (optimal string alignment): insertions, deletions, substitutions, and two neighbours that changed
 * places, as in 2092 for 2029, each count one.
 */
export const editDistance = (a: string, b: string): number => {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : substitution;
      next.push(Math.min(substitution, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The candidate closest to `wanted`, or undefined when none is within half of its length: a far guess misleads. */
export const nearest = (wanted: string, candidates: Iterable<string>): string | undefined => {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(wanted.length / 2));
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};

/** Six characters that stand for a list of ids (FNV-1a, 32 bits): the same for the same list, whatever else was named before. */
export const digestOf = (ids: readonly string[]): string => {
  let hash = 0x811c9dc5;
  for (const character of ids.join('\n')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36).padStart(6, '0').slice(-6);
};
