import type { Diagnostic } from '../../base/diagnostic.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { boxWidth } from '../annotations.ts';
import { briefName, isLong, longNameFinding } from '../brief-name.ts';
import type { DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import { areaOf, type Plot } from '../lying.ts';
import type { Annotation, NativePoint, TextStyle } from '../native.ts';
import type { Fill, Stroke } from '../paint.ts';
import { pushApart } from '../push-apart.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { line, textBox, textLines } from '../text-box.ts';
import { listBoxes, listLines } from '../xy-frame.ts';

const HEIGHT = 240;
/** More than these are hard to take in at once. */
const MANY = 6;
/** Widest text beside the line, and between two of them, points. */
const TEXT = { most: 190, gap: 4 } as const;
/** Longest way from the line to a text, and what is left free beyond it. */
const LEAD = { most: 56, spare: 16 } as const;

interface Moment {
  readonly id: string;
  readonly name: string;
  readonly full: string;
  readonly year: number | undefined;
}

type Dated = Moment & { readonly year: number };

const momentsOf = (spec: ChartSpec): readonly Moment[] =>
  spec.drawn.series.map((s) => ({ id: s.id, name: briefName(s.label), full: s.label, year: s.when }));

const datedOf = (moments: readonly Moment[]): readonly Dated[] =>
  moments.flatMap((m) => (m.year === undefined ? [] : [{ ...m, year: m.year }]));

const columnsOf = (moments: readonly Moment[], { words }: ChartContext['locale']): readonly DataColumn[] => [
  { id: 'item', header: words.dataColumns.item, format: 'General', cells: moments.map((m) => textCell(m.name)) },
  {
    id: 'year',
    header: words.dataColumns.year,
    format: '0',
    cells: moments.map(({ year }) => (year === undefined ? EMPTY : { kind: 'number', value: year })),
  },
  {
    id: 'line',
    header: words.helperColumns.line,
    format: '0',
    cells: moments.map(({ year }) => (year === undefined ? EMPTY : { kind: 'number', value: 0 })),
  },
  ...(moments.some((m) => isLong(m.full))
    ? [{ id: 'name', header: words.dataColumns.name, format: 'General', cells: moments.map((m) => textCell(m.full)) }]
    : []),
];

interface Span {
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
type Side = (typeof SIDES)[number];

/** By turns, the first above. */
const sideOf = (index: number): Side => (index % 2 === 0 ? 'above' : 'below');

interface Geometry {
  readonly plot: Plot;
  readonly span: Span;
  /** Height of the line of years. */
  readonly middle: number;
  /** Where the texts of both sides end that is nearer to the line. */
  readonly lead: number;
  readonly width: Readonly<Record<Side, number>>;
  /** Lines a name may have. */
  readonly most: number;
}

const styles = ({ scale }: ChartContext): { readonly year: TextStyle; readonly name: TextStyle } => ({
  year: { size: scale.name.size, bold: true, color: 'blue' },
  name: { size: scale.name.size, bold: false, color: 'ink' },
});

/** What a text box is wider than its text. */
const BOX = boxWidth('', { size: 1, bold: false });

const markerOf = ({ scale }: ChartContext): number => scale.axis;

const geometryOf = (dated: readonly Dated[], lists: readonly string[], context: ChartContext): Geometry => {
  const { frame, scale } = context;
  const foot = lists.length === 0 ? 0 : 6 + lists.length * lineHeight(scale.legend);
  const height = Math.max(40, frame.height - foot);
  const row = lineHeight(scale.name.size);
  const { name, year } = styles(context);
  const widthOn = (side: Side): number => {
    const own = dated.filter((_, i) => sideOf(i) === side);
    const widest = Math.max(0, ...own.flatMap((d) => [boxWidth(d.name, name), boxWidth(String(d.year), year)]));
    return Math.min(TEXT.most, widest + 1, (frame.width - (own.length - 1) * TEXT.gap) / Math.max(1, own.length));
  };
  const width = { above: widthOn('above'), below: widthOn('below') };
  // Texts at both ends stand under their marks where the frame leaves room for it.
  const inset = Math.min(Math.max(width.above, width.below) / 2, frame.width * 0.12);
  const rows = Math.max(...dated.map((d, i) => textLines(d.name, name, width[sideOf(i)] - BOX).length)) + 1;
  const lead = Math.max(markerOf(context) / 2 + 6, Math.min(LEAD.most, height / 2 - rows * row - LEAD.spare));
  return {
    plot: { x: inset, y: 0, w: frame.width - 2 * inset, h: height },
    span: spanOf(dated),
    middle: height / 2,
    lead,
    width,
    most: Math.max(1, Math.floor((height / 2 - lead) / row) - 1),
  };
};

const LEADER: Stroke = { color: 'rule', width: 0.75, dashed: false };

interface Texts {
  readonly annotations: readonly Annotation[];
  /** Names cut because their lines have no room. */
  readonly cut: number;
}

/** The years and names of one side: the year next to the line, and a leader from the mark to it. */
const textsOn = (side: Side, dated: readonly Dated[], g: Geometry, context: ChartContext): Texts => {
  const { frame } = context;
  const { year, name } = styles(context);
  const row = lineHeight(name.size);
  const width = g.width[side];
  const sign = side === 'above' ? -1 : 1;
  const own = dated.filter((_, i) => sideOf(i) === side);
  const marks = own.map((d) => g.plot.x + ((d.year - g.span.min) / (g.span.max - g.span.min)) * g.plot.w);
  const centres = pushApart(marks, width + TEXT.gap, width / 2, frame.width - width / 2);
  const blocks = own.map((d, i) => {
    const lines = textLines(d.name, name, width - BOX, g.most);
    const [mark, centre] = [marks[i] ?? 0, centres[i] ?? 0];
    const edge = g.middle + sign * g.lead;
    const at = (index: number): number => edge + sign * row * (index + 0.5);
    // Above the line the last line of a name is next to its year.
    const ordered = side === 'above' ? [...lines].reverse() : lines;
    return {
      cut: lines.at(-1)?.endsWith('…') === true && !d.name.endsWith('…'),
      annotations: [
        line(`leader ${d.id}`, { x: mark, y: g.middle + sign * (markerOf(context) / 2 + 1) }, { x: centre, y: edge }, LEADER, frame),
        textBox(`year ${d.id}`, String(d.year), { x: centre, y: at(0), align: 'center' }, year, frame),
        ...ordered.map((text, n) => textBox(`name ${d.id}`, text, { x: centre, y: at(n + 1), align: 'center' }, name, frame)),
      ],
    };
  });
  return { annotations: blocks.flatMap((b) => b.annotations), cut: blocks.filter((b) => b.cut).length };
};

const findings = (spec: ChartSpec, moments: readonly Moment[], dated: number, cut: number): readonly Diagnostic[] => [
  ...(dated > MANY
    ? [
        {
          code: 'charts/many-moments',
          severity: 'note',
          message: `the chart "${spec.id}" has ${dated} moments: more than ${MANY} are hard to take in at once`,
          hints: ['leave "when" out of the points that matter less: they are listed under the line'],
        } as const,
      ]
    : []),
  ...(cut > 0
    ? [
        {
          code: 'charts/labels-cut',
          severity: 'warning',
          message: `the chart "${spec.id}" has no room for the whole names of ${cut} moments`,
          hints: ['give the points shorter labels, or fewer of them a year'],
        } as const,
      ]
    : []),
  ...longNameFinding(
    spec.id,
    moments.map((m) => m.full),
  ),
];

const MARK: Fill = { kind: 'solid', color: 'blue' };
const RIM: Stroke = { color: 'blue', width: 0.75, dashed: false };

/** Points of prose along a line of years, their names above and below it by turns. */
export const timeline: ChartKind = {
  height: () => HEIGHT,
  // Years are counted in nothing: the heading has them alone.
  unit: () => '',
  compile: (spec, context): ChartDraft => {
    const { locale, frame } = context;
    const moments = momentsOf(spec);
    const dated = datedOf(moments);
    const undated = moments.filter((m) => m.year === undefined);
    const list = undated.length === 0 ? [] : [`${locale.words.withoutYear}: ${undated.map((m) => m.name).join(', ')}`];
    const lines = listLines(list, context);
    const g = geometryOf(dated, lines, context);
    const texts = SIDES.map((side) => textsOn(side, dated, g, context));
    const points = dated.map((_, index): NativePoint => ({ index, fill: MARK, stroke: RIM, label: null }));
    return {
      diagnostics: findings(
        spec,
        moments,
        dated.length,
        texts.reduce((sum, t) => sum + t.cut, 0),
      ),
      alt: {
        kind: 'timeline',
        of: 'names',
        name: spec.drawn.label,
        unit: locale.years(dated[0]?.year ?? 0, dated.at(-1)?.year ?? 0),
        points: [],
        said: dated.map((d) => ({ text: `${d.year} ${d.name}`, figures: [] })),
        listed: { heading: locale.words.withoutYear, names: undated.map((m) => m.name) },
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: columnsOf(moments, locale) },
        categories: 'item',
        frame,
        area: areaOf(g.plot, frame),
        axes: {
          kind: 'xy',
          x: g.span,
          y: { min: -1, max: 1 },
          crossX: g.span.min,
          crossY: 0,
          line: { color: 'rule', width: 0, dashed: false },
        },
        layers: [
          {
            kind: 'scatter',
            series: [
              {
                values: 'line',
                x: 'year',
                fill: MARK,
                stroke: RIM,
                marker: markerOf(context),
                joined: { color: 'blue', width: 1.5, dashed: false },
                points,
              },
            ],
          },
        ],
        annotations: [...texts.flatMap((t) => t.annotations), ...listBoxes(lines, context)],
      },
    };
  },
};
