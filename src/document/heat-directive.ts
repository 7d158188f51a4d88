import type { Drawn, DrawnSeries } from '../figures/drawn/drawn.ts';
import type { BlockOf, Inline, TableColumn, TableRow } from './document.ts';
import { type Attributes, attributeInlines, type Directive, idList, type Parsing, report } from './parsing.ts';

/** Columns of a slide or page, names and totals among them. */
const MOST_COLUMNS = 7;

const said = (text: string): readonly Inline[] => [{ kind: 'text', text, exempt: true }];

interface Line {
  readonly id: string;
  readonly label: readonly Inline[];
  readonly total: boolean;
}

const pointOf = (drawn: Drawn, row: string, column: string): DrawnSeries['points'][number] | undefined =>
  (row === 'total' ? drawn.total : drawn.series.find((s) => s.id === row))?.points.find((p) => p.at === column);

/** Rows and columns with their totals; the longer direction goes down. */
const linesOf = (
  drawn: Drawn,
  total: readonly Inline[],
): { readonly down: readonly Line[]; readonly across: readonly Line[]; readonly turned: boolean } => {
  const sum: Line = { id: 'total', label: total, total: true };
  const rows = [
    ...drawn.series.map((s): Line => ({ id: s.id, label: said(s.label), total: false })),
    ...(drawn.total?.points.length ? [sum] : []),
  ];
  const summed = drawn.series.some((s) => s.points.some((p) => p.at === 'total'));
  const columns = [...drawn.places.map((p): Line => ({ id: p.id, label: said(p.label), total: false })), ...(summed ? [sum] : [])];
  const turned = columns.length >= MOST_COLUMNS && rows.length < columns.length;
  return turned ? { down: columns, across: rows, turned } : { down: rows, across: columns, turned };
};

const rowOf = (drawn: Drawn, down: Line, across: readonly Line[], turned: boolean): TableRow => {
  const points = across.map((a) => (turned ? pointOf(drawn, a.id, down.id) : pointOf(drawn, down.id, a.id)));
  return {
    emphasis: down.total,
    cells: [down.label, ...points.map((p): readonly Inline[] => (p ? [{ kind: 'figure', figure: p.figure, form: 'bare' }] : said('–')))],
    weights: [undefined, ...points.map((p) => p?.weight)],
  };
};

/**
 * `::heat{of="CUBE" years="2025" caption="…" item="…" total="…"}`: a cube of two dimensions in one year as a table, its cells shaded by
 * value, with the totals of both directions. Without a year it shows the last one.
 */
export const heatBlock = (parsing: Parsing, node: Directive, attributes: Attributes): BlockOf<'table'> | undefined => {
  const of = idList(attributes['of']);
  const years = idList(attributes['years']).map(Number);
  const drawn = parsing.draw({
    shape: 'grid',
    of,
    ...(years.length === 0 ? {} : { years }),
    windows: [],
    path: false,
    differences: [],
    mean: false,
  });
  if (!drawn) {
    report(
      parsing,
      node,
      'document/wrong-series',
      `"${of.join(' ')}" cannot be drawn as a heat matrix`,
      'give it a cube of two dimensions',
    );
    return undefined;
  }
  const inlines = (name: string): readonly Inline[] => attributeInlines(parsing, attributes, name);
  const { down, across, turned } = linesOf(drawn, inlines('total'));
  if (across.length >= MOST_COLUMNS)
    report(
      parsing,
      node,
      'document/heat-too-wide',
      `a heat matrix of ${across.length} columns does not fit a page`,
      `give the cube a dimension of at most ${MOST_COLUMNS - 2} members`,
    );
  const figure = drawn.series[0]?.points[0]?.figure;
  return {
    kind: 'table',
    anchor: attributes['id'] ?? `heat-${of.join('-')}`,
    caption: inlines('caption'),
    subtitle:
      figure === undefined
        ? []
        : [
            { kind: 'figure', figure, form: 'unit' },
            { kind: 'text', text: ', ' },
            { kind: 'figure', figure, form: 'year' },
          ],
    columns: [
      { header: inlines('item'), align: 'left', weight: 2 },
      ...across.map((a): TableColumn => ({ header: a.label, align: 'right', weight: 1 })),
    ],
    rows: down.map((d) => rowOf(drawn, d, across, turned)),
    note: inlines('note'),
    sources: idList(attributes['sources']),
  };
};
