import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation } from '../../src/build/options.ts';
import { buildBytes, fileOf } from '../support/build.ts';
import { bytesOf, type Entry } from '../support/market.ts';
import { textOfParts } from '../support/office.ts';
import { STRESS_NARRATIVES, stressMarket } from '../support/stress-market.ts';

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a market with sixty segments, long names, five thousand words and forty sources', () => {
  const market: Entry = stressMarket();
  let built: Compilation;
  beforeAll(async () => {
    built = await buildBytes(bytesOf(market), ['pptx', 'docx']);
  }, 60_000);

  const bodies = Object.values(market['narratives'] as Record<string, { body: string }>).map((n) => n.body);

  it('has the prose it is meant to have', () => {
    expect(bodies).toHaveLength(STRESS_NARRATIVES.length);
    expect(words(bodies.join(' ')).length).toBeGreaterThan(5000);
  });

  it('builds', () => {
    expect(built.diagnostics.filter((d) => d.severity === 'error').map((d) => `${d.code}: ${d.message}`)).toEqual([]);
    expect(built.files.map((f) => f.format).sort()).toEqual(['docx', 'figures', 'pptx']);
  });

  it('loses no word of its prose in the report', () => {
    const report = new Set(words(textOfParts(fileOf(built, 'docx'), /^word\/(document|footnotes)\.xml$/)));
    expect(words(bodies.join(' ')).filter((w) => !report.has(w))).toEqual([]);
  });

  it('loses no word of its prose in the notes of the deck', () => {
    const notes = new Set(words(textOfParts(fileOf(built, 'pptx'), /^ppt\/notesSlides\/.*\.xml$/)));
    expect(words(bodies.join(' ')).filter((w) => !notes.has(w))).toEqual([]);
  });

  it('tells each full name once', () => {
    const report = textOfParts(fileOf(built, 'docx'), /^word\/document\.xml$/);
    const names = (market['dimensions'] as { members: { label: string }[] }[])[0]?.members.map((m) => m.label) ?? [];
    expect(names).toHaveLength(60);
    expect(names.filter((n) => report.split(n).length !== 2)).toEqual([]);
  });
});
