import { describe, expect, it } from 'vitest';
import { galleryCases } from '../support/gallery-build.ts';
import { galleryChart } from '../support/gallery-charts.ts';

const timeline = (name: string) => {
  const found = galleryCases().find((c) => c.kind === 'timeline' && c.name === name);
  if (!found) throw new Error(`no case ${name}`);
  return galleryChart(found, { width: 888, height: 310 }, 'deck').chart;
};

const column = (name: string, id: string) => timeline(name).native.table.columns.find((c) => c.id === id)?.cells ?? [];

describe('a timeline', () => {
  it('takes its years and names from cells', () => {
    const [layer] = timeline('typical').native.layers;
    const [, years, names] = layer?.series ?? [];
    expect(years?.points.map((p) => [p.label?.from, p.label?.text, p.label?.position]).slice(0, 2)).toEqual([
      ['year', '2026', 't'],
      ['year', '2027', 'b'],
    ]);
    expect(names?.points.map((p) => p.label?.from)).toEqual(['item', 'item', 'item', 'item', 'item', 'item']);
  });

  it('moves the texts of an edited year with it', () => {
    expect(column('many', 'place').slice(0, 3)).toEqual(
      [0, 1, 2].map((row) =>
        expect.objectContaining({
          formula: { kind: 'sum', of: [expect.objectContaining({ column: 'year', row }), { column: 'shift', row }] },
        }),
      ),
    );
  });

  it('ends the lines of long names in the cells, between words', () => {
    expect(column('typical', 'item')[3]).toEqual({ kind: 'text', text: 'Partnerships of\nmakers and hospitals' });
  });

  it('leaves nothing unsaid: what has no room stands below', () => {
    const { native, alt } = timeline('many');
    const texts = native.layers.flatMap((l) => l.series.flatMap((s) => s.points.flatMap((p) => p.label?.text.replaceAll('\n', ' ') ?? [])));
    const below = native.annotations.flatMap((a) => (a.kind === 'box' ? (a.text?.text ?? '') : '')).join(' ');
    for (const cell of column('many', 'item')) {
      const name = cell.kind === 'text' ? cell.text.replaceAll('\n', ' ') : '';
      expect(texts.includes(name) || below.includes(name), name).toBe(true);
      expect(alt).toContain(name);
    }
  });
});
