import type { Figure } from '../figures/ledger.ts';
import { lineHeight, textWidth } from '../fonts/measure.ts';
import { briefName } from './brief-name.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import { pushApart } from './push-apart.ts';
import type { SeriesCell, SeriesRow } from './series-cells.ts';
import { LOOKS, type Look } from './status-look.ts';
import { textBox, textLines } from './text-box.ts';

/** At most this share of the frame is for names. */
const MOST_NAMES = 0.26;
const GAP = 8;
/** Lines of a name; more than the least only where names have room for them. */
const LINES = { least: 2, most: 3 } as const;
/** Between two names of more than one line, points. */
const BETWEEN = 4;

/** Lines may come so much closer than their height, of which letters fill less, points. */
const TOUCH = 3;

export interface NamedRow {
  readonly row: SeriesRow;
  /** Height of the mark it names, points. */
  readonly y: number;
  /** How its key looks, where it is not a box of the row's colour. */
  readonly look?: Look;
  /** Printed before the name: what the mark stands for. */
  readonly end?: SeriesCell;
}

/** A row whose colour is nowhere has the look of what is withheld. */
const keyOf = (row: SeriesRow): Look =>
  row.cells.some((c) => c?.value !== undefined) ? { fill: { kind: 'solid', color: row.color } } : LOOKS.undisclosed;

const nameStyle = ({ scale }: ChartContext): TextStyle => ({ size: scale.name.size, bold: true, color: 'ink' });

const widest = (texts: readonly string[], style: TextStyle): number =>
  Math.max(0, ...texts.map((t) => textWidth(t, { ...style, italic: false })));

/** Room that names of series, with values before them and growth rates behind if there are any, need at the right of the plot. */
export const rightRoom = (
  rows: readonly SeriesRow[],
  context: ChartContext,
  ends: readonly SeriesCell[] = [],
): { readonly names: number; readonly rates: number; readonly ends: number } => {
  const { frame, locale, scale } = context;
  const style = nameStyle(context);
  const rates = rows.flatMap((r) => r.rates[0] ?? []);
  const [first] = rates;
  const heads = first ? [locale.words.cagr, locale.years(first.period.from, first.period.to)] : [];
  const texts = [...rates.map((r) => locale.print(r, 'value')), ...heads];
  return {
    names: Math.min(
      widest(
        rows.map((r) => briefName(r.label)),
        style,
      ) +
        GAP +
        12,
      frame.width * MOST_NAMES,
    ),
    ends:
      ends.length === 0
        ? 0
        : widest(
            ends.map((e) => e.label),
            style,
          ) + GAP,
    rates: texts.length === 0 ? 0 : widest(texts, { ...style, size: scale.name.size }) + GAP + 10,
  };
};

const head = (rate: Figure, context: ChartContext): readonly Annotation[] => {
  const { frame, locale, scale } = context;
  const style: TextStyle = { size: scale.legend, bold: true, color: 'ink2' };
  const height = lineHeight(style.size);
  const texts = [locale.words.cagr, locale.years(rate.period.from, rate.period.to)];
  return texts.map((text, i) =>
    textBox(`rates head ${i + 1}`, text, { x: frame.width, y: height * (i + 0.5) + 1, align: 'right' }, style, frame),
  );
};

/** Names of series beside their last marks, with the marks' values where they are given, moved apart, and a column of growth rates at the right edge of the frame. */
export const rightColumn = (
  named: readonly NamedRow[],
  left: number,
  span: { readonly low: number; readonly high: number },
  context: ChartContext,
): readonly Annotation[] => {
  const { frame, scale, locale } = context;
  const style = nameStyle(context);
  const room = rightRoom(
    named.map((n) => n.row),
    context,
    named.flatMap((n) => n.end ?? []),
  );
  const leading = lineHeight(style.size);
  const [first] = named.flatMap((n) => n.row.rates);
  // The heads of the rates take two lines at the top of the frame.
  const top = first ? 2 * lineHeight(scale.legend) + 4 : 0;
  const each = (span.high - Math.max(span.low, top)) / Math.max(1, named.length);
  const roomy = each >= LINES.most * leading + BETWEEN;
  const width = room.names - GAP - 12;
  const placed = (most: number) => {
    const lines = named.map((n) => textLines(briefName(n.row.label), style, width, most));
    const tallest = Math.max(1, ...lines.map((l) => l.length));
    const apart = tallest > 1 ? tallest * leading + (roomy ? BETWEEN : 2) : scale.name.apart;
    const half = ((roomy ? tallest : 1) * leading) / 2 + 1;
    const low = Math.max(span.low + half, top + half);
    const places = pushApart(
      named.map((n) => n.y),
      apart,
      low,
      Math.max(low, span.high - half),
    );
    const ends = lines.map((l, i) => ({ y: places[i] ?? 0, half: (l.length * leading) / 2 })).sort((a, b) => a.y - b.y);
    return {
      lines,
      places,
      clear: ends.every((e, i) => i === 0 || e.y - e.half >= (ends[i - 1]?.y ?? 0) + (ends[i - 1]?.half ?? 0) - TOUCH),
    };
  };
  // Where so many names have lines that they would meet, each keeps one.
  const several = placed(roomy ? LINES.most : LINES.least);
  const { lines, places } = several.clear ? several : placed(1);
  return [
    ...(first ? head(first, context) : []),
    ...named.flatMap(({ row, look, end }, i): readonly Annotation[] => {
      const y = places[i] ?? 0;
      const [rate] = row.rates;
      const key = { w: 8, h: 8 };
      return [
        {
          kind: 'box',
          name: `key ${row.id}`,
          shape: 'rect',
          x: (left + GAP / 2) / frame.width,
          y: (y - key.h / 2) / frame.height,
          w: key.w / frame.width,
          h: key.h / frame.height,
          ...(look ?? keyOf(row)),
        },
        ...(end
          ? [textBox(`end ${row.id}`, end.label, { x: left + GAP + room.ends + 6, y, align: 'right' }, style, frame, end.figure.id)]
          : []),
        ...(lines[i] ?? []).map((text, n, all) =>
          textBox(
            `name ${row.id}`,
            text,
            { x: left + GAP + 4 + room.ends, y: y + (n - (all.length - 1) / 2) * leading, align: 'left' },
            style,
            frame,
          ),
        ),
        ...(rate
          ? [
              textBox(
                `rate ${row.id}`,
                locale.print(rate, 'value'),
                { x: frame.width, y, align: 'right' } as const,
                { ...style, bold: false },
                frame,
                rate.id,
              ),
            ]
          : []),
      ];
    }),
  ];
};
