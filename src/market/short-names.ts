import type { Path } from '../input/raw-data.ts';
import { fail, type Given } from './given.ts';
import type { FullName } from './market.ts';

/** Characters a name may have where it stands in a title, a table or beside a mark. */
const MOST = 48;

/** The name that documents use: the short one, or the name itself where it has room. A long name without a short one is an error. */
export const shortNameOf = (g: Given, name: string, short: string | undefined, path: Path): string => {
  if (short !== undefined) return short;
  const { length } = [...name];
  if (length > MOST)
    fail(
      g,
      path,
      'market/short-missing',
      `"${[...name].slice(0, 32).join('').trimEnd()} …" has ${length} characters: titles, tables and charts have no room for it`,
      'add "short: …" beside it, at most 40 characters; the report tells the full name once',
    );
  return name;
};

/** Names that have a short form, each once, in the order of the file: members of dimensions, items of breakdowns, players. */
export const fullNamesOf = ({ file }: Given): readonly FullName[] => {
  const named = [
    ...file.dimensions.flatMap((d) => d.members.map((m) => ({ short: m.short, full: m.label }))),
    ...file.breakdowns.flatMap((b) => b.items.map((i) => ({ short: i.short, full: i.label }))),
    ...file.players.map((p) => ({ short: p.short, full: p.name })),
  ];
  const found = new Map<string, FullName>();
  for (const { short, full } of named) if (short !== undefined && short !== full && !found.has(short)) found.set(short, { short, full });
  return [...found.values()];
};
