import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/charts/compile.ts';
import type { CompiledChart } from '../../src/charts/native.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { textWidth } from '../../src/fonts/measure.ts';
import { barChart, columnChart, type Frame, type Medium } from '../support/chart-cases.ts';
import { sceneTexts } from '../support/chart-dump.ts';
import type { PointEntry } from '../support/market.ts';

/** The frames charts get on slides and pages, in points. */
const frames = fc.constantFrom<readonly [Frame, Medium]>(
  [{ width: 888, height: 310 }, 'deck'],
  [{ width: 620, height: 310 }, 'deck'],
  [{ width: 437, height: 250 }, 'deck'],
  [{ width: 483, height: 230 }, 'report'],
);

const qualifier = fc.constantFrom('about', 'over', 'at-least', 'under', 'up-to', 'almost');

const cents = (value: number): string => (value / 100).toFixed(2);

/** What a source may say of a quantity: a value, a qualified one, a range, or nothing. `most` is in hundredths. */
const statementUpTo = (most: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -most / 10, max: most }).map((v) => [cents(v), {}] as const) },
    { weight: 1, arbitrary: fc.integer({ min: -20, max: 20 }).map((v) => [cents(v), {}] as const) },
    { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 1, max: most }), qualifier).map(([v, q]) => [cents(v), { qualifier: q }] as const) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
        .map(([low, more]) => [null, { low: cents(low), high: cents(low + more) }] as const),
    },
    { weight: 2, arbitrary: fc.constant([null, { missing: 'undisclosed' }] as const) },
  );

const status = fc.constantFrom('actual', 'estimate', 'forecast', 'provisional');

const points = fc
  .array(fc.tuple(statementUpTo(10_000_000), status), { minLength: 1, maxLength: 30 })
  .map((list) => list.map(([[value, more], s], i): PointEntry => [1995 + i, value, { ...more, status: s }]));

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'abcdefghij KLMNO-&'.split('')) }).map((s) => `x${s.trim()}`),
  fc.integer({ min: 1, max: 300 }).map((length) => 'Unbreakable'.repeat(30).slice(0, length)),
  fc.integer({ min: 1, max: 60 }).map((length) => '医学影像人工智能市场'.repeat(6).slice(0, length)),
);

const parts = fc
  .array(fc.tuple(name, statementUpTo(10_000)), { minLength: 1, maxLength: 60 })
  .map((list) => list.map(([label, [value, more]]) => [label, value, more] as const));

interface Case {
  readonly kind: 'column' | 'bar';
  readonly points: readonly PointEntry[];
  readonly parts: Parameters<typeof barChart>[0];
  readonly frame: readonly [Frame, Medium];
  readonly window: boolean;
}

/** Cases are compiled inside of the properties, so that a counterexample is as short as its input. */
const compiled = ({
  kind,
  points: list,
  parts: items,
  frame: [frame, medium],
  window,
}: Case): Compilation & { readonly ledger: LedgerDraft } => {
  if (kind === 'bar') return barChart(items, frame, medium);
  const [first, last] = [list[0]?.[0] ?? 0, list.at(-1)?.[0] ?? 0];
  return columnChart(list, window && last > first ? [first, last] : undefined, frame, medium);
};

const cases = {
  column: fc.record<Case>({ kind: fc.constant('column'), points, parts: fc.constant([]), frame: frames, window: fc.boolean() }),
  bar: fc.record<Case>({ kind: fc.constant('bar'), points: fc.constant([]), parts, frame: frames, window: fc.constant(false) }),
} as const;

const ZERO = /^[^1-9]*0[^1-9]*$/;

describe.each(['column', 'bar'] as const)('every %s chart', (kind) => {
  const check = (property: (chart: CompiledChart, ledger: LedgerDraft) => void): void =>
    fc.assert(
      fc.property(cases[kind], (input) => {
        const { chart, ledger } = compiled(input);
        property(chart, ledger);
      }),
    );

  it('neither prints an undisclosed figure as zero nor gives it a value', () => {
    check((chart, ledger) => {
      const withheld = (id: string): boolean => ledger.figures.get(id)?.quantity.kind === 'undisclosed';
      expect(chart.printed.filter((p) => withheld(p.figure) && ZERO.test(p.text))).toEqual([]);
      const cells = (id: string) => chart.native.table.columns.find((c) => c.id === id)?.cells ?? [];
      const values = cells('value');
      const nothing = cells('printed').flatMap((cell, row) => (cell.kind === 'text' && cell.text === 'n/d' ? [values[row]?.kind] : []));
      expect(nothing.filter((k) => k !== 'empty')).toEqual([]);
      const plotted =
        chart.native.layers
          .flatMap((l) => l.series)
          .find((x) => x.values === 'value')
          ?.points.map((p) => values[p.index]?.kind) ?? [];
      expect(plotted.filter((k) => k !== 'number')).toEqual([]);
    });
  });

  it('keeps its texts inside of the frame', () => {
    check(({ scene }) => {
      const outside = sceneTexts(scene.items).filter((t) => {
        const width = textWidth(t.text, { size: t.size, bold: t.bold, italic: false });
        const left = t.x - { left: 0, center: width / 2, right: width }[t.align];
        return left < -0.5 || left + width > scene.width + 0.5 || t.y <= 0 || t.y > scene.height;
      });
      expect(outside).toEqual([]);
    });
  });

  it('draws each string it says it prints', () => {
    check(({ scene, printed }) => {
      const drawn = new Set(sceneTexts(scene.items).map((t) => `${t.figure ?? ''}: ${t.text}`));
      expect(printed.filter((p) => !drawn.has(`${p.figure}: ${p.text}`))).toEqual([]);
    });
  });

  it('never draws a value over another', () => {
    check(({ scene, native }) => {
      const group = scene.items.find((i) => i.kind === 'group' && i.name === 'labels');
      const boxes = sceneTexts(group ? [group] : []).map((t) => {
        const width = textWidth(t.text, { size: t.size, bold: t.bold, italic: false });
        const left = t.x - { left: 0, center: width / 2, right: width }[t.align];
        return { text: t.text, left, right: left + width };
      });
      const close =
        native.axes.kind !== 'category' || native.axes.direction === 'bar'
          ? []
          : boxes.filter((b, i) => (boxes[i + 1]?.left ?? Number.POSITIVE_INFINITY) < b.right);
      expect(close).toEqual([]);
    });
  });

  it('describes itself in at most four hundred characters, without an undisclosed value among the values', () => {
    check(({ alt }) => {
      expect(alt.length).toBeGreaterThan(20);
      expect(alt.length).toBeLessThanOrEqual(400);
      expect(alt).not.toMatch(/n\/d in/);
    });
  });

  it('scales its axis so that every value lies on it', () => {
    check(({ native }) => {
      if (native.axes.kind !== 'category') throw new Error('a chart without categories');
      const { min, max } = native.axes.value;
      const off = native.layers
        .flatMap((l) => l.series)
        .flatMap((series) =>
          (native.table.columns.find((c) => c.id === series.values)?.cells ?? []).filter(
            (cell) => cell.kind === 'number' && (cell.value < min || cell.value > max),
          ),
        );
      expect(off).toEqual([]);
    });
  });
});
