import { describe, expect, it } from 'vitest';
import { type Box, toInches } from '../../src/base/geometry.ts';
import type { Deck, Shape, Slide, TableRow } from '../../src/layout/deck.ts';
import { heightOf } from '../../src/layout/typeset.ts';
import { AWKWARD, DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { planMarket } from '../support/plan.ts';

const MARKETS = [...DATA_FILES.map((path) => [path, () => dataMarket(path)] as const), ...Object.entries(AWKWARD)] as const;

const nameOf = (shape: Shape): string => (shape.kind === 'placeholder' ? shape.placeholder : shape.name);
const place = ({ x, y, w, h }: Box): string => [x, y, w, h].map((n) => toInches(n).toFixed(2)).join(' ');

/** A hair of a line's width: boxes are rounded to whole units. */
const EPSILON = 2000;

const overlap = (a: Box, b: Box): boolean =>
  a.x + a.w > b.x + EPSILON && b.x + b.w > a.x + EPSILON && a.y + a.h > b.y + EPSILON && b.y + b.h > a.y + EPSILON;

const outside = (deck: Deck): readonly string[] =>
  deck.slides.flatMap((slide) =>
    slide.shapes
      .filter(
        ({ box }) =>
          box.x < 0 ||
          box.y < 0 ||
          box.w < 0 ||
          box.h < 0 ||
          box.x + box.w > deck.size.w + EPSILON ||
          box.y + box.h > deck.size.h + EPSILON,
      )
      .map((s) => `${slide.id}: ${nameOf(s)} at ${place(s.box)}`),
  );

/** Shapes that carry content; rules and bars are decoration that may lie under it. */
const content = (slide: Slide): readonly Shape[] => slide.shapes.filter((s) => s.kind !== 'rect' && s.kind !== 'line');

const overlapping = (deck: Deck): readonly string[] =>
  deck.slides.flatMap((slide) =>
    content(slide).flatMap((a, i) =>
      content(slide)
        .slice(i + 1)
        .filter((b) => overlap(a.box, b.box))
        .map((b) => `${slide.id}: ${nameOf(a)} (${place(a.box)}) and ${nameOf(b)} (${place(b.box)})`),
    ),
  );

/** Texts higher than their boxes, and table rows lower than their texts. */
const cramped = (deck: Deck): readonly string[] =>
  deck.slides.flatMap((slide) =>
    slide.shapes.flatMap((s): readonly string[] => {
      if (s.kind === 'table') {
        const rows = s.rows.filter((r) =>
          r.cells.some((c, i) => heightOf(c.paragraphs, (s.columns[i] ?? 0) - 2 * 45_720) > r.height + EPSILON),
        );
        return rows.length === 0 ? [] : [`${slide.id}: ${rows.length} rows of ${s.name}`];
      }
      if (s.kind !== 'text' && s.kind !== 'placeholder') return [];
      const inset = s.kind === 'text' ? s.inset : { left: 0, right: 0, top: 0, bottom: 0 };
      const height = heightOf(s.paragraphs, s.box.w - inset.left - inset.right);
      return height <= s.box.h - inset.top - inset.bottom + 12_700 * 3
        ? []
        : [`${slide.id}: ${nameOf(s)} needs ${toInches(height).toFixed(2)} of ${toInches(s.box.h).toFixed(2)}`];
    }),
  );

describe.each(MARKETS)('the slides of %s', (_name, market) => {
  it('fit, with every box inside of its slide and none over another', async () => {
    const { deck, errors } = await planMarket(market(), ['pptx']);
    if (!deck) throw new Error('no deck was planned');
    expect([...new Set(errors)]).toEqual([]);
    expect([...outside(deck), ...overlapping(deck), ...cramped(deck)]).toEqual([]);
    expect(deck.slides.length).toBeGreaterThan(4);
  });

  it('have titles and ids that no other slide has, and names no other shape of theirs has', async () => {
    const { deck } = await planMarket(market(), ['pptx']);
    const twice = (names: readonly string[]): readonly string[] => names.filter((n, i) => names.indexOf(n) !== i);
    expect(twice(deck?.slides.map((s) => s.id) ?? [])).toEqual([]);
    expect(twice(deck?.slides.map((s) => s.title) ?? [])).toEqual([]);
    expect(deck?.slides.flatMap((s) => twice(s.shapes.map(nameOf))) ?? []).toEqual([]);
  });
});

describe('a table too long for one slide', () => {
  it('continues with its head, and shows each row once, the largest first', async () => {
    const { deck } = await planMarket(AWKWARD['sixty segments']?.() ?? dataMarket(DATA_FILES[0]), ['pptx']);
    const first = (row: TableRow | undefined): string =>
      (row?.cells[0]?.paragraphs ?? []).flatMap((p) => p.runs.map((r) => r.text)).join('');
    const tables = (deck?.slides ?? []).flatMap((s) =>
      s.shapes.flatMap((x) => (x.kind === 'table' && first(x.rows[0]) === 'Segment' ? [x] : [])),
    );
    expect(tables.length).toBeGreaterThan(5);
    const rows = tables.flatMap((t) => t.rows.slice(1).map(first));
    expect(rows).toEqual([...Array.from({ length: 60 }, (_, i) => `Segment number ${60 - i}`), 'Total']);
  });
});
