import { type Box, type Emu, toPoints } from '../../base/geometry.ts';
import { textWidth } from '../../fonts/measure.ts';
import type { Direction } from '../../fonts/script.ts';
import type { Anchor, Deck, Shape, Slide, TableCell } from '../deck.ts';
import { linesAt } from '../line-ends.ts';
import { artifact, baselineIn, lineRuns, type Marks, type NodeDraft, node, type PageDraft, tagged } from '../pages/draft.ts';
import type { PageItem } from '../pages.ts';
import type { Paragraph, Run } from '../text.ts';
import { BULLET_INDENT, SINGLE } from '../typeset.ts';
import { type Frame, scaledItems, scaledRun, scaledStroke } from './frame.ts';

/** What drawing a slide needs: where, and the element its content belongs to; without one all is decoration. */
interface Place {
  readonly page: PageDraft;
  readonly frame: Frame;
  /** Of the deck: which side the columns of a table begin on. */
  readonly direction: Direction;
  readonly marks: Marks;
  readonly parent: NodeDraft | undefined;
}

const put = (item: PageItem, element: NodeDraft | undefined, { page, marks }: Place): void =>
  element ? tagged(page, marks, element, item) : artifact(page, item);

const across = (x: Emu, { frame }: Place): number => frame.x + toPoints(x) * frame.scale;
const down = (y: Emu, { frame }: Place): number => frame.y + toPoints(y) * frame.scale;
const size = (n: Emu, { frame }: Place): number => toPoints(n) * frame.scale;

const child = (place: Place, tag: NodeDraft['tag']): NodeDraft | undefined => {
  if (!place.parent) return undefined;
  const made = node(tag);
  place.parent.children.push(made);
  return made;
};

const widthOf = (runs: readonly Run[]): number => runs.reduce((sum, r) => sum + textWidth(r.text, r), 0);

const SHIFT = { left: 0, center: 0.5, right: 1 } as const;

const tallestOf = (p: Paragraph): number => Math.max(...p.runs.map((r) => r.size), 8);

/** As high as it will be drawn: lines are as wide as their box here, while planning kept a little for Office. Points. */
const heightIn = (paragraphs: readonly Paragraph[], w: number): number =>
  paragraphs.reduce((sum, p, i) => {
    const lines = linesAt(p.runs, w - (p.bullet === undefined ? 0 : BULLET_INDENT)).length;
    return sum + lines * SINGLE * tallestOf(p) * p.lineSpacing + (i === paragraphs.length - 1 ? 0 : p.spaceAfter);
  }, 0);

/** The lines of a paragraph from a height on, in points of the slide; returns the height below them. */
const drawLines = (
  p: Paragraph,
  box: { readonly x: number; readonly w: number },
  top: number,
  element: NodeDraft | undefined,
  place: Place,
) => {
  const { frame } = place;
  const tallest = tallestOf(p);
  const leading = SINGLE * tallest * p.lineSpacing;
  let y = top;
  for (const line of linesAt(p.runs, box.w)) {
    const runs = lineRuns(line);
    const x = box.x + SHIFT[p.align] * (box.w - widthOf(runs));
    put(
      {
        kind: 'line',
        x: frame.x + x * frame.scale,
        baseline: frame.y + baselineIn(y, leading, tallest) * frame.scale,
        runs: runs.map((r) => scaledRun(r, frame.scale)),
        direction: p.direction ?? 'ltr',
      },
      element,
      place,
    );
    y += leading;
  }
  return y;
};

