import { describe, expect, it } from 'vitest';
import { planPages } from '../../src/layout/pages/index.ts';
import { flowOfTemplate } from '../support/plan-template.ts';

const SENTENCE = 'This sentence is as long as one line of the text and stands here to fill a page. ';

/** A section whose text ends a line lower each time. */
const sectionOf = (items: number, last: string): string =>
  `# One\n\n## A title\n\n${Array.from({ length: items }, () => '- An item.').join('\n')}\n\n${last}\n\n::source{ids="report"}\n`;

describe('the source line of a text', () => {
  it.each([
    ['a paragraph', SENTENCE.repeat(4)],
    ['a short line', 'A short line.'],
  ])('takes the two lines before it to the next page, behind %s', async (_, last) => {
    const above = new Set<number>();
    for (let items = 24; items < 48; items++) {
      const flow = await flowOfTemplate(sectionOf(items, last));
      const source = flow.blocks.at(-1);
      if (source?.kind !== 'paragraph' || source.style !== 'textSource') throw new Error('the section has no source line');
      const said = source.runs.map((r) => r.text).join('');
      for (const page of planPages(flow).pages) {
        const baselines = page.items.flatMap((i) =>
          i.kind === 'line' && i.mark !== undefined ? [{ y: i.baseline, text: i.runs.map((r) => r.text).join('') }] : [],
        );
        const at = baselines.find((b) => b.text === said);
        if (at) above.add(new Set(baselines.filter((b) => b.y < at.y).map((b) => b.y)).size);
      }
    }
    expect(Math.min(...above)).toBe(2);
  });
});
