import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/fonts/measure.ts';
import { type Flow, textZone } from '../../src/layout/flow.ts';
import { RUN_ON_SPACE } from '../../src/layout/pages/run-on.ts';
import type { PageItem, Pages, StructureNode } from '../../src/layout/pages.ts';
import type { Run } from '../../src/layout/text.ts';
import type { Market } from '../../src/market/market.ts';
import { AWKWARD, DATA_FILES, dataMarket } from '../support/awkward-markets.ts';
import { planMarket } from '../support/plan.ts';

const LETTER = ' on Letter';
const MARKETS = [
  ...DATA_FILES.map((path) => [path, () => dataMarket(path)] as const),
  ...DATA_FILES.map((path) => [`${path}${LETTER}`, () => dataMarket(path)] as const),
  ...Object.entries(AWKWARD),
] as const;

const squeezed = (runs: readonly Run[]): string =>
  runs
    .map((r) => r.text)
    .join('')
    .replace(/[\s\u00a0]+/g, '');

const said = (runs: readonly Run[]): string => runs.map((r) => r.text).join('');

const plans = new Map<string, ReturnType<typeof planMarket>>();

/** Each market is planned once. */
const planned = async (name: string, market: () => Market): Promise<{ readonly flow: Flow; readonly pages: Pages }> => {
  const plan = plans.get(name) ?? planMarket(market(), ['docx', 'pdf'], { paper: name.endsWith(LETTER) ? 'letter' : 'a4' });
  plans.set(name, plan);
  const { flow, pages } = await plan;
  if (!flow || !pages) throw new Error('no report was planned');
  return { flow, pages };
};

/** The text behind each mark: what a screen reader is given for a leaf of the structure. */
const markedTexts = (pages: Pages): ReadonlyMap<number, string> =>
  new Map(
    pages.pages.flatMap((p) =>
      p.items.flatMap((i): [number, string][] => (i.kind === 'line' && i.mark !== undefined ? [[i.mark, squeezed(i.runs)]] : [])),
    ),
  );

const textUnder = (node: StructureNode, texts: ReadonlyMap<number, string>): string =>
  node.children.map((c) => ('mark' in c ? (texts.get(c.mark) ?? '') : textUnder(c, texts))).join('');

const nodes = (roots: readonly StructureNode[], ...tags: readonly StructureNode['tag'][]): readonly StructureNode[] =>
  roots.flatMap((n) => [
    ...(tags.includes(n.tag) ? [n] : []),
    ...nodes(
      n.children.filter((c): c is StructureNode => 'tag' in c),
      ...tags,
    ),
  ]);

/** What is asked for and not there, each as often as it is missing. */
const missing = (wanted: readonly string[], there: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const t of there) left.set(t, (left.get(t) ?? 0) + 1);
  return wanted.filter((w) => {
    const count = left.get(w) ?? 0;
    left.set(w, count - 1);
    return count <= 0;
  });
};

const lineEnd = (item: Extract<PageItem, { kind: 'line' }>): number =>
  item.x +
  item.runs.reduce(
    (sum, r) => sum + textWidth(r.text, { size: r.superscript ? r.size * 0.65 : r.size, bold: r.bold, italic: r.italic }),
    0,
  );

