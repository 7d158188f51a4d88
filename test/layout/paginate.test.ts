import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageGeometry } from '../../src/layout/flow.ts';
import type { Atom } from '../../src/layout/pages/atom.ts';
import { paginate } from '../../src/layout/pages/paginate.ts';

/** A page with room for 100 points between its margins. */
const PAGE: PageGeometry = { width: 200, height: 120, margin: { left: 10, right: 10, top: 10, bottom: 10 }, rail: 0, gutter: 0 };
const [TOP, BOTTOM] = [10, 110];

type Entry = Partial<Pick<Atom, 'height' | 'after' | 'keep' | 'startsPage' | 'floats'>> & { readonly repeats?: boolean };

/** An atom that leaves its name and its ends where it is drawn. */
const atom = (name: string, { repeats, ...entry }: Entry): Atom => ({
  height: 30,
  before: 0,
  after: 0,
  keep: false,
  startsPage: false,
  floats: false,
  anchors: [name],
  footnotes: [],
  ...entry,
  ...(repeats ? { repeat: { height: 10, inWord: 10, draw: (page, y) => page.items.push(mark(`head of ${name}`, y, 10)) } } : {}),
  draw: (page, y) => page.items.push(mark(name, y, entry.height ?? 30)),
});

const mark = (name: string, y: number, h: number) =>
  ({ kind: 'scene', name, x: 0, y, scene: { width: 1, height: h, items: [] }, told: [] }) as const;

const pagesOf = (entries: readonly Entry[]): readonly (readonly string[])[] =>
  paginate(
    entries.map((e, i) => atom(String.fromCharCode(97 + i), e)),
    PAGE,
    () => 0,
  ).pages.map((p) => p.items.flatMap((i) => (i.kind === 'scene' ? [i.name] : [])));

describe('a section that may run on', () => {
  const section = (needs: number) => ({ ...atom('b', { height: 20, startsPage: true }), runsOn: { needs, space: 15 } });
  const placed = (needs: number, before: number) =>
    paginate([atom('a', { height: before }), section(needs), atom('c', { height: 20 })], PAGE, () => 0);

  it('begins below the one before where its opening fits, with space above it', () => {
    const { pages, ranOn, landed } = placed(60, 40);
    expect(pages).toHaveLength(1);
    expect(landed.get('b')).toEqual({ page: 0, y: TOP + 40 + 15 });
    expect([...ranOn]).toEqual(['b']);
  });

  it('starts a page where it does not', () => {
    const { landed, ranOn } = placed(61, 40);
    expect(landed.get('b')).toEqual({ page: 1, y: TOP });
    expect([...ranOn]).toEqual([]);
  });

  it('starts a page where a figure still waits for one', () => {
    const waiting = atom('f', { height: 90, floats: true });
    const { landed } = paginate([atom('a', {}), waiting, section(10)], PAGE, () => 0);
    expect(landed.get('b')?.page).toBe(2);
  });
});

describe('pages', () => {
  it.each<readonly [string, readonly Entry[], readonly (readonly string[])[]]>([
    ['are filled in order', [{}, {}, {}, {}], [['a', 'b', 'c'], ['d']]],
    ['begin with what starts a page', [{}, { startsPage: true }, {}], [['a'], ['b', 'c']]],
    [
      'keep a heading with what follows it',
      [{}, {}, { keep: true }, {}],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['drop the space below at their foot', [{ height: 50, after: 10 }, { height: 40, after: 30 }, {}], [['a', 'b'], ['c']]],
    ['let text pass a figure that does not fit', [{}, { height: 80, floats: true }, {}, {}], [['a', 'c', 'd'], ['b']]],
    ['show a figure that still waits at the end', [{}, { height: 80, floats: true }], [['a'], ['b']]],
    [
      'show a figure that still waits before the next section',
      [{}, { height: 80, floats: true }, { startsPage: true }],
      [['a'], ['b'], ['c']],
    ],
    [
      'repeat the head of a table that goes on',
      [{ height: 70 }, { repeats: true }, { repeats: true }, { repeats: true }],
      [
        ['a', 'b'],
        ['head of c', 'c', 'd'],
      ],
    ],
    ['hold one thing higher than a page alone', [{}, { height: 150 }, {}], [['a'], ['b'], ['c']]],
  ])('%s', (_, entries, expected) => {
    expect(pagesOf(entries)).toEqual(expected);
  });

  const entry = fc.record<Entry>({
    height: fc.integer({ min: 1, max: 60 }),
    after: fc.integer({ min: 0, max: 20 }),
    keep: fc.boolean(),
    startsPage: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    floats: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    repeats: fc.boolean(),
  });
  /** Figures are not tied to what follows them, start no page and have no head to repeat. */
  const entries = fc.array(
    entry.map((e) => (e.floats ? { ...e, keep: false, startsPage: false, repeats: false } : e)),
    { maxLength: 26 },
  );

  it('show everything once', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const shown = pagesOf(list)
          .flat()
          .filter((name) => !name.startsWith('head'));
        expect(shown.toSorted()).toEqual(list.map((_, i) => String.fromCharCode(97 + i)));
      }),
    );
  });

  it('keep all but figures in their order', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const still = pagesOf(list)
          .flat()
          .filter((name) => !name.startsWith('head') && !list[name.charCodeAt(0) - 97]?.floats);
        expect(still).toEqual(still.toSorted());
      }),
    );
  });

  it('let nothing cross their margins or stand over something else', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const { pages } = paginate(
          list.map((e, i) => atom(String.fromCharCode(97 + i), e)),
          PAGE,
          () => 0,
        );
        const wrong = pages.flatMap((page) => {
          let low = TOP;
          return page.items.flatMap((i) => {
            if (i.kind !== 'scene') return [];
            const bad = i.y < low - 1e-9 || i.y + i.scene.height > BOTTOM + 1e-9;
            low = i.y + i.scene.height;
            return bad ? [i.name] : [];
          });
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('leave room for their footnotes', () => {
    const noted = { ...atom('b', { height: 30 }), footnotes: [1] };
    const { pages, footnotes } = paginate([atom('a', { height: 60 }), noted, atom('c', { height: 30 })], PAGE, () => 20);
    expect(pages).toHaveLength(2);
    expect([...footnotes]).toEqual([[1, [1]]]);
  });
});
