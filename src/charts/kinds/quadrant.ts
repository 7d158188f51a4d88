import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure, FigureUnit } from '../../figures/ledger.ts';
import { exactValue } from '../../figures/quantity.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { boxWidth } from '../annotations.ts';
import { briefName, isLong, longNameFinding } from '../brief-name.ts';
import type { DataCell, DataColumn } from '../data-table.ts';
import type { Box } from '../draw/plane.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import type { Annotation, NativePoint, TextStyle } from '../native.ts';
import { decimalsFormat, literal } from '../number-format.ts';
import type { Fill, Stroke } from '../paint.ts';
import { areaOf } from '../plot.ts';
import { decimalsOf, drawnValue, sourceOf } from '../point-columns.ts';
import { type NamedPoint, nameSides } from '../point-names.ts';
import { cellOf, type SeriesCell } from '../series-cells.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { textBox } from '../text-box.ts';
import { type XYFrame, xyFrame } from '../xy-frame.ts';

const HEIGHT = 280;
const MARKER = 9;

interface Player {
  readonly name: string;
  readonly full: string;
  readonly subject: boolean;
  readonly x: SeriesCell | undefined;
  readonly y: SeriesCell | undefined;
}

interface Axis {
  readonly id: string;
  readonly label: string;
  readonly unit: FigureUnit;
  readonly mean: Figure | undefined;
  /** Where its line stands. */
  readonly level: number | undefined;
}

const axisOf = (spec: ChartSpec, index: number, { ledger }: ChartContext): Axis => {
  const place = spec.drawn.places[index];
  const parts = spec.drawn.series.filter((s) => s.points[0]?.at === place?.id);
  const mean = spec.levels.length > 0 ? undefined : ledger.figures.get(parts[0]?.mean ?? '');
  return {
    id: place?.id ?? '',
    label: place?.label ?? '',
    unit: ledger.figures.get(parts[0]?.points[0]?.figure ?? '')?.unit ?? spec.drawn.unit,
    mean,
    level: spec.levels[index] ?? exactValue(mean),
  };
};

/** Parts of one name in both breakdowns are one player. A residual is none. */
const playersOf = (spec: ChartSpec, x: Axis, y: Axis, context: ChartContext): readonly Player[] => {
  const parts = spec.drawn.series.filter((s) => s.role !== 'other');
  const pointIn = (axis: Axis, label: string) => parts.find((s) => s.label === label && s.points[0]?.at === axis.id)?.points[0];
  return [...new Set(parts.map((s) => s.label))].map((full) => ({
    full,
    name: briefName(full),
    subject:
      spec.highlight === undefined
        ? parts.some((s) => s.label === full && s.role === 'subject')
        : parts.some((s) => s.label === full && (full === spec.highlight || s.id === spec.highlight)),
    x: cellOf(pointIn(x, full), context),
    y: cellOf(pointIn(y, full), context),
  }));
};

type Placed = Player & { readonly atX: number; readonly atY: number };

/** Only exact values and the low ends of ranges have a place; subjects are placed and named first. */
const placed = (players: readonly Player[]): readonly Placed[] =>
  players
    .flatMap((p) => (p.x?.value === undefined || p.y?.value === undefined ? [] : [{ ...p, atX: p.x.value, atY: p.y.value }]))
    .sort((a, b) => Number(b.subject) - Number(a.subject));

const column = (id: string, header: string, format: string, cells: readonly DataCell[]): DataColumn => ({ id, header, format, cells });

