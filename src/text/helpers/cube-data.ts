import type { BlockOf, Inline, TableColumn, TableRow } from '../../document/document.ts';
import { pointOf } from '../../figures/draft.ts';
import type { FigureStatus } from '../../figures/ledger.ts';
import { cubeSeriesId } from '../../market/figure-ids.ts';
import type { Cube, Dimension } from '../../market/market.ts';
import { smallLettersOf } from '../../market/small-letters.ts';
import { type CallSite, exempt, type Filling, plain, putBlocks, putInlines } from '../context.ts';
import type { Helper } from '../helper.ts';
import { say } from '../say.ts';
import { tableNote } from '../symbols.ts';
import { sourcesOf } from './series-tables.ts';

/** Years a page has room for beside the names; more stand in a further table of as many. */
const MOST_YEARS = 6;

/** Sets the parts of a member in from it: two spaces that no reader drops. */
const INDENT = exempt('\u00a0\u00a0');

/** A cube by both of its dimensions. */
interface Square {
  readonly cube: Cube;
  readonly outer: Dimension;
  readonly inner: Dimension;
}

/** Cubes of two dimensions of which anything is known beside the totals. */
const squareOf = (filling: Filling, cubeId: string): Square | undefined => {
  const cube = filling.market.cubes.find((c) => c.id === cubeId);
  if (cube?.dimensions.length !== 2) return undefined;
  const [outer, inner] = cube.dimensions.map((id) => filling.market.dimensions.find((d) => d.id === id));
  if (!outer || !inner) return undefined;
  const known = outer.members.some((o) =>
    inner.members.some((i) => filling.draft.groups.has(cubeSeriesId(cube, { [outer.id]: o.id, [inner.id]: i.id }))),
  );
  return known ? { cube, outer, inner } : undefined;
};

/** Stretches of years of even length. */
const stretches = (years: readonly number[]): readonly (readonly number[])[] => {
  const count = Math.ceil(years.length / MOST_YEARS);
  const size = Math.ceil(years.length / Math.max(1, count));
  return Array.from({ length: count }, (_, i) => years.slice(i * size, (i + 1) * size));
};

const tableOf = (filling: Filling, at: CallSite, square: Square, years: readonly number[], part: number): BlockOf<'table'> => {
  const { cube, outer, inner } = square;
  const total = say(filling, at, 'cube.total', {});
  const seriesOf = (o: string | undefined, i: string | undefined): string =>
    cubeSeriesId(cube, { ...(o === undefined ? {} : { [outer.id]: o }), ...(i === undefined ? {} : { [inner.id]: i }) });
  const statusIn = (year: number): FigureStatus | undefined => pointOf(filling.draft, seriesOf(undefined, undefined), year)?.status;
  const head = (year: number): string => {
    const status = statusIn(year);
    return status === undefined ? String(year) : filling.locale.period(year, status);
  };
  const row = (label: readonly Inline[], series: string, emphasis: boolean): TableRow => ({
    emphasis,
    cells: [
      label,
      ...years.map((year): readonly Inline[] => {
        const figure = pointOf(filling.draft, series, year);
        return figure ? [{ kind: 'figure', figure: figure.id, form: 'bare' }] : [exempt(filling.locale.notCovered)];
      }),
    ],
  });
  const block = (label: readonly Inline[], o: string | undefined): readonly TableRow[] => [
    row(label, seriesOf(o, undefined), true),
    ...inner.members.map((i) => row([INDENT, plain(i.label)], seriesOf(o, i.id), false)),
  ];
  const rows = [...outer.members.flatMap((o) => block([plain(o.label)], o.id)), ...block(total, undefined)];
  const columns: readonly TableColumn[] = [
    { header: [plain(outer.label), exempt(' · '), plain(inner.label)], align: 'left', weight: 2.4 },
    ...years.map((y): TableColumn => ({ header: [exempt(head(y))], align: 'right', weight: 1 })),
  ];
  const small = smallLettersOf(filling.market);
  const name = filling.draft.groups.get(seriesOf(undefined, undefined))?.label ?? cube.id;
  return {
    kind: 'table',
    anchor: part === 0 ? `data-${cube.id}` : `data-${cube.id}-${part + 1}`,
    group: `data-${cube.id}`,
    caption: say(filling, at, 'data.cube-caption', {
      measure: putInlines(filling, plain(name)),
      first: putInlines(filling, plain(small.ofDimension(outer.label))),
      second: putInlines(filling, plain(small.ofDimension(inner.label))),
      years: putInlines(filling, exempt(filling.locale.years(years[0] ?? 0, years.at(-1) ?? 0))),
    }),
    subtitle: [exempt(filling.locale.unit(cube.unit))],
    columns,
    rows,
    note: tableNote(
      filling,
      { columns, rows },
      [],
      years.flatMap((y) => statusIn(y) ?? []),
    ),
    sources: sourcesOf(years.flatMap((y) => outer.members.map((o) => pointOf(filling.draft, seriesOf(o.id, undefined), y)))),
  };
};

export const cubeDataHelpers = {
  /** `squares`: the cubes of two dimensions whose cells are known, by id. */
  squares: (filling) => filling.market.cubes.flatMap((c) => (squareOf(filling, c.id) ? [c.id] : [])),
  /** `cube-data CUBE`: every cell, sum and year of a cube of two dimensions. `see (anchor "data" CUBE)` names its tables. */
  'cube-data': (filling, at, [id]) => {
    const square = squareOf(filling, String(id));
    return square
      ? putBlocks(filling, ...stretches(square.cube.years).map((years, part) => tableOf(filling, at, square, years, part)))
      : '';
  },
} as const satisfies Record<string, Helper>;