/** Paragraphs below each other; those with bullets are a list. `tag` is that of the others. */
const drawParagraphs = (
  paragraphs: readonly Paragraph[],
  box: { readonly x: number; readonly y: number; readonly w: number },
  place: Place,
  elementOf: () => NodeDraft | undefined,
): void => {
  let y = box.y;
  let list: NodeDraft | undefined;
  paragraphs.forEach((p, i) => {
    if (p.bullet === undefined) {
      list = undefined;
      y = drawLines(p, box, y, elementOf(), place);
    } else {
      list ??= child(place, 'L');
      const [item, label, body] = [node('LI'), node('Lbl'), node('LBody')];
      item.children.push(label, body);
      list?.children.push(item);
      const look = p.runs[0];
      const mark = p.bullet === 'number' ? `${i + 1}.` : '\u2022';
      const [align, indent] = p.direction === 'rtl' ? (['right', 0] as const) : (['left', BULLET_INDENT] as const);
      if (look) drawLines({ ...p, runs: [{ ...look, text: mark }], align }, box, y, list && label, place);
      y = drawLines(p, { ...box, x: box.x + indent, w: box.w - BULLET_INDENT }, y, list && body, place);
    }
    y += p.spaceAfter;
  });
};

const ANCHOR: Readonly<Record<Anchor, number>> = { top: 0, middle: 0.5, bottom: 1 };

const drawText = (
  paragraphs: readonly Paragraph[],
  box: Box,
  anchor: Anchor,
  place: Place,
  elementOf: () => NodeDraft | undefined,
): void => {
  const free = Math.max(0, toPoints(box.h) - heightIn(paragraphs, toPoints(box.w)));
  drawParagraphs(paragraphs, { x: toPoints(box.x), y: toPoints(box.y) + free * ANCHOR[anchor], w: toPoints(box.w) }, place, elementOf);
};

const drawBox = (shape: { readonly box: Box } & Pick<Extract<Shape, { kind: 'rect' }>, 'fill' | 'stroke'>, place: Place): void => {
  const { box, fill, stroke } = shape;
  if (fill.kind === 'none' && !stroke) return;
  artifact(place.page, {
    kind: 'rect',
    x: across(box.x, place),
    y: down(box.y, place),
    w: size(box.w, place),
    h: size(box.h, place),
    fill,
    ...(stroke ? { stroke: scaledStroke(stroke, place.frame.scale) } : {}),
  });
};

const CELL_MARGIN = 45_720;

const drawCell = (cell: TableCell, box: Box, element: NodeDraft | undefined, place: Place): void => {
  if (cell.fill) drawBox({ box, fill: cell.fill }, place);
  const inner = { ...box, x: box.x + CELL_MARGIN + cell.lead, w: box.w - 2 * CELL_MARGIN - cell.lead - cell.trail };
  drawText(cell.paragraphs, inner, 'middle', place, () => element);
  artifact(place.page, {
    kind: 'rule',
    x1: across(box.x, place),
    x2: across(box.x + box.w, place),
    y1: down(box.y + box.h, place),
    y2: down(box.y + box.h, place),
    stroke: scaledStroke(cell.ruleBelow, place.frame.scale),
  });
};

const drawTable = (shape: Extract<Shape, { kind: 'table' }>, place: Place): void => {
  const table = child(place, 'Table');
  const [head, body] = [node('THead'), node('TBody')];
  if (table) {
    table.alt = shape.alt;
    table.children.push(head, body);
  }
  let y = shape.box.y;
  shape.rows.forEach((row, r) => {
    const line = node('TR');
    (r === 0 ? head : body).children.push(line);
    const turned = place.direction === 'rtl';
    let x = turned ? shape.box.x + shape.box.w : shape.box.x;
    row.cells.forEach((cell, c) => {
      const w = shape.columns[c] ?? 0;
      const made = node(r === 0 ? 'TH' : 'TD');
      if (r === 0) made.scope = 'Column';
      line.children.push(made);
      drawCell(cell, { x: turned ? x - w : x, y, w, h: row.height }, table && made, place);
      x += turned ? -w : w;
    });
    y += row.height;
  });
};

