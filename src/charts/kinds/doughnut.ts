import { exactValue, printedDecimals } from '../../figures/quantity.ts';
import { lineHeight } from '../../fonts/measure.ts';
import { boxWidth } from '../annotations.ts';
import { briefName, isLong, longNameFinding } from '../brief-name.ts';
import type { DataColumn } from '../data-table.ts';
import type { ChartContext, ChartDraft, ChartKind } from '../kind.ts';
import type { Annotation, NativePoint, TextStyle } from '../native.ts';
import { decimalsFormat, labelFormat } from '../number-format.ts';
import { pointColumns } from '../point-columns.ts';
import { pushApart } from '../push-apart.ts';
import { type SeriesRow, seriesRows, textOn } from '../series-cells.ts';
import { EMPTY, textCell } from '../series-table.ts';
import type { ChartSpec } from '../spec.ts';
import { fitted, line, textBox, textLines, widthOf } from '../text-box.ts';
import { bar } from './bar.ts';

const MOST_PARTS = 4;
/** LibreOffice draws every ring with a hole of half its width: so do we, that all formats agree. */
const HOLE = 0.5;
const HEIGHT = 220;
/** A colour of no part: in reports LibreOffice forgets the fill of a part that is like its series', and takes one of its own. */
const RING_FILL = { kind: 'solid', color: 'ink3' } as const;
/** Points: around the ring, from the ring to the bend of a leader line, and to the names beside. */
const EDGE = 11;
const LEADER = { start: 2, bend: 9, names: 20 } as const;
/** Between two names at one side. */
const BETWEEN = 6;
/** At most this share of the frame is the radius, so that names have room at both sides. */
const MOST_RADIUS = 0.22;

interface Slice {
  readonly row: SeriesRow;
  /** Per cent of the whole, as drawn. */
  readonly share: number;
  /** What is printed for it. */
  readonly figure: NonNullable<SeriesRow['cells'][number]>['figure'];
  readonly text: string;
  /** Angle of its middle, clockwise from twelve o'clock. */
  readonly angle: number;
}

/** A part's share: computed beside it, or its own value where it is one. */
const shareId = (part: ChartSpec['drawn']['series'][number] | undefined): string =>
  part?.points[0]?.beside ?? part?.points[0]?.figure ?? '';

/** Why parts cannot be a ring; undefined where they can. A ring says that nothing is missing and nothing is below zero. */
const refusal = ({ drawn }: ChartSpec, ledger: ChartContext['ledger']): string | undefined => {
  const figures = drawn.series.map((s) => ledger.figures.get(shareId(s)));
  const shares = figures.map((f) => (f?.unit.kind === 'percent' ? exactValue(f) : undefined));
  if (drawn.series.length > MOST_PARTS) return `it has ${drawn.series.length} parts; a ring shows ${MOST_PARTS} at most`;
  if (shares.some((s) => s === undefined)) return 'a part has no exact share of the whole';
  if (shares.some((s) => (s ?? 0) <= 0)) return 'a part is not above zero';
  if (!drawn.exhaustive) return 'its parts are not said to be all there are';
  const rounding = figures.reduce((sum, f) => sum + (f ? 0.5 * 10 ** -printedDecimals(f) : 0), 0);
  const sum = shares.reduce<number>((total, s) => total + (s ?? 0), 0);
  return Math.abs(sum - 100) > rounding + 1e-9 ? 'its parts do not add up to 100 per cent' : undefined;
};

/** By share, the largest first; "Other" last. */
const slicesOf = (spec: ChartSpec, context: ChartContext): readonly Slice[] => {
  const subject = spec.drawn.series.find((s) => s.role === 'subject')?.label;
  const highlight = spec.highlight ?? subject;
  const rows = seriesRows(highlight === undefined ? spec : { ...spec, highlight }, context);
  const parts = rows.flatMap((row, i) => {
    const figure = context.ledger.figures.get(shareId(spec.drawn.series[i]));
    const share = exactValue(figure);
    return figure && share !== undefined ? [{ row, share, figure, text: context.locale.print(figure, 'bare') }] : [];
  });
  const sum = parts.reduce((total, p) => total + p.share, 0) || 1;
  const sorted = parts.sort((a, b) => Number(a.row.role === 'other') - Number(b.row.role === 'other') || b.share - a.share);
  return sorted.map((part, i) => {
    const before = sorted.slice(0, i).reduce((total, p) => total + p.share, 0);
    return { ...part, angle: ((before + part.share / 2) / sum) * 2 * Math.PI };
  });
};

