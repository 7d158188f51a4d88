import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/document.ts';
import { dataMarket } from '../support/awkward-markets.ts';
import { inlineText, readTemplate } from '../support/template.ts';

const CUBE = dataMarket('data/illustrative-full-cube.yaml');

const heat = async (attributes: string) => {
  const { sections, findings } = await readTemplate(`# Section\n\n## Slide\n\n::heat{${attributes} item="Segment" total="Total"}\n`, {
    market: CUBE,
  });
  const block = sections[0]?.subsections[0]?.blocks[0] as Block | undefined;
  return { table: block?.kind === 'table' ? block : undefined, findings };
};

describe('a heat matrix', () => {
  it('has the members of one dimension down, those of the other across, and totals both ways', async () => {
    const { table } = await heat('of="sales" years="2025"');
    expect(table?.columns.map((c) => inlineText(c.header))).toEqual([
      'Segment',
      'North',
      'East',
      'South',
      'West and island territories',
      'Total',
    ]);
    expect(table?.rows.map((r) => inlineText(r.cells[0] ?? []))).toEqual([
      'Walk-in cold rooms',
      'Containerised reefer units',
      'Pharmaceutical and vaccine storage',
      'Retail display and back-of-store cabinets',
      'Legacy ammonia plants',
      'Total',
    ]);
  });

  it('shades cells by their share of the largest, and neither totals nor what is withheld', async () => {
    const { table } = await heat('of="sales" years="2020"');
    const weights = table?.rows.map((r) => r.weights?.map((w) => (w === undefined ? undefined : Math.round(w * 100))));
    expect(weights?.[0]).toEqual([undefined, 100, 82, 65, 47, undefined]);
    expect(weights?.[1]).toEqual([undefined, 73, 60, undefined, 35, undefined]);
    expect(weights?.[5]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('of something else is told with its place', async () => {
    const { findings } = await heat('of="orders"');
    expect(findings.join('\n')).toContain('"orders" cannot be drawn as a heat matrix');
  });
});
