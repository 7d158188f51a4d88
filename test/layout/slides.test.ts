import { describe, expect, it } from 'vitest';
import { type Box, toInches } from '../../src/base/geometry.ts';
import type { Deck, Shape, Slide, TableRow } from '../../src/layout/deck.ts';
import { heightOf } from '../../src/layout/typeset.ts';
import type { Market } from '../../src/market/market.ts';
import { AWKWARD, DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { FIVE_YEARS, marketFile, marketOf, sizeSeries } from '../support/market.ts';
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

  it.each([
    { length: 'short', aspect: '16:9' },
    { length: 'full', aspect: '16:9' },
    { length: 'full', aspect: '4:3' },
  ] as const)('fit in $length decks of $aspect too, and their report is the same', async (variant) => {
    const { deck, errors, flow } = await planMarket(market(), ['pptx', 'docx'], variant);
    if (!deck) throw new Error('no deck was planned');
    expect([...new Set(errors)]).toEqual([]);
    expect([...outside(deck), ...overlapping(deck), ...cramped(deck)]).toEqual([]);
    expect(deck.slides.map((s) => s.title).filter((t, i, all) => all.indexOf(t) !== i)).toEqual([]);
    const standard = (await planMarket(market(), ['docx'])).flow;
    expect(flow?.blocks.map((b) => b.kind)).toEqual(standard?.blocks.map((b) => b.kind));
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

const named = (slide: Slide, name: string): readonly Box[] =>
  slide.shapes.filter((s) => nameOf(s).replace(/ \d+$/, '') === name).map((s) => s.box);

/** A market whose drivers and restraints have as many points as given, each of that text. */
const withPoints = (drivers: number, restraints: number, text: string): Market => {
  const narrative = (count: number) => ({
    headline: 'Demand grows while cost holds it back',
    points: Array.from({ length: count }, (_, i) => ({ label: `Point ${'abcdefghijkl'[i]}`, text })),
    body: 'A paragraph.',
  });
  return marketOf(
    marketFile({ series: [sizeSeries(FIVE_YEARS)], narratives: { drivers: narrative(drivers), restraints: narrative(restraints) } }),
  );
};

const pairedSlides = async (market: Market): Promise<readonly Slide[]> => {
  const { deck } = await planMarket(market, ['pptx']);
  return deck?.slides.filter((s) => s.shapes.filter((x) => nameOf(x).startsWith('Heading rule')).length === 2) ?? [];
};

describe('two lists of statements side by side', () => {
  it('have rules that meet, rows of one pitch and columns equally wide', async () => {
    const { deck } = await planMarket(dataMarket(DATA_FILES[0]), ['pptx']);
    const slides = deck?.slides.filter((s) => named(s, 'Heading rule').length === 2) ?? [];
    expect(slides.length).toBeGreaterThan(1);
    for (const slide of slides) {
      const [left, right] = named(slide, 'Heading rule');
      expect(left?.w).toBe(right?.w);
      expect(toInches((left?.x ?? 0) + (left?.w ?? 0)).toFixed(3)).toBe('6.566');
      const rules = named(slide, 'Row rule');
      const at = (x: number | undefined): readonly number[] => rules.filter((r) => r.x === x).map((r) => r.y);
      const shorter = Math.min(at(left?.x).length, at(right?.x).length);
      expect(at(left?.x).slice(0, shorter)).toEqual(at(right?.x).slice(0, shorter));
      expect(new Set(named(slide, 'Label').map((b) => b.h)).size).toBe(1);
    }
    expect(new Set(slides.flatMap((s) => named(s, 'Label').map((b) => b.w))).size).toBe(1);
  });

  it('may have six rows of two lines, and go on together beyond', async () => {
    const short = 'A sentence that says what this point is about';
    expect(await pairedSlides(withPoints(6, 5, short))).toHaveLength(1);
    expect(
      await pairedSlides(withPoints(6, 5, `${short}, and goes on until it needs a third line of its column, which is one too many`)),
    ).toHaveLength(2);
    const three = await pairedSlides(withPoints(12, 4, short));
    expect(three.map((s) => named(s, 'Statement').length)).toEqual([8, 8]);
  });
});

describe('the bars of a cover', () => {
  it('stand at zero: each is as high as its value', async () => {
    const { deck } = await planMarket(marketOf(marketFile({ series: [sizeSeries(FIVE_YEARS)] })), ['pptx']);
    const cover = deck?.slides[0];
    const bars = cover?.shapes.filter((s) => s.kind === 'rect').map((s) => s.box) ?? [];
    const values = FIVE_YEARS.map(([, value]) => Number(value));
    expect(bars.map((b) => (b.h / (bars.at(-1)?.h ?? 1)).toFixed(3))).toEqual(values.map((v) => (v / (values.at(-1) ?? 1)).toFixed(3)));
    expect(bars.every((b) => b.y + b.h === deck?.size.h)).toBe(true);
  });
});