const tableOf = (players: readonly Player[], drawn: number, x: Axis, y: Axis, { locale }: ChartContext): readonly DataColumn[] => {
  const { words } = locale;
  const texts = (text: (p: Player) => string): readonly DataCell[] => players.map((p) => textCell(text(p)));
  const decimals = (of: (p: Player) => SeriesCell | undefined): string =>
    decimalsFormat(Math.max(0, ...players.map((p) => (of(p) ? decimalsOf((of(p) as SeriesCell).figure) : 0))));
  const values = (of: (p: Player) => SeriesCell | undefined): readonly DataCell[] =>
    players.map((p, i) => {
      const cell = of(p);
      const value = cell && i < drawn ? drawnValue(cell.figure) : undefined;
      return value === undefined || !cell ? EMPTY : { kind: 'number', value, figure: cell.figure.id };
    });
  const [ofX, ofY] = [(p: Player) => p.x, (p: Player) => p.y];
  const figures = (p: Player): readonly Figure[] => [p.x, p.y].flatMap((c) => c?.figure ?? []);
  const distinct = (list: readonly string[]): string => [...new Set(list)].join(', ');
  return [
    column(
      'item',
      words.dataColumns.item,
      'General',
      texts((p) => p.name),
    ),
    column('x', `${x.label}, ${locale.unit(x.unit)}`, decimals(ofX), values(ofX)),
    column('y', `${y.label}, ${locale.unit(y.unit)}`, decimals(ofY), values(ofY)),
    column(
      'printed-x',
      `${words.dataColumns.printed}: ${x.label}`,
      'General',
      texts((p) => p.x?.label ?? locale.notCovered),
    ),
    column(
      'printed-y',
      `${words.dataColumns.printed}: ${y.label}`,
      'General',
      texts((p) => p.y?.label ?? locale.notCovered),
    ),
    column(
      'status',
      words.dataColumns.status,
      'General',
      texts((p) => distinct(figures(p).map((f) => words.status[f.status]))),
    ),
    column(
      'source',
      words.dataColumns.source,
      'General',
      texts((p) => distinct(figures(p).map(sourceOf))),
    ),
    ...(players.some((p) => isLong(p.full))
      ? [
          column(
            'name',
            words.dataColumns.name,
            'General',
            texts((p) => p.full),
          ),
        ]
      : []),
  ];
};

/** The means, each at the end of its line inside of the plot, clear of the other. */
const meanTexts = (x: Axis, y: Axis, f: XYFrame, { frame, scale, locale }: ChartContext): readonly Annotation[] => {
  const style: TextStyle = { size: scale.legend, bold: true, color: 'ink2' };
  const text = (mean: Figure): string => `${locale.words.mean} ${locale.print(mean, 'bare')}`;
  const at = f.place(x.level ?? 0, y.level ?? 0);
  const half = lineHeight(style.size) / 2 + 1;
  const [right, bottom] = [f.plot.x + f.plot.w, f.plot.y + f.plot.h];
  const upAt = at.y - 2 * half < f.plot.y ? at.y + half : at.y - half;
  const width = (mean: Figure): number => boxWidth(text(mean), style);
  const beside = (mean: Figure): number => (at.x + width(mean) <= right ? at.x : at.x - width(mean));
  // At the top, unless the other mean is written there.
  const meet = (a: Figure, b: Figure): boolean => beside(a) + width(a) > right - width(b) && upAt < f.plot.y + 3 * half;
  const acrossAt = x.mean && y.mean && meet(x.mean, y.mean) ? bottom - half : f.plot.y + half;
  return [
    ...(x.mean && x.level !== undefined
      ? [textBox('mean across', text(x.mean), { x: beside(x.mean), y: acrossAt, align: 'left' }, style, frame, x.mean.id)]
      : []),
    ...(y.mean && y.level !== undefined
      ? [textBox('mean up', text(y.mean), { x: right, y: upAt, align: 'right' }, style, frame, y.mean.id)]
      : []),
  ];
};

const boxesOf = (annotations: readonly Annotation[], { frame }: ChartContext): readonly Box[] =>
  annotations.flatMap((a) =>
    a.kind === 'box' ? [{ x: a.x * frame.width, y: a.y * frame.height, w: a.w * frame.width, h: a.h * frame.height }] : [],
  );

/** The lines that part the plane, as boxes: names keep off them where they can. */
const linesOf = (x: Axis, y: Axis, f: XYFrame): readonly Box[] => {
  const at = f.place(x.level ?? 0, y.level ?? 0);
  return [
    ...(x.level === undefined ? [] : [{ ...f.plot, x: at.x - 1, w: 2 }]),
    ...(y.level === undefined ? [] : [{ ...f.plot, y: at.y - 1, h: 2 }]),
  ];
};

