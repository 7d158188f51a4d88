import { briefName, isLong } from './brief-name.ts';
import type { DataCell, DataColumn } from './data-table.ts';
import type { ChartContext } from './kind.ts';
import type { TextStyle } from './native.ts';
import { pushApart } from './push-apart.ts';
import { EMPTY, textCell } from './series-table.ts';
import type { ChartSpec } from './spec.ts';
import { textLines, widthOf } from './text-box.ts';

/** A point of prose on a line of years. */
export interface Moment {
  readonly id: string;
  readonly name: string;
  readonly full: string;
  readonly year: number | undefined;
}

export type Dated = Moment & { readonly year: number };

export const momentsOf = (spec: ChartSpec): readonly Moment[] =>
  spec.drawn.series.map((s) => ({ id: s.id, name: briefName(s.label), full: s.label, year: s.when }));

export const datedOf = (moments: readonly Moment[]): readonly Dated[] =>
  moments.flatMap((m) => (m.year === undefined ? [] : [{ ...m, year: m.year }]));

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Moments of one year stand in the middle. */
const spanOf = (dated: readonly Dated[]): Span => {
  const years = dated.map((d) => d.year);
  const [min, max] = [Math.min(...years), Math.max(...years)];
  return min < max ? { min, max } : { min: min - 1, max: max + 1 };
};

const SIDES = ['above', 'below'] as const;
export type Side = (typeof SIDES)[number];

/** By turns, the first above. */
export const sideOf = (index: number): Side => (index % 2 === 0 ? 'above' : 'below');

/** How wide a line of a name is at most, as a share of the frame's width. */
const WIDEST = 0.25;
/** Width of the narrowest frame in sizes of its letters. Places are counted in it, not measured: the sheet is the same for every frame. */
const NARROWEST = 48;
/** The largest part of the frame left free at each end of the line, so that texts at the ends stand under their marks. */
const MOST_INSET = 0.12;

/**
 * Heights in the drawing, as whole numbers a reader of the sheet can follow: the line of years lies at 4, two above or below it a year begins,
 * three from it its name.
 */
export const HEIGHTS = { line: 4, year: 2, name: 3 } as const;

/** Letters of size 1. */
const LETTERS: TextStyle = { size: 1, bold: false, color: 'ink' };

export interface Places {
  /** Years over the whole width of the frame: programs leave out labels beyond an axis. */
  readonly across: Span;
  /** By moment: how far its texts stand from its mark, in years. */
  readonly shifts: readonly number[];
  /** By moment: its name in lines. Programs break long labels each at another width, so lines are ended in the cells. */
  readonly lines: readonly (readonly string[])[];
}

/** Between two texts, in sizes of their letters. */
const APART = 1;

/** What is not broken in the middle: East Asian characters are broken anywhere. */
const WORDS = /[^\s\-\u2013\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+[-\u2013]?/gu;

/** A name in as few lines as a width allows, or its longest word, and those about as long as each other. */
const linesOf = (name: string, width: number): readonly string[] => {
  const longest = Math.max(0, ...(name.match(WORDS) ?? []).map((word) => widthOf(word, LETTERS))) + 0.01;
  const widest = Math.max(width, longest);
  const fewest = textLines(name, LETTERS, widest);
  const least = Math.max(longest, widthOf(name, LETTERS) / fewest.length);
  for (let narrow = least; narrow < widest; narrow += 0.5) {
    const lines = textLines(name, LETTERS, narrow);
    if (lines.length === fewest.length) return lines;
  }
  return fewest;
};

/** Where the texts of moments stand, so that those of one side do not meet. */
export const placesOf = (dated: readonly Dated[]): Places => {
  const span = spanOf(dated);
  const shares = SIDES.map((side) => {
    const own = dated.filter((_, i) => sideOf(i) === side);
    const most = Math.min(WIDEST, 1 / Math.max(1, own.length)) * NARROWEST - APART;
    const lines = own.map((d) => linesOf(d.name, most));
    const widest = Math.max(0, ...own.flatMap((d, i) => [`${d.year}`, ...(lines[i] ?? [])].map((t) => widthOf(t, LETTERS))));
    return { own, lines, share: Math.min((widest + APART) / NARROWEST, WIDEST, 1 / Math.max(1, own.length)) };
  });
  const inset = Math.min(MOST_INSET, Math.max(...shares.map((s) => s.share)) / 2);
  const perYear = (1 - 2 * inset) / (span.max - span.min);
  const shifts = new Map(
    shares.flatMap(({ own, share }) => {
      const marks = own.map((d) => inset + (d.year - span.min) * perYear);
      const centres = pushApart(marks, share, share / 2, 1 - share / 2);
      return own.map((d, i) => [d.id, Math.round((1000 * ((centres[i] ?? 0) - (marks[i] ?? 0))) / perYear) / 1000] as const);
    }),
  );
  const broken = new Map(shares.flatMap(({ own, lines }) => own.map((d, i) => [d.id, lines[i] ?? [d.name]] as const)));
  const aside = inset / perYear;
  return {
    across: { min: span.min - aside, max: span.max + aside },
    shifts: dated.map((d) => shifts.get(d.id) ?? 0),
    lines: dated.map((d) => broken.get(d.id) ?? [d.name]),
  };
};

/** The sheet of a timeline: names in lines, years, and where their texts stand, which follows the year. */
export const momentColumns = (moments: readonly Moment[], places: Places, { words }: ChartContext['locale']): readonly DataColumn[] => {
  const helper = words.helperColumns;
  const dated = datedOf(moments);
  const numbers = (id: string, header: string, format: string, of: (d: Dated, index: number, row: number) => DataCell): DataColumn => ({
    id,
    header,
    format,
    cells: moments.map((m, row) => {
      const index = dated.findIndex((d) => d.id === m.id);
      const own = dated[index];
      return own ? of(own, index, row) : EMPTY;
    }),
  });
  const side = (index: number, height: number): DataCell => ({
    kind: 'number',
    value: sideOf(index) === 'above' ? HEIGHTS.line + height : HEIGHTS.line - height,
  });
  return [
    {
      id: 'item',
      header: words.dataColumns.item,
      format: 'General',
      cells: moments.map((m) => textCell(places.lines[dated.findIndex((d) => d.id === m.id)]?.join('\n') ?? m.name)),
    },
    numbers('year', words.dataColumns.year, '0', (d) => ({ kind: 'number', value: d.year })),
    numbers('line', helper.line, '0', () => ({ kind: 'number', value: HEIGHTS.line })),
    numbers('shift', helper.labelShift, '0.000', (_, i) => ({ kind: 'number', value: places.shifts[i] ?? 0 })),
    numbers('place', helper.labelPlace, '0.000', (d, i, row) => ({
      kind: 'number',
      value: d.year + (places.shifts[i] ?? 0),
      formula: {
        kind: 'sum',
        of: [
          { column: 'year', row },
          { column: 'shift', row },
        ],
      },
    })),
    numbers('year-height', helper.yearHeight, '0', (_, i) => side(i, HEIGHTS.year)),
    numbers('name-height', helper.nameHeight, '0', (_, i) => side(i, HEIGHTS.name)),
    ...(moments.some((m) => isLong(m.full))
      ? [{ id: 'name', header: words.dataColumns.name, format: 'General', cells: moments.map((m) => textCell(m.full)) }]
      : []),
  ];
};
