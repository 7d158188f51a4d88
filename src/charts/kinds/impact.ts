import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../figures/ledger.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { boxWidth } from '../annotations.ts';
import { briefName, isLong, longNameFinding } from '../brief-name.ts';
import type { DataColumn } from '../data-table.ts';
import type { Box } from '../draw/plane.ts';
import type { ChartContext, ChartDraft, ChartKind, ChartScale } from '../kind.ts';
import type { Annotation, Axes, NativePoint, TextStyle } from '../native.ts';
import { decimalsFormat, literal } from '../number-format.ts';
import type { Fill, Stroke } from '../paint.ts';
import { areaOf } from '../plot.ts';
import { decimalsOf, drawnValue, sourceOf } from '../point-columns.ts';
import { type NamedPoint, nameSides } from '../point-names.ts';
import { textOn } from '../series-cells.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { fitted, textBox } from '../text-box.ts';
import { listBoxes, listLines } from '../xy-frame.ts';

const HEIGHT = 300;
/** More marks crowd the plane. */
const MOST = 8;
/** Scores go from 1 to 5: the axes cross in their middle. */
const SCORES = { low: 1, middle: 3, high: 5 } as const;

/** Diameter of a mark that holds its number, points. */
const markerOf = (scale: ChartScale): number => Math.round(scale.segment.size * 1.8);

interface Item {
  readonly id: string;
  /** As the chart counts them, from 1. */
  readonly number: number;
  readonly name: string;
  readonly full: string;
  readonly x: Figure | undefined;
  readonly y: Figure | undefined;
}

type Placed = Item & { readonly atX: number; readonly atY: number };

const itemsOf = (spec: ChartSpec, { ledger }: ChartContext): readonly Item[] =>
  spec.drawn.series.map((s, i) => {
    const at = (axis: string): Figure | undefined => ledger.figures.get(s.points.find((p) => p.at === axis)?.figure ?? '');
    return { id: s.id, number: i + 1, name: briefName(s.label), full: s.label, x: at('x'), y: at('y') };
  });

const placedOf = (items: readonly Item[]): readonly Placed[] =>
  items.flatMap((item) => {
    const [atX, atY] = [item.x && drawnValue(item.x), item.y && drawnValue(item.y)];
    return atX === undefined || atY === undefined ? [] : [{ ...item, atX, atY }];
  });

const columnsOf = (spec: ChartSpec, rows: readonly Item[], drawn: readonly Placed[], { locale }: ChartContext): readonly DataColumn[] => {
  const { dataColumns } = locale.words;
  const text = (id: string, header: string, of: (item: Item) => string): DataColumn => ({
    id,
    header,
    format: 'General',
    cells: rows.map((r) => textCell(of(r))),
  });
  const scores = (axis: 'x' | 'y'): DataColumn => ({
    id: axis,
    header: `${spec.drawn.places.find((p) => p.id === axis)?.label ?? ''}, ${locale.unit(spec.drawn.unit)}`,
    format: decimalsFormat(Math.max(0, ...rows.flatMap((r) => r[axis] ?? []).map(decimalsOf))),
    cells: rows.map((r) => {
      const value = axis === 'x' ? drawn.find((d) => d.id === r.id)?.atX : drawn.find((d) => d.id === r.id)?.atY;
      return value === undefined ? EMPTY : { kind: 'number', value, figure: r[axis]?.id ?? '' };
    }),
  });
  const printed = (item: Item): string =>
    [item.x, item.y].flatMap((f) => (f ? [locale.print(f, 'bare')] : [])).join(locale.semicolon) || locale.notCovered;
  return [
    text('item', dataColumns.item, (r) => r.name),
    text('number', dataColumns.number, (r) => String(r.number)),
    scores('x'),
    scores('y'),
    text('printed', dataColumns.printed, printed),
    text('source', dataColumns.source, (r) => (r.x ? sourceOf(r.x) : '')),
    ...(rows.some((r) => isLong(r.full)) ? [text('name', dataColumns.name, (r) => r.full)] : []),
  ];
};

interface Plane {
  readonly plot: Box;
  readonly axes: Extract<Axes, { kind: 'xy' }>;
  readonly annotations: readonly Annotation[];
  readonly place: (item: Placed) => { readonly x: number; readonly y: number };
}

const QUIET: Stroke = { color: 'rule', width: 0.75, dashed: false };
const FOCUS: Stroke = { color: 'blue', width: 1.25, dashed: false };

const outline = (name: string, box: Box, stroke: Stroke, { frame }: ChartContext): Annotation => ({
  kind: 'box',
  name,
  shape: 'rect',
  x: box.x / frame.width,
  y: box.y / frame.height,
  w: box.w / frame.width,
  h: box.h / frame.height,
  fill: { kind: 'none' },
  stroke,
});