const findings = (spec: ChartSpec, players: readonly Player[], unnamed: number, axes: readonly Axis[]): readonly Diagnostic[] => [
  ...(unnamed > 0
    ? [
        {
          code: 'charts/labels-left-out',
          severity: 'note',
          message: `the chart "${spec.id}" has no room for the names of ${unnamed} players`,
          hints: ['choose fewer players, or give them shorter labels; the table beside it lists them all'],
        } as const,
      ]
    : []),
  ...(players.length > 0 && !players.some((p) => p.x && p.y)
    ? [
        {
          code: 'charts/names-differ',
          severity: 'warning',
          message: `the breakdowns of the chart "${spec.id}" share no name`,
          hints: ['give the items of both breakdowns the same labels'],
        } as const,
      ]
    : []),
  ...(axes.some((a) => a.level === undefined)
    ? [
        {
          code: 'charts/no-mean',
          severity: 'note',
          message: `the chart "${spec.id}" has no mean to draw a line at`,
          hints: ['write the values of both lines, e.g. level="20 12.5"'],
        } as const,
      ]
    : []),
  ...longNameFinding(spec.id, [...axes.map((a) => a.label), ...players.map((p) => p.full)]),
];

const OTHERS: Fill = { kind: 'solid', color: 'grey' };
const SUBJECT: Fill = { kind: 'solid', color: 'blue' };
const OUTLINE: Stroke = { color: 'ink3', width: 0.75, dashed: false };

/** Players by two measures. The axes cross at the means, or at chosen levels, and part the plane in four. */
export const quadrant: ChartKind = {
  height: () => HEIGHT,
  compile: (spec, context): ChartDraft => {
    const { locale, frame, scale } = context;
    const [x, y] = [axisOf(spec, 0, context), axisOf(spec, 1, context)];
    const players = playersOf(spec, x, y, context);
    const drawn = placed(players);
    const rest = players.filter((p) => !drawn.some((d) => d.full === p.full));
    const marks = drawn.map((p) => ({ x: p.atX, y: p.atY, radius: () => MARKER / 2 }));
    const positive = (of: (p: Placed) => number): boolean => drawn.every((p) => of(p) >= 0);
    const f = xyFrame(
      marks,
      {
        x: { name: `${briefName(x.label)}${locale.comma}${locale.unit(x.unit)}`, unit: x.unit, positive: positive((p) => p.atX) },
        y: { name: `${briefName(y.label)}${locale.comma}${locale.unit(y.unit)}`, unit: y.unit, positive: positive((p) => p.atY) },
      },
      { lists: rest.length === 0 ? [] : [`${locale.undisclosed}${locale.colon}${rest.map((p) => p.name).join(locale.comma)}`] },
      { x: x.level, y: y.level },
      context,
    );
    const means = meanTexts(x, y, f, context);
    const style = (subject: boolean): TextStyle => ({ size: scale.axis, bold: subject, color: 'ink' });
    const named = drawn.map((p): NamedPoint => ({ ...f.place(p.atX, p.atY), r: MARKER / 2, name: p.name }));
    // Measured bold, so that a name has room whether it stands out or not.
    const sides = nameSides(named, { ...f.plot, w: frame.width - f.plot.x }, boxesOf(means, context), linesOf(x, y, f), style(true));
    const points = drawn.map((p, index): NativePoint => {
      const position = sides[index];
      return {
        index,
        fill: p.subject ? SUBJECT : OTHERS,
        stroke: OUTLINE,
        label: position === undefined ? null : { text: p.name, format: literal(p.name), style: style(p.subject), position, from: 'item' },
      };
    });
    return {
      diagnostics: findings(spec, players, sides.filter((s) => s === undefined).length, [x, y]),
      alt: {
        kind: 'quadrant',
        of: 'names',
        name: `${x.label}${locale.comma}${y.label}`,
        unit: [...new Set([locale.unit(x.unit), locale.unit(y.unit)])].join(locale.comma),
        points: [x, y].flatMap((axis) =>
          players.flatMap((p) => {
            const cell = axis === x ? p.x : p.y;
            return cell ? [{ at: [p.name, axis.label], figure: cell.figure }] : [];
          }),
        ),
        rates: [],
      },
      native: {
        id: spec.id,
        language: locale.language,
        table: { sheet: 'Data', columns: tableOf([...drawn, ...rest], drawn.length, x, y, context) },
        categories: 'item',
        frame,
        area: areaOf(f.plot, frame),
        axes: f.axes,
        layers: [{ kind: 'scatter', series: [{ values: 'y', x: 'x', fill: OTHERS, stroke: OUTLINE, marker: MARKER, points }] }],
        annotations: [...f.annotations, ...means],
      },
    };
  },
};