interface Ring {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

const ringOf = ({ frame }: ChartContext): Ring => ({
  x: frame.width / 2,
  y: frame.height / 2,
  r: Math.max(20, Math.min(frame.height / 2 - EDGE, frame.width * MOST_RADIUS)),
});

/** Values stand in the ring where all of them have room there; else all stand with the names. */
const valuesInside = (slices: readonly Slice[], ring: Ring, { scale }: ChartContext): boolean => {
  const [thick, middle] = [ring.r * (1 - HOLE), (ring.r * (1 + HOLE)) / 2];
  return slices.every((s) => {
    const width = widthOf(s.text, { size: scale.value, bold: true, color: 'ink' }) + 6;
    return width <= thick && width <= (s.share / 100) * 2 * Math.PI * middle;
  });
};

const onRight = ({ angle }: Slice): boolean => Math.sin(angle) >= 0;

/** The lines of a name; beyond the most there is room for, the last ends in an ellipsis. */
const linesOf = (name: string, style: TextStyle, width: number, most: number): readonly string[] => {
  const lines = textLines(name, style, width);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(' '), style, width)];
};

/** Names, with their values where those do not fit inside, at both sides of the ring, each with a line to its slice. */
const namesBeside = (slices: readonly Slice[], inside: boolean, ring: Ring, context: ChartContext): readonly Annotation[] => {
  const { frame, scale } = context;
  const nameStyle: TextStyle = { size: scale.axis, bold: inside, color: 'ink' };
  const valueStyle: TextStyle = { size: scale.value, bold: true, color: 'ink' };
  const place = (angle: number, beyond: number) => ({
    x: ring.x + (ring.r + beyond) * Math.sin(angle),
    y: ring.y - (ring.r + beyond) * Math.cos(angle),
  });
  const width = frame.width / 2 - ring.r - LEADER.names - 10;
  const leading = lineHeight(nameStyle.size);
  const blocks = slices.map((slice) => {
    // The value stands between its slice and the name.
    const value = inside ? 0 : boxWidth(slice.text, valueStyle) - 2;
    const beside = slices.filter((s) => onRight(s) === onRight(slice)).length;
    const most = Math.max(1, Math.floor((frame.height / beside - BETWEEN) / leading));
    const lines = linesOf(briefName(slice.row.label), nameStyle, width - value, most);
    return { slice, lines, value, height: Math.max(lines.length * leading, inside ? 0 : lineHeight(valueStyle.size)) };
  });
  const side = (right: boolean): readonly Annotation[] => {
    const here = blocks.filter(({ slice }) => onRight(slice) === right);
    const tallest = Math.max(0, ...here.map((b) => b.height));
    const places = pushApart(
      here.map(({ slice }) => place(slice.angle, LEADER.bend).y),
      tallest + BETWEEN,
      tallest / 2 + 2,
      frame.height - tallest / 2 - 2,
    );
    const outwards = right ? 1 : -1;
    const x = ring.x + outwards * (ring.r + LEADER.names);
    const align = right ? ('left' as const) : ('right' as const);
    return here.flatMap(({ slice, lines, value }, i): readonly Annotation[] => {
      const y = places[i] ?? 0;
      const stroke = { color: 'ink3', width: 0.75, dashed: false } as const;
      const bend = place(slice.angle, LEADER.bend);
      return [
        line(`leader ${slice.row.id} 1`, place(slice.angle, LEADER.start), bend, stroke, frame),
        line(`leader ${slice.row.id} 2`, bend, { x, y }, stroke, frame),
        ...(inside ? [] : [textBox(`value ${slice.row.id}`, slice.text, { x, y, align }, valueStyle, frame, slice.figure.id)]),
        ...lines.map((text, n) =>
          textBox(
            `name ${slice.row.id}`,
            text,
            { x: x + outwards * value, y: y + leading * (n - (lines.length - 1) / 2), align },
            nameStyle,
            frame,
          ),
        ),
      ];
    });
  };
  return [...side(true), ...side(false)];
};

/** The whole with its year, or the unit where no whole is known, at the largest size of the scale that the hole has room for. */
const middle = (spec: ChartSpec, ring: Ring, { ledger, locale, frame, scale }: ChartContext): readonly Annotation[] => {
  const figure = ledger.figures.get(spec.drawn.whole ?? '');
  const whole = figure?.quantity.kind === 'undisclosed' ? undefined : figure;
  const text = whole ? locale.print(whole, 'value') : locale.unit(spec.drawn.unit);
  const bold = (size: number): TextStyle => ({ size, bold: true, color: 'ink' });
  const size = [scale.value, scale.axis, scale.legend].find((s) => Math.hypot(widthOf(text, bold(s)), 3 * s) <= 2 * ring.r * HOLE - 4);
  if (size === undefined) return [];
  const value = bold(size);
  if (!whole) return [textBox('unit', text, { x: ring.x, y: ring.y, align: 'center' }, value, frame)];
  const year: TextStyle = { size: Math.min(size, scale.axis), bold: false, color: 'ink2' };
  const [above, below] = [lineHeight(value.size), lineHeight(year.size)];
  const top = ring.y - (above + below) / 2;
  const at = (y: number) => ({ x: ring.x, y, align: 'center' as const });
  return [
    textBox('whole', text, at(top + above / 2), value, frame, whole.id),
    textBox('whole year', locale.period(whole.period.to, whole.status), at(top + above + below / 2), year, frame),
  ];
};

