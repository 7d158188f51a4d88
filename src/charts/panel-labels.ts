import { textWidth } from '../fonts/measure.ts';
import { LABEL_GAP } from './draw/labels.ts';
import { type Box, meet } from './free-place.ts';
import type { ChartContext } from './kind.ts';
import type { NativeLabel, NativePoint } from './native.ts';
import { literal } from './number-format.ts';
import type { Column, Panels, Tag } from './panel-columns.ts';
import { LOOKS, lookOf } from './status-look.ts';

export const labelWidth = (text: string, size: number): number => textWidth(text, { size, bold: true, italic: false });

/** Where columns lie, in points. */
export interface PanelPlot {
  readonly x: number;
  readonly band: number;
  /** Per cent of a column's width. */
  readonly gapWidth: number;
  readonly yOf: (value: number) => number;
}

const columnBox = (column: Column, g: PanelPlot): Box => {
  const w = g.band / (1 + g.gapWidth / 100);
  const [from, to] = [g.yOf(Math.max(0, column.drawn)), g.yOf(Math.min(0, column.drawn))];
  return { x: g.x + g.band * (column.row + 0.5) - w / 2, y: from, w, h: to - from };
};

/** Over the end of its own column, or raised over those beside it. */
type Stand = 'own' | 'raised';

const STANDS: readonly Stand[] = ['own', 'raised'];

const tagBox = ({ column, height }: Tag, stand: Stand, size: number, g: PanelPlot): Box => {
  const w = labelWidth(column.cell.label, size) + 2;
  const end = g.yOf(stand === 'own' ? column.drawn : height);
  const y = column.drawn < 0 ? end + LABEL_GAP.above - 1 : end - LABEL_GAP.above - size + 1;
  return { x: g.x + g.band * (column.row + 0.5) - w / 2, y, w, h: size };
};

/** Where labels stand clear of columns and of each other at a size; the last of a panel take their place before the first. */
const clear = (panels: Panels, tags: readonly Tag[], size: number, g: PanelPlot, frame: ChartContext['frame']): ReadonlyMap<Tag, Stand> => {
  const bars = panels.columns.map((c) => columnBox(c, g));
  const taken: Box[] = [];
  const stands = new Map<Tag, Stand>();
  for (const tag of [...tags.filter((t) => t.last), ...tags.filter((t) => !t.last)]) {
    const stand = STANDS.find((s) => {
      const box = tagBox(tag, s, size, g);
      return box.x >= -2 && box.x + box.w <= frame.width + 2 && ![...bars, ...taken].some((b) => meet(b, box));
    });
    if (stand === undefined) continue;
    taken.push(tagBox(tag, stand, size, g));
    stands.set(tag, stand);
  }
  return stands;
};

export interface PanelLabels {
  readonly size: number;
  readonly stands: ReadonlyMap<Tag, Stand>;
}

/** The largest size of the scale at which all labels stand clear; where none is, last values alone, so that all panels look alike. */
export const panelLabels = (panels: Panels, g: PanelPlot, { scale, frame }: ChartContext): PanelLabels => {
  const sizes = [...new Set([scale.value, scale.axis, scale.legend, scale.segment.size])];
  const labelled = (tags: readonly Tag[]): readonly PanelLabels[] =>
    sizes.map((size) => ({ size, stands: clear(panels, tags, size, g, frame) }));
  const [all, ends] = [labelled(panels.tags), panels.tags.filter((t) => t.last)];
  const fallback = labelled(ends);
  return (
    all.find((c) => c.stands.size === panels.tags.length) ??
    fallback.find((c) => c.stands.size === ends.length) ??
    fallback.at(-1) ?? { size: scale.legend, stands: new Map() }
  );
};

const labelOf = ({ column }: Tag, stand: Stand, { size }: PanelLabels): NativeLabel => {
  const { cell, drawn } = column;
  return {
    text: cell.label,
    format: stand === 'own' ? cell.format : literal(cell.label),
    style: { size, bold: true, color: cell.value === undefined ? 'ink2' : 'ink' },
    position: stand === 'own' ? 'outEnd' : drawn < 0 ? 'b' : 't',
    figure: cell.figure.id,
  };
};

/** Columns with known or with withheld values, and the labels that stand at their own ends. */
export const barPoints = (panels: Panels, withheld: boolean, labels: PanelLabels): readonly NativePoint[] =>
  panels.columns
    .filter((c) => (c.cell.value === undefined) === withheld)
    .map((column) => {
      const tag = panels.tags.find((t) => t.column === column);
      const label = tag && labels.stands.get(tag) === 'own' ? labelOf(tag, 'own', labels) : null;
      return { index: column.row, ...LOOKS[lookOf(column.cell.figure)], label };
    });

/** Labels that stand higher than their columns end: points of a line that is not drawn, the same ones in every size of frame. */
export const raisedPoints = (panels: Panels, labels: PanelLabels): readonly NativePoint[] =>
  panels.tags
    .map(
      (tag): NativePoint => ({
        index: tag.column.row,
        fill: { kind: 'none' },
        label: labels.stands.get(tag) === 'raised' ? labelOf(tag, 'raised', labels) : null,
      }),
    )
    .sort((a, b) => a.index - b.index);