const drawChart = (shape: Extract<Shape, { kind: 'chart' }>, place: Place): void => {
  const figure = child(place, 'Figure');
  const { chart, box } = shape;
  const [x, y] = [across(box.x, place), down(box.y, place)];
  if (figure) {
    figure.alt = chart.alt;
    figure.bbox = [x, y, x + size(box.w, place), y + size(box.h, place)];
  }
  const { scale } = place.frame;
  const scene = { width: chart.scene.width * scale, height: chart.scene.height * scale, items: scaledItems(chart.scene.items, scale) };
  put({ kind: 'scene', x, y, scene, name: chart.native.id, told: chart.told }, figure, place);
};

/** Texts that say the same on every slide are no part of what is read. */
const FURNITURE: ReadonlySet<string> = new Set(['tracker', 'footer', 'confidentiality', 'number']);

type Drawers = {
  readonly [K in Shape['kind']]: (shape: Extract<Shape, { kind: K }>, anchorOf: (role: string) => Anchor, place: Place) => void;
};

const DRAWERS: Drawers = {
  placeholder: (shape, anchorOf, place) => {
    const element = FURNITURE.has(shape.placeholder) ? undefined : child(place, shape.placeholder === 'title' ? 'H1' : 'P');
    const own = FURNITURE.has(shape.placeholder) ? { ...place, parent: undefined } : place;
    drawText(shape.paragraphs, shape.box, anchorOf(shape.placeholder), own, () => element);
  },
  text: (shape, _anchorOf, place) => {
    drawBox(shape, place);
    const { inset, box } = shape;
    const inner = { x: box.x + inset.left, y: box.y + inset.top, w: box.w - inset.left - inset.right, h: box.h - inset.top - inset.bottom };
    drawText(shape.paragraphs, inner, shape.anchor, place, () => child(place, 'P'));
  },
  rect: (shape, _anchorOf, place) => drawBox(shape, place),
  line: ({ box, stroke }, _anchorOf, place) =>
    artifact(place.page, {
      kind: 'rule',
      x1: across(box.x, place),
      y1: down(box.y, place),
      x2: across(box.x + box.w, place),
      y2: down(box.y + box.h, place),
      stroke: scaledStroke(stroke, place.frame.scale),
    }),
  table: (shape, _anchorOf, place) => drawTable(shape, place),
  chart: (shape, _anchorOf, place) => drawChart(shape, place),
  picture: ({ box, png, alt }, _anchorOf, place) => {
    const [x, y, w, h] = [across(box.x, place), down(box.y, place), size(box.w, place), size(box.h, place)];
    const figure = child(place, 'Figure');
    if (figure) Object.assign(figure, { alt, bbox: [x, y, x + w, y + h] });
    put({ kind: 'picture', x, y, w, h, png }, figure, place);
  },
};

const draw = (shape: Shape, anchorOf: (role: string) => Anchor, place: Place): void =>
  (DRAWERS[shape.kind] as (shape: Shape, anchorOf: (role: string) => Anchor, place: Place) => void)(shape, anchorOf, place);

/** Draws a slide into a frame of a page: what master and layout show as decoration, then its shapes in reading order. */
export const drawSlide = (slide: Slide, deck: Deck, place: Place): void => {
  const layout = deck.layouts.find((l) => l.name === slide.layout);
  if (!layout) throw new Error(`the deck has no layout "${slide.layout}"`);
  const anchorOf = (role: string): Anchor => layout.placeholders.find((p) => p.role === role)?.anchor ?? 'top';
  const whole = { x: 0, y: 0, w: deck.size.w, h: deck.size.h };
  if (layout.background !== 'page') drawBox({ box: whole, fill: { kind: 'solid', color: layout.background } }, place);
  const behind = [...(layout.ownArtwork ? [] : deck.master.artwork), ...layout.artwork];
  for (const shape of behind) draw(shape, anchorOf, { ...place, parent: undefined });
  for (const shape of slide.shapes) draw(shape, anchorOf, place);
};