/** Shares as formulas over values and their whole, where the parts are not shares themselves. */
const shareColumns = (spec: ChartSpec, slices: readonly Slice[], { ledger, locale }: ChartContext): readonly DataColumn[] => {
  const whole = ledger.figures.get(spec.drawn.whole ?? '');
  if (spec.drawn.unit.kind === 'percent' || !whole) return [];
  const value = exactValue(whole);
  return [
    {
      id: 'whole',
      header: locale.words.total,
      format: decimalsFormat(printedDecimals(whole)),
      cells: slices.map((_, i) => (i === 0 && value !== undefined ? { kind: 'number', value, figure: whole.id } : EMPTY)),
    },
    {
      id: 'share',
      header: `${locale.words.share}, %`,
      format: '0.0',
      cells: slices.map(({ share, figure }, row) => ({
        kind: 'number',
        value: share,
        figure: figure.id,
        formula: { kind: 'share', part: { column: 'value', row }, whole: { column: 'whole', row: 0 } },
      })),
    },
  ];
};

const tableOf = (spec: ChartSpec, slices: readonly Slice[], context: ChartContext): readonly DataColumn[] => {
  const { locale } = context;
  const rows = slices.flatMap(({ row }) => {
    const cell = row.cells[0];
    return cell ? [{ name: briefName(row.label), figure: cell.figure, value: cell.value, label: cell.label }] : [];
  });
  const header = `${spec.drawn.label}${locale.comma}${locale.unit(spec.drawn.unit)}`;
  return [
    ...pointColumns(rows, { id: 'item', header: locale.words.dataColumns.item }, header, 0, locale),
    ...shareColumns(spec, slices, context),
    ...(slices.some((s) => isLong(s.row.label))
      ? [{ id: 'name', header: locale.words.dataColumns.name, format: 'General', cells: slices.map((s) => textCell(s.row.label)) }]
      : []),
  ];
};

const ringDraft = (spec: ChartSpec, context: ChartContext): ChartDraft => {
  const { locale, frame, scale } = context;
  const slices = slicesOf(spec, context);
  const ring = ringOf(context);
  const inside = valuesInside(slices, ring, context);
  const whole = middle(spec, ring, context);
  const columns = tableOf(spec, slices, context);
  const plotted = columns.some((c) => c.id === 'share') ? 'share' : 'value';
  const stroke = { color: 'page', width: 0.75, dashed: false } as const;
  const points = slices.map(({ row, text, figure }, index): NativePoint => {
    const style: TextStyle = { size: scale.value, bold: true, color: textOn(row.color) };
    const label = { text, format: labelFormat(figure, text), style, position: 'ctr', figure: figure.id } as const;
    return { index, fill: { kind: 'solid', color: row.color }, stroke, label: inside ? label : null };
  });
  return {
    diagnostics: [
      ...longNameFinding(
        spec.id,
        slices.map((s) => s.row.label),
      ),
      ...(whole.length > 0
        ? []
        : [
            {
              code: 'charts/labels-left-out',
              severity: 'note',
              message: `the chart "${spec.id}" has no room for the whole in the middle of its ring`,
              hints: ['say it in the heading, or choose a larger scale for its unit'],
            } as const,
          ]),
    ],
    alt: {
      kind: 'doughnut',
      of: 'names',
      name: spec.drawn.label,
      unit: locale.unit(slices[0]?.figure.unit ?? spec.drawn.unit),
      points: slices.map(({ row, figure }) => ({ at: row.label, figure })),
      rates: [],
    },
    native: {
      id: spec.id,
      language: locale.language,
      table: { sheet: 'Data', columns },
      categories: 'item',
      frame,
      area: {
        x: (ring.x - ring.r) / frame.width,
        y: (ring.y - ring.r) / frame.height,
        w: (2 * ring.r) / frame.width,
        h: (2 * ring.r) / frame.height,
      },
      axes: { kind: 'none' },
      layers: [{ kind: 'ring', hole: HOLE, series: [{ values: plotted, fill: RING_FILL, points }] }],
      annotations: [...namesBeside(slices, inside, ring, context), ...whole],
    },
  };
};

/** A ring of at most four parts that make up the whole, named beside it. What a ring cannot say is drawn as ranked bars. */
export const doughnut: ChartKind = {
  height: (spec, context, alone) => (refusal(spec, context.ledger) === undefined ? HEIGHT : bar.height(spec, context, alone)),
  unit: (spec, { ledger, locale }) => {
    const figure = ledger.figures.get(shareId(spec.drawn.series[0]));
    return locale.unit(refusal(spec, ledger) === undefined && figure ? figure.unit : spec.drawn.unit);
  },
  compile: (spec, context): ChartDraft => {
    const reason = refusal(spec, context.ledger);
    if (reason === undefined) return ringDraft(spec, context);
    const bars = bar.compile(spec, context);
    return {
      ...bars,
      diagnostics: [
        ...bars.diagnostics,
        {
          code: 'charts/doughnut-as-bar',
          severity: 'warning',
          message: `the chart "${spec.id}" is drawn as bars, not as a doughnut: ${reason}`,
          hints: ['use kind="bar" for such parts'],
        },
      ],
    };
  },
};
