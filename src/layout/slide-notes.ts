import type { Block, Inline, Subsection } from '../document/document.ts';
import type { LayoutContext } from './context.ts';
import type { Shape } from './deck.ts';
import { runsOf, sourceLine } from './print.ts';
import type { Paragraph } from './text.ts';
import { paragraph } from './typeset.ts';

/** What a speaker finds under a slide: what the template wrote, the alternative texts of charts, the sources. */
export const notesOf = (
  subsection: Subsection,
  blocks: readonly Block[],
  shapes: readonly Shape[],
  sources: readonly string[],
  context: LayoutContext,
): readonly Paragraph[] => {
  const style = { size: 12 } as const;
  const written = blocks
    .flatMap((b) => (b.kind === 'notes' ? b.blocks : []))
    .flatMap((b) => (b.kind === 'paragraph' ? [b.inlines] : b.kind === 'list' ? b.items : []));
  const charts = shapes.flatMap((s) => (s.kind === 'chart' ? [s.chart.alt] : []));
  const plain = (text: string): readonly Inline[] => [{ kind: 'text', text }];
  const lines = [
    ...written,
    ...charts.map(plain),
    ...(sources.length === 0 ? [] : [plain(`${context.words.source}: ${sourceLine(sources, context)}`)]),
  ];
  const texts = lines.length === 0 ? [subsection.title] : lines;
  return texts.map((t) => paragraph(runsOf(t, style, context), { spaceAfter: 6 }));
};
