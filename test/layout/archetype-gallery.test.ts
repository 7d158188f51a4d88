import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Box, toInches } from '../../src/base/geometry.ts';
import { SLIDE_LAYOUTS } from '../../src/document/slide-layout.ts';
import type { Deck, Shape } from '../../src/layout/deck.ts';
import type { Paragraph } from '../../src/layout/text.ts';
import { ARCHETYPES, buildArchetypes } from '../support/archetypes.ts';
import { dataMarket } from '../support/awkward-markets.ts';
import { expectGolden } from '../support/golden.ts';
import { planMarket } from '../support/plan.ts';
import { plainText } from '../support/read-plan.ts';

const place = ({ x, y, w, h }: Box): string => [x, y, w, h].map((n) => toInches(n).toFixed(2)).join(' ');
const said = (paragraphs: readonly Paragraph[]): string => paragraphs.map((p) => plainText(p.runs)).join(' / ');

const shapeLine = (shape: Shape): string => {
  if (shape.kind === 'placeholder') return `${shape.placeholder}: ${said(shape.paragraphs)}`;
  const slot = 'slot' in shape && shape.slot !== undefined ? ` [${shape.slot}]` : '';
  const text =
    shape.kind === 'text'
      ? `: ${said(shape.paragraphs)}`
      : shape.kind === 'table'
        ? `: ${shape.rows.map((r) => r.cells.map((c) => said(c.paragraphs)).join(' | ')).join(' || ')}`
        : '';
  return `${shape.name}${slot} at ${place(shape.box)}${text}`;
};

/** A deck as lines that a person can read: each slide with its layout, its shapes in reading order, and its notes. */
const dumpDeck = (deck: Deck): string =>
  deck.slides
    .flatMap((s, i) => [
      `slide ${i + 1}, ${s.id}, layout ${s.layout}, section ${s.section || '–'}`,
      ...s.shapes.map((x) => `  ${shapeLine(x)}`),
      ...s.notes.map((n) => `  note: ${plainText(n.runs)}`),
    ])
    .join('\n');

describe('the gallery of slides', () => {
  it('shows every layout there is, as planned', async () => {
    const { deck, findings } = await planMarket(dataMarket(ARCHETYPES.market), ['pptx'], {
      own: readFileSync(ARCHETYPES.template, 'utf8'),
    });
    if (!deck) throw new Error('no deck was planned');
    expect(findings).toEqual([]);
    expect(new Set(deck.slides.map((s) => s.layout))).toEqual(new Set(['cover', ...SLIDE_LAYOUTS]));
    expectGolden('test/archetypes/deck.expected.txt', dumpDeck(deck));
  });

  it('is built as deck, report and PDFs without a finding', async () => {
    const built = await buildArchetypes(['pptx', 'docx', 'pdf', 'deck.pdf']);
    expect(built.diagnostics).toEqual([]);
    expect(built.files).toHaveLength(5);
  }, 30_000);
});
