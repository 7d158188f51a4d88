import type { Diagnostic } from '../../src/base/diagnostic.ts';
import type { ChartSpec } from '../../src/charts/spec.ts';
import { parseDocument } from '../../src/document/parse.ts';
import type { LedgerDraft } from '../../src/figures/draft.ts';
import { drawingsOf } from '../../src/figures/drawn/index.ts';
import { type ChartAttributes, directiveOf } from './gallery.ts';

/** The specification a template's directive gives, with what was found while reading it. */
export const specOfDirective = (
  ledger: LedgerDraft,
  kind: string,
  id: string,
  attributes: ChartAttributes,
): { readonly spec: ChartSpec | undefined; readonly diagnostics: readonly Diagnostic[] } => {
  const text = `# Section\n\n## Slide\n\n${directiveOf(kind, id, attributes)}\n`;
  const { value, diagnostics } = parseDocument({ text, slots: [], lines: [], files: ['template'], ...drawingsOf(ledger) });
  const block = value[0]?.subsections[0]?.blocks.find((b) => b.kind === 'chart');
  return { spec: block?.kind === 'chart' ? block.spec : undefined, diagnostics };
};
