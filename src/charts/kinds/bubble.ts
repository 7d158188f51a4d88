import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import { exactValue, PERCENT, printedDecimals } from '../../figures/quantity.ts';
import type { Locale } from '../../locale/locale.ts';
import { briefName, isLong, longNameFinding } from '../brief-name.ts';
import type { DataCell, DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import type { Annotation, NativePoint, TextStyle } from '../native.ts';
import { decimalsFormat, literal } from '../number-format.ts';
import type { ColorToken } from '../paint.ts';
import { areaOf } from '../plot.ts';
import { sourceOf } from '../point-columns.ts';
import { type NamedPoint, nameSides } from '../point-names.ts';
import { MOST_SERIES, rowOf, type SeriesCell, type SeriesRow, seriesRows, textOn } from '../series-cells.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { textBox, widthOf } from '../text-box.ts';
import { type Mark, xyFrame } from '../xy-frame.ts';

const MOST_BUBBLES = 15;
const HEIGHT = 280;
/** Radius of the largest bubble by the shorter side of the plot: Office's scale of 100 %, the only one LibreOffice draws. */
const LARGEST = 1 / 8;

interface Member {
  readonly row: SeriesRow;
  readonly name: string;
  /** The values at both ends of the growth, and the total of the last year. */
  readonly from: SeriesCell | undefined;
  readonly to: SeriesCell | undefined;
  readonly rate: Figure | undefined;
  readonly share: Figure | undefined;
}

interface Bubble extends Member {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Field {
  /** Largest first: smaller ones are drawn over them. */
  readonly bubbles: readonly Bubble[];
  readonly belowZero: readonly Member[];
  readonly unknown: readonly Member[];
  readonly count: number;
  readonly total: Figure | undefined;
  readonly window: { readonly from: number; readonly to: number };
}

const yearAt = (row: SeriesRow, year: number): SeriesCell | undefined => row.cells.find((c) => c?.figure.period.to === year);

const fieldOf = (spec: ChartSpec, context: ChartContext): Field => {
  const rows = seriesRows(spec, context);
  const years = spec.drawn.places.map((p) => Number(p.id));
  const last = years.at(-1) ?? 0;
  const rated = rows.flatMap((r) => r.rates[0] ?? [])[0];
  const window = rated?.period ?? { from: years[0] ?? last, to: last };
  const members = rows.map((row): Member => {
    const to = yearAt(row, last);
    return { row, name: briefName(row.label), from: yearAt(row, window.from), to, rate: row.rates[0], share: to?.beside };
  });
  const bubbles = members.flatMap((m): readonly Bubble[] => {
    const [x, y, size] = [exactValue(m.rate), exactValue(m.share), exactValue(m.to?.figure)];
    return x === undefined || y === undefined || size === undefined || size <= 0 ? [] : [{ ...m, x, y, size }];
  });
  const drawn = new Set(bubbles.map((b) => b.row));
  const rest = members.filter((m) => !drawn.has(m.row));
  const isBelow = (m: Member): boolean => (m.to?.value ?? 1) <= 0;
  const total = spec.drawn.total && yearAt(rowOf(spec.drawn.total, 'ink', spec, context), last)?.figure;
  return {
    bubbles: [...bubbles].sort((a, b) => b.size - a.size).slice(0, MOST_BUBBLES),
    belowZero: rest.filter(isBelow),
    unknown: rest.filter((m) => !isBelow(m)),
    count: bubbles.length,
    total,
    window,
  };
};

/** Colours of series while there are enough; beyond, one for all, and grey for a residual. */
const colorOf = (bubble: Bubble, field: Field, highlight: string | undefined): ColorToken => {
  if (highlight !== undefined || field.bubbles.length <= MOST_SERIES) return bubble.row.color;
  return bubble.row.role === 'other' ? 'grey' : 'blue';
};

const column = (id: string, header: string, format: string, cells: readonly DataCell[]): DataColumn => ({ id, header, format, cells });

/** Plotted cells first, as formulas over the values beside them; what is not drawn stands below, with empty plotted cells. */
const tableOf = (spec: ChartSpec, field: Field, { locale }: ChartContext): readonly DataColumn[] => {
  const { words } = locale;
  const { bubbles, total, window } = field;
  const members: readonly Member[] = [...bubbles, ...field.belowZero, ...field.unknown];
  const [first, last] = [bubbles[0] ?? members[0], spec.drawn.places.at(-1)?.id ?? ''];
  const unit = locale.unit(spec.drawn.unit);
  const decimals = Math.max(0, ...members.flatMap((m) => [m.from, m.to].map((c) => (c ? printedDecimals(c.figure) : 0))));
  const value = (cell: SeriesCell | undefined): DataCell =>
    cell?.value === undefined ? EMPTY : { kind: 'number', value: cell.value, figure: cell.figure.id };
  const plotted = (cell: (bubble: Bubble, row: number) => DataCell): readonly DataCell[] =>
    members.map((_, row) => {
      const bubble = bubbles[row];
      return bubble ? cell(bubble, row) : EMPTY;
    });
  const whole = exactValue(total);
  const rateCell = ({ rate, x }: Bubble, row: number): DataCell => ({
    kind: 'number',
    value: x,
    ...(rate ? { figure: rate.id } : {}),
    ...(rate?.origin.kind === 'derived' && rate.period.to === Number(last)
      ? {
          formula: { kind: 'cagr', from: { column: 'from', row }, to: { column: 'to', row }, years: window.to - window.from },
        }
      : {}),
  });
  const shareCell = ({ share, y }: Bubble, row: number): DataCell => ({
    kind: 'number',
    value: y,
    ...(share ? { figure: share.id } : {}),
    formula: { kind: 'share', part: { column: 'to', row }, whole: { column: 'total', row: 0 } },
  });
  const withheld = ({ from, to }: Member): boolean => [from, to].some((c) => c && c.value === undefined);
  const period = (cell: SeriesCell | undefined, year: string): string =>
    cell ? locale.period(cell.figure.period.to, cell.figure.status) : year;
  return [
    column(
      'item',
      words.dataColumns.item,
      'General',
      members.map((m) => textCell(m.name)),
    ),
    column('rate', `${words.cagr} ${locale.years(window.from, window.to)}, %`, '0.0', plotted(rateCell)),
    column('share', `${words.share}, %`, '0.0', plotted(shareCell)),
    column(
      'size',
      words.size,
      decimalsFormat(decimals),
      plotted(({ size }, row) => ({ kind: 'number', value: size, formula: { kind: 'sum', of: [{ column: 'to', row }] } })),
    ),
    column(
      'from',
      `${period(first?.from, String(window.from))}, ${unit}`,
      decimalsFormat(decimals),
      members.map((m) => value(m.from)),
    ),
    column(
      'to',
      `${period(first?.to, last)}, ${unit}`,
      decimalsFormat(decimals),
      members.map((m) => value(m.to)),
    ),
    column(
      'total',
      words.total,
      decimalsFormat(total ? printedDecimals(total) : 0),
      members.map((_, i) => (i === 0 && total && whole !== undefined ? { kind: 'number', value: whole, figure: total.id } : EMPTY)),
    ),
    column(
      'status',
      words.dataColumns.status,
      'General',
      members.map((m) => textCell(m.to ? words.status[m.to.figure.status] : '')),
    ),
    column(
      'source',
      words.dataColumns.source,
      'General',
      members.map((m) => textCell(m.to ? sourceOf(m.to.figure) : '')),
    ),
    ...(members.some(withheld)
      ? [
          column(
            'withheld',
            words.legend.undisclosed,
            'General',
            members.map((m) => textCell(withheld(m) ? locale.undisclosed : '')),
          ),
        ]
      : []),
    ...(members.some((m) => isLong(m.row.label))
      ? [
          column(
            'name',
            words.dataColumns.name,
            'General',
            members.map((m) => textCell(m.row.label)),
          ),
        ]
      : []),
  ];
};

const findings = (spec: ChartSpec, field: Field, unnamed: number): readonly Diagnostic[] => [
  ...(field.count > MOST_BUBBLES
    ? [
        {
          code: 'charts/too-many-bubbles',
          severity: 'note',
          message: `the chart "${spec.id}" shows the ${MOST_BUBBLES} largest of ${field.count} members`,
          hints: ['the table beside it lists them all'],
        } as const,
      ]
    : []),
  ...(unnamed > 0
    ? [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" has no room for the names of ${unnamed} bubbles`,
          hints: ['choose fewer members, or give them shorter labels; the table beside it lists them all'],
        } as const,
      ]
    : []),
  ...longNameFinding(
    spec.id,
    [...field.bubbles, ...field.belowZero, ...field.unknown].map((m) => m.row.label),
  ),
];

const listOf = (head: string, members: readonly Member[], locale: Locale): readonly string[] =>
  members.length === 0 ? [] : [`${head}${locale.colon}${members.map((m) => m.name).join(locale.comma)}`];

/** The size in each bubble that has room for it and is not covered there by a smaller one. */
const sizeTexts = (
  field: Field,
  places: readonly NamedPoint[],
  highlight: string | undefined,
  { frame, scale }: ChartContext,
): readonly Annotation[] =>
  field.bubbles.flatMap((b, i): readonly Annotation[] => {
    const [at, text] = [places[i], b.to?.label ?? ''];
    const style: TextStyle = { size: scale.segment.size, bold: false, color: textOn(colorOf(b, field, highlight)) };
    const half = Math.hypot(widthOf(text, style), style.size) / 2;
    const covered = places.slice(i + 1).some((p) => at && Math.hypot(p.x - at.x, p.y - at.y) < p.r + half);
    return !at || covered || half + 1 > at.r
      ? []
      : [textBox(`size ${b.row.id}`, text, { x: at.x, y: at.y, align: 'center' }, style, frame, b.to?.figure.id)];
  });

/** Members of a set by growth (across), share of the last year (up) and size of the last year (area of the bubble). */
export const bubble: ChartKind = {
  height: () => HEIGHT,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const { words } = locale;
    const field = fieldOf(spec, context);
    const { bubbles, window } = field;
    const largest = Math.max(0, ...bubbles.map((b) => b.size)) || 1;
    const marks = bubbles.map(
      ({ x, y, size }): Mark => ({ x, y, radius: (plot) => Math.min(plot.w, plot.h) * LARGEST * Math.sqrt(size / largest) }),
    );
    const last = spec.drawn.places.at(-1)?.id ?? '';
    const f = xyFrame(
      marks,
      {
        x: { name: `${words.cagr} ${locale.years(window.from, window.to)}`, unit: PERCENT, positive: false },
        y: { name: `${words.share}${locale.comma}${last}`, unit: PERCENT, positive: true },
      },
      {
        note: `${words.size}${locale.colon}${locale.unit(spec.drawn.unit)}${locale.comma}${last}`,
        lists: [...listOf(locale.undisclosed, field.unknown, locale), ...listOf(words.belowZero, field.belowZero, locale)],
      },
      { x: undefined, y: undefined },
      context,
    );
    const style: TextStyle = { size: scale.axis, bold: false, color: 'ink' };
    const named = bubbles.map((b, i) => ({ ...f.place(b.x, b.y), r: marks[i]?.radius(f.plot) ?? 0, name: b.name }));
    const sides = nameSides(named, { ...f.plot, w: frame.width - f.plot.x }, [], [], style);
    const stroke = { color: 'page', width: 0.75, dashed: false } as const;
    const points = bubbles.map((b, index): NativePoint => {
      const position = sides[index];
      return {
        index,
        fill: { kind: 'solid', color: colorOf(b, field, spec.highlight) },
        stroke,
        label: position === undefined ? null : { text: b.name, format: literal(b.name), style, position, from: 'item' },
      };
    });
    const withheldRates = field.unknown.flatMap((m) => (m.to?.value !== undefined && m.rate ? [{ at: m.name, figure: m.rate }] : []));
    return {
      diagnostics: findings(spec, field, sides.filter((s) => s === undefined).length),
      alt: {
        kind: 'bubble',
        of: 'names',
        name: spec.drawn.label,
        unit: locale.unit(spec.drawn.unit),
        points: [
          ...[...bubbles, ...field.belowZero, ...field.unknown].flatMap((m) => (m.to ? [{ at: m.name, figure: m.to.figure }] : [])),
          ...withheldRates,
        ],
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: tableOf(spec, field, context) },
        categories: 'item',
        frame,
        area: areaOf(f.plot, frame),
        axes: f.axes,
        layers: [
          {
            kind: 'bubble',
            most: Math.min(f.plot.w, f.plot.h) * LARGEST,
            series: [{ values: 'share', x: 'rate', sizes: 'size', fill: { kind: 'solid', color: 'blue' }, stroke, points }],
          },
        ],
        annotations: [...f.annotations, ...sizeTexts(field, named, spec.highlight, context)],
      },
    };
  },
};