describe.each(MARKETS)('the report on %s', (name, market) => {
  it('has every paragraph of its plan on its pages', async () => {
    const { flow, pages } = await planned(name, market);
    const texts = markedTexts(pages);
    const there = nodes(pages.structure, 'P', 'LBody', 'H1', 'H2').map((n) => textUnder(n, texts));
    const paragraphs = flow.blocks.flatMap((b) => (b.kind === 'paragraph' || b.kind === 'takeaway' ? [squeezed(b.runs)] : []));
    expect(
      missing(
        paragraphs.filter((t) => t !== ''),
        there,
      ),
    ).toEqual([]);
    const headings = flow.blocks.flatMap((b) => (b.kind === 'heading' ? [b.number + squeezed(b.runs)] : []));
    expect(missing(headings, there)).toEqual([]);
  });

  it('has each row of each table on a page, once', async () => {
    const { flow, pages } = await planned(name, market);
    const texts = markedTexts(pages);
    const tables = flow.blocks
      .filter((b) => b.kind === 'table')
      .map((b) => [b.header, ...b.rows.map((r) => r.cells)].map((r) => r.map(squeezed).join('')));
    const there = nodes(pages.structure, 'Table').map((t) => nodes([t], 'TR').map((r) => textUnder(r, texts)));
    expect(tables.length).toBeGreaterThan(0);
    expect(there).toEqual(tables);
  });

  it('has each chart once, with its alternative text', async () => {
    const { flow, pages } = await planned(name, market);
    const charts = flow.blocks.flatMap((b) => (b.kind === 'figure' ? [b.chart] : []));
    const scenes = pages.pages.flatMap((p) => p.items.flatMap((i) => (i.kind === 'scene' ? [i.name] : [])));
    expect(scenes.toSorted()).toEqual(charts.map((c) => c.native.id).toSorted());
    expect(
      nodes(pages.structure, 'Figure')
        .flatMap((f) => f.alt ?? [])
        .filter((alt) => charts.some((c) => c.alt === alt)),
    ).toHaveLength(charts.length);
  });

  it('keeps every text and drawing inside of its page', async () => {
    const { flow, pages } = await planned(name, market);
    const bottom = flow.page.height - flow.page.margin.bottom;
    const off = pages.pages.slice(1).flatMap((page) =>
      page.items.flatMap((i): readonly string[] => {
        if (i.kind === 'line') {
          const low = i.mark !== undefined && i.baseline > bottom + 0.5;
          const wide = lineEnd(i) > pages.width - flow.page.margin.right + 1;
          return low || wide || i.x < flow.page.margin.left - 0.5
            ? [`page ${page.number}: ${squeezed(i.runs).slice(0, 60)} ends at ${lineEnd(i).toFixed(0)}, ${i.baseline.toFixed(0)}`]
            : [];
        }
        return i.kind === 'scene' && i.y + i.scene.height > bottom + 0.5
          ? [`page ${page.number}: ${i.name} ends at ${i.y + i.scene.height}`]
          : [];
      }),
    );
    expect(off).toEqual([]);
  });

  it('names every mark of its pages once in its structure', async () => {
    const { pages } = await planned(name, market);
    const marksUnder = (n: StructureNode): readonly number[] => n.children.flatMap((c) => ('mark' in c ? [c.mark] : marksUnder(c)));
    const drawn = pages.pages.flatMap((p) => p.items.flatMap((i) => i.mark ?? []));
    expect(pages.structure.flatMap(marksUnder).toSorted((a, b) => a - b)).toEqual(drawn.toSorted((a, b) => a - b));
  });

  it('names every figure and table in its text, on the page where it stands or ahead of it', async () => {
    const { flow, pages } = await planned(name, market);
    const first = pages.pageOf.get(flow.blocks.find((b) => b.kind === 'heading')?.anchor ?? '') ?? 0;
    const named = pages.pages.flatMap((p) =>
      p.number < first
        ? []
        : p.items.flatMap((i) =>
            i.kind === 'line' && i.runs.some((r) => r.link?.kind === 'anchor')
              ? [
                  ...i.runs
                    .map((r) => r.text)
                    .join('')
                    .matchAll(/(\p{L}+)\u00a0(\d+)(?:\u2013\u2060(\d+))?/gu),
                ].map(([, word = '', from = '', to = from]) => ({ page: p.number, word, from: Number(from), to: Number(to) }))
              : [],
          ),
    );
    const unnamed = flow.blocks.flatMap((b) => {
      if (b.kind !== 'figure' && b.kind !== 'table') return [];
      const word = flow.words[b.kind];
      const on = pages.pageOf.get(b.anchor) ?? 0;
      return named.some((n) => n.page <= on && n.word.startsWith(word) && b.number >= n.from && b.number <= n.to)
        ? []
        : [`${word} ${b.number} on page ${on}`];
    });
    expect(unnamed).toEqual([]);
  });

  it('begins a section below another only where a third of the page is left, and never the summary or one with key figures', async () => {
    const { flow, pages } = await planned(name, market);
    const firsts = flow.blocks.flatMap((b) => (b.kind === 'heading' && b.level === 1 ? [b] : []));
    const room = flow.page.height - flow.page.margin.top - flow.page.margin.bottom;
    const top = flow.page.margin.top;
    for (const [i, h] of firsts.entries()) {
      const y = pages.yOf(h.anchor);
      if (Math.abs(y - top) < 0.01) continue;
      expect([h.text, i > 1, h.rail.length, y - top - RUN_ON_SPACE <= (room * 2) / 3 + 0.01]).toEqual([h.text, true, 0, true]);
    }
  });

  it('leaves no source line of a text alone: two lines before it, or an exhibit, stand on its page', async () => {
    const { flow, pages } = await planned(name, market);
    const sources = new Set(flow.blocks.flatMap((b) => (b.kind === 'paragraph' && b.style === 'textSource' ? [squeezed(b.runs)] : [])));
    const alone = pages.pages.flatMap((p) => {
      const lines = p.items.filter((i) => i.kind === 'scene' || (i.kind === 'line' && i.mark !== undefined));
      return lines.flatMap((i, n) =>
        i.kind === 'line' && n < 2 && i.runs.length > 0 && sources.has(squeezed(i.runs)) ? [`page ${p.number}: ${said(i.runs)}`] : [],
      );
    });
    expect(alone).toEqual([]);
  });

  it('names in each running head the first section that begins on the page, else the one that goes on', async () => {
    const { flow, pages } = await planned(name, market);
    const firsts = flow.blocks.flatMap((b) =>
      b.kind === 'heading' && b.level === 1 ? [{ page: pages.pageOf.get(b.anchor) ?? 0, name: `${b.number}  ${b.text}` }] : [],
    );
    const shown = pages.pages.flatMap((p) => {
      const expected = firsts.find((f) => f.page === p.number) ?? firsts.findLast((f) => f.page < p.number);
      if (!expected) return [];
      const heads = p.items.flatMap((i) => (i.kind === 'line' && i.mark === undefined && i.baseline === 40 ? [said(i.runs)] : []));
      return heads.includes(expected.name) ? [] : [`page ${p.number}: ${heads.join(' | ')}, not ${expected.name}`];
    });
    expect(shown).toEqual([]);
  });

  it('has its headings where the outline says', async () => {
    const { flow, pages } = await planned(name, market);
    const listed = pages.outline.flatMap((o) => [o, ...o.children]);
    expect(listed.map((o) => o.anchor)).toEqual(flow.blocks.flatMap((b) => (b.kind === 'heading' ? [b.anchor] : [])));
    for (const o of listed) expect([o.anchor, o.page]).toEqual([o.anchor, pages.pageOf.get(o.anchor)]);
  });
});

