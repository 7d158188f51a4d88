import type { PageGeometry } from '../flow.ts';
import type { Atom } from './atom.ts';

/** Above a first-level heading that does not begin a page, points. */
export const RUN_ON_SPACE = 34;

/** A section begins below another where this share of the page is free. */
const LEAST_FREE = 1 / 3;

/** Of a section without exhibits, so much of its text stands with its heading. Points. */
const OPENING_TEXT = 150;

/** What of a section must stand together where it begins: all up to the end of its first figure or table, or some text. */
const openingHeight = (atoms: readonly Atom[]): number => {
  const figure = atoms.findIndex((a) => a.floats);
  const row = atoms.findIndex((a) => a.repeat !== undefined);
  const behind = atoms.findIndex((a, i) => i > row && a.repeat === undefined);
  const table = row < 0 ? -1 : (behind < 0 ? atoms.length : behind) - 1;
  const exhibit = Math.min(...[figure, table].filter((i) => i >= 0));
  let height = 0;
  for (const [i, atom] of atoms.entries()) {
    height += (i === 0 ? 0 : Math.max(atoms[i - 1]?.after ?? 0, atom.before)) + atom.height;
    const isPast = exhibit === Number.POSITIVE_INFINITY ? height >= OPENING_TEXT : i >= exhibit;
    if (isPast && !atom.keep) break;
  }
  return height;
};

/** The atoms of a section that may begin below the one before: its heading says how much room that takes. */
export const runningOn = (atoms: readonly Atom[], page: PageGeometry): readonly Atom[] => {
  const [heading, ...rest] = atoms;
  if (!heading) return atoms;
  const room = page.height - page.margin.top - page.margin.bottom;
  const needs = RUN_ON_SPACE + Math.max(openingHeight(atoms), room * LEAST_FREE - RUN_ON_SPACE);
  return [{ ...heading, runsOn: { needs, space: RUN_ON_SPACE } }, ...rest];
};
