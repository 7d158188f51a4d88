import { breakLines, lineHeight, textWidth } from '../fonts/measure.ts';
import { briefName } from './brief-name.ts';
import type { ChartContext } from './kind.ts';
import type { Annotation, TextStyle } from './native.ts';
import { fitted, line, textBox } from './text-box.ts';

/** Panels side by side on one axis: the same count of places in each, parted by empty ones. */
export interface PanelGrid {
  readonly count: number;
  readonly places: number;
  /** Empty places between two panels. */
  readonly gap: number;
  /** All places on the axis. */
  readonly rows: number;
}

export const panelGrid = (count: number, places: number): PanelGrid => {
  const gap = Math.max(1, Math.round(places / 3));
  return { count, places, gap, rows: Math.max(1, count * places + Math.max(0, count - 1) * gap) };
};

/** Where a place of a panel stands on the axis. */
export const rowAt = (grid: PanelGrid, panel: number, place: number): number => panel * (grid.places + grid.gap) + place;

export interface PanelSpan {
  readonly x: number;
  readonly band: number;
}

const left = (grid: PanelGrid, panel: number, { x, band }: PanelSpan): number => x + band * rowAt(grid, panel, 0);
const width = (grid: PanelGrid, { band }: PanelSpan): number => band * grid.places;

const widest = (texts: readonly string[], style: TextStyle): number =>
  Math.max(0, ...texts.map((t) => textWidth(t, { ...style, italic: false })));

const MOST_LINES = 4;
/** Between the titles of two panels, points. */
const APART = 7;
/** A text box begins this much before its text. */
const INSET = 4;

/** Scripts that break between any two characters. */
const IDEOGRAPHS = /[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff]/u;

interface Title {
  readonly lines: readonly string[];
  readonly whole: boolean;
}

/** A name in lines of whole words; a word that is too wide, and what is more than there are lines for, is cut short. */
const titleIn = (name: string, style: TextStyle, room: number): Title => {
  const words = briefName(name).split(/\s+/u);
  const fitting = words.map((w) => (IDEOGRAPHS.test(w) ? w : fitted(w, style, room)));
  const lines = breakLines([{ text: fitting.join(' '), style: { ...style, italic: false }, data: 0 }], room).map((l) =>
    l.pieces
      .map((p) => p.text)
      .join('')
      .trim(),
  );
  const kept = lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(' ')];
  return { lines: kept.map((l) => fitted(l, style, room)), whole: lines.length <= MOST_LINES && fitting.every((w, i) => w === words[i]) };
};

export interface PanelTitles {
  readonly height: number;
  /** Names that had to be shortened. */
  readonly shortened: readonly string[];
  readonly annotations: (top: number, at: PanelSpan) => readonly Annotation[];
}

/** Names above the panels, in up to four lines of the largest size in which all fit, over a thin rule. `after` is the room from the last panel on. */
export const panelTitles = (
  names: readonly string[],
  grid: PanelGrid,
  band: number,
  after: number,
  { frame, scale }: ChartContext,
): PanelTitles => {
  const room = band * (grid.places + grid.gap) - APART;
  // Nothing follows the last panel that its title could reach over.
  const roomOf = (panel: number): number => (panel === grid.count - 1 ? Math.min(room, after - 7) : room);
  const styles = [...new Set([scale.name.size, scale.legend, scale.segment.size])].map(
    (size): TextStyle => ({ size, bold: true, color: 'ink' }),
  );
  const titlesIn = (style: TextStyle): readonly Title[] => names.map((n, panel) => titleIn(n, style, roomOf(panel)));
  const style =
    styles.find((s) => titlesIn(s).every((t) => t.whole)) ?? styles.at(-1) ?? ({ size: scale.legend, bold: true, color: 'ink' } as const);
  const titles = titlesIn(style);
  const leading = lineHeight(style.size);
  const height = Math.max(1, ...titles.map((t) => t.lines.length)) * leading + 6;
  return {
    height,
    shortened: names.filter((_, panel) => titles[panel]?.whole === false),
    annotations: (top, at) =>
      titles.flatMap(({ lines }, panel) => {
        const x = left(grid, panel, at);
        const foot = top + height - 3;
        return [
          ...lines.map((text, i) =>
            textBox(
              `panel ${panel + 1}`,
              text,
              { x: x - INSET, y: foot - 2 - (lines.length - i - 0.5) * leading, align: 'left' },
              style,
              frame,
            ),
          ),
          line(
            `panel ${panel + 1} rule`,
            { x, y: foot },
            { x: x + width(grid, at), y: foot },
            { color: 'rule', width: 0.75, dashed: false },
            frame,
          ),
        ];
      }),
  };
};

/**
 * Under each panel its first and last year, under their columns or at the panel's ends; where they have no room the span of
 * years, and where not even that has, the span under the first panel alone: all have the same years.
 */
export const panelYears = (
  names: readonly string[],
  span: string,
  grid: PanelGrid,
  at: PanelSpan,
  y: number,
  { frame, scale }: ChartContext,
): readonly Annotation[] => {
  const panels = Array.from({ length: grid.count }, (_, panel) => panel);
  const ends = names.length < 2 ? names : [names[0] ?? '', names.at(-1) ?? ''];
  const styles = [...new Set([scale.axis, scale.legend, scale.segment.size])].map(
    (size): TextStyle => ({ size, bold: false, color: 'ink' }),
  );
  const box = (text: string, x: number, align: 'left' | 'center' | 'right', style: TextStyle): Annotation =>
    textBox('year', text, { x, y, align }, style, frame);
  const full = width(grid, at);
  for (const style of styles) {
    const w = widest(ends, style) + 4;
    const apart = ends.length < 2 || w <= at.band * (grid.places - 1);
    if (apart && w <= at.band * (ends.length < 2 ? grid.places + grid.gap : grid.gap + 1))
      return panels.flatMap((p) =>
        ends.map((text, i) => box(text, left(grid, p, at) + at.band * (i === 0 ? 0.5 : grid.places - 0.5), 'center', style)),
      );
    if (2 * w <= full)
      return panels.flatMap((p) => {
        const x = left(grid, p, at);
        return ends.map((text, i) => (i === 0 ? box(text, x - INSET, 'left', style) : box(text, x + full + INSET, 'right', style)));
      });
  }
  const style = styles.at(-1) ?? { size: scale.axis, bold: false, color: 'ink' };
  if (widest([span], style) + 4 <= full + at.band * grid.gap)
    return panels.map((p) => box(span, left(grid, p, at) + full / 2, 'center', style));
  return [box(span, left(grid, 0, at) - INSET, 'left', style)];
};
