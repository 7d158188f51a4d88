import { lineHeight } from '../fonts/measure.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import { line, textBox, textLines, widthOf } from './text-box.ts';

/** A column of its own width with a name, in points. */
export interface NamedColumn {
  readonly id: string;
  readonly name: string;
  readonly centre: number;
  readonly width: number;
}

/** Where the names of columns stand, for any height of the plot. */
export interface MapColumnNames {
  readonly height: number;
  /** Names that have no place, in the order of the columns. */
  readonly leftOut: readonly string[];
  readonly at: (top: number) => readonly Annotation[];
}

const MOST_LINES = 2;
const GAP = { side: 4, row: 4, top: 4, between: 8 } as const;
const WIDE = /[\u1100-\u11ff\u2e80-\uffdc]/u;

/** The lines of a name in its column; undefined where a word would be broken or two lines are not enough. */
const linesIn = (column: NamedColumn, style: TextStyle): readonly string[] | undefined => {
  const room = column.width - GAP.side;
  const whole = column.name.split(/\s+/).every((word) => WIDE.test(word) || widthOf(word, style) <= room);
  const lines = whole && room > style.size ? textLines(column.name, style, room) : [];
  return lines.length > 0 && lines.length <= MOST_LINES ? lines : undefined;
};

/**
 * Names under columns of different widths: in their column where they fit, else in a row below with a line to the column, while
 * there is room beside each other; names without are handed back.
 */
export const mapColumnNames = (columns: readonly NamedColumn[], { frame, scale }: ChartContext): MapColumnNames => {
  const style: TextStyle = { size: scale.axis, bold: false, color: 'ink' };
  const leading = lineHeight(style.size);
  const inside = columns.flatMap((column) => {
    const lines = linesIn(column, style);
    return lines ? [{ column, lines }] : [];
  });
  const upper = Math.max(0, ...inside.map((c) => c.lines.length)) * leading;
  let end = -GAP.between;
  const lower = columns
    .filter((c) => !inside.some((i) => i.column === c))
    .flatMap((column) => {
      const width = widthOf(column.name, style) + 10;
      const x = Math.min(Math.max(column.centre - width / 2, end + GAP.between, 0), frame.width - width);
      if (x < end + GAP.between || x > column.centre || x + width < column.centre) return [];
      end = x + width;
      return [{ column, x: x + width / 2 }];
    });
  return {
    height: GAP.top + upper + (lower.length > 0 ? GAP.row + leading : 0) + 2,
    leftOut: columns.filter((c) => ![...inside, ...lower].some((n) => n.column === c)).map((c) => c.name),
    at: (top) => [
      ...inside.flatMap(({ column, lines }) =>
        lines.map((text, n) =>
          textBox(`column ${column.id}`, text, { x: column.centre, y: top + GAP.top + leading * (n + 0.5), align: 'center' }, style, frame),
        ),
      ),
      ...lower.flatMap(({ column, x }): readonly Annotation[] => {
        const y = top + GAP.top + upper + GAP.row;
        return [
          line(
            `column line ${column.id}`,
            { x: column.centre, y: top + 2 },
            { x: column.centre, y },
            { color: 'ink3', width: 0.75, dashed: false },
            frame,
          ),
          textBox(`column ${column.id}`, column.name, { x, y: y + leading / 2, align: 'center' }, style, frame),
        ];
      }),
    ],
  };
};