/** The plane of the scores, its ends and names, the quadrant that is high on both axes, and the lists below it. */
const planeOf = (spec: ChartSpec, lists: readonly string[], context: ChartContext): Plane => {
  const { frame, scale, locale } = context;
  const { axisEnds, illustrativePlacement } = locale.words;
  const ends: TextStyle = { size: scale.axis, bold: false, color: 'ink2' };
  const name: TextStyle = { ...ends, bold: true };
  const sticker: TextStyle = { size: scale.legend, bold: true, color: 'rust' };
  const row = lineHeight(scale.axis);
  const lines = listLines(lists, context);
  const head = row + 8;
  const foot = row + 6 + (lines.length > 0 ? 4 + lines.length * lineHeight(scale.legend) : 0);
  const left = Math.max(boxWidth(axisEnds.low, ends), boxWidth(axisEnds.high, ends)) + 2;
  const plot: Box = { x: left, y: head, w: Math.max(40, frame.width - left - 2), h: Math.max(40, frame.height - head - foot) };
  // As far beyond both ends as a mark at an end needs.
  const spanOf = (length: number) => {
    const aside = markerOf(scale) / 2 + 4;
    const beyond = ((SCORES.high - SCORES.low) * aside) / Math.max(1, length - 2 * aside);
    return { min: SCORES.low - beyond, max: SCORES.high + beyond };
  };
  const [x, y] = [spanOf(plot.w), spanOf(plot.h)];
  const [across = '', up = ''] = spec.drawn.places.map((p) => briefName(p.label));
  const under = plot.y + plot.h + 4 + row / 2;
  const right = plot.x + plot.w;
  const between = plot.w - boxWidth(axisEnds.low, ends) - boxWidth(axisEnds.high, ends) - 16;
  const stickerWidth = spec.drawn.editorial ? boxWidth(illustrativePlacement, sticker) + 12 : 0;
  return {
    plot,
    axes: {
      kind: 'xy',
      x,
      y,
      crossX: SCORES.middle,
      crossY: SCORES.middle,
      line: { color: 'ink3', width: 1, dashed: false },
    },
    place: (item) => ({
      x: plot.x + ((item.atX - x.min) / (x.max - x.min)) * plot.w,
      y: plot.y + plot.h * (1 - (item.atY - y.min) / (y.max - y.min)),
    }),
    annotations: [
      outline('plane', plot, QUIET, context),
      outline('focus', { x: plot.x + plot.w / 2, y: plot.y, w: plot.w / 2, h: plot.h / 2 }, FOCUS, context),
      textBox('axis up', fitted(up, name, frame.width - stickerWidth - 12), { x: 0, y: row / 2 + 2, align: 'left' }, name, frame),
      textBox('high up', axisEnds.high, { x: left - 2, y: plot.y + row / 2, align: 'right' }, ends, frame),
      textBox('low up', axisEnds.low, { x: left - 2, y: plot.y + plot.h - row / 2, align: 'right' }, ends, frame),
      textBox('axis across', fitted(across, name, between), { x: plot.x + plot.w / 2, y: under, align: 'center' }, name, frame),
      textBox('low across', axisEnds.low, { x: plot.x, y: under, align: 'left' }, ends, frame),
      textBox('high across', axisEnds.high, { x: right, y: under, align: 'right' }, ends, frame),
      ...(spec.drawn.editorial
        ? [
            {
              ...textBox('sticker', illustrativePlacement, { x: right, y: row / 2 + 2, align: 'right' }, sticker, frame),
              stroke: { color: 'rust', width: 1, dashed: false } as const,
            },
          ]
        : []),
      ...listBoxes(lines, context),
    ],
  };
};

interface Labels {
  readonly plane: Plane;
  readonly sides: ReturnType<typeof nameSides>;
  /** Whether the mark holds its number: not where it would stand on another. */
  readonly numbered: readonly boolean[];
  /** How many points stand in the list because the plane has no room for their name or number. */
  readonly listed: number;
}

const nameStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.name.size, bold: false, color: 'ink' });

/**
 * Names beside marks and numbers in them, both where they are free; what finds no room stands below with its number. The list takes
 * height from the plane, which may cost further names their room: it is made again until it holds them all.
 */