describe('a report on Letter', () => {
  it('has the margins and the rail of A4, and a text as wide as the paper leaves', async () => {
    const { flow, pages } = await planned(`${DATA_FILES[0]}${LETTER}`, () => dataMarket(DATA_FILES[0]));
    const { flow: a4 } = await planned(DATA_FILES[0], () => dataMarket(DATA_FILES[0]));
    expect([pages.width, pages.height]).toEqual([612, 792]);
    expect(flow.page).toEqual({ ...a4.page, width: 612, height: 792 });
    expect(textZone(flow.page)).toBeCloseTo(349.2);
  });
});

describe('a figure that a heading and a few lines lead to', () => {
  it('stands on the page of its heading', async () => {
    const { flow, pages } = await planned(DATA_FILES[1], () => dataMarket(DATA_FILES[1]));
    const pairs = flow.blocks.flatMap((b, i) => {
      const next = flow.blocks.slice(i + 1).findIndex((x) => x.kind !== 'paragraph');
      const figure = flow.blocks[i + 1 + next];
      return b.kind === 'heading' && next <= 3 && figure?.kind === 'figure' ? [[b.anchor, figure.anchor] as const] : [];
    });
    expect(pairs.length).toBeGreaterThan(0);
    for (const [heading, figure] of pairs) expect([figure, pages.pageOf.get(figure)]).toEqual([figure, pages.pageOf.get(heading)]);
  });
});

describe('the key figures beside a section', () => {
  it('are of one size', async () => {
    const { flow } = await planned(DATA_FILES[1], () => dataMarket(DATA_FILES[1]));
    const sizes = flow.blocks.flatMap((b) =>
      b.kind === 'heading' && b.rail.length > 1 ? [new Set(b.rail.flatMap((r) => r.value.map((v) => v.size)))] : [],
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.every((s) => s.size === 1)).toBe(true);
  });
});
