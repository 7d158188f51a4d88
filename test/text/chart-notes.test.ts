import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../src/build/load.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { nodeEnv } from '../../src/env/node.ts';
import { drawingsOf } from '../../src/figures/drawn/index.ts';
import { openLedger } from '../../src/figures/open-ledger.ts';
import { en } from '../../src/locale/en.ts';
import { fillTemplate } from '../../src/text/fill.ts';
import { dataMarket } from '../support/awkward-markets.ts';
import { inlineText } from '../support/template.ts';

/** What the note of a chart of these ids says, or the finding in its place. */
const noteOf = async (ids: string): Promise<string> => {
  const words = (await loadTemplate('market-briefing', 'en', nodeEnv())).value?.words ?? new Map();
  const market = dataMarket('data/illustrative-full-cube.yaml');
  const draft = openLedger(market);
  const files = new Map([['briefing.md.hbs', `# A\n\n## B\n\n{{chart-note ${ids}}}\n`]]);
  const filled = await fillTemplate({ files }, { market, draft, locale: en, words, options: new Set(), length: 'standard' });
  if (filled.diagnostics.length > 0) return filled.diagnostics.map((d) => d.message).join('; ');
  const { value } = parseDocument({ ...filled.value, ...drawingsOf(draft) });
  const [block] = value[0]?.subsections[0]?.blocks ?? [];
  return block?.kind === 'paragraph' ? inlineText(block.inlines) : '';
};

describe('the note of a chart', () => {
  it.each([
    ['a series', '"sales.total.total"', 'A = actual, E = estimate, F = forecast.'],
    ['a series with a withheld value', '"orders"', 'n/d = not disclosed by the source.'],
    ['parts', '"players-2024"', ''],
    ['a set', '"sales.segment"', 'A = actual, E = estimate, F = forecast.'],
    ['a grid', '"sales"', 'n/d = not disclosed by the source.'],
    ['several series', '"sales.total.total" "installed"', 'Ranges are drawn to their low end.'],
    ['an unknown id', '"sales.segmant"', 'there is no series or breakdown "sales.segmant"'],
  ])('of %s', async (_, ids, note) => {
    const said = await noteOf(ids);
    if (note === '') expect(said).toBe('');
    expect(said).toContain(note);
    expect(said.includes('Heights')).toBe(ids === '"orders"');
  });
});