const labelled = (spec: ChartSpec, drawn: readonly Placed[], unscored: readonly Item[], context: ChartContext): Labels => {
  const { frame, scale, locale } = context;
  const r = markerOf(scale) / 2;
  const lists =
    unscored.length === 0 ? [] : [`${locale.words.withoutScores}${locale.colon}${unscored.map((i) => i.name).join(locale.comma)}`];
  const attempt = (listed: ReadonlySet<string>): Labels => {
    const below = drawn.filter((p) => listed.has(p.id)).map((p) => `${p.number}\u00a0${p.name}`);
    const plane = planeOf(spec, [...(below.length > 0 ? [below.join(locale.comma)] : []), ...lists], context);
    const places = drawn.map((p): NamedPoint => ({ ...plane.place(p), r, name: p.name }));
    const { plot } = plane;
    const cross: readonly Box[] = [
      { ...plot, x: plot.x + plot.w / 2 - 1, w: 2 },
      { ...plot, y: plot.y + plot.h / 2 - 1, h: 2 },
    ];
    const sides = nameSides(places, { ...plot, w: frame.width - plot.x }, cross, [], nameStyle(context));
    const numbered: boolean[] = [];
    for (const [i, at] of places.entries())
      numbered.push(!places.slice(0, i).some((p, n) => numbered[n] && Math.hypot(p.x - at.x, p.y - at.y) < 1.5 * r));
    const missing = drawn.filter((_, i) => sides[i] === undefined || !numbered[i]).map((p) => p.id);
    return missing.every((id) => listed.has(id))
      ? { plane, sides, numbered, listed: listed.size }
      : attempt(new Set([...listed, ...missing]));
  };
  return attempt(new Set());
};

const findings = (spec: ChartSpec, items: readonly Item[], scored: number, listed: number): readonly Diagnostic[] => [
  ...(scored > MOST
    ? [
        {
          code: 'charts/too-many-points',
          severity: 'note',
          message: `the chart "${spec.id}" shows the first ${MOST} of ${scored} points`,
          hints: ['put the points that matter most first; the table beside it lists them all'],
        } as const,
      ]
    : []),
  ...(listed > 0
    ? [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" tells ${listed} of its points under the plot: they have no room at their marks`,
          hints: ['choose fewer points, or give them shorter labels'],
        } as const,
      ]
    : []),
  ...longNameFinding(spec.id, [...spec.drawn.places.map((p) => p.label), ...items.map((i) => i.full)]),
];

const MARK: Fill = { kind: 'solid', color: 'blue' };
const NO_MARK: Fill = { kind: 'none' };
const RIM: Stroke = { color: 'page', width: 1, dashed: false };

/** Points of prose on two scores from low to high; numbered marks, named beside them. What is high on both has a frame. */
export const impact: ChartKind = {
  height: () => HEIGHT,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const items = itemsOf(spec, context);
    const scored = placedOf(items);
    const drawn = scored.slice(0, MOST);
    const unscored = items.filter((i) => !scored.some((p) => p.id === i.id));
    const { plane, sides, numbered, listed } = labelled(spec, drawn, unscored, context);
    const inMark: TextStyle = { size: scale.segment.size, bold: true, color: textOn('blue') };
    const marks = drawn.map((p, index): NativePoint => {
      const text = String(p.number);
      return {
        index,
        fill: MARK,
        stroke: RIM,
        label: numbered[index] ? { text, format: literal(text), style: inMark, position: 'ctr', from: 'number' } : null,
      };
    });
    const names = drawn.map((p, index): NativePoint => {
      const position = sides[index];
      return {
        index,
        fill: NO_MARK,
        label: position === undefined ? null : { text: p.name, format: literal(p.name), style: nameStyle(context), position, from: 'item' },
      };
    });
    const marker = markerOf(scale);
    const rows = [...drawn, ...items.filter((i) => !drawn.some((p) => p.id === i.id))];
    const { plot } = plane;
    return {
      diagnostics: findings(spec, items, scored.length, listed),
      alt: {
        kind: 'impact',
        of: 'names',
        name: spec.drawn.places.map((p) => briefName(p.label)).join(locale.comma),
        unit: locale.unit(spec.drawn.unit),
        points: [],
        said: drawn.map((p) => {
          const figures = [p.x, p.y].flatMap((f) => f ?? []);
          return { text: `${p.name} (${figures.map((f) => locale.print(f, 'bare')).join(locale.comma)})`, figures };
        }),
        unsaid: scored.length - drawn.length,
        listed: { heading: locale.words.withoutScores, names: unscored.map((i) => i.name) },
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: columnsOf(spec, rows, drawn, context) },
        categories: 'item',
        frame,
        area: areaOf(plot, frame),
        axes: plane.axes,
        layers: [
          {
            kind: 'scatter',
            series: [
              { values: 'y', x: 'x', fill: MARK, stroke: RIM, marker, points: marks },
              // Names are labels of marks that are not seen: a mark has one label, and it is its number.
              { values: 'y', x: 'x', fill: NO_MARK, marker, points: names },
            ],
          },
        ],
        annotations: plane.annotations,
      },
    };
  },
};
